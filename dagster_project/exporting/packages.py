"""`datapackage.json`: what is in a set of files, as the Data Package standard describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dagster_project.exporting.tables import Column, Table
from dagster_project.reading.documents import file_sha256

_LICENCES = {
    "CC0-1.0": (
        "Creative Commons Zero 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution-ShareAlike 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    "ODC-By-1.0": (
        "Open Data Commons Attribution 1.0",
        "https://opendatacommons.org/licenses/by/1-0/",
    ),
    "ODbL-1.0": (
        "Open Data Commons Open Database License 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
}
# Whole texts are not Sitrep's to license.
_TEXTS = frozenset({"documents", "sentences", "search_terms"})
_OF_THE_PUBLISHERS = {
    "name": "other-closed",
    "title": "The texts remain their publishers'; see dim_document for outlet and address",
}
RIGHTS = (
    "The licence is for the tables. Words quoted from documents (quotes, titles, texts) remain"
    " their publishers'."
)
_TYPES = {
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIME": "time",
    "DOUBLE": "number",
    "FLOAT": "number",
    "VARCHAR": "string",
}


@dataclass(frozen=True)
class Origin:
    """What a set was made from.

    Attributes:
        refresh_id: The last refresh of the published file; None where it does not tell.
        refreshed_at: Its time, ISO 8601 in UTC.
        coder_version: The version of the dictionaries and rules that read the texts.
        licence: Name of the tables' licence, SPDX where it has one.
        guards_formulas: Whether texts that begin as a formula have an apostrophe before them.
    """

    refresh_id: str | None
    refreshed_at: str | None
    coder_version: str
    licence: str
    guards_formulas: bool


@dataclass(frozen=True)
class Resource:
    """A file of a set.

    Attributes:
        name: Its name in the package.
        path: Where it lies.
        table: What it holds; None for a file that is no table.
        rows: Its rows or features.
        description: What it holds.
        has_hashtags: Whether HXL hashtags stand below the header.
    """

    name: str
    path: Path
    table: Table | None
    rows: int
    description: str
    has_hashtags: bool = False


def write_package(
    folder: Path, name: str, title: str, resources: Sequence[Resource], origin: Origin
) -> None:
    """Write a set's `datapackage.json` beside its files.

    Args:
        folder: The set's.
        name: The package's.
        title: What the set is, in words.
        resources: Its files, all below the folder.
        origin: What they were made from.
    """
    names = {
        resource.table.name: resource.name for resource in resources if resource.table is not None
    }
    notes = [RIGHTS]
    if any(resource.path.suffix == ".csv" for resource in resources):
        notes.append(
            "A text that begins with = + - @ has an apostrophe before it, for spreadsheets."
            if origin.guards_formulas
            else "Texts are as in the sources, also those that a spreadsheet takes for formulas:"
            " import the columns as text."
        )
    content = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "description": " ".join(notes),
        "version": origin.refresh_id,
        "created": origin.refreshed_at,
        "licenses": [licence(origin.licence)],
        "coder_version": origin.coder_version,
        "resources": [_resource(resource, folder, names) for resource in resources],
    }
    stated = {key: value for key, value in content.items() if value is not None}
    path = folder / "datapackage.json"
    path.write_text(json.dumps(stated, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def licence(name: str) -> dict[str, str]:
    """A licence as a data package names it."""
    if name not in _LICENCES:
        return {"name": name}
    title, path = _LICENCES[name]
    return {"name": name, "title": title, "path": path}


def _resource(resource: Resource, folder: Path, names: dict[str, str]) -> dict[str, object]:
    suffix = resource.path.suffix.removeprefix(".")
    content: dict[str, object] = {
        "name": resource.name,
        "path": resource.path.relative_to(folder).as_posix(),
        "description": resource.description,
        "format": suffix,
        "mediatype": {
            "csv": "text/csv",
            "parquet": "application/vnd.apache.parquet",
            "geojson": "application/geo+json",
        }[suffix],
        "bytes": resource.path.stat().st_size,
        "hash": f"sha256:{file_sha256(resource.path)}",
        "row_count": resource.rows,
    }
    if suffix != "parquet":
        content["encoding"] = "utf-8"
    if resource.table is None:
        return content
    if resource.table.name in _TEXTS:
        content["licenses"] = [_OF_THE_PUBLISHERS]
    if suffix == "csv":
        # `rows` is what the frictionless tool compares with the rows that it reads.
        content |= {"type": "table", "dialect": _dialect(resource), "rows": resource.rows}
    else:
        # A Parquet file has its types in itself; the tool would take them from pandas.
        content["type"] = "file"
    return content | {"schema": _schema(resource.table, names)}


def _dialect(resource: Resource) -> dict[str, object]:
    dialect: dict[str, object] = {
        "delimiter": ",",
        "lineTerminator": "\r\n",
        "quoteChar": '"',
        "doubleQuote": True,
        "header": True,
    }
    return dialect | ({"commentRows": [2]} if resource.has_hashtags else {})


def _schema(table: Table, names: dict[str, str]) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = table.primary_key
    keys = [
        {
            "fields": [key.column],
            "reference": {
                # An empty name is the standard's for the table itself.
                "resource": "" if key.table == table.name else names[key.table],
                "fields": [key.referenced],
            },
        }
        for key in table.foreign_keys
        if key.table in names
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column, table: Table) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": _type(column.data_type)}
    if column.description:
        field["description"] = column.description
    # In CSV an empty text reads as none, and not every text that must be there has letters.
    if not column.is_nullable and (column.data_type != "VARCHAR" or column.name in table.keys):
        field["constraints"] = {"required": True}
    return field


def _type(data_type: str) -> str:
    if data_type.endswith("[]"):
        return "array"
    if data_type.startswith("TIMESTAMP"):
        return "datetime"
    if re.fullmatch(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?", data_type):
        return "integer"
    if data_type.startswith("DECIMAL"):
        return "number"
    return _TYPES.get(data_type, "string")
