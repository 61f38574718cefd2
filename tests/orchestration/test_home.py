"""The warehouse's folder: Dagster's own settings in it, and what becomes of them in a copy."""

import shutil

import dagster as dg

from dagster_project.home import prepare_home
from dagster_project.settings import Settings
from tests.orchestration.small_assets import number


def test_own_dagster_yaml_is_left_alone(tmp_path):
    settings = Settings(home=tmp_path)
    prepare_home(settings)
    config = settings.dagster_home / "dagster.yaml"
    config.write_text("telemetry:\n  enabled: false\n")
    prepare_home(settings)
    assert config.read_text() == "telemetry:\n  enabled: false\n"


def test_only_the_log_of_events_follows_the_folder(tmp_path):
    settings = Settings(home=tmp_path)
    prepare_home(settings)
    config = settings.dagster_home / "dagster.yaml"
    own = config.read_text() + (
        "\ncompute_logs:\n  module: dagster._core.storage.local_compute_log_manager\n"
        "  class: LocalComputeLogManager\n  config:\n    base_dir: /var/log/sitrep\n"
    )
    config.write_text(own)
    prepare_home(settings)
    assert config.read_text() == own


def test_copied_home_writes_into_its_own_log(tmp_path):
    first = Settings(home=tmp_path / "first")
    prepare_home(first)
    shutil.copytree(first.home, tmp_path / "second")
    second = Settings(home=tmp_path / "second")
    prepare_home(second)
    with dg.DagsterInstance.from_config(str(second.dagster_home)) as instance:
        dg.materialize([number], instance=instance)
        assert instance.get_latest_materialization_event(number.key)
    with dg.DagsterInstance.from_config(str(first.dagster_home)) as instance:
        assert instance.get_latest_materialization_event(number.key) is None
