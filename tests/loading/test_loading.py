"""Files to raw tables: outcomes, versions, and the same tables in whatever order."""

import random
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from dagster_project.loading.load import LoadResult, load
from dagster_project.loading.load_ledger import Load, remarks
from dagster_project.loading.raw_folder import RawFolderError, scan
from dagster_project.sql import number, query

LOAD_COLUMNS = "loaded_at, run_id, refresh_id"


class Loader:
    """Loads a folder again and again into one database."""

    def __init__(self, raw_dir: Path) -> None:
        self.raw_dir = raw_dir
        self.connection = duckdb.connect()
        self.loads = 0

    def __call__(
        self,
        *,
        max_file_bytes: int = 10_000,
        batch_files: int = 3,
        ledger_refreshes: int = 10,
        refresh_days: int = 90,
    ) -> LoadResult:
        self.loads += 1
        at = datetime(2026, 1, 1) + timedelta(hours=self.loads)
        name = f"refresh-{self.loads:03}"
        named = Load(
            name,
            f"run-{self.loads}",
            at,
            ledger_refreshes=ledger_refreshes,
            refresh_days=refresh_days,
        )
        return load(
            self.connection,
            self.raw_dir,
            named=named,
            max_file_bytes=max_file_bytes,
            batch_files=batch_files,
        )

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return query(self.connection, sql)[1]

    def ledger(self) -> dict[str, tuple[str, str | None]]:
        latest = "(select max(refresh_id) from raw.load_ledger)"
        rows = self.rows(
            f"select source_path, outcome, reason from raw.load_ledger where refresh_id = {latest}"
        )
        return {path: (outcome, reason) for path, outcome, reason in rows}

    def documents(self) -> list[tuple[object, ...]]:
        return self.rows(
            f"select 'article', * exclude ({LOAD_COLUMNS}) from raw.articles union all by name"
            f" select 'bulletin', * exclude ({LOAD_COLUMNS}) from raw.bulletins order by all"
        )


def test_every_outcome_and_their_sum(raw, write):
    write("articles/a.txt", "One.")
    write("articles/copy.txt", "One.")
    write("bulletins/b.md", "Two.")
    write("articles/empty.txt", "")
    write("articles/large.txt", "x" * 20_000)
    write("articles/bad.txt", "Three.")
    write("articles/bad.meta.json", "{")
    write("articles/lonely.meta.json", "{}")
    write("table.csv", "1,2")
    write("README", "Hello.")
    write("b.bin.txt", b"\x00\x01\x02")
    loader = Loader(raw)
    result = loader()
    assert loader.ledger() == {
        "README": ("rejected", "unsupported_type"),
        "articles/a.txt": ("loaded", None),
        "articles/bad.txt": ("rejected", "bad_sidecar"),
        "articles/copy.txt": ("duplicate", None),
        "articles/empty.txt": ("rejected", "empty"),
        "articles/large.txt": ("rejected", "too_large"),
        "articles/lonely.meta.json": ("rejected", "orphan_sidecar"),
        "b.bin.txt": ("rejected", "binary"),
        "bulletins/b.md": ("loaded", None),
        "table.csv": ("rejected", "unsupported_type"),
    }
    assert result.outcomes == {"loaded": 2, "unchanged": 0, "duplicate": 1, "rejected": 7}
    assert sum(result.outcomes.values()) == result.files_found == 10
    assert sum(result.reasons.values()) == 7


def test_second_load_changes_nothing(raw, write):
    write("articles/a.txt", "One.")
    write("bulletins/b.txt", "Two.")
    write("articles/empty.txt", "")
    loader = Loader(raw)
    loader()
    before = loader.documents()
    loaded_at = loader.rows("select loaded_at from raw.articles")
    second = loader()
    assert second.outcomes == {"loaded": 0, "unchanged": 2, "duplicate": 0, "rejected": 1}
    assert loader.documents() == before
    assert loader.rows("select loaded_at from raw.articles") == loaded_at
    assert number(loader.connection, "select count(*) from raw.load_ledger") == 6
    assert loader.rows("select first_seen_at from raw.rejections") == [(datetime(2026, 1, 1, 1),)]


