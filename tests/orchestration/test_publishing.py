"""The swap: readers hold a consistent file, a failed copy leaves the old one."""

import shutil
import subprocess
import sys
import threading
import time

import duckdb
import pytest

from dagster_project.publishing import published_file
from dagster_project.publishing.published_file import PublishError, publish
from dagster_project.publishing.written import (
    Part,
    note_published,
    note_touched,
    note_untouched,
    note_whole,
    parts_written,
    was_written,
)
from dagster_project.settings import Settings

READER = """
import os, sys, time, duckdb
path, stop = sys.argv[1:]
seen, queries = set(), 0
counts = "select count(*), min(generation), max(generation) from marts."
while not os.path.exists(stop):
    connection = duckdb.connect(path, read_only=True)
    one = connection.execute(counts + "a").fetchall()
    time.sleep(0.005)
    two = connection.execute(counts + "b").fetchall()
    connection.close()
    assert one == two, (one, two)
    assert one[0][0] == 20_000 and one[0][1] == one[0][2], one
    seen.add(one[0][1])
    queries += 1
print(queries, len(seen))
"""


def test_published_file_holds_the_marts_with_comments(built: Settings):
    connection = duckdb.connect(built.published_database, read_only=True)
    build = duckdb.connect(built.build_database, read_only=True)
    tables = "select table_name from duckdb_tables() where schema_name = 'marts' order by 1"
    assert connection.execute(tables).fetchall() == build.execute(tables).fetchall()
    schemas = "select distinct schema_name from duckdb_tables()"
    assert connection.execute(schemas).fetchall() == [("marts",)]
    comment = connection.execute(
        "select comment from duckdb_tables() where table_name = 'fct_events'"
    ).fetchall()
    assert comment == [("Events. Grain: one row an event.",)]
    comment = connection.execute(
        "select comment from duckdb_columns() where table_name = 'fct_events'"
        " and column_name = 'event_id'"
    ).fetchall()
    assert comment == [("Key of the event; it's stable.",)]
    for (table,) in build.execute(tables).fetchall():
        rows = f"from marts.{table} order by all"
        assert connection.execute(rows).fetchall() == build.execute(rows).fetchall()
    connection.close()
    build.close()


def test_nothing_is_left_beside_the_file(built: Settings):
    assert sorted(path.name for path in built.home.iterdir()) == [
        ".exports",
        "build",
        "collecting.sqlite",
        "dagster",
        "exports",
        "sitrep.duckdb",
    ]


def test_constraints_views_and_macros_are_kept(tmp_path):
    build = tmp_path / "build.duckdb"
    with duckdb.connect(build) as connection:
        connection.execute("create schema marts; create type raw_kind as enum ('a', 'b')")
        connection.execute(
            "create table marts.a (id varchar primary key, n integer not null check (n > 0))"
        )
        connection.execute("insert into marts.a values ('x', 1)")
        connection.execute("create view marts.v as select count(*) as n from marts.a")
        connection.execute("create macro marts.one_of(id_) as table from marts.a where id = id_")
    done = publish(build, tmp_path / "out.duckdb")
    assert done.row_counts == {"a": 1, "v": 1}
    assert done.size_bytes == (tmp_path / "out.duckdb").stat().st_size
    with duckdb.connect(tmp_path / "out.duckdb") as connection:
        for fault in ("('x', 2)", "('y', null)", "('z', 0)"):
            with pytest.raises(duckdb.ConstraintException):
                connection.execute(f"insert into marts.a values {fault}")
        one = connection.execute("select n from marts.one_of('x')").fetchall()
        assert one == [(1,)]


def test_failed_copy_leaves_the_old_file(own: Settings, monkeypatch):
    before = own.published_database.read_bytes()

    def differ(*_: object) -> int:
        raise PublishError("rows differ")

    monkeypatch.setattr(published_file, "_same_count", differ)
    with pytest.raises(PublishError):
        publish(own.build_database, own.published_database)
    assert own.published_database.read_bytes() == before
    assert len(list(own.home.glob("*sitrep*"))) == 1


def test_build_without_marts_is_not_published(tmp_path):
    with duckdb.connect(tmp_path / "build.duckdb") as connection:
        connection.execute("create table t as select 1 as n")
    with pytest.raises(PublishError, match="no tables"):
        publish(tmp_path / "build.duckdb", tmp_path / "out.duckdb")
    assert not (tmp_path / "out.duckdb").exists()


