"""The exports: written whole or not at all, and any text comes back as it went in."""

import csv
import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import dagster as dg
import duckdb
import geopandas
import pandas
import pytest

from dagster_project.assets.exports import build_exports_asset
from dagster_project.commands import export as make_export
from dagster_project.exporting import export as exporting
from dagster_project.exporting.export import ExportError, export
from dagster_project.exporting.formats import write_geojson
from dagster_project.settings import Settings, load_settings

HOSTILE = [
    "plain",
    "",
    None,
    'a "quoted" word',
    "a, b; c\td",
    "two\nlines",
    "two\r\nlines",
    "a lone \r return",
    " blanks around ",
    "'",
    '"',
    '""',
    "\\n \\",
    "=1+1",
    "+7 495",
    "-5",
    "@sum(A1)",
    '=HYPERLINK("http://example.org","x")',
    "NULL",
    "NA",
    "true",
    "0012",
    "1e5",
    "Сирия, «Хама»",
    "حماة",
    "𝄞 \u200b \ufeff",
    "\u2028",
    "#meta+id",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Settings:
    """A published file of one table whose texts do their worst."""
    settings = Settings(home=tmp_path / "home")
    settings.home.mkdir()
    with duckdb.connect(settings.published_database) as connection:
        connection.execute("create schema marts")
        connection.execute(
            "create table marts.texts (id integer, text varchar, list varchar[], seen timestamp)"
        )
        connection.executemany(
            "insert into marts.texts values (?, ?, [?, 'b'], timestamp '2020-01-02 03:04:05.678')",
            [[number, text, text] for number, text in enumerate(HOSTILE)],
        )
    return settings


def test_hostile_texts_come_back_from_csv(hostile: Settings) -> None:
    export(hostile)
    path = hostile.exports / "csv" / "texts.csv"
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    assert list(frame["text"]) == [text or "" for text in HOSTILE]
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["text"] for row in rows] == [text or "" for text in HOSTILE]
    assert [json.loads(row["list"])[0] for row in rows] == HOSTILE
    assert {row["seen"] for row in rows} == {"2020-01-02T03:04:05.678"}


def test_hostile_texts_come_back_from_parquet(hostile: Settings) -> None:
    export(hostile)
    path = hostile.exports / "parquet" / "texts.parquet"
    assert duckdb.sql(f"select text from '{path}' order by id").fetchall() == [
        (text,) for text in HOSTILE
    ]


def test_csv_is_that_of_the_rfc(hostile: Settings) -> None:
    export(hostile)
    content = (hostile.exports / "csv" / "texts.csv").read_bytes()
    assert content.startswith(b"id,text,list,seen\r\n0,plain,")
    assert content.endswith(b"\r\n")
    assert b'"a ""quoted"" word"' in content


def test_formulas_are_guarded_where_wanted(hostile: Settings) -> None:
    export(Settings(home=hostile.home, export_guard_formulas=True))
    path = hostile.exports / "csv" / "texts.csv"
    texts = list(pandas.read_csv(path, dtype=str, keep_default_na=False)["text"])
    assert "'=1+1" in texts
    assert "'@sum(A1)" in texts
    assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)
    assert texts.count("plain") == 1
    said = json.loads((hostile.exports / "csv" / "datapackage.json").read_text())["description"]
    assert "apostrophe" in said


def test_hostile_texts_come_back_from_geojson(hostile: Settings, tmp_path: Path) -> None:
    path = tmp_path / "texts.geojson"
    with duckdb.connect(hostile.published_database, read_only=True) as connection:
        rows = write_geojson(
            connection,
            "select id, [{'longitude': 36.3, 'latitude': 33.5}] as points, text"
            " from marts.texts order by id",
            path,
        )
    assert rows == len(HOSTILE)
    read = json.loads(path.read_text(encoding="utf-8"))
    assert [feature["properties"]["text"] for feature in read["features"]] == HOSTILE
    assert len(geopandas.read_file(path)) == len(HOSTILE)


def test_no_feature_at_all_is_a_collection_too(hostile: Settings, tmp_path: Path) -> None:
    path = tmp_path / "none.geojson"
    with duckdb.connect(hostile.published_database, read_only=True) as connection:
        write_geojson(connection, "select 1 as id, [] as points where false", path)
    assert json.loads(path.read_text()) == {"type": "FeatureCollection", "features": []}


def files(settings: Settings) -> dict[str, bytes]:
    return {
        path.relative_to(settings.exports).as_posix(): path.read_bytes()
        for path in settings.exports.rglob("*")
        if path.is_file()
    }


def test_the_same_marts_give_the_same_files(own: Settings) -> None:
    before = files(own)
    export(own)
    assert files(own) == before
    assert "csv/fct_events.csv" in before


def test_a_failed_export_leaves_the_former_one(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(own)
    before = files(own)

    def full_disk(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "write_package", full_disk)
    with pytest.raises(ExportError, match="No space left"):
        export(own)
    assert files(own) == before
    assert [path.name for path in (own.home / ".exports").iterdir()] == [own.exports.resolve().name]


def test_rows_that_get_lost_are_an_error(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "write_csv", lambda *_args, **_options: 0)
    with pytest.raises(ExportError, match="0 rows were written of"):
        export(own)


def test_large_exports_are_left_alone_until_they_are_old(hostile: Settings, monkeypatch) -> None:
    def written_anew(settings: Settings) -> bool:
        before = settings.exports.resolve()
        assert dg.materialize([build_exports_asset(settings)]).success
        return settings.exports.resolve() != before

    export(hostile)
    assert written_anew(hostile), "they are small"
    monkeypatch.setattr(exporting, "_LARGE_BYTES", 0)
    assert not written_anew(hostile)
    assert written_anew(replace(hostile, export_hours=0))
    for age in (21 * 3600, -3600):
        seen = time.time() - age
        os.utime(hostile.exports, (seen, seen))
        assert written_anew(hostile)


def test_a_copied_warehouse_exports_anew(own: Settings) -> None:
    # A copy that follows links has a folder in the place of the link.
    assert not own.exports.is_symlink()
    export(own)
    assert own.exports.is_symlink()
    assert not own.exports.readlink().is_absolute()
    moved = own.home.with_name("moved")
    shutil.move(own.home, moved)
    assert (moved / "exports" / "csv" / "fct_events.csv").exists()


def test_files_of_the_former_export_are_gone(own: Settings) -> None:
    export(own)
    former = own.exports.resolve()
    export(own)
    assert not former.exists()
    assert len(list((own.home / ".exports").iterdir())) == 1


def test_the_licence_is_a_setting(hostile: Settings) -> None:
    environment = {"SITREP_HOME": str(hostile.home), "SITREP_EXPORT_LICENCE": "ODbL-1.0"}
    export(load_settings(environment))
    content = json.loads((hostile.exports / "csv" / "datapackage.json").read_text())
    assert content["licenses"][0]["name"] == "ODbL-1.0"
    assert content["licenses"][0]["path"].startswith("https://opendatacommons.org/")


def test_coder_version_is_that_of_the_facts(hostile: Settings) -> None:
    with duckdb.connect(hostile.published_database) as connection:
        connection.execute(
            "create table marts.fct_observations as"
            " select * from (values ('v2'), ('v1'), ('v1')) as versions (coder_version)"
        )
    export(hostile)
    content = json.loads((hostile.exports / "csv" / "datapackage.json").read_text())
    assert content["coder_version"] == "v1, v2"


def test_nothing_published_is_said_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITREP_HOME", str(tmp_path))
    assert make_export.main() == 1
    assert "make refresh" in capsys.readouterr().err
