"""Memory that a load takes, measured in a process of its own."""

import subprocess
import sys
from pathlib import Path

from dagster_project.settings import PROJECT_ROOT

_LOAD = """
import resource, sys
from datetime import datetime
from pathlib import Path
import duckdb
from dagster_project.loading.load import Load, load

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

connection = duckdb.connect(sys.argv[2], config={"memory_limit": "100MB"})
connection.execute("select sha256('warm')").fetchall()
before = peak()
result = load(
    connection,
    Path(sys.argv[1]),
    named=Load("1", "1", datetime(2030, 1, 1)),
    max_file_bytes=1_000_000_000,
    batch_files=100,
)
print(result.outcomes["loaded"], peak() - before)
"""


def loaded_and_megabytes(raw: Path) -> tuple[int, int]:
    """Documents that a load in a process of its own took, and the memory that it added."""
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, str(raw), str(raw.parent / "build.duckdb")],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    # DuckDB may show its progress first.
    loaded, megabytes = map(int, done.stdout.splitlines()[-1].split())
    return loaded, megabytes


def test_millions_of_short_lines_are_one_document(tmp_path, request):
    lines = request.config.getoption("--lines")
    (tmp_path / "raw").mkdir()
    # Not in a folder that says what it is: each line is looked at.
    (tmp_path / "raw" / "lines.txt").write_text("Convoy\n\n" + "a\n" * lines)
    loaded, megabytes = loaded_and_megabytes(tmp_path / "raw")
    assert loaded == 1
    assert megabytes < 100 + 20 * (2 * lines) / 1e6
