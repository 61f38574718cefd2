"""Generated bulletins: what was put in comes out, and every fault that was put in is found."""

from collections import Counter, defaultdict
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.rules.small_warehouse import rows
from tests.warehouse.bulletins import CENTRE, Bulletin
from tests.warehouse.conftest import Generated
from tests.warehouse.layouts import LAYOUTS, RUSSIAN_PARTY
from tests.warehouse.numbers import THOUSANDS
from tests.warehouse.questions import documents_of, runs_with, total_as_known
from tests.warehouse.scenarios import FAULTS

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ledger")]

SERIES = {
    "deescalation": "deescalation-memorandum",
    "reconciliation": "reconciliation-centre-bulletin",
}
# What names a load; everything else must be the same whatever the order of loading.
LOAD_COLUMNS = {"loaded_at", "run_id", "refresh_id"}


def expected_figures(bulletin: Bulletin) -> Counter[tuple[Any, ...]]:
    return Counter(
        (f.measure, float(f.value), f.period, f.reporter, f.place, f.kind, bulletin.day)
        for f in bulletin.figures()
    )


@pytest.fixture(scope="module")
def stated(generated: Generated) -> dict[str, Counter[tuple[Any, ...]]]:
    """The observations of each document, by its file's stem."""
    found: dict[str, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    for stem, *figure in rows(
        generated.database,
        "select parse_filename(d.source_path, true), o.measure, o.value, o.period,"
        " o.reported_by_actor_id, o.location_id, o.part_kind, o.as_of_date"
        " from marts.fct_observations as o inner join marts.dim_document as d using (document_id)",
    ):
        found[stem][tuple(figure)] += 1
    return found


@pytest.fixture(scope="module")
def reconciliations(generated: Generated) -> dict[tuple[Any, ...], dict[str, Any]]:
    """By kind, stem, measure and reporter; of totals only those without a place."""
    connection = duckdb.connect(generated.database, read_only=True)
    try:
        result = connection.execute(
            "select r.*, parse_filename(d.source_path, true) as stem,"
            " parse_filename(p.source_path, true) as previous_stem"
            " from marts.fct_reconciliations as r"
            " inner join marts.fct_observations as o using (observation_id)"
            " inner join marts.dim_document as d on r.document_id = d.document_id"
            " left join marts.dim_document as p on r.previous_document_id = p.document_id"
            " where o.location_id is null"
        )
        columns = [column[0] for column in result.description]
        found = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    finally:
        connection.close()
    for row in found:
        # of a bulletin and its copy or retelling the ids decide which one is counted
        row["stem"] = row["stem"].replace("-spaced", "-again").replace("-retold", "")
    return {(r["kind"], r["stem"], r["measure"], r["reported_by_actor_id"]): r for r in found}


def test_every_fault_is_drawn(generated: Generated) -> None:
    assert Counter(run.fault for run in generated.runs).keys() == set(FAULTS)


def test_every_layout_and_number_format_is_drawn(generated: Generated) -> None:
    bulletins = [bulletin for run in generated.runs for bulletin in run.present]
    layouts = {(b.language, item.layout) for b in bulletins for item in b.violations if item.parts}
    assert layouts == {(language, name) for language in LAYOUTS for name in LAYOUTS[language]}
    formats = {(b.language, b.thousands, b.words) for b in bulletins}
    assert {(language, mark) for language, mark, _ in formats} == set(product(LAYOUTS, THOUSANDS))
    assert {(language, words) for language, _, words in formats} == set(
        product(LAYOUTS, (True, False))
    )
    assert len({b.order for b in bulletins}) == 6


def test_what_was_put_in_comes_out(generated: Generated, stated: dict[str, Counter]) -> None:
    wrong = []
    for run in generated.runs:
        for bulletin in run.present:
            want, got = expected_figures(bulletin), stated[run.stem(bulletin)]
            if want != got:
                wrong.append(f"{bulletin.text()}\nmissing {want - got}\ntoo many {got - want}")
    assert not wrong, f"{len(wrong)} bulletins are misread:\n" + "\n\n".join(wrong[:5])


def test_daily_sums_are_those_of_the_bulletins(generated: Generated) -> None:
    want: dict[tuple[Any, ...], float] = {}
    for run in generated.runs:
        for bulletin in run.present:
            want |= daily_sums(bulletin)
    got = rows(
        generated.database,
        "select measure, as_of_date, reported_by_actor_id, location_id, sum(value)"
        " from marts.fct_observations where is_countable group by all",
    )
    assert {tuple(key): value for *key, value in got} == want


def daily_sums(bulletin: Bulletin) -> dict[tuple[Any, ...], float]:
    """A total stands where its parts do not add up to it, else the parts."""
    found = {}
    closed = {v.reporter for v in bulletin.violations if sum(n for *_, n in v.parts) == v.total}
    for figure in bulletin.figures():
        if figure.period != "last_24h":
            continue
        if figure.kind is None or (figure.kind == "part") == (figure.reporter in closed):
            key = (figure.measure, bulletin.day, figure.reporter, figure.place)
            found[key] = float(figure.value)
    return found


def test_totals_close_unless_they_were_broken(
    generated: Generated, reconciliations: dict[tuple[Any, ...], dict[str, Any]]
) -> None:
    tested = 0
    for run in generated.runs:
        for bulletin in run.present:
            for item in bulletin.violations:
                if not item.parts:
                    continue
                key = ("parts_to_total", run.stem(bulletin), "ceasefire_violations", item.reporter)
                row, parts = reconciliations[key], sum(n for *_, n in item.parts)
                assert (row["stated"], row["expected"]) == (item.total, parts), bulletin.text()
                assert row["status"] == ("closed" if item.total == parts else "open")
                if item.total != parts:
                    beginning = f"stated {item.total:,} cases, parts add up to {parts:,}: "
                    assert row["explanation"].startswith(beginning)
                tested += 1
    assert tested > 2 * len(generated.runs)


@pytest.mark.parametrize("fault", ["part missing", "total altered"])
def test_a_broken_total_is_open(
    fault: str,
    generated: Generated,
    reconciliations: dict[tuple[Any, ...], dict[str, Any]],
) -> None:
    for run in runs_with(generated, fault):
        stem = run.stem(run.bulletins[-1])
        row = reconciliations["parts_to_total", stem, "ceasefire_violations", RUSSIAN_PARTY]
        assert row["status"] == "open"
        assert row["difference"] > 0


def test_running_totals_close_from_day_to_day(
    generated: Generated, reconciliations: dict[tuple[Any, ...], dict[str, Any]]
) -> None:
    for run in generated.runs:
        for earlier, later in zip(run.present, run.present[1:], strict=False):
            if later.day - earlier.day > timedelta(days=1):
                continue
            for measure in ("settlements_reconciled", "area_liberated"):
                row = reconciliations["running_total", run.stem(later), measure, CENTRE]
                falls = measure == "settlements_reconciled" and run.fault == "total falls"
                is_broken = falls and later is run.bulletins[-1]
                assert row["previous_stem"] == run.stem(earlier)
                assert row["status"] == ("open" if is_broken else "closed"), row["explanation"]


def test_a_running_total_that_falls_is_open(
    generated: Generated, reconciliations: dict[tuple[Any, ...], dict[str, Any]]
) -> None:
    for run in runs_with(generated, "total falls"):
        before, last = run.bulletins[-2:]
        row = reconciliations["running_total", run.stem(last), "settlements_reconciled", CENTRE]
        assert row["status"] == "open"
        fall = (before.settlements or 0) - (last.settlements or 0)
        assert row["explanation"].endswith(f"a running total that falls by {fall}")


def test_a_day_left_out_is_missed(
    generated: Generated, reconciliations: dict[tuple[Any, ...], dict[str, Any]]
) -> None:
    missing = set(
        rows(generated.database, "select series, date_day from marts.mart_missing_bulletins")
    )
    for run in runs_with(generated, "day left out"):
        left_out = run.bulletins[1]
        assert (SERIES[left_out.series], left_out.day) in missing
        stem = run.stem(run.bulletins[-1])
        row = reconciliations["running_total", stem, "settlements_reconciled", CENTRE]
        assert row["status"] == "not_testable"
        assert row["difference"] == left_out.agreements
        assert (row["days_between"], row["days_without_flow"]) == (2, 1)
        (series_day,) = rows(
            generated.database,
            "select has_bulletin, daily_flow, stated_total from marts.mart_daily_series"
            " where measure = 'settlements_reconciled' and location_id is null"
            " and date_day = $day",
            day=left_out.day,
        )
        assert series_day == (False, None, None)


def test_the_daily_series_has_each_day_as_the_bulletins_tell_it(generated: Generated) -> None:
    found = {
        (measure, day): (flow, stated, implied, gap, has_bulletin)
        for measure, day, flow, stated, implied, gap, has_bulletin in rows(
            generated.database,
            "select measure, date_day, daily_flow, stated_total, implied_total, gap, has_bulletin"
            " from marts.mart_daily_series where location_id is null"
            " and reported_by_actor_id = $centre and measure like 'settlements%'",
            centre=CENTRE,
        )
    }
    for run in generated.runs:
        if run.fault == "total falls":
            continue
        for earlier, later in zip(run.present, run.present[1:], strict=False):
            told = found["settlements_reconciled", later.day]
            implied = (earlier.settlements or 0) + (later.agreements or 0)
            gap = (later.settlements or 0) - implied
            assert told == (later.agreements, later.settlements, implied, gap, True)
            assert (gap != 0) == (later.day - earlier.day > timedelta(days=1) and gap > 0)


def test_discrepancies_are_the_open_statements_the_worst_first(generated: Generated) -> None:
    listed = rows(
        generated.database,
        "select reconciliation_id, difference_share from marts.mart_discrepancies"
        " order by discrepancy_rank",
    )
    shares = [share for _, share in listed]
    assert shares == sorted(shares, reverse=True)
    opened = rows(
        generated.database,
        "select r.reconciliation_id from marts.fct_reconciliations as r"
        " inner join marts.dim_document as d using (document_id)"
        " where r.status = 'open' and d.is_current and d.duplicate_of_document_id is null",
    )
    assert Counter(listed_id for listed_id, _ in listed) == Counter(key for (key,) in opened)
    broken = [run for run in generated.runs if run.fault in ("part missing", "total altered")]
    assert len(listed) >= len(broken)


def test_a_document_loaded_twice_is_one(generated: Generated) -> None:
    outcomes = dict(
        rows(generated.database, "select source_path, max(outcome) from raw.load_ledger group by 1")
    )
    for run in runs_with(generated, "loaded twice"):
        last = run.bulletins[-1]
        name = f"bulletins/{run.name(last)}"
        # both came in the first load; in the second they are unchanged and duplicate again
        assert outcomes[f"{name}.txt"] == "duplicate"
        documents = documents_of(generated, last)
        assert [d["duplicate"] for d in documents].count(None) == 1
        assert len(documents) == 2


def test_a_bulletin_in_another_language_is_linked_and_not_counted_again(
    generated: Generated,
) -> None:
    for run in runs_with(generated, "retold"):
        documents = documents_of(generated, run.bulletins[-1])
        assert [d["is_current"] for d in documents] == [True, True]
        fuller, other = sorted(documents, key=lambda d: d["retells"] is not None)
        assert (fuller["retells"], other["retells"]) == (None, fuller["id"])
    told = rows(
        generated.database,
        "select verdict, count(*) from marts.fct_reconciliations"
        " where kind = 'cross_document' group by 1",
    )
    assert dict(told).keys() == {"same", "corrected"}


def test_a_bulletin_that_an_article_reprints_is_linked_and_not_counted_again(
    generated: Generated,
) -> None:
    for run in runs_with(generated, "reprinted"):
        last = run.bulletins[-1]
        ((original, duplicate, figures, counted),) = rows(
            generated.database,
            "select d.document_id, a.duplicate_of_document_id, count(*),"
            " count(*) filter (where o.is_countable)"
            " from marts.dim_document as d, marts.dim_document as a"
            " inner join marts.fct_observations as o on a.document_id = o.document_id"
            " where d.source_path = $bulletin and a.source_path = $article group by all",
            bulletin=f"bulletins/{run.stem(last)}.txt",
            article=f"articles/{run.name(last)}-reprint.txt",
        )
        assert duplicate == original
        assert figures > 0
        assert counted == 0
        known = total_as_known(generated.database, last.day + timedelta(days=1), last.day)
        assert known == last.violations[0].total


@pytest.mark.parametrize("marked", [True, False])
def test_the_corrected_version_counts_though_it_came_first(
    marked: bool,
    generated: Generated,
    reconciliations: dict[tuple[Any, ...], dict[str, Any]],
) -> None:
    runs = [run for run in runs_with(generated, "corrected") if run.marked == marked]
    assert runs
    for run in runs:
        last, original = run.bulletins[-1], run.original
        assert original is not None
        by_stem = {d["stem"]: d for d in documents_of(generated, last)}
        old, new = by_stem[run.original_name], by_stem[run.stem(last)]
        assert (old["is_current"], new["is_current"]) == (False, True)
        assert (old["superseded_by"], new["superseded_by"]) == (new["id"], None)
        assert old["basis"] == ("marked as corrected" if marked else "published later")
        key = ("cross_document", run.stem(last), "ceasefire_violations", RUSSIAN_PARTY)
        row = reconciliations[key]
        stated, corrected = original.violations[0].total, last.violations[0].total
        assert (row["verdict"], row["expected"], row["stated"]) == ("corrected", stated, corrected)
        assert row["explanation"] == f"corrected from {stated:,} to {corrected:,} cases"
        if not marked:
            day = last.day
            assert total_as_known(generated.database, day, day) == stated
            assert total_as_known(generated.database, day + timedelta(days=1), day) == corrected


def test_the_order_of_loading_changes_nothing(generated: Generated, loaded_otherwise: Path) -> None:
    tables = rows(
        generated.database,
        "select table_name, list(column_name order by column_index) from duckdb_columns()"
        " where schema_name = 'marts' and not table_name like 'audit%' group by 1",
    )
    assert len(tables) >= 6
    for table, columns in tables:
        kept = ", ".join(column for column in columns if column not in LOAD_COLUMNS)
        query = f"select {kept} from marts.{table} order by all"
        assert rows(generated.database, query) == rows(loaded_otherwise, query), table