def test_older_draft_is_overwritten(own: Settings):
    (own.home / ".sitrep.duckdb.draft").write_bytes(b"left by a killed process")
    publish(own.build_database, own.published_database)
    assert not (own.home / ".sitrep.duckdb.draft").exists()


def test_readers_in_a_loop_see_whole_files_only(tmp_path):
    generations, published = 12, tmp_path / "out.duckdb"
    for generation in range(2):
        with duckdb.connect(tmp_path / f"build{generation}.duckdb") as connection:
            connection.execute("create schema marts")
            for table in "ab":
                connection.execute(
                    f"create table marts.{table} as"
                    f" select range as n, {generation} as generation from range(20000)"
                )
    publish(tmp_path / "build0.duckdb", published)
    stop = tmp_path / "stop"
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(published), str(stop)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    time.sleep(1)
    for generation in range(generations):
        publish(tmp_path / f"build{generation % 2}.duckdb", published)
        time.sleep(0.1)
    stop.touch()
    for reader in readers:
        out, error = reader.communicate(timeout=60)
        assert reader.returncode == 0, error
        queries, seen = map(int, out.split())
        assert queries > 5
        assert seen == 2


def test_open_reader_keeps_its_file(own: Settings):
    connection = duckdb.connect(own.published_database, read_only=True)
    before = connection.execute("select count(*) from marts.documents").fetchall()
    with duckdb.connect(own.build_database) as build:
        build.execute("delete from marts.documents")
    done = threading.Event()

    def swap() -> None:
        publish(own.build_database, own.published_database)
        done.set()

    threading.Thread(target=swap).start()
    assert done.wait(30), "a reader blocked the swap"
    assert connection.execute("select count(*) from marts.documents").fetchall() == before
    connection.close()
    shutil.copy(own.published_database, own.home / "copy.duckdb")
    with duckdb.connect(own.home / "copy.duckdb", read_only=True) as fresh:
        assert fresh.execute("select count(*) from marts.documents").fetchall() == [(0,)]


def made(path, *rows: tuple[int, int, str], more: str = "") -> None:
    """A build file of a table whose rows have a key of two columns, and of one that has none."""
    path.unlink(missing_ok=True)
    with duckdb.connect(path) as connection:
        connection.execute("create schema marts; create schema intermediate")
        connection.execute("create table marts.few (one integer, two integer, said varchar)")
        connection.executemany("insert into marts.few values (?, ?, ?)", rows)
        connection.execute("create table marts.other as select count(*) as n from marts.few")
        connection.execute("create macro marts.said(k) as table from marts.few where one = k")
        connection.execute(f"create table intermediate.touched as {more or 'select 2 as one'}")