def test_edited_file_is_a_new_version(raw, write):
    write("articles/a.txt", "One.")
    loader = Loader(raw)
    loader()
    write("articles/a.txt", "One, corrected.")
    result = loader()
    assert result.outcomes["loaded"] == 1
    rows = loader.rows(
        "select text, is_present, superseded_by_document_id is not null from raw.articles"
        " order by loaded_at"
    )
    assert rows == [("One.", False, True), ("One, corrected.", True, False)]
    write("articles/a.txt", "One.")
    loader()
    rows = loader.rows("select text, is_present from raw.articles order by text")
    assert rows == [("One, corrected.", False), ("One.", True)]


def test_removed_file_is_no_longer_present(raw, write):
    path = write("articles/a.txt", "One.")
    write("articles/b.txt", "Two.")
    loader = Loader(raw)
    loader()
    path.unlink()
    result = loader()
    assert (result.removed, result.files_found) == (1, 1)
    rows = loader.rows(
        "select source_path, is_present, superseded_by_document_id from raw.articles order by 1"
    )
    assert rows == [("articles/a.txt", False, None), ("articles/b.txt", True, None)]


def test_changed_sidecar_changes_the_same_document(raw, write):
    write("articles/a.txt", "One.")
    write("articles/a.meta.json", '{"outlet": "X"}')
    loader = Loader(raw)
    loader()
    write("articles/a.meta.json", '{"outlet": "Y", "published_date": "2020-01-07"}')
    assert loader().outcomes["loaded"] == 1
    assert loader.rows("select outlet, published_date::varchar from raw.articles") == [
        ("Y", "2020-01-07")
    ]


def test_original_that_goes_leaves_its_copy(raw, write):
    original = write("articles/a.txt", "One.")
    write("articles/b.txt", "One.")
    loader = Loader(raw)
    loader()
    original.unlink()
    loader()
    assert loader.ledger() == {"articles/b.txt": ("loaded", None)}
    assert loader.rows("select source_path, is_present from raw.articles") == [
        ("articles/b.txt", True)
    ]


def test_document_that_moves_to_the_other_folder_changes_kind(raw, write):
    path = write("articles/a.txt", "One.")
    loader = Loader(raw)
    loader()
    path.rename(raw / "bulletins" / "a.txt")
    loader()
    assert number(loader.connection, "select count(*) from raw.articles") == 0
    assert loader.rows("select source_path, is_present from raw.bulletins") == [
        ("bulletins/a.txt", True)
    ]


def test_repaired_file_leaves_the_rejections(raw, write):
    write("articles/a.txt", "")
    loader = Loader(raw)
    loader()
    assert number(loader.connection, "select count(*) from raw.rejections") == 1
    write("articles/a.txt", "One.")
    loader()
    assert number(loader.connection, "select count(*) from raw.rejections") == 0


@pytest.mark.parametrize("seed", range(5))
def test_tables_do_not_depend_on_the_order_of_loading(tmp_path, seed):
    contents = {f"articles/{letter}.txt": f"Text {letter}." for letter in "abcdef"}
    contents |= {"bulletins/g.txt": "Text a.", "h.md": "Text b.", "bulletins/i.txt": "Text i."}
    all_at_once, by_and_by = tmp_path / "all", tmp_path / "some"
    for name, text in contents.items():
        (all_at_once / name).parent.mkdir(parents=True, exist_ok=True)
        (all_at_once / name).write_text(text)
    whole = Loader(all_at_once)
    whole()
    names = list(contents)
    random.Random(seed).shuffle(names)
    parts = Loader(by_and_by)
    for name in names:
        (by_and_by / name).parent.mkdir(parents=True, exist_ok=True)
        (by_and_by / name).write_text(contents[name])
        parts(batch_files=1)
    assert parts.documents() == whole.documents()


