"""The files of the raw folder as a temporary table, texts aside.

Belongs here: what is kept of a file while a load compares it with what is loaded, and where its
text waits. Does not belong here: the comparison, and what is written (`load`).
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TypeVar

import duckdb
import polars as pl

from dagster_project.loading.known_files import take_known
from dagster_project.loading.raw_folder import RawFile, read_files
from dagster_project.loading.raw_tables import DOCUMENT_SCHEMA, DOCUMENTS
from dagster_project.reading.documents import Document, Rejection
from dagster_project.reading.kinds import is_misplaced
from dagster_project.sql import query, scalar

STAGED_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    **{
        name: kind
        for name, kind in DOCUMENT_SCHEMA.items()
        if name
        not in {
            *("loaded_at", "run_id", "refresh_id", "is_present", "superseded_by_document_id"),
            "text",
        }
    },
    "text_digest": pl.String,
    "document_kind": pl.String,
    "replaces_path": pl.String,
    "reason": pl.String,
    "detail": pl.String,
}
_MISPLACED = "calls itself a bulletin, and is read as the article that its folder says it is"
# A text is held several times while it is read: its bytes, its characters, a frame, a file.
_BYTES_AT_ONCE = 32_000_000
_TEXTS_AT_ONCE = 500
Item = TypeVar("Item")


@contextmanager
def new_texts(connection: duckdb.DuckDBPyConnection) -> Iterator[Path]:
    """A folder for texts that may have to be written, beside the build file, as large as it."""
    sql = "select path from duckdb_databases() where database_name = current_database()"
    path = scalar(connection, sql)
    if path is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    # A fixed name: the writer's lock lets one load be, and what a killed one left is removed.
    texts = Path(str(path)).parent / ".new_texts"
    shutil.rmtree(texts, ignore_errors=True)
    texts.mkdir()
    try:
        yield texts
    finally:
        shutil.rmtree(texts, ignore_errors=True)


def stage(
    connection: duckdb.DuckDBPyConnection,
    raw_dir: Path,
    files: Sequence[RawFile],
    max_file_bytes: int,
    batch_files: int,
    texts: Path | None = None,
    *,
    began_ns: int = 0,
    open_all: bool = False,
) -> None:
    """Read the files into a temporary table, texts aside, so that memory holds one batch of them.

    Those that are known to be as they were read are not opened (`known_files`).

    Args:
        connection: To the build file.
        raw_dir: The raw folder.
        files: What lies in it.
        max_file_bytes: A larger file is rejected.
        batch_files: Files read at once.
        texts: Gets the texts that are not known yet, a Parquet file a batch; None for nowhere.
        began_ns: When the folder was looked at, nanoseconds since 1970.
        open_all: Open all files.
    """
    connection.register("batch", pl.DataFrame(schema=STAGED_SCHEMA))
    connection.execute("create or replace temporary table staged as from batch")
    unknown = take_known(
        connection,
        files,
        began_ns,
        list(STAGED_SCHEMA),
        max_file_bytes=max_file_bytes,
        open_all=open_all,
    )
    _note_known_texts(connection)
    known = connection.sql("from known_texts").pl() if unknown else pl.DataFrame()
    for start, some in batches(unknown, [file.size for file in unknown], batch_files):
        read = read_files(raw_dir, some, max_file_bytes)
        rows = [_staged_row(item) for item in read]
        batch = pl.DataFrame(rows, schema=STAGED_SCHEMA | {"text": pl.String})
        connection.register("batch", batch.drop("text"))
        connection.execute("insert into staged by name from batch")
        if texts is not None:
            new = batch.filter(pl.col("document_id").is_not_null()).join(
                known, on=["document_id", "text_digest"], how="anti"
            )
            if new.height:
                new.select("source_path", "text").write_parquet(
                    texts / f"{start:09}.parquet", compression="uncompressed"
                )
    connection.unregister("batch")
    _note_replaced(connection)


def _note_known_texts(connection: duckdb.DuckDBPyConnection) -> None:
    # The text that is kept is that of the files that it was read from, where none was opened.
    connection.execute(f"""
        create or replace temporary table known_texts as
        select distinct document_id, staged.text_digest
        from {DOCUMENTS} as documents
        inner join staged using (document_id)
        union
        select document_id, sha256(text) as text_digest
        from {DOCUMENTS} as documents
        anti join staged using (document_id)
    """)


def _note_replaced(connection: duckdb.DuckDBPyConnection) -> None:
    # A document is replaced when a later version lies beside each of its files.
    connection.execute(
        """
        create or replace temporary table replaced as
        select
            earlier.document_id,
            min(later.document_id) as by_document_id
        from staged as earlier
        left join staged as later
            on later.replaces_path = earlier.source_path
            and later.document_id is distinct from earlier.document_id
            -- of those that name each other in a ring none is the later one
            and not (
                list_contains($in_rings, earlier.source_path)
                and list_contains($in_rings, later.source_path)
            )
        where earlier.document_id is not null
        group by earlier.document_id
        having bool_and(later.document_id is not null)
        """,
        {"in_rings": sorted(_in_rings(_what_each_replaces(connection)))},
    )


def _what_each_replaces(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The file that each file says it replaces, where that one is there."""
    rows = query(
        connection,
        "select source_path, replaces_path from staged"
        " where replaces_path in (select source_path from staged)",
    )[1]
    return {str(path): str(replaced) for path, replaced in rows}


