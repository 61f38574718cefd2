"""Gazetteers in the formats that they are published in: a file to a frame.

Belongs here: GeoNames country dumps, GeoNames alternate names, OCHA administrative units with
P-codes (COD-AB tables). Does not belong here: which files there are (`gazetteer_files`), which of
the places are the dictionary's (the models).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from dagster_project.reading.rejections import Reason, RejectedError
from dagster_project.reading.spreadsheets import WorkbookError, read_workbook

Schema = dict[str, pl.DataType | type[pl.DataType]]
PLACE_SCHEMA: Schema = {
    "geoname_id": pl.Int64,
    "place_name": pl.String,
    "alternate_names": pl.List(pl.String),
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "country_iso2": pl.String,
    "admin1_code": pl.String,
    "population": pl.Int64,
    "source_path": pl.String,
}
NAME_SCHEMA: Schema = {
    "geoname_id": pl.Int64,
    "alternate_name": pl.String,
    "source_path": pl.String,
}
PCODE_SCHEMA: Schema = {
    "pcode": pl.String,
    "level": pl.Int64,
    "place_name": pl.String,
    "other_names": pl.List(pl.String),
    "country_iso2": pl.String,
    "admin1_pcode": pl.String,
    "admin1_name": pl.String,
    "admin2_pcode": pl.String,
    "admin2_name": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "source_path": pl.String,
}
_DUMP_COLUMNS = (
    *("geoname_id", "place_name", "ascii_name", "alternate_names", "latitude", "longitude"),
    *("feature_class", "feature_code", "country_iso2", "cc2", "admin1_code", "admin2_code"),
    *("admin3_code", "admin4_code", "population", "elevation", "dem", "timezone", "modified"),
)
# alternateNames.txt has the first eight of them.
_NAME_COLUMNS = (
    *("name_id", "geoname_id", "language", "alternate_name", "is_preferred", "is_short"),
    *("is_colloquial", "is_historic", "valid_from", "valid_to"),
)
# Of the populated places those that are there no more.
_GONE = ("PPLH", "PPLQ", "PPLW", "PPLCH")
# Languages of the documents; without one GeoNames means a name that is used in several.
_LANGUAGES = ("", "en", "ru")
_SMALLEST_CITY = 15_000  # of a dump of several countries

_UNIT_NAME = re.compile(r"adm(?:in)?_?(\d)(?:_?name)?(?:_?alt\d?)?_?(?:([a-z]{2})\d?|name\d?|\d)?$")
_UNIT_CODE = re.compile(r"adm(?:in)?_?(\d)_?p_?code$")
_LATITUDE = re.compile(r"(?:center_?|point_?)?(?:lat|latitude|y)(?:_?y|_?dd)?$")
_LONGITUDE = re.compile(r"(?:center_?|point_?)?(?:lon|long|longitude|x)(?:_?x|_?dd)?$")
# SY0204, but C1572 for a populated place.
_PCODE = re.compile(r"[A-Z]{1,3}\d*")
_DEEPEST_LEVEL = 4
# The most of them, north or south, east or west.
_DEGREES = {"latitude": 90, "longitude": 180}


def file_kind(path: Path) -> str:
    """Tell a file's format from its suffix and the columns of its first line.

    Returns:
        `geonames`, `alternate_names` or `pcodes`.

    Raises:
        RejectedError: It is in none of the formats.
    """
    suffix = path.suffix.lower()
    if suffix in (".csv", ".xlsx"):
        return "pcodes"
    if suffix not in (".txt", ".tsv"):
        detail = f"{suffix or 'no suffix'}: a gazetteer is .txt (unpacked), .csv or .xlsx"
        raise RejectedError(Reason.UNSUPPORTED_TYPE, detail)
    try:
        with path.open(encoding="utf-8-sig") as opened:
            first = next((line for line in opened if line.strip()), None)
    except UnicodeDecodeError as error:
        raise RejectedError(Reason.UNDECODABLE, f"not UTF-8: {error.reason}") from error
    if first is None:
        raise RejectedError(Reason.EMPTY, "no rows")
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) == len(_DUMP_COLUMNS):
        return "geonames"
    if len(cells) in (8, len(_NAME_COLUMNS)):
        return "alternate_names"
    detail = (
        f"line 1 has {len(cells)} columns: a GeoNames dump has {len(_DUMP_COLUMNS)} and a file of"
        f" alternate names 8 or {len(_NAME_COLUMNS)}, set apart by tabs, without a header"
    )
    raise RejectedError(Reason.BAD_GAZETTEER, detail)


def _scan(path: Path, columns: Sequence[str]) -> pl.LazyFrame:
    return pl.scan_csv(
        path,
        separator="\t",
        has_header=False,
        quote_char=None,
        schema=dict.fromkeys(columns, pl.String),
        row_index_name="line",
        row_index_offset=1,
        empty_string_is_null=False,
        glob=False,
    )


def _collect(frame: pl.LazyFrame) -> pl.DataFrame:
    try:
        return frame.collect()
    except pl.exceptions.PolarsError as error:
        words = str(error)
        if "utf-8" in words:
            raise RejectedError(Reason.UNDECODABLE, "not UTF-8") from error
        longer = "a line has more columns than the first" if "more fields" in words else None
        detail = longer or next(iter(words.splitlines()), type(error).__name__)
        raise RejectedError(Reason.BAD_GAZETTEER, detail) from error


def _refuse_short_lines(frame: pl.DataFrame, last_column: str) -> None:
    short = frame.filter(pl.col(last_column) == "").head(1)
    if short.height:
        detail = f"line {short['line'][0]}: fewer columns than the first line has"
        raise RejectedError(Reason.BAD_GAZETTEER, detail)


def _refuse_first(frame: pl.DataFrame, is_bad: pl.Expr, words: str, column: str) -> None:
    """Refuse the file for its first bad row. Raises RejectedError."""
    bad = frame.filter(is_bad).head(1)
    if bad.height:
        detail = f"line {bad['line'][0]}: {column} {bad[column][0]!r} {words}"
        raise RejectedError(Reason.BAD_GAZETTEER, detail)


def read_dump(path: Path) -> pl.DataFrame:
    """Read a GeoNames dump: of one country all its towns and villages, of several the cities.

    Returns:
        The columns of `PLACE_SCHEMA` but the path, as text where the file has text.

    Raises:
        RejectedError: A row is damaged.
    """
    rows = _collect(_scan(path, _DUMP_COLUMNS))
    # Each row of a dump ends with the day of its last change.
    _refuse_short_lines(rows, _DUMP_COLUMNS[-1])
    for column, kind in (("geoname_id", pl.Int64), ("latitude", pl.Float64)):
        _refuse_first(
            rows, pl.col(column).cast(kind, strict=False).is_null(), "is no number", column
        )
    for column, limit in _DEGREES.items():
        value = pl.col(column).cast(pl.Float64, strict=False)
        is_bad = value.is_null() | (value.abs() > limit)
        _refuse_first(rows, is_bad, f"is no {column} in degrees", column)
    one_country = rows["country_iso2"].n_unique() == 1
    population = pl.col("population").cast(pl.Int64, strict=False).fill_null(0)
    is_town = (pl.col("feature_class") == "P") & ~pl.col("feature_code").is_in(_GONE)
    if not one_country:
        is_town &= population >= _SMALLEST_CITY
    return rows.filter(is_town).select(
        pl.col("geoname_id", "latitude", "longitude").str.strip_chars(),
        "place_name",
        pl.concat_list("ascii_name", pl.col("alternate_names").str.split(","))
        .list.eval(pl.element().filter(pl.element() != "").unique().sort())
        .alias("alternate_names"),
        "country_iso2",
        pl.col("admin1_code").replace("", None),
        population.alias("population"),
    )


def read_names(path: Path, wanted: pl.Series) -> pl.DataFrame:
    """Read GeoNames alternate names in the languages of the documents, historic ones left out.

    Args:
        path: The file; `alternateNamesV2.txt` has sixteen million rows.
        wanted: GeoNames ids of the places whose names are kept.

    Returns:
        The columns of `NAME_SCHEMA` but the path.

    Raises:
        RejectedError: A row is damaged.
    """
    with path.open(encoding="utf-8-sig") as opened:
        width = len(opened.readline().split("\t"))
    rows = _collect(
        _scan(path, _NAME_COLUMNS[:width])
        .with_columns(id=pl.col("geoname_id").cast(pl.Int64, strict=False))
        .filter(pl.col("id").is_null() | pl.col("id").is_in(wanted.implode()))
    )
    _refuse_first(rows, pl.col("id").is_null(), "is no number", "geoname_id")
    return rows.filter(
        pl.col("language").is_in(_LANGUAGES),
        pl.col("is_historic") != "1",
        pl.col("alternate_name") != "",
    ).select(pl.col("id").alias("geoname_id"), "alternate_name")


def read_pcodes(path: Path) -> pl.DataFrame:
    """Read a table of administrative units or populated places with P-codes.

    Columns are known by their names, as in ADM1_EN and ADM1_PCODE, admin4Name_en and
    admin4Pcode, adm2_name and adm2_pcode; a workbook may have a sheet for each level.

    Returns:
        The columns of `PCODE_SCHEMA` but the path, one row a P-code of levels 1 to 4.

    Raises:
        RejectedError: It is no such table, or a row is damaged.
    """
    if path.suffix.lower() == ".csv":
        table = pl.scan_csv(path, infer_schema=False, glob=False)
        sheets = {"": _collect(table)}
    else:
        sheets = _workbook_frames(path)
    units = [unit for name, sheet in sheets.items() if (unit := _units(sheet, name)) is not None]
    if not units:
        detail = "no column pair such as ADM1_EN and ADM1_PCODE in its header"
        if any(";" in column for sheet in sheets.values() for column in sheet.columns):
            detail += ": its columns are set apart by semicolons, and have to be by commas"
        raise RejectedError(Reason.BAD_GAZETTEER, detail)
    # A sheet of its own tells more of a unit (its position) than the sheets of what lies in it.
    return (
        pl.concat(units)
        .sort("pcode", pl.col("latitude").is_null(), pl.col("is_upper"), maintain_order=True)
        .unique("pcode", keep="first", maintain_order=True)
        .drop("is_upper")
    )


def _workbook_frames(path: Path) -> dict[str, pl.DataFrame]:
    try:
        workbook = read_workbook(path.read_bytes())
    except (WorkbookError, OSError) as error:
        raise RejectedError(Reason.BAD_GAZETTEER, str(error)) from error
    frames: dict[str, pl.DataFrame] = {}
    for name, rows in workbook.items():
        header = [cell or "" for cell in rows[0]] if rows else []
        columns = {
            title: [row[at] if at < len(row) else None for row in rows[1:]]
            for at, title in enumerate(header)
            if title
        }
        frames[name] = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return frames


def _units(sheet: pl.DataFrame, sheet_name: str) -> pl.DataFrame | None:
    """The units of all levels that a table names; None where it is no table of units."""
    names: dict[int, list[str]] = {}
    codes: dict[int, str] = {}
    position: dict[str, str] = {}
    for column in sheet.columns:
        title = column.strip().lower()
        if match := _UNIT_CODE.fullmatch(title):
            codes.setdefault(int(match[1]), column)
        elif match := _UNIT_NAME.fullmatch(title):
            known = names.setdefault(int(match[1]), [])
            known.insert(0, column) if match[2] == "en" and "alt" not in title else known.append(
                column
            )
        elif _LATITUDE.fullmatch(title):
            position.setdefault("latitude", column)
        elif _LONGITUDE.fullmatch(title):
            position.setdefault("longitude", column)
    levels = [level for level in sorted(names) if level in codes and 1 <= level <= _DEEPEST_LEVEL]
    if not levels:
        return None
    where = f"sheet {sheet_name}, " if sheet_name else ""
    rows = sheet.drop("line", strict=False).with_row_index("line", offset=2)
    units = []
    for axis, column in position.items():
        _refuse_bad_position(rows, axis, column, where)
    for level in levels:
        _refuse_bad_code(rows, codes[level], where)
        units.append(_level_units(rows, level, level == levels[-1], names, codes, position))
    return pl.concat(units)


def _refuse_bad_code(rows: pl.DataFrame, column: str, where: str) -> None:
    filled = rows.filter(pl.col(column).is_not_null() & (pl.col(column) != ""))
    bad = filled.filter(~pl.col(column).str.contains(f"^{_PCODE.pattern}$")).head(1)
    if bad.height:
        detail = f"{where}line {bad['line'][0]}: {column} {bad[column][0]!r} is no P-code"
        raise RejectedError(Reason.BAD_GAZETTEER, detail)


def _refuse_bad_position(rows: pl.DataFrame, axis: str, column: str, where: str) -> None:
    """Refuse metres of a projection, and numbers that would be lost for their decimal comma."""
    text = pl.col(column)
    number = text.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    # of what is no number, such as `n/a`, nothing is known
    is_bad = (number.abs() > _DEGREES[axis]) | text.str.contains(",", literal=True)
    bad = rows.filter(number.is_not_null() & is_bad).head(1)
    if bad.height:
        said = f"{column} {bad[column][0]!r} is no {axis} in degrees"
        raise RejectedError(Reason.BAD_GAZETTEER, f"{where}line {bad['line'][0]}: {said}")


def _level_units(
    rows: pl.DataFrame,
    level: int,
    is_deepest: bool,
    names: dict[int, list[str]],
    codes: dict[int, str],
    position: dict[str, str],
) -> pl.DataFrame:
    def upper(of: dict[int, str] | dict[int, list[str]], at: int) -> pl.Expr:
        column = of.get(at)
        if column is None or at > level:
            return pl.lit(None, dtype=pl.String)
        return pl.col(column if isinstance(column, str) else column[0])

    def degrees(name: str) -> pl.Expr:
        if not is_deepest or name not in position:
            return pl.lit(None, dtype=pl.Float64)
        return pl.col(position[name]).cast(pl.Float64, strict=False)

    return rows.filter(
        pl.col(codes[level]).is_not_null(), pl.col(names[level][0]).is_not_null()
    ).select(
        pl.col(codes[level]).alias("pcode"),
        pl.lit(level, dtype=pl.Int64).alias("level"),
        pl.col(names[level][0]).alias("place_name"),
        pl.concat_list(names[level]).list.drop_nulls().alias("other_names"),
        pl.col(codes[min(codes)]).str.slice(0, 2).alias("country_iso2"),
        upper(codes, 1).alias("admin1_pcode"),
        upper(names, 1).alias("admin1_name"),
        upper(codes, 2).alias("admin2_pcode"),
        upper(names, 2).alias("admin2_name"),
        degrees("latitude").alias("latitude"),
        degrees("longitude").alias("longitude"),
        pl.lit(not is_deepest).alias("is_upper"),
    )
