"""The answers that the README shows are those of the shipped documents."""

import re
from pathlib import Path

import pytest

from dagster_project.commands.query import run
from dagster_project.settings import PROJECT_ROOT

BLOCKS = re.findall(
    r"```text\n(\$ make sql.*?)```", (PROJECT_ROOT / "README.md").read_text(), re.DOTALL
)
# A command and what it prints; a query may run over several lines.
EXAMPLES = [
    example
    for block in BLOCKS
    for example in re.findall(
        r'^\$ make sql (?:F=(\S+)|Q="(.*?)")\n(.*?)(?=^\$ |\Z)', block, re.DOTALL | re.MULTILINE
    )
]


def cells(line: str) -> list[str]:
    """The cells of a printed line, without what cuts a long one."""
    return [cell.rstrip("…").rstrip() for cell in re.split(r" {2,}", line.strip())]


def test_examples_are_found() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.slow
@pytest.mark.xdist_group("labelled")
@pytest.mark.parametrize(
    ("file", "query", "shown"), EXAMPLES, ids=[e[0] or "query" for e in EXAMPLES]
)
def test_answer_is_that_of_the_documents(
    file: str, query: str, shown: str, labelled_warehouse: Path
) -> None:
    answer = run(labelled_warehouse, (PROJECT_ROOT / file).read_text() if file else query)
    given = [line for line in answer.splitlines() if not set(line) <= {"-", " "}]
    told = [line for line in shown.splitlines() if line.strip() and not set(line) <= {"-", " "}]
    if told[-1].startswith("... ("):
        rows = int(re.findall(r"\d+", told.pop())[0])
        assert rows == len(given) - 1
    else:
        assert len(told) == len(given)
    for said, row in zip(told, given, strict=False):
        wanted, there = cells(said), cells(row)
        assert len(wanted) == len(there), row
        assert all(cell.startswith(part) for part, cell in zip(wanted, there, strict=True)), row
