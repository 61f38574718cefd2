"""The event log that keeps its files open behaves as the stock one."""

import dagster as dg

from dagster_project.event_storage import PooledSqliteEventLogStorage
from dagster_project.home import prepare_home
from dagster_project.settings import Settings
from tests.orchestration.small_assets import is_one, number


def test_runs_are_recorded_read_and_deleted(tmp_path):
    settings = Settings(home=tmp_path)
    prepare_home(settings)
    run_ids = []
    for _ in range(10):  # more runs than files are kept open
        with dg.DagsterInstance.from_config(str(settings.dagster_home)) as instance:
            assert isinstance(instance.event_log_storage, PooledSqliteEventLogStorage)
            result = dg.materialize([number, is_one], instance=instance)
            run_ids.append(result.run_id)
    with dg.DagsterInstance.from_config(str(settings.dagster_home)) as instance:
        for run_id in run_ids:
            steps = [r.dagster_event_type for r in instance.all_logs(run_id)]
            assert dg.DagsterEventType.ASSET_CHECK_EVALUATION in steps
            assert steps[-1] == dg.DagsterEventType.RUN_SUCCESS
        fetched = instance.fetch_materializations(number.key, limit=100)
        assert len(fetched.records) == 10
        for run_id in run_ids:
            instance.delete_run(run_id)
        assert instance.all_logs(run_ids[0]) == []
        assert not instance.get_runs()
