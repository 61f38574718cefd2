"""What a check found, and how it is shown in Dagster."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import dagster as dg
import duckdb

from dagster_project.checks.offending import with_paths
from dagster_project.resources import WAREHOUSE_POOL, Warehouse
from dagster_project.tables import evidence

_ROWS_SHOWN = 10


@dataclass(frozen=True)
class Finding:
    """The outcome of one check.

    Attributes:
        summary: In one sentence, with numbers.
        counts: What was counted, passed or not.
        columns: Names of the offending rows' columns.
        rows: The offending rows; none where the check passed.
        nothing_to_check: The table is empty. That is no pass, but no fault of ours either: it
            warns.
    """

    summary: str
    counts: Mapping[str, int | float] = field(default_factory=dict)
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()
    nothing_to_check: bool = False

    @property
    def passed(self) -> bool:
        """Whether there was something to check and nothing was wrong."""
        return not self.rows and not self.nothing_to_check

    def to_result(self) -> dg.AssetCheckResult:
        """The finding with counts and offending rows as metadata."""
        empty = self.nothing_to_check and not self.rows
        summary = f"Nothing to check: {self.summary}" if empty else self.summary
        metadata: dict[str, dg.MetadataValue] = {
            "summary": dg.MetadataValue.text(summary),
            "offending_rows": dg.MetadataValue.int(len(self.rows)),
        }
        for name, count in self.counts.items():
            metadata[name] = (
                dg.MetadataValue.int(count)
                if isinstance(count, int)
                else dg.MetadataValue.float(count)
            )
        if self.rows:
            shown = evidence(self.columns, self.rows[:_ROWS_SHOWN])
            metadata["failing_rows"] = dg.MetadataValue.md(shown)
        return dg.AssetCheckResult(
            passed=self.passed,
            severity=dg.AssetCheckSeverity.WARN
            if self.nothing_to_check
            else dg.AssetCheckSeverity.ERROR,
            description=summary,
            metadata=metadata,
        )


def rows_of(table: str, documents: Collection[str] | None) -> tuple[str, dict[str, list[str]]]:
    """A table, or its rows of some documents: what stands behind `from`, and its parameters."""
    if documents is None:
        return table, {}
    rows = f"(from {table} where document_id in (select unnest($documents::varchar[])))"
    return rows, {"documents": sorted(documents)}


def build_check(
    asset: dg.AssetKey,
    name: str,
    description: str,
    find: Callable[[duckdb.DuckDBPyConnection], Finding],
    *,
    after: Sequence[dg.AssetKey] = (),
) -> dg.AssetChecksDefinition:
    """Make an asset check of a function that looks into the build file.

    Args:
        asset: What is checked.
        name: The check's name.
        description: What it makes sure of.
        find: Gets a reading connection. Its errors block what comes after the asset.
        after: Other assets that it reads, which must be there first.
    """

    @dg.asset_check(
        asset=asset,
        name=name,
        description=description,
        additional_deps=[key for key in after if key != asset],
        # Only a failed check of severity ERROR holds anything back.
        blocking=True,
        pool=WAREHOUSE_POOL,
    )
    def check(warehouse: Warehouse) -> dg.AssetCheckResult:
        with warehouse.reader() as connection:
            found = find(connection)
            columns, rows = with_paths(connection, found.columns, found.rows)
            return replace(found, columns=columns, rows=rows).to_result()

    return check
