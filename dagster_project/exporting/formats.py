"""Writing rows as Parquet, CSV and GeoJSON, a few thousand at a time.

Text is written as it is, in CSV too: `=1+1` in a source stays `=1+1`, for a quote has to equal the
text that it is taken from. A spreadsheet would take such a cell for a formula, so that CSV can be
guarded: then a cell that begins as a formula does gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import polars as pl

from dagster_project.publishing.schemas import quoted

_BATCH_ROWS = 10_000
_FORMULA = r"^[=+\-@\t\r]"
# A double holds more digits than a position has; a seventh is a centimetre.
_DEGREE_DIGITS = 6


def write_parquet(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> None:
    """Write a query's rows as one Parquet file."""
    connection.execute(f"copy ({sql}) to '{quoted(path)}' (format parquet, compression zstd)")


def write_csv(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    path: Path,
    *,
    second_row: Sequence[str] | None = None,
    guard_formulas: bool = False,
) -> int:
    """Write a query's rows as CSV: RFC 4180 (CRLF, quotes doubled), UTF-8 without a mark.

    NULL is an empty cell, an empty text a quoted one.

    Args:
        connection: To ask.
        sql: The query.
        path: The file; replaced.
        second_row: Cells below the header, as HXL wants its hashtags.
        guard_formulas: Put an apostrophe before texts that a spreadsheet would calculate.

    Returns:
        The rows, header and second row not counted.
    """
    rows = 0
    with path.open("wb") as file:
        reader = connection.sql(sql).to_arrow_reader(_BATCH_ROWS)
        for header in (reader.schema.names, second_row):
            if header is not None:
                file.write(_line(header))
        for batch in reader:
            frame = pl.DataFrame(pl.from_arrow(batch))
            if guard_formulas:
                frame = frame.with_columns(
                    frame[name].str.replace(_FORMULA, "'${0}")
                    for name, data_type in frame.schema.items()
                    if data_type == pl.String
                )
            frame.write_csv(
                file,
                include_header=False,
                line_terminator="\r\n",
                date_format="%Y-%m-%d",
                datetime_format="%Y-%m-%dT%H:%M:%S%.f",
            )
            rows += len(frame)
    return rows


def write_geojson(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    """Write a query's rows as a FeatureCollection of RFC 7946.

    Args:
        connection: To ask.
        sql: Rows with an `id`, a list `points` of structs of `longitude` and `latitude`, and
            properties. One point makes a Point, several a MultiPoint.
        path: The file; replaced.

    Returns:
        The features.
    """
    properties = [name for name in connection.sql(sql).columns if name not in {"id", "points"}]
    packed = ", ".join(f'"{name}" := "{name}"' for name in properties)
    # DuckDB writes the JSON: Python would take ten times as long.
    lines = f"""
        select
            to_json(struct_pack(
                type := 'Feature',
                id := id,
                geometry := if(
                    len(points) = 1,
                    json_object('type', 'Point', 'coordinates', {_position("points[1]")}),
                    json_object(
                        'type', 'MultiPoint',
                        'coordinates', list_transform(points, lambda p: {_position("p")})
                    )
                ),
                properties := struct_pack({packed})
            ))
        from ({sql})
    """
    features = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for batch in connection.sql(lines).to_arrow_reader(_BATCH_ROWS):
            file.writelines(
                f"{',' if features or number else ''}\n{line}"
                for number, line in enumerate(batch.column(0).to_pylist())
            )
            features += batch.num_rows
        file.write("\n]}\n")
    return features


def _position(point: str) -> str:
    return (
        f"[round({point}.longitude, {_DEGREE_DIGITS}), round({point}.latitude, {_DEGREE_DIGITS})]"
    )


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()