def _in_rings(replaced: Mapping[str, str]) -> set[str]:
    """Those files from which one comes back to them: a by b, b by c, c by a."""
    found: set[str] = set()
    seen: set[str] = set()
    for start in replaced:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in seen:
            seen.add(at)
            way[at] = None
            at = replaced.get(at)
        if at in way:
            steps = list(way)
            found.update(steps[steps.index(at) :])
    return found


def keep_known_texts(connection: duckdb.DuckDBPyConnection, texts: Path) -> None:
    """Lay the texts of rows that are written anew with what is said of them beside the new ones."""
    wanted = query(
        connection,
        "select outcomes.document_id, char_count from outcomes"
        " inner join staged using (source_path)"
        " where outcome = 'loaded' and is_text_known order by outcomes.document_id",
    )[1]
    known = [str(document_id) for document_id, _ in wanted]
    sizes = [int(str(size)) for _, size in wanted]
    for start, ids in batches(known, sizes, _TEXTS_AT_ONCE):
        frame = connection.sql(
            """
            select outcomes.source_path, documents.text
            from (
                select document_id, text from raw.articles
                where document_id in (select unnest($ids))
                union all
                select document_id, text from raw.bulletins
                where document_id in (select unnest($ids))
            ) as documents
            inner join outcomes using (document_id)
            where outcomes.outcome = 'loaded'
            """,
            params={"ids": ids},
        ).pl()
        frame.write_parquet(texts / f"known-{start:09}.parquet", compression="uncompressed")


def batches(
    items: Sequence[Item], sizes: Sequence[int], most_items: int
) -> Iterator[tuple[int, Sequence[Item]]]:
    """Divide items so that few large ones are in memory at once, or many small ones.

    Args:
        items: Files, or what names their texts.
        sizes: Their sizes in bytes or characters.
        most_items: The most of them at once.

    Yields:
        The place of the first of them, and one or more of them.
    """
    start = held = 0
    for place, size in enumerate(sizes):
        if place > start and (place - start == most_items or held + size > _BYTES_AT_ONCE):
            yield start, items[start:place]
            start, held = place, 0
        held += size
    if start < len(items):
        yield start, items[start:]


def _staged_row(item: Document | Rejection) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys([*STAGED_SCHEMA, "text"])
    row |= {"source_path": item.source_path, "content_sha256": item.content_sha256}
    if isinstance(item, Rejection):
        return row | {"reason": str(item.reason), "detail": item.detail}
    return row | {
        "document_id": item.document_id,
        "document_kind": item.kind,
        "text": item.text,
        "text_digest": hashlib.sha256(item.text.encode()).hexdigest(),
        "char_count": len(item.text),
        "encoding": item.encoding,
        "media_type": item.media_type,
        "detail": _MISPLACED if is_misplaced(item.source_path, item.text) else None,
        "html_title": item.html_title,
        "html_published_date": item.html_published_date,
        "html_outlet": item.html_outlet,
        "source_url": item.sidecar.source_url,
        "outlet": item.sidecar.outlet,
        "published_date": item.sidecar.published_date,
        "language": item.sidecar.language,
        "replaces_path": item.sidecar.replaces
        and str(PurePosixPath(item.source_path).with_name(item.sidecar.replaces)),
    }
