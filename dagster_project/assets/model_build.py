"""The models' build in one run: which of them, in how many runs of dbt, and what is noted of it.

Belongs here: choosing what dbt is asked for, and asking. Does not belong here: dbt itself
(`building`), what a fault costs (`setting_aside`), what Dagster is told afterwards (`warehouse`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt.asset_utils import get_updated_cli_invocation_params_for_context

from dagster_project.assets.column_lineage import REPLACED
from dagster_project.assets.dbt_names import AUDIT, Translator, are_audit, nodes_but
from dagster_project.building.dbt_runs import DbtRun, Event
from dagster_project.building.project_files import record_models
from dagster_project.building.standing import (
    LEFT_OUT,
    WHEN_LEFT_OUT,
    forgetting_tests,
    leaving_out,
    standing_nodes,
    touches_few,
)
from dagster_project.checks.together import Together
from dagster_project.loading.reading_list import batch_was_read, reading_list, with_gazetteers
from dagster_project.publishing.written import (
    note_touched,
    note_untouched,
    note_whole,
    was_written,
)
from dagster_project.resources import Dbt, Warehouse
from dagster_project.spark.hand_over import SparkError, build_on_spark, reading_rows_of

RECORD = "models/intermediate/record"
Change = Callable[[Any], None]


class ModelBuild:
    """What one run builds of the models, and how.

    Attributes:
        manifest: dbt's manifest of the models.
        reads: Whether it is a refresh, which reads documents: all is built but what stands. A
            choice of somebody in the UI is built as it is.
    """

    def __init__(
        self,
        context: dg.AssetExecutionContext,
        dbt: Dbt,
        warehouse: Warehouse,
        translator: Translator,
        coder: str,
    ) -> None:
        """Look at what is asked for; by whoever has the writer's place.

        Args:
            context: The run, with the assets and checks that it is for.
            dbt: What builds.
            warehouse: The build file.
            translator: Names the models' assets.
            coder: Version of the project's files that read documents.
        """
        self._context, self._dbt, self._warehouse = context, dbt, warehouse
        self._translator = translator
        self._chosen = get_updated_cli_invocation_params_for_context(context, {}, translator)
        self.manifest = self._chosen.manifest
        with warehouse.reader() as connection:
            self._coder = with_gazetteers(connection, coder)
        self._left_out = nodes_but(context.selected_asset_keys, self.manifest, translator)
        checked = {check.asset_key for check in context.selected_asset_check_keys}
        # Neither built nor checked.
        self._left_alone = self._left_out & nodes_but(checked, self.manifest, translator)
        stands = self._left_out <= standing_nodes(self.manifest)
        self.reads = self._chosen.indirect_selection is None and stands

    def begin_with_few(self, project: str) -> bool:
        """Whether it need write only the rows that the documents read now touch.

        Where it need, another run of this refresh is told to write all.

        Args:
            project: Version of all the project's files.
        """
        if not (self._left_out and self.reads):
            return False
        with self._warehouse.reader() as connection:
            few = touches_few(connection, project) and not was_written(connection)
        if few:
            with self._warehouse.writer() as connection:
                note_whole(connection)
                # DuckDB lets one transaction make it: of two models at once one would fail.
                connection.execute(f"create schema if not exists {REPLACED}")
        return few

    def run(self, hear: Callable[[Event], None], *, only_touched: bool) -> DbtRun:
        """Build and test.

        Args:
            hear: Gets what dbt says while it says it.
            only_touched: Write of kept tables the touched rows alone.

        Returns:
            The run that failed, or the last, told as if each test had been run by itself.
        """
        selection, tests = self._chosen.selection_args, self._chosen.indirect_selection
        changes = [forgetting_tests(self._left_alone)]
        together = Together()
        if self._dbt.spark_tables and not self._context.is_subset:
            changes = [self._made_by_spark()]
        elif self.reads:
            leave_out = leaving_out(self._left_out)
            read = self._read_all_batches_but_the_last(leave_out)
            if not read.successful:
                return read
            changes = [leave_out, lambda manifest: together.put(manifest, {LEFT_OUT})]
            selection = []
            if self._left_out:
                selection, tests = ["--exclude", f"tag:{LEFT_OUT}"], WHEN_LEFT_OUT
        # Unit tests pin the rules, not the data: `make test` runs them, a refresh need not.
        done = self._dbt.run(
            ["build", "--exclude-resource-type", "unit_test", *selection],
            coder=self._coder,
            indirect_selection=tests,
            only_touched=only_touched,
            hear=hear,
            change=_in_turn(changes),
        )
        return together.apart(
            done,
            lambda names: self._dbt.run(["test", "--select", *names], coder=self._coder, hear=hear),
        )

    def note(self, done: DbtRun, *, only_touched: bool) -> None:
        """Note in the build file what was read, and which rows of the marts were written.

        Args:
            done: How the build ended.
            only_touched: As it was run.
        """
        kept = {name for name, node in done.results.items() if node["status"] == "success"}
        keys, nodes = self._context.selected_asset_keys, self.manifest
        with self._warehouse.writer() as connection:
            if done.successful and kept.issuperset(record_models(nodes)):
                batch_was_read(connection, self._coder)
            if done.successful and only_touched:
                note_touched(connection, nodes)
            elif done.successful and are_audit(keys, nodes, self._translator):
                note_untouched(connection, nodes, AUDIT)
            else:
                note_whole(connection)

    def _made_by_spark(self) -> Change:
        """Let Spark make the models' rows, all at once; what makes dbt read them."""
        with self._warehouse.writer() as connection:
            connection.execute("update raw.reading_list set batch = 1")
        done = self._dbt.run(["seed"], coder=self._coder)
        if not done.successful:
            raise dg.Failure(description=failure_text(done))
        self._context.log.info("Spark makes the rows ...")
        tables, master = Path(self._dbt.spark_tables or ""), self._dbt.spark_master or "local[*]"
        variables = {
            "SITREP_CODER_VERSION": self._coder,
            "SITREP_THREADS": str(self._dbt.threads),
        }
        try:
            build_on_spark(self._warehouse.database, tables, master, variables)
        except SparkError as error:
            raise dg.Failure(description=str(error)) from None
        return reading_rows_of(tables)

    def _read_all_batches_but_the_last(self, change: Change) -> DbtRun:
        """Read documents into the record without looking across them, until one batch is left.

        Returns:
            The run that failed, or the last.
        """
        done = DbtRun(successful=True, events=[], results={}, errors=[])
        arguments = ["build", "--select", f"+path:{RECORD}", "--exclude", f"tag:{LEFT_OUT}"]
        arguments += ["--exclude-resource-type", "test", "unit_test"]
        with self._warehouse.reader() as connection:
            batches = reading_list(connection).batches
        for number_read in range(1, batches):
            self._context.log.info(f"Reading batch {number_read} of {batches} ...")
            done = self._dbt.run(arguments, coder=self._coder, change=change)
            if not done.successful:
                break
            with self._warehouse.writer() as connection:
                batch_was_read(connection, self._coder)
            if number_read == 1:
                arguments += ["seed"]  # loaded by the first
        return done


def _in_turn(changes: Sequence[Change]) -> Change:
    def change(manifest: object) -> None:
        for one in changes:
            one(manifest)

    return change


def failure_text(done: DbtRun) -> str:
    """What failed in a build, in a paragraph."""
    failed = [
        f"{unique_id.split('.')[2]}: {' '.join(str(result['message']).split())}"
        for unique_id, result in done.results.items()
        if result["status"] in {"error", "fail"}
    ]
    if not failed:
        return f"dbt failed before it built anything. {' '.join(done.errors)}"
    count = "1 fault" if len(failed) == 1 else f"{len(failed)} faults"
    return f"dbt reports {count}: " + "; ".join(failed)
