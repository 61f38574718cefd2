"""What a failed build costs: the documents that it names, as long as they are few.

Belongs here: within which bounds documents are set aside, and what is said of it. Does not belong
here: which documents a fault names (`checks.blame`, `checks.by_document`), what being set aside
means (`loading.set_aside`).

A fault that many documents show is one of ours: then nothing is set aside, and nothing published.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dagster_project.building.dbt_runs import DbtRun
from dagster_project.checks.blame import documents_blamed
from dagster_project.checks.by_document import documents_found
from dagster_project.loading.raw_tables import DOCUMENTS
from dagster_project.loading.reading_list import with_gazetteers, write_reading_list
from dagster_project.loading.set_aside import Fault, set_aside, take_back
from dagster_project.resources import Warehouse
from dagster_project.settings import Settings
from dagster_project.sql import number, query

# A document may break a check that is reached only when those before it pass.
_ROUNDS = 3
_NAMED = 5


class SettingAside:
    """Sets aside the documents for which the builds of one refresh fail.

    Attributes:
        refusal: Why a failed build is to stay one; empty as long as it is not.
    """

    def __init__(
        self,
        settings: Settings,
        warehouse: Warehouse,
        manifest: Mapping[str, Any],
        coder: str,
        project: str,
        say: Callable[[str], None],
    ) -> None:
        """Note what is read now, before any of it is.

        Args:
            settings: How many documents may be set aside.
            warehouse: The build file.
            manifest: dbt's manifest.
            coder: Version of the project's files that read documents.
            project: Version of all its files.
            say: Gets what is done.
        """
        self._settings, self._warehouse, self._manifest = settings, warehouse, manifest
        self._coder, self._project, self._say = coder, project, say
        self._rounds = self._count = 0
        self.refusal = ""
        with warehouse.reader() as connection:
            documents = number(connection, f"select count(*) from {DOCUMENTS}")
            listed = query(connection, "select document_id from raw.reading_list")[1]
        self._read_now = {str(document) for (document,) in listed}
        share = settings.max_set_aside
        # Of few documents one may go, whatever share it is.
        self._most = max(1, int(share * documents)) if share else 0

    def makes_good(self, done: DbtRun) -> bool:
        """Set aside what a build names; whether it is to be run again without them.

        A failed build names documents by its tests, another by the checks that follow it.
        """
        with self._warehouse.reader() as connection:
            if done.successful:
                faults = documents_found(connection, self._read_now)
            else:
                faults = documents_blamed(
                    connection, done.results, self._manifest, self._read_now, self._most
                )
        if not faults:
            if not done.successful:
                self._refuse("")
        elif self._count + len(faults) > self._most:
            self._refuse(
                f"{len(faults)} documents or more break checks, and SITREP_MAX_SET_ASIDE"
                f" ({self._settings.max_set_aside:g} of all documents) lets {self._most} be set"
                " aside. So many are hardly at fault: look at the rules. "
            )
        elif self._rounds == _ROUNDS:
            self._refuse(f"Checks still fail after documents were set aside {_ROUNDS} times. ")
        else:
            self._set_aside(faults)
            return True
        return False

    def _set_aside(self, faults: Mapping[str, Fault]) -> None:
        self._rounds += 1
        self._count += len(faults)
        with self._warehouse.writer() as connection:
            set_aside(connection, faults, with_gazetteers(connection, self._project))
            coder = with_gazetteers(connection, self._coder)
            write_reading_list(connection, coder, self._settings.batch_documents)
            paths = dict(query(connection, f"select document_id, source_path from {DOCUMENTS}")[1])
        for document, fault in list(faults.items())[:_NAMED]:
            self._say(f"{paths[document]} is set aside, it breaks {fault.check}.")
        if len(faults) > _NAMED:
            self._say(f"{len(faults) - _NAMED} more documents are set aside.")

    def _refuse(self, why: str) -> None:
        self.refusal = why
        if self._count:
            with self._warehouse.writer() as connection:
                take_back(connection)