def test_file_that_vanishes_while_it_is_read_costs_only_itself(raw, write, monkeypatch):
    write("articles/a.txt", "One.")
    vanishing = write("articles/b.txt", "Two.")
    listed = scan(raw)
    vanishing.unlink()
    monkeypatch.setattr("dagster_project.loading.load.scan", lambda _: listed)
    loader = Loader(raw)
    result = loader()
    assert loader.ledger() == {
        "articles/a.txt": ("loaded", None),
        "articles/b.txt": ("rejected", "unreadable"),
    }
    assert sum(result.outcomes.values()) == result.files_found
    assert str(raw) not in str(loader.rows("select detail from raw.rejections"))


def test_missing_folder_is_no_empty_one(tmp_path):
    with pytest.raises(RawFolderError):
        Loader(tmp_path / "nowhere")()


def test_failed_load_writes_nothing(raw, write, monkeypatch):
    write("articles/a.txt", "One.")
    loader = Loader(raw)
    loader()
    before = loader.documents()
    write("articles/b.txt", "Two.")

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("dagster_project.loading.load.write_ledger", fail)
    with pytest.raises(MemoryError):
        loader()
    assert loader.documents() == before
    assert number(loader.connection, "select count(*) from raw.load_ledger") == 1


def test_bulletin_among_articles_is_remarked_upon(raw, write):
    bulletin = "Briefing of the Centre for reconciliation (May 5, 2017)\nTwo towns joined."
    write("articles/a.txt", bulletin)
    write("articles/b.txt", "A briefing of the Centre was held, and two towns joined.")
    write("bulletins/c.txt", f"{bulletin} Three did.")
    write("d.txt", f"{bulletin} Four did.")
    loader = Loader(raw)
    loader()
    assert [path for path, _ in remarks(loader.connection)] == ["articles/a.txt"]
    assert loader.ledger()["articles/a.txt"] == ("loaded", None)
    loader()
    assert remarks(loader.connection) == []
    said = "select source_path, outcome from raw.load_ledger where detail is not null order by all"
    assert loader.rows(said) == [("articles/a.txt", "loaded"), ("articles/a.txt", "unchanged")]


def test_tables_of_an_earlier_version_get_the_columns_of_this_one(raw, write):
    write("articles/a.txt", "One.")
    load_raw = Loader(raw)
    load_raw()
    write("articles/a.txt", "Another.")
    load_raw()
    kept, ledger = load_raw.documents(), load_raw.rows("from raw.load_ledger order by all")
    for change in (
        "raw.articles drop column html_outlet",
        "raw.articles add column told_by varchar",
        "raw.refreshes drop column project_fingerprint",
    ):
        load_raw.connection.execute(f"alter table {change}")
    assert load_raw().outcomes == {"loaded": 0, "unchanged": 1, "duplicate": 0, "rejected": 0}
    assert load_raw.documents() == kept
    assert load_raw.rows("from raw.load_ledger order by all")[:-1] == ledger


def test_texts_that_a_killed_load_left_are_removed(raw, write):
    write("articles/a.txt", "One.")
    left = raw / ".build [1]* {a,b}" / ".new_texts"
    left.mkdir(parents=True)
    (left / "left.parquet").write_bytes(b"half a file")
    with duckdb.connect(left.parent / "build.duckdb") as connection:
        named = Load("refresh-1", "run-1", datetime(2026, 1, 1))
        result = load(connection, raw, named=named, max_file_bytes=100, batch_files=1)
    assert result.outcomes["loaded"] == 1
    assert not left.exists()


