"""Which documents a failed test or model names, and how long they stay set aside."""

from datetime import datetime

import duckdb
import pytest

from dagster_project.checks.bisection import documents_that_fail
from dagster_project.checks.blame import documents_blamed
from dagster_project.loading.raw_tables import prepare
from dagster_project.loading.set_aside import Fault, documents_set_aside, release, set_aside

ONE, TWO, THREE = (digit * 24 for digit in "123")
AT = datetime(2030, 1, 1)


@pytest.fixture
def build():
    """A build file with three documents, an event of each and a figure of each."""
    with duckdb.connect() as connection:
        prepare(connection)
        for number, document in enumerate((ONE, TWO, THREE)):
            connection.execute(
                "insert into raw.articles values ($id, $path, $id, 'x', 1, 'utf-8', 'text/plain',"
                " null, null, null, null, null, null, null, $at, 'run', 'r1', true, null)",
                {"id": document, "path": f"articles/{number}.txt", "at": AT},
            )
        connection.execute(
            "insert into raw.refreshes values ('r1', $at, 'running', 3, '', '')", {"at": AT}
        )
        connection.execute("""
            create schema intermediate;
            create table intermediate.int_events as
            select md5(document_id) as event_id, document_id, 'MEET' as event_type
            from raw.articles;
            create table intermediate.int_figures as
            select document_id || '-000001-n0001' as mention_id, source_path as figure
            from raw.articles;
        """)
        yield connection


EVENTS = "memory.intermediate.int_events"
FIGURES = "memory.intermediate.int_figures"


def failed_test(found: str, table: str, *, columns: list[str] | None = None):
    """Results and manifest of one test of a table that found the rows of a query."""
    one = columns[0] if columns and len(columns) == 1 else None
    several = {"combination_of_columns": columns} if columns and one is None else {}
    test = {
        "name": "primary_key_events_of_all_its_arguments",
        "resource_type": "test",
        "description": "All is well.",
        "attached_node": "model.sitrep.events",
        "column_name": one,
        "test_metadata": {"name": "primary_key", "kwargs": several},
    }
    manifest = {"nodes": {"test.some": test, "model.sitrep.events": {"relation_name": table}}}
    result = {"status": "fail", "compiled_code": found, "message": "Got 1 result"}
    return {"test.some": result}, manifest | {"sources": {}}


@pytest.mark.parametrize(
    ("found", "table", "columns"),
    [
        (f"select document_id, 'x' as fault from {EVENTS} where document_id = '{TWO}'", "", None),
        (f"select event_id from {EVENTS} where document_id = '{TWO}'", "", None),
        (f"select mention_id from {FIGURES} where figure like '%1.txt'", "", None),
        ("select 'articles/1.txt' as value_field, 1 as n_records", FIGURES, ["figure"]),
        (f"select event_id, 2 from {EVENTS} where document_id = '{TWO}'", EVENTS, ["event_id"]),
        (
            f"select event_type, document_id as d from {EVENTS} where document_id = '{TWO}'",
            EVENTS,
            ["event_type", "document_id"],
        ),
    ],
    ids=["document", "hashed key", "id of a mention", "value", "key", "combination"],
)
def test_rows_of_a_test_name_their_document(build, found, table, columns):
    results, manifest = failed_test(found, table, columns=columns)
    blamed = documents_blamed(build, results, manifest, set(), 9)
    assert blamed.keys() == {TWO}
    assert blamed[TWO].check == "primary_key on events"
    assert blamed[TWO].detail.startswith("All is well. Found: ")


def test_rows_of_no_document_name_none(build):
    results, manifest = failed_test("select date '2020-01-01' as date_day, 1 as rule_id", "")
    assert documents_blamed(build, results, manifest, set(), 9) == {}


def test_documents_read_now_are_blamed_before_those_read_earlier(build):
    results, manifest = failed_test(f"select document_id from {EVENTS}", EVENTS)
    assert documents_blamed(build, results, manifest, {THREE}, 9).keys() == {THREE}
    assert len(documents_blamed(build, results, manifest, {"other"}, 9)) == 3


def failed_model(compiled: str, message: str):
    """Results and manifest of a model of events that failed."""
    column = {"constraints": [{"type": "not_null"}, {"type": "primary_key"}]}
    model = {
        "name": "some_model",
        "resource_type": "model",
        "columns": {"event_id": column},
        "depends_on": {"nodes": ["model.events"]},
    }
    events = {"resource_type": "model", "relation_name": EVENTS}
    result = {"status": "error", "compiled_code": compiled, "message": message}
    manifest = {"nodes": {"model.some": model, "model.events": events}, "sources": {}}
    return {"model.some": result}, manifest


def test_rows_that_break_a_contract_name_their_document(build):
    twice = f"from {EVENTS} union all from {EVENTS} where document_id = '{TWO}'"
    results, manifest = failed_model(twice, 'Constraint Error: Duplicate key "event_id: 1"')
    blamed = documents_blamed(build, results, manifest, set(), 9)
    assert blamed.keys() == {TWO}
    assert blamed[TWO].detail.startswith("`event_id` stands once. Found: event_id ")


CAST = f"select event_id, cast(replace(document_id, '2', 'x') as hugeint) as n from {EVENTS}"


def test_text_at_which_a_model_raises_is_found_by_halves(build):
    results, manifest = failed_model(CAST, "Runtime Error\n  Conversion Error: Could not convert")
    blamed = documents_blamed(build, results, manifest, set(), 9)
    assert blamed.keys() == {TWO}
    assert blamed[TWO].detail.startswith("Conversion Error: Could not convert string 'xxx")


def test_model_that_raises_for_want_of_memory_names_none(build):
    results, manifest = failed_model(CAST, "Out of Memory Error: failed to allocate")
    assert documents_blamed(build, results, manifest, set(), 9) == {}


def test_query_that_raises_without_any_document_names_none(build):
    always = f"select error('always') as n union all select document_id from {EVENTS}"
    assert documents_that_fail(build, always, [EVENTS], 9) == {}


def test_halves_are_tried_until_too_many_raise(build):
    all_of_them = f"select cast('x' || document_id as integer) as n from {EVENTS}"
    assert len(documents_that_fail(build, all_of_them, [EVENTS], 9)) == 3
    assert len(documents_that_fail(build, all_of_them, [EVENTS], 1)) == 2


@pytest.mark.parametrize(
    ("change", "rules", "left"),
    [
        ("select 1", "rules", 1),
        ("select 1", "other rules", 0),
        ("update raw.articles set refresh_id = 'r2'", "rules", 0),
        ("delete from raw.articles", "rules", 0),
    ],
    ids=["nothing changed", "other rules", "loaded anew", "forgotten"],
)
def test_document_is_set_aside_until_it_or_the_rules_change(build, change, rules, left):
    set_aside(build, {TWO: Fault("check", "detail"), "nobody": Fault("check", "")}, "rules")
    assert documents_set_aside(build) == [("articles/1.txt", "check", "detail")]
    build.execute(change)
    release(build, rules)
    assert build.execute("select count(*) from raw.set_aside").fetchone() == (left,)


def test_everything_asked_for_is_read_again(build):
    set_aside(build, {TWO: Fault("check", "detail")}, "rules")
    release(build, "rules", everything=True)
    assert documents_set_aside(build) == []
