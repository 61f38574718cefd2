"""Hundreds of bad files among good ones in one refresh: each told, nothing else touched."""

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from dagster_project.building.project_files import project_fingerprint
from dagster_project.commands.refresh import refresh
from dagster_project.loading.load import Load, load, nothing_is_new
from dagster_project.settings import Settings
from tests.bad_files import BadFile, hostile_names, write_bad_files
from tests.benchmark.corpus import draw_documents
from tests.hostile import TEXTS, TRACE, one_line, story, traces
from tests.orchestration.homes import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bad_files")]

_LOAD = Load("20300101T000000", "bad files", datetime(2030, 1, 1))
_OF_THE_LOAD = "loaded_at, run_id, refresh_id"


@dataclass(frozen=True)
class Mixed:
    """One refresh of good and bad files, and of an archive whose fields are named to do harm."""

    settings: Settings
    bad: list[BadFile]
    good: dict[str, str]
    collected: dict[str, str]


def write_good_files(raw: Path) -> dict[str, str]:
    """Sound documents, drawn and hostile ones, the text of each by its path."""
    texts: dict[str, str] = {}
    sidecars: dict[str, dict[str, str]] = {}
    for document in draw_documents(25, seed=3):
        path = f"{document.kind}s/{document.name}"
        texts[f"{path}.txt"], sidecars[path] = document.text, document.sidecar
    for number, text in enumerate(TEXTS):
        path = f"articles/hostile-{number}"
        texts[f"{path}.txt"] = story(text)
        said = one_line(text)
        sidecars[path] = {"outlet": said, "source_url": said, "author": text, "title": text}
    for number, name in enumerate(hostile_names(".txt")):
        texts[f"bulletins/{name}"] = f"Five lorries reached town {number}."
    texts["articles/one-line.txt"] = "lorries of food " * 320_000
    texts["articles/marks.txt"] = "\u200fFive \u202elorries\u202c \ufeffof food\u200e \ufffe came."
    texts["articles/pages/deep.html"] = (
        "<html><body><article><h1>Lorries</h1>" + "<div>" * 200 + "<p>Five lorries came.</p>"
    )
    texts["articles/pages/broken.html"] = (
        "<html><body><p>Five <b>lorries <i>came</b> to town <a href='x>yesterday.</p><p>Six went."
        "<script>document.title = 'Seven lorries'</script></p></table></html>"
    )
    for path, text in texts.items():
        (raw / path).parent.mkdir(parents=True, exist_ok=True)
        (raw / path).write_text(text, encoding="utf-8", newline="")
    for path, said in sidecars.items():
        (raw / f"{path}.meta.json").write_text(json.dumps(said), encoding="utf-8")
    return texts


def write_source(raw: Path) -> dict[str, str]:
    """An archive with hostile records under hostile column names; each text by its address."""
    columns = dict(zip(("text", "title", "url", "outlet"), TEXTS, strict=False))
    told = {f"https://example.org/{n}?q={one_line(text)}": text for n, text in enumerate(TEXTS)}
    records = [
        {
            columns["text"]: f"Six lorries came. {text}",
            columns["title"]: text,
            columns["url"]: url,
            columns["outlet"]: text,
        }
        for url, text in told.items()
    ]
    archive = raw.parent / "it's {{ an }} $(archive).jsonl"
    archive.write_text("\n".join(map(json.dumps, records)))
    source = {"name": "it", "kind": "archive", "path": str(archive), "columns": columns}
    (raw / "sources.yml").write_text(json.dumps({"sources": [source]}))
    return {url: f"{text.strip()}\n\nSix lorries came. {text}" for url, text in told.items()}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory, built: Settings, tiny_dbt: Path) -> Mixed:
    """A warehouse that was refreshed once with good documents and hundreds of bad files."""
    folder = tmp_path_factory.mktemp("mixed")
    # The folder's name, too, goes through dbt's profile, SQL and the shell.
    settings = Settings(raw_dir=folder / "raw", home=folder / f"it's {{{{ 42 }}}} $(touch {TRACE})")
    shutil.copytree(built.build_dir / "manifests", settings.build_dir / "manifests")
    good = write_good_files(settings.raw_dir)
    bad = write_bad_files(settings.raw_dir)
    collected = write_source(settings.raw_dir)
    assert refresh(settings, dbt_project_dir=tiny_dbt) == 0
    return Mixed(settings, bad, good, collected)