def test_refreshes_that_were_cancelled_are_failed(raw):
    loader = Loader(raw)
    loader()
    loader()
    assert loader.rows("select status from raw.refreshes order by refresh_id") == [
        ("failed",),
        ("running",),
    ]


def test_refreshes_of_long_ago_are_forgotten_but_for_the_last_published(raw):
    loader = Loader(raw)
    loader()
    loader.loads += 48
    loader()
    loader.connection.execute("update raw.refreshes set status = 'published'")
    for _ in range(2):
        loader.loads += 48
        loader(refresh_days=1)
    assert loader.rows("select refresh_id, status from raw.refreshes order by refresh_id") == [
        ("refresh-050", "published"),
        ("refresh-099", "failed"),
        ("refresh-148", "running"),
    ]


def test_later_version_beside_a_file_replaces_it(raw, write):
    write("articles/a-1.txt", "One.")
    loader = Loader(raw)
    loader()
    write("articles/a-2.txt", "Two.")
    write("articles/a-2.txt.meta.json", '{"replaces": "a-1.txt"}')
    states = (
        "select source_path, is_present, superseded_by_document_id is not null"
        " from raw.articles order by source_path"
    )
    expected = [("articles/a-1.txt", False, True), ("articles/a-2.txt", True, False)]
    assert loader().outcomes["loaded"] == 2
    assert loader.rows(states) == expected
    assert loader().outcomes["unchanged"] == 2
    assert loader.rows(states) == expected


def test_version_that_goes_back_to_the_first_is_the_one_that_counts(raw, write):
    for version, text in ((1, "One."), (2, "Two."), (3, "One.")):
        write(f"articles/a-{version}.txt", text)
        if version > 1:
            write(f"articles/a-{version}.meta.json", f'{{"replaces": "a-{version - 1}.txt"}}')
    loader = Loader(raw)
    loader()
    present = loader.rows("select text from raw.articles where is_present")
    assert present == [("One.",)]


@pytest.mark.parametrize("ring", ["ab", "abc", "abcde"])
def test_those_that_say_they_replace_each_other_all_stay(raw, write, ring):
    said = list(zip(ring, ring[1:] + ring[0], strict=True))
    # What replaces one of them and is in no ring is later.
    for name, other in [*said, ("late", "a"), ("later", "late")]:
        write(f"articles/{name}.txt", name.upper())
        write(f"articles/{name}.meta.json", f'{{"replaces": "{other}.txt"}}')
    loader = Loader(raw)
    loader()
    present = loader.rows("select text from raw.articles where is_present order by text")
    assert present == [(name.upper(),) for name in [*ring[1:], "later"]]


@pytest.mark.parametrize("name", ["../b.txt", "x/b.txt", "/b.txt", ".."])
def test_what_a_version_replaces_lies_beside_it(raw, write, name):
    write("articles/a.txt", "One.")
    write("articles/a.meta.json", f'{{"replaces": "{name}"}}')
    loader = Loader(raw)
    loader()
    assert loader.ledger() == {"articles/a.txt": ("rejected", "bad_sidecar")}


def test_ledgers_of_long_ago_keep_what_was_new(raw, write):
    write("articles/a.txt", "One.")
    write("articles/empty.txt", "")
    loader = Loader(raw)
    loader(ledger_refreshes=2)
    write("articles/b.txt", "Two.")
    for _ in range(4):
        loader(ledger_refreshes=2)
        loader.connection.execute("update raw.refreshes set status = 'published'")
    kept = "select refresh_id[-1], source_path[10:], outcome from raw.load_ledger order by all"
    assert loader.rows(kept) == [
        ("1", "a.txt", "loaded"),
        ("1", "empty.txt", "rejected"),
        ("2", "b.txt", "loaded"),
        *[
            (refresh, name, outcome)
            for refresh in "45"
            for name, outcome in (
                ("a.txt", "unchanged"),
                ("b.txt", "unchanged"),
                ("empty.txt", "rejected"),
            )
        ],
    ]
