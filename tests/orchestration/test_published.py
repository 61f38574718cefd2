"""What publishing a warehouse leaves behind, and what it clears away."""

import os
import time

import dagster as dg

from dagster_project.assets.published import delete_old_runs

DAY = 86_400


def test_folders_of_old_runs_go_and_no_others(tmp_path):
    storage = tmp_path / "storage"
    names = ("8fa6824c-ba60-48fa-9233-3e7570f58448", "11111111-ba60-48fa-9233-3e7570f58448")
    for name in (*names, "not-a-run"):
        (storage / name / "compute_logs").mkdir(parents=True)
    long_ago = time.time() - 31 * DAY
    for name in (names[0], "not-a-run"):
        os.utime(storage / name, (long_ago, long_ago))
    with dg.DagsterInstance.ephemeral() as instance:
        delete_old_runs(instance, tmp_path, days=30)
    assert {path.name for path in storage.iterdir()} == {names[1], "not-a-run"}