def test_each_bad_file_is_told_with_its_reason(mixed):
    sql = "select source_path, reason, detail from marts.audit_rejections"
    told = {path: (reason, detail) for path, reason, detail in rows(published(mixed), sql)}
    assert len(mixed.bad) > 600
    assert sorted(told) == sorted(bad.path for bad in mixed.bad)
    wrong = []
    for bad in mixed.bad:
        reason, detail = told[bad.path]
        reasons = (bad.reason,) if isinstance(bad.reason, str) else bad.reason
        if reason not in reasons or not detail or bad.words not in detail:
            wrong.append((bad, reason, detail))
    assert wrong == []


def published(mixed: Mixed) -> Path:
    return mixed.settings.published_database


def test_no_detail_names_a_folder_of_this_machine(mixed):
    sql = "select detail from marts.audit_rejections"
    home = str(mixed.settings.home.parent)
    assert [detail for (detail,) in rows(published(mixed), sql) if home in detail] == []


def test_files_found_are_those_told(mixed):
    sql = "select outcome, count(*) from marts.audit_ledger group by outcome"
    loaded = len(mixed.good) + len(mixed.collected)
    assert dict(rows(published(mixed), sql)) == {"loaded": loaded, "rejected": len(mixed.bad)}
    found = rows(mixed.settings.build_database, "select files_found from raw.refreshes")
    assert found == [(loaded + len(mixed.bad),)]


def test_good_documents_are_the_same_alone(mixed, tmp_path):
    documents = (
        f"select 'article', * exclude ({_OF_THE_LOAD}) from raw.articles union all by name"
        f" select 'bulletin', * exclude ({_OF_THE_LOAD}) from raw.bulletins"
    )
    kept = "where source_path not like 'articles/it/%'"
    among_bad = rows(mixed.settings.build_database, f"from ({documents}) {kept}")
    folders = [mixed.settings.raw_dir / name for name in ("articles", "bulletins")]
    sidecars = {path.name for folder in folders for path in folder.glob("*.meta.json")}

    def without_others(paths: list[str]) -> list[tuple[object, ...]]:
        raw = tmp_path / str(len(list(tmp_path.iterdir())))
        for path in paths:
            (raw / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(mixed.settings.raw_dir / path, raw / path)
            sidecar = Path(path).with_suffix(".meta.json")
            if sidecar.name in sidecars:
                shutil.copy(mixed.settings.raw_dir / sidecar, raw / sidecar)
        with duckdb.connect() as connection:
            load(connection, raw, named=_LOAD, max_file_bytes=10_000_000, batch_files=10)
            return connection.execute(documents).fetchall()

    assert sorted(without_others(list(mixed.good)), key=str) == sorted(among_bad, key=str)
    for path in list(mixed.good)[::8]:
        (alone,) = without_others([path])
        assert alone in among_bad, path


def test_texts_are_stored_as_they_are(mixed):
    sql = (
        "select if(d.source_path like 'articles/it/%', d.source_url, d.source_path), t.text"
        " from marts.dim_document as d inner join marts.documents as t using (document_id)"
    )
    stored = dict(rows(published(mixed), sql))
    expected = mixed.good | mixed.collected
    assert sorted(stored) == sorted(expected)
    pages = {path for path in mixed.good if path.endswith(".html")}
    for path in expected.keys() - pages:
        assert stored[path] == expected[path], path
    for path in pages:
        assert "Five lorries came" in stored[path]
        assert "Seven" not in stored[path]


def test_nothing_in_them_was_run(mixed, tiny_dbt):
    for database in (published(mixed), mixed.settings.build_database):
        with duckdb.connect(database, read_only=True) as connection:
            assert traces(connection, mixed.settings.home, tiny_dbt) == []


def test_the_same_files_are_nothing_new(mixed, tiny_dbt):
    assert nothing_is_new(mixed.settings, project_fingerprint(tiny_dbt))
