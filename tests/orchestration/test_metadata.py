"""What Dagster's pages tell of assets and checks, asked of its own records."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import dagster as dg
import duckdb
import pytest

from dagster_project.assets.dbt_names import THEME, theme_of
from dagster_project.assets.headline import _short_picture, _short_table, headline, svg
from dagster_project.checks.offending import offending_rows, with_paths
from dagster_project.definitions import build_definitions
from dagster_project.settings import Settings
from dagster_project.tables import evidence, markdown_table


@pytest.fixture(scope="module")
def instance(built: Settings):
    with dg.DagsterInstance.from_config(str(built.dagster_home)) as opened:
        yield opened


def told_of(instance: dg.DagsterInstance, key: str) -> dict[str, object]:
    event = instance.get_latest_materialization_event(dg.AssetKey(key.split("/")))
    assert event is not None
    return {name: item.value for name, item in event.asset_materialization.metadata.items()}


def test_columns_have_types_and_the_words_of_their_yml(instance):
    schema = told_of(instance, "marts/fct_events")["dagster/column_schema"]
    event_id = schema.columns[0]
    assert (event_id.name, event_id.type) == ("event_id", "varchar")
    assert event_id.description == (
        "Key of the event; it's stable. Made from `int_recorded_events.event_id`."
    )
    raw = told_of(instance, "raw/articles")["dagster/column_schema"]
    assert "document_id" in [column.name for column in raw.columns]


def test_lineage_leads_from_a_mart_to_the_raw_column(instance):
    key, column = "marts/fct_events", "document_id"
    path = [key]
    while not key.startswith("raw/"):
        lineage = told_of(instance, key)["dagster/column_lineage"].deps_by_column
        parent = lineage[column][0]
        key, column = parent.asset_key.to_user_string(), parent.column_name
        path.append(key)
    assert path[1:-1] == [
        "intermediate/int_recorded_events",
        "intermediate/int_events",
        "intermediate/int_sentences",
        "staging/stg_documents_to_read",
        "staging/stg_documents",
    ]
    assert column == "document_id"


def test_published_file_tells_the_latest_day_and_numbers_to_plot(built, instance):
    told = told_of(instance, "published/sitrep")
    assert told["latest_day"] == "2017-09-11"
    assert "| aid_mass | Russia | 7.5 | t |" in told["headline"]
    for name in ("documents", "events", "observations"):
        assert told[name] == 5
    assert told["open_discrepancies"] == 0
    assert told["report"] == str(built.home / "report" / "index.html")
    address = re.search(r"\(data:image/svg\+xml,([^)]+)\)", told["chart"])[1]
    assert "Russia" in unquote(address)


def test_owners_tags_and_kinds_are_those_of_dbt(built, tiny_dbt):
    definitions = build_definitions(built, dbt_project_dir=tiny_dbt)
    specs = {spec.key.to_user_string(): spec for spec in definitions.resolve_all_asset_specs()}
    events = specs["marts/fct_events"]
    assert events.owners == ["team:sitrep"]
    assert events.tags[THEME] == "facts"
    assert {"dbt", "duckdb"} <= events.kinds
    assert specs["intermediate/int_sentences"].tags[THEME] == "text"
    assert specs["seeds/row_drop_limits"].tags[THEME] == "audit"
    assert specs["staging/stg_documents"].tags[THEME] == "staging"


def test_folders_within_folders_are_told_apart():
    def theme(*folders: str) -> str:
        return theme_of({"resource_type": "model", "fqn": ["sitrep", *folders, "int_x"]})

    assert theme("intermediate", "mentions", "places") == "mentions.places"
    assert theme("intermediate", "observations", "places") == "observations.places"


def test_checks_say_what_they_make_sure_of(built, tiny_dbt):
    graph = build_definitions(built, dbt_project_dir=tiny_dbt).resolve_asset_graph()
    said = {key.name: graph.get_check_spec(key).description for key in graph.asset_check_keys}
    assert said["primary_key_fct_events_event_id"] == "`event_id` is filled and stands once."
    assert said["accepted_values_fct_events_event_type__CONSULT"] == (
        "`event_type` is one of `CONSULT`."
    )
    assert said["never_null_row_drop_limits_max_drop"] == "`max_drop`: always filled."
    assert said["events_have_documents"] == "Every event has its document."


@pytest.fixture
def marts():
    connection = duckdb.connect()
    connection.execute("create schema marts")
    for sql in (
        "table marts.fct_observations as select 'o1' as observation_id, 'd1' as document_id,"
        " 'tons' as unit, 7 as value, 'Seven tons [arrived](http://x).' as quote",
        "table marts.fct_reconciliations as select 'r1' as reconciliation_id,"
        " 'o1' as observation_id, 2 as difference",
        "table marts.dim_actor as select 'rus' as actor_id",
    ):
        connection.execute(f"create {sql}")
    yield connection
    connection.close()


QUOTE = "Seven tons [arrived](http://x)."


@pytest.mark.parametrize(
    ("compiled", "test", "relation", "expected"),
    [
        pytest.param(
            "select reconciliation_id, difference from marts.fct_reconciliations",
            {},
            "",
            {"reconciliation_id": "r1", "difference": 2, "document_id": "d1", "quote": QUOTE},
            id="a test that gives keys",
        ),
        pytest.param(
            "select unit as value_field, count(*) as n_records from marts.fct_observations"
            " group by all",
            {"column_name": "unit"},
            "marts.fct_observations",
            {"unit": "tons", "observation_id": "o1", "document_id": "d1", "quote": QUOTE},
            id="a test that gives values of a column",
        ),
        pytest.param(
            "select actor_id, count(*) as row_count from marts.dim_actor group by all",
            {"column_name": "actor_id"},
            "marts.dim_actor",
            {"actor_id": "rus", "row_count": 1},
            id="a table without quotes",
        ),
        pytest.param(
            "select 'e1' as event_id",
            {},
            "",
            {"event_id": "e1"},
            id="a table that was not built",
        ),
    ],
)
def test_offending_rows_have_their_quotes(marts, compiled, test, relation, expected):
    columns, rows = offending_rows(marts, compiled, test, relation)
    assert [dict(zip(columns, row, strict=True)) for row in rows] == [expected]


def test_offending_rows_name_the_path_of_their_document(marts):
    rows = [("o1", "d1", 7), ("o2", "d2", 8), ("o3", None, 9)]
    columns = ["observation_id", "document_id", "value"]
    assert with_paths(marts, columns, rows) == (columns, rows), "no document was loaded"
    marts.execute("create schema raw")
    for kind, key in (("articles", "d1"), ("bulletins", "d2")):
        marts.execute(
            f"create table raw.{kind} as select '{key}' as document_id,"
            f" '{kind}/{key}.txt' as source_path"
        )
    assert with_paths(marts, columns, rows) == (
        ["observation_id", "document_id", "source_path", "value"],
        [
            ("o1", "d1", "articles/d1.txt", 7),
            ("o2", "d2", "bulletins/d2.txt", 8),
            ("o3", None, None, 9),
        ],
    )
    assert with_paths(marts, ["source_path", "document_id"], [("a.txt", "d1")])[0] == [
        "source_path",
        "document_id",
    ]


def test_words_of_a_document_make_no_link_or_tag():
    table = markdown_table(("quote",), [("[a](http://x) <img src=y> `c` a|b \\",)])
    assert table.splitlines()[2] == r"| \[a\](http://x) \<img src=y> \`c\` a\|b \\ |"


FIGURES = [(f"2020-01-{day:02}", "A & B", float(day)) for day in range(1, 32)]


def test_chart_is_a_picture_of_the_last_days():
    picture = svg([*FIGURES, ("2020-01-31", "C", 0.0)])
    words = [item.text for item in ElementTree.fromstring(picture).iter() if item.text]
    assert words == ["A & B", "C", "2020-01-12 – 2020-01-31, most 31"]


def test_what_is_longer_than_the_page_shows_in_place_is_shortened():
    reporters = [(day, who * 40, value) for day, _, value in FIGURES for who in ("A", "B")]
    assert len(_short_picture("chart", reporters)) < 1000
    rows = [("a measure", number, "x" * 50) for number in range(40)]
    table = _short_table("title", ("measure", "value", "unit"), rows)
    assert len(table) < 1000
    assert re.search(r"\.\.\. and \d+ more$", table)


def test_rows_with_a_quote_show_it_whole():
    sentence = "word " * 100 + "| end"
    shown = evidence(("unit", "quote", "value"), [("t", sentence, 7), (None, None, 8)])
    assert shown.splitlines() == [
        f"- “{'word ' * 100}\\| end” | unit t | value 7",
        "- “no quote” | value 8",
    ]
    assert evidence(("unit",), [("t",)]).splitlines()[0] == "| unit |"


def headline_of(built, *changes: str):
    """The headline of the tiny warehouse, some of whose rows are changed."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{built.published_database}' as held (read_only)")
        connection.execute("create schema marts")
        for table in (
            *("dim_document", "fct_events", "fct_observations", "fct_reconciliations"),
            *("mart_daily_series", "dim_measure", "dim_actor"),
        ):
            connection.execute(f"create table marts.{table} as from held.marts.{table}")
        for change in changes:
            connection.execute(change)
        return headline(connection)


def test_no_figure_with_a_day_has_no_headline(built):
    told = headline_of(built, "delete from marts.mart_daily_series")
    assert told["documents"].value == 5
    assert not {"headline", "chart"} & told.keys()


def test_figure_of_two_series_stands_once_in_the_headline(built):
    # As a day's figure is where two totals count from different days.
    twice = "insert into marts.mart_daily_series from marts.mart_daily_series"
    assert headline_of(built, twice)["headline"].value == headline_of(built)["headline"].value


def test_money_of_two_currencies_is_two_figures_of_the_headline(built):
    told = headline_of(
        built,
        "update marts.mart_daily_series set currency = 'USD'",
        "insert into marts.mart_daily_series"
        " select * replace ('EUR' as currency) from marts.mart_daily_series",
    )
    for currency in ("EUR", "USD"):
        assert f"| aid_mass | Russia | 7.5 | {currency} |" in told["headline"].value
        assert f"Russia, {currency}" in unquote(told["chart"].value)
