"""A raw folder to write files into."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "bulletins").mkdir()
    return tmp_path


@pytest.fixture
def write(raw: Path) -> Callable[[str, str | bytes], Path]:
    def write_one(name: str, content: str | bytes) -> Path:
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_one
