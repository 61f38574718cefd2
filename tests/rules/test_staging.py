"""What an analyst meets who looks at a few of very many documents."""

import shutil
import threading
from pathlib import Path

import duckdb
import pytest

from tests.rules.small_warehouse import DATABASE

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]

# DuckDB 2.0 waited for ever from somewhere between 50,000 and 100,000 on.
_DOCUMENTS = 150_000


def test_a_glance_at_very_many_documents_comes_to_an_end(small_warehouse: Path, tmp_path: Path):
    database = shutil.copyfile(small_warehouse, tmp_path / DATABASE)
    with duckdb.connect(database) as connection:
        for table in ("articles", "bulletins"):
            connection.execute(
                f"insert into raw.{table}"
                " select one.* replace (one.document_id || range as document_id,"
                " range || '.txt' as source_path)"
                f" from (from raw.{table} limit 1) as one, range({_DOCUMENTS // 2})"
            )
        cancel = threading.Timer(60, connection.interrupt)
        cancel.start()
        found = connection.execute("from staging.stg_documents limit 5").fetchall()
        cancel.cancel()
    assert len(found) == 5
