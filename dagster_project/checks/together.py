"""Tests that hold back the same tables as one query, and their results one by one again.

Belongs here: which tests go together, and telling them apart. Does not belong here: what a test
asks (dbt), what becomes of its result (`assets`).

dbt takes 23 processor milliseconds for each test, DuckDB has 9 of them: hundreds of tests would
cost a refresh of few documents as much as its tables do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dagster_project.building.dbt_runs import DbtRun, Event

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

_AT_FAULT = frozenset({"error", "fail"})
# Arguments of a test that name a table; the others are plain values.
_TABLES = frozenset({"model", "to"})
_OF_SEEDS = frozenset({"whatever is made of seeds"})
# What the tests of one query hold in memory they hold at once.
_MOST_TOGETHER = 20


class Together:
    """Which tests one of them stands for."""

    def __init__(self) -> None:
        """Nothing is put together yet."""
        self._members: dict[str, list[str]] = {}

    def put(self, manifest: Manifest, left_alone: Collection[str] = ()) -> None:
        """Let one test of each group ask what all of them ask, and take out the others.

        In a group are tests that hold back the same models, which are those below all tables that
        they read: a fault then holds back what it did before. The tests of seeds are one group:
        what they ask was asked of the files before dbt began (`building.seeds`).

        Args:
            manifest: The parsed project, which is changed.
            left_alone: Tags of tests that keep to themselves.
        """
        below = _Below(manifest)
        groups: dict[frozenset[str], list[Any]] = {}
        plain = [item for item in sorted(manifest.nodes.items()) if _is_plain(item[1])]
        for unique_id, node in sorted(plain, key=lambda item: item[1].attached_node):
            if not set(left_alone) & set(node.tags):
                read = node.depends_on.nodes
                of_seeds = all(table.startswith("seed.") for table in read)
                held_back = _OF_SEEDS if of_seeds else below.all_of(read)
                groups.setdefault(held_back, []).append((unique_id, node))
        for tests in _of_bearable_size(groups.values()):
            (first, asking), *others = tests
            if not others:
                continue
            self._members[first] = [unique_id for unique_id, _ in tests]
            asking.raw_code = "\nunion all\n".join(_counted(key, node) for key, node in tests)
            nodes = [node for _, node in tests]
            asking.refs = [ref for node in nodes for ref in node.refs]
            asking.sources = [source for node in nodes for source in node.sources]
            for kind in ("nodes", "macros"):
                named = {name for node in nodes for name in getattr(node.depends_on, kind)}
                setattr(asking.depends_on, kind, sorted(named))
            for unique_id, _ in others:
                del manifest.nodes[unique_id]

    def apart(self, done: DbtRun, run_tests: Callable[[list[str]], DbtRun]) -> DbtRun:
        """What dbt would have said of each test.

        Args:
            done: How it ended with the tests together.
            run_tests: Runs the tests of these names by themselves. It is asked for those of a
                group with a fault, to learn whose it is.
        """
        doubtful = {
            unique_id
            for unique_id in self._members
            if done.results.get(unique_id, {}).get("status") in _AT_FAULT
        }
        events: list[Event] = []
        for event in done.events:
            unique_id = event["data"].get("node_info", {}).get("unique_id")
            if unique_id not in doubtful:
                events += [_said_of(event, key) for key in self._members.get(unique_id, [])] or [
                    event
                ]
        results = {
            key: {**result, "unique_id": key}
            for unique_id, result in done.results.items()
            if unique_id not in doubtful
            for key in self._members.get(unique_id, [unique_id])
        }
        if not doubtful:
            return replace(done, events=events, results=results)
        names = [key.split(".")[2] for unique_id in doubtful for key in self._members[unique_id]]
        again = run_tests(sorted(names))
        return replace(
            done,
            events=[*events, *again.events],
            results=results | again.results,
            errors=[*done.errors, *again.errors],
        )


class _Below:
    """Which tables are made from a table, however far down."""

    def __init__(self, manifest: Manifest) -> None:
        self._children: dict[str, list[str]] = {}
        for unique_id, node in manifest.nodes.items():
            if node.resource_type in {"model", "seed"}:
                for parent in node.depends_on_nodes:
                    self._children.setdefault(parent, []).append(unique_id)
        self._found: dict[str, frozenset[str]] = {}

    def all_of(self, tables: Collection[str]) -> frozenset[str]:
        """What is made from each of some tables."""
        return frozenset.intersection(*(self._below(table) for table in tables))

    def _below(self, table: str) -> frozenset[str]:
        if table not in self._found:
            self._found[table] = frozenset()  # of a model that reads itself
            children = self._children.get(table, [])
            further = (self._below(child) for child in children)
            self._found[table] = frozenset(children).union(*further)
        return self._found[table]


def _of_bearable_size(groups: Iterable[list[Any]]) -> Iterator[list[Any]]:
    for tests in groups:
        for start in range(0, len(tests), _MOST_TOGETHER):
            yield tests[start : start + _MOST_TOGETHER]


def _is_plain(node: Any) -> bool:  # noqa: ANN401 - a class of dbt's
    """Whether a test is a generic one that fails by any row."""
    if node.resource_type != "test" or not getattr(node, "attached_node", None):
        return False
    config = node.config
    asked = (config.where, config.limit, config.fail_calc, config.warn_if, config.error_if)
    return (
        node.test_metadata.namespace is None
        and config.severity.lower() == "error"
        and asked == (None, None, "count(*)", "!= 0", "!= 0")
    )


def _counted(unique_id: str, node: Any) -> str:  # noqa: ANN401
    """A test's rows of fault, as a row for the test if there are any."""
    arguments = ", ".join(
        f"{name}={_literal(name, value)}" for name, value in node.test_metadata.kwargs.items()
    )
    call = f"{{{{ test_{node.test_metadata.name}({arguments}) }}}}"
    # Not with a limit: over a view that keeps what it reads twice, of very many documents, DuckDB
    # 2.0 then waits for ever.
    return f"select '{unique_id}' as unique_id from ({call}) having count(*) > 0"


def _literal(name: str, value: object) -> str:
    if name in _TABLES:
        return str(value).strip("{} ")
    return repr(value)


def _said_of(event: Mapping[str, Any], unique_id: str) -> Event:
    """What was said of a group, as said of one of its tests."""
    told = {**event["data"]["node_info"], "unique_id": unique_id}
    return {**event, "data": {**event["data"], "node_info": told}}
