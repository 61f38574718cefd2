"""A slip in a dictionary or rule is told with file, line, column and rule."""

import shutil
from pathlib import Path

import pytest

from dagster_project.building.seeds import SeedError, check_seeds
from dagster_project.commands.refresh import refresh
from dagster_project.settings import PROJECT_ROOT

MEASURES = """\
seeds:
  - name: measures
    config:
      column_types: {measure: varchar, unit: varchar, since: date, weight: double, daily: boolean}
    columns:
      - {name: measure, data_tests: [primary_key]}
      - {name: unit, data_tests: [{accepted_values: {arguments: {values: [cases, persons]}}}]}
      - {name: since}
      - {name: weight}
      - {name: daily}
"""
RULES = """\
seeds:
  - name: rules
    config:
      column_types: {rule_id: varchar, priority: integer, measure: varchar, pattern: varchar}
    data_tests:
      - never_null: {arguments: {columns: [priority]}}
      - unique_combination: {arguments: {combination_of_columns: [measure, pattern]}}
    columns:
      - {name: rule_id, data_tests: [primary_key]}
      - {name: priority}
      - name: measure
        data_tests:
          - relationships: {arguments: {to: ref('measures'), field: measure}}
          - relationships: {arguments: {to: ref('dim_measure'), field: measure}}
      - {name: pattern}
"""
SOUND = {
    "measures.csv": "measure,unit,since,weight,daily\nshots,cases,2017-09-11,0.5,true\n",
    "rules.csv": 'rule_id,priority,measure,pattern\nshot,1,shots,"(?i)shots?, fired"\n',
}


def told(folder: Path, **changed: str | bytes) -> str:
    """What is said of a project whose two seeds have this content."""
    seeds = folder / "dbt" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "measures.yml").write_text(MEASURES)
    (seeds / "rules.yml").write_text(RULES)
    for name, text in SOUND.items():
        content = changed.get(name.removesuffix(".csv"), text)
        (seeds / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        check_seeds(folder / "dbt")
    except SeedError as error:
        return str(error)
    return ""


def test_seeds_of_the_project_are_sound():
    check_seeds(PROJECT_ROOT / "dbt")


def test_sound_rows_are_let_through(tmp_path):
    assert told(tmp_path) == ""


def test_a_spreadsheets_byte_order_mark_and_quotes_do_no_harm(tmp_path):
    text = '\ufeff"measure",unit,since,weight,daily\r\n"shots",cases,,,\r\n\r\n'
    assert told(tmp_path, measures=text) == ""


def test_line_separator_in_a_cell_ends_no_row(tmp_path):
    assert told(tmp_path, rules=SOUND["rules.csv"] + "two,2,shots,one\u2028line\n") == ""


def test_lock_of_an_editor_is_no_seed(tmp_path):
    seeds = tmp_path / "dbt" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / ".#measures.csv").symlink_to("analyst@desk.1:2")
    check_seeds(tmp_path / "dbt")


@pytest.mark.parametrize(
    ("seed", "row", "expected"),
    [
        ("rules", "far,2,hits,", "measure 'hits' is not in column measure of dbt/seeds/measures."),
        ("rules", "shot,2,shots,", "rule_id 'shot' stands in line 2 already"),
        ("rules", ",2,shots,", "rule_id is empty"),
        ("rules", "far,,shots,", "priority is empty"),
        ("rules", "far,second,shots,", "priority 'second' is no whole number"),
        ("rules", "far,2,shots,(open", "pattern '(open' is no RE2 pattern: missing )"),
        ("rules", 'far,2,shots,"(?i)shots?, fired"', "measure and pattern 'shots'"),
        ("rules", "far,2,shots,one, two", "has 5 fields, the header 4 (a text with a comma"),
        ("measures", "hits,tanks,,,", "unit 'tanks' is none of cases, persons"),
        ("measures", "hits,cases,11.09.2017,,", "since '11.09.2017' is no date as 2017-09-11"),
        ("measures", "hits,cases,20170911,,", "since '20170911' is no date as 2017-09-11"),
        ("measures", 'hits,cases,,"0,5",', "weight '0,5' is no number"),
        ("measures", "hits,cases,,,maybe", "daily 'maybe' is neither true nor false"),
    ],
)
def test_slip_is_told_with_file_line_and_rule(tmp_path, seed, row, expected):
    said = told(tmp_path, **{seed: SOUND[f"{seed}.csv"] + row + "\n"})
    line = said.splitlines()[1]
    assert line.startswith(f"dbt/seeds/{seed}.csv, line 3: ")
    assert expected in line


def test_line_is_counted_behind_a_cell_of_two_lines(tmp_path):
    text = SOUND["rules.csv"] + 'two,2,shots,"one\nline"\nfar,x,shots,p\n'
    assert "line 5: priority 'x'" in told(tmp_path, rules=text)


def test_columns_that_are_missing_or_unknown(tmp_path):
    said = told(tmp_path, measures="measure,units,since,weight,daily\n")
    assert "line 1: the columns are measure, unit, since" in said
    assert "unit missing; 'units' unknown" in said


def test_semicolons_of_a_spreadsheet(tmp_path):
    said = told(tmp_path, measures="measure;unit;since;weight;daily\n")
    assert "separated by semicolons" in said


def test_another_encoding(tmp_path):
    content = SOUND["measures.csv"].encode() + "мина,cases,,,".encode("cp1251")
    assert "dbt/seeds/measures.csv, line 3: is not UTF-8." in told(tmp_path, measures=content)


@pytest.mark.parametrize("following", [1, 40_000])
def test_quote_that_is_never_closed_is_told_where_it_opens(tmp_path, following):
    rows = '"hits,cases,,,\n' + "more,cases,,,\n" * following
    said = told(tmp_path, measures=SOUND["measures.csv"] + rows)
    assert "dbt/seeds/measures.csv, line 3: the row that begins here cannot be read" in said
    assert "double quotes" in said


def test_of_many_slips_ten_are_told(tmp_path):
    rows = "".join(f"hit{number},tanks,,,\n" for number in range(15))
    lines = told(tmp_path, measures=SOUND["measures.csv"] + rows).splitlines()
    assert len(lines) == 12
    assert lines[-1] == "... and 5 more."


@pytest.mark.slow
def test_refresh_stops_at_a_slip(own, tmp_path, tiny_dbt, capfd):
    project = shutil.copytree(tiny_dbt, tmp_path / "dbt")
    limits = project / "seeds" / "audit" / "row_drop_limits.csv"
    limits.write_text(limits.read_text() + "documents,half\n")
    before = own.published_database.read_bytes()
    assert refresh(own, dbt_project_dir=project) == 1
    err = capfd.readouterr().err
    assert "row_drop_limits.csv, line" in err
    assert "max_drop 'half' is no number" in err
    assert "Traceback" not in err
    assert "Stack Trace" not in err
    assert own.published_database.read_bytes() == before