def held(path) -> list[tuple[object, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute("from marts.few order by all").fetchall()


TOUCHED = {"few": Part(("one",), "select one from build.intermediate.touched")}


def test_part_of_a_table_is_replaced_and_what_is_gone_with_it(tmp_path):
    build, published = tmp_path / "build.duckdb", tmp_path / "out.duckdb"
    made(build, (1, 1, "a"), (2, 1, "b"), (2, 2, "c"), (3, 1, "d"))
    publish(build, published)
    # 1 changed and is not said to: it stays as it was published
    made(build, (1, 1, "other"), (2, 1, "new"), (2, 3, "more"))
    done = publish(build, published, parts=TOUCHED)
    assert held(published) == [(1, 1, "a"), (2, 1, "new"), (2, 3, "more")]
    assert done.row_counts == {"few": 3, "other": 1}
    with duckdb.connect(published, read_only=True) as connection:
        assert connection.execute("select n from marts.other").fetchall() == [(3,)]
        assert connection.execute("select said from marts.said(1)").fetchall() == [("a",)]
    # what is touched may name the key otherwise
    both = {"few": Part(("one", "two"), "select 2 as touched_one, 3 as touched_two")}
    made(build, (1, 1, "a"), (2, 1, "no"), (2, 3, "last"))
    publish(build, published, parts=both)
    assert held(published) == [(1, 1, "a"), (2, 1, "new"), (2, 3, "last")]


def test_table_with_nothing_written_stays(tmp_path):
    build, published = tmp_path / "build.duckdb", tmp_path / "out.duckdb"
    made(build, (1, 1, "a"))
    publish(build, published)
    made(build, (1, 1, "b"))
    publish(build, published, parts={"few": Part()})
    assert held(published) == [(1, 1, "a")]


def test_damaged_file_is_made_anew(tmp_path):
    build, published = tmp_path / "build.duckdb", tmp_path / "out.duckdb"
    made(build, (1, 1, "a"))
    publish(build, published)
    content = bytearray(published.read_bytes())
    for at in (4200, 8300):
        content[at] ^= 0xFF
    published.write_bytes(content)
    assert publish(build, published, parts=TOUCHED).row_counts == {"few": 1, "other": 1}
    assert held(published) == [(1, 1, "a")]


def test_part_that_does_not_make_the_table_is_no_copy(tmp_path):
    build, published = tmp_path / "build.duckdb", tmp_path / "out.duckdb"
    made(build, (1, 1, "a"))
    publish(build, published)
    made(build, (1, 1, "a"), (4, 1, "not said to be written"))
    for part in (TOUCHED["few"], Part()):
        with pytest.raises(PublishError):
            publish(build, published, parts={"few": part})
    assert held(published) == [(1, 1, "a")]


def test_table_of_other_columns_is_copied_whole(tmp_path):
    build, published = tmp_path / "build.duckdb", tmp_path / "out.duckdb"
    made(build, (1, 1, "a"))
    publish(build, published)
    made(build, (1, 1, "a"), (5, 1, "b"))
    with duckdb.connect(build) as connection:
        connection.execute("alter table marts.few add column more integer default 7")
    publish(build, published, parts=TOUCHED)
    assert held(published) == [(1, 1, "a", 7), (5, 1, "b", 7)]


def test_file_that_is_half_empty_is_made_anew(tmp_path):
    build, published = tmp_path / "build.duckdb", tmp_path / "out.duckdb"
    many = "select range as n, md5(range::varchar) as said from range({})"
    sizes = []
    for generation in range(6):
        made(build, (1, 1, "a"))
        with duckdb.connect(build) as connection:
            connection.execute(f"create table marts.large as {many.format(200_000 + generation)}")
        sizes.append(publish(build, published, parts=TOUCHED).size_bytes)
    assert max(sizes) < 2.5 * sizes[0]


def test_parts_are_those_since_the_file_that_is_there(tmp_path):
    published = tmp_path / "out.duckdb"
    published.write_bytes(b"of the first refresh")
    node = {"resource_type": "model", "name": "mart", "fqn": ["p", "marts", "facts", "mart"]}
    config = {"materialized": "kept", "kept_by": "id", "touched": "int_touched"}
    series = node | {"name": "series", "config": config | {"kept_by": ["key", "day"]}}
    manifest = {"nodes": {"m": node | {"config": config}, "s": series}}
    touched = "select * from build.intermediate.int_touched"
    parts = {"mart": Part(("id",), touched), "series": Part(("key", "day"), touched)}
    with duckdb.connect() as connection:
        connection.execute("create schema raw; create table raw.refreshes (refresh_id varchar)")

        def refresh(name: str) -> None:
            connection.execute("insert into raw.refreshes values (?)", [name])

        refresh("1")
        note_published(connection, published)
        refresh("2")
        assert parts_written(connection, published) == {}, "nothing is noted"
        assert not was_written(connection)
        note_touched(connection, manifest)
        assert parts_written(connection, published) == parts
        assert was_written(connection)
        note_untouched(connection, manifest, "audit")
        assert parts_written(connection, published) == parts, "of an earlier run"
        connection.execute("delete from record.written")
        note_untouched(connection, manifest, "audit")
        assert parts_written(connection, published) == dict.fromkeys(parts, Part())
        note_whole(connection)
        assert parts_written(connection, published) == {}
        note_touched(connection, manifest)
        published.write_bytes(b"somebody wrote into it")
        assert parts_written(connection, published) == {}
        refresh("3")
        assert not was_written(connection), "of this refresh"
        note_touched(connection, manifest)
        assert parts_written(connection, published) == {}, "the second was not published"
        published.unlink()
        assert parts_written(connection, published) == {}
