"""What generated bulletins corrected: the cookbook tells it alone, and sums and history have it."""

import shutil
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from dagster_project.settings import PROJECT_ROOT
from tests.rules.small_warehouse import rows
from tests.warehouse.conftest import Generated
from tests.warehouse.questions import documents_of, runs_with, total_as_known

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ledger")]

QUERY = PROJECT_ROOT / "dbt/analyses/cookbook/figures_a_source_corrected.sql"


def test_the_cookbook_tells_each_figure_that_was_corrected(generated: Generated) -> None:
    with duckdb.connect(generated.database, read_only=True) as connection:
        answer = connection.execute(QUERY.read_text()).fetchall()
        columns = [column[0] for column in connection.description or []]
    told = [dict(zip(columns, row, strict=True)) for row in answer]
    expected = []
    for run in generated.runs:
        if run.original is None:
            continue
        before, after = run.original.violations[0], run.bulletins[-1].violations[0]
        path = f"bulletins/{run.stem(run.bulletins[-1])}.txt"
        figures = [(before.total, after.total)]
        figures += [
            (old, new)
            for (_, _, old), (_, _, new) in zip(before.parts, after.parts, strict=True)
            if old != new
        ]
        expected += [(path, float(old), float(new)) for old, new in figures]
    found = [(row["source_path"], row["old_value"], row["new_value"]) for row in told]
    assert sorted(found) == sorted(expected)
    assert expected
    for row in told:
        assert row["old_sentence"] != row["new_sentence"]
        assert row["corrected_on"] is not None
        assert row["how"] in {"marked as corrected", "published later"}


def test_a_copy_of_what_was_corrected_is_not_summed(generated: Generated, tmp_path: Path) -> None:
    run = next(run for run in runs_with(generated, "corrected") if not run.marked)
    last = run.bulletins[-1]
    old = {d["stem"]: d for d in documents_of(generated, last)}[run.original_name]
    database = Path(shutil.copy(generated.database, tmp_path))
    with duckdb.connect(database) as connection:
        connection.execute(
            # a reprint of the first issue, which tells of another place than the correction
            "insert into marts.dim_document by name select * replace ('reprint' as document_id,"
            " true as is_current, null as superseded_by_document_id, null as supersession_basis,"
            " document_id as duplicate_of_document_id)"
            f" from marts.dim_document where document_id = '{old['id']}';"
            "insert into marts.fct_observations by name select * replace ('reprint' as document_id,"
            " 'reprint ' || observation_id as observation_id, true as is_current)"
            f" from marts.fct_observations where document_id = '{old['id']}';"
            "insert into marts.fct_observation_tellings by name select * replace ("
            " 'reprint ' || observation_id as observation_id, 'there' as total_key,"
            " 'there' as figure_key) from marts.fct_observation_tellings"
            " semi join (select observation_id from marts.fct_observations"
            f" where document_id = '{old['id']}') as told using (observation_id)"
        )
    known = total_as_known(database, last.day + timedelta(days=1), last.day)
    assert known == last.violations[0].total


def test_a_file_that_changed_twice_says_what_it_said_between(
    generated: Generated, tmp_path: Path
) -> None:
    run = next(runs_with(generated, "none"))
    day = run.bulletins[-1].day
    (third,) = [document["id"] for document in documents_of(generated, run.bulletins[-1])]
    loaded = {"first": day + timedelta(1), "second": day + timedelta(3), third: day + timedelta(5)}
    database = Path(shutil.copy(generated.database, tmp_path))
    with duckdb.connect(database) as connection:
        for table in ("dim_document", "fct_observations"):
            connection.execute(
                f"create table {table} as from marts.{table} where document_id = $id", {"id": third}
            )
        # both of its former texts are replaced by the one that is there
        for text in ("first", "second"):
            connection.execute(
                "insert into marts.dim_document by name select * replace ("
                f" '{text}' as document_id, false as is_current,"
                " document_id as superseded_by_document_id, 'file changed' as supersession_basis)"
                " from dim_document;"
                "insert into marts.fct_observations by name select * replace ("
                f" '{text}' as document_id, '{text} ' || observation_id as observation_id,"
                " false as is_current) from fct_observations"
            )
        for document, at in loaded.items():
            connection.execute(
                "update marts.dim_document set loaded_at = $at where document_id = $id",
                {"at": at, "id": document},
            )
    for document, at in loaded.items():
        known = rows(
            database,
            "select distinct document_id from marts.observations_as_known($at)"
            " where document_id in ('first', 'second', $third)",
            at=at,
            third=third,
        )
        assert known == [(document,)], at
