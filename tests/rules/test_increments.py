"""However documents arrive, the marts are those of one build of them all."""

import json
import random
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dagster_project.loading.reading_list import REASONS
from tests.evaluation.build import copy_labelled_documents
from tests.rules.increments import Warehouse, differences
from tests.warehouse.conftest import write_files
from tests.warehouse.scenarios import FAULTS, draw_runs

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("increments")]

DOCUMENTS = 24  # of the labelled ones, where the longer test is not asked for


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("labelled")
    copy_labelled_documents(folder)
    return folder


def arrivals(chance: random.Random, source: Path, raw: Path, documents: int) -> Iterator[None]:
    """Fill a raw folder in random steps; the later ones also change and take away."""
    paths = [path for path in sorted(source.rglob("*.*")) if not path.name.endswith(".meta.json")]
    chance.shuffle(paths)
    early, late = paths[: documents // 2], paths[documents // 2 : documents]
    _copy(early, raw)
    there = [raw / path.relative_to(source) for path in early]
    chance.shuffle(there)
    retold = [path for path in there[6:] if path.parent.name == "articles"][:2]
    for path in retold:
        _retell(path, "again", 1)
    yield
    _copy(late, raw)
    # of one the original goes, of the other an older telling comes
    _retell(retold[-1], "before", -1)
    retold[0].unlink()
    _correct(chance, there[:2])
    there[2].unlink()
    _date(there[3])
    there[4].rename(there[4].with_stem(f"{there[4].stem}-moved"))
    yield
    # one that nothing was done to yet, and one that changed before
    there[5].unlink()
    _correct(chance, there[:1])
    # a telling between two others
    _retold(retold[-1], "again").unlink()
    yield


def _copy(paths: list[Path], raw: Path) -> None:
    for path in paths:
        folder = raw / path.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        for file in path.parent.glob(f"{path.stem}.*"):
            shutil.copy(file, folder)


def _retold(path: Path, name: str) -> Path:
    return path.with_stem(f"{path.stem}-{name}")


def _retell(path: Path, name: str, days_later: int) -> None:
    """Let another outlet carry a text in nearly the same words."""
    text = path.read_text(encoding="utf-8")
    _retold(path, name).write_text(f"{text}\n\nThe outlet tells it {name}.\n", encoding="utf-8")
    sidecar = path.with_name(f"{path.stem}.meta.json")
    content = json.loads(sidecar.read_text()) if sidecar.exists() else {}
    published = date.fromisoformat(content.get("published_date", "2018-03-04"))
    told = {"outlet": name, "published_date": str(published + timedelta(days_later))}
    _retold(path, name).with_suffix(".meta.json").write_text(json.dumps({**content, **told}))


def _correct(chance: random.Random, paths: list[Path]) -> None:
    for path in paths:
        text = path.read_text(encoding="utf-8")
        added = str(chance.randint(2, 9))
        path.write_text(re.sub(r"\d(?= )", added, text))


def _date(path: Path) -> None:
    sidecar = path.with_name(f"{path.stem}.meta.json")
    content = json.loads(sidecar.read_text()) if sidecar.exists() else {}
    sidecar.write_text(json.dumps({**content, "published_date": "2018-03-04"}))


def test_row_that_one_build_has_more_often_is_a_difference():
    one, other = {"t": [("a",), ("a",), ("b",)]}, {"t": [("a",), ("b",), ("b",)]}
    assert differences(one, other) == ["t: only left  ('a',)", "t: only right ('b',)"]
    assert differences(one, {"t": one["t"][::-1]}) == []


def test_no_document_makes_no_row_of_any(chain, tmp_path):
    """Tables that are all empty can keep a query from being bound, too."""
    (tmp_path / "raw").mkdir()
    with chain.warehouse() as warehouse:
        assert warehouse.refresh(tmp_path / "raw") == {}
        marts = warehouse.marts()
    assert marts.keys() >= {"marts.fct_observations", "marts.fct_events", "marts.mart_claims"}
    assert not [table for table in marts if table.startswith("marts.fct_") and marts[table]]


def test_increments_end_as_one_build(chain, labelled, tmp_path, request):
    orders = request.config.getoption("--orders")
    read = dict.fromkeys(REASONS, 0)
    for seed in range(1, max(1, orders) + 1):
        chance = random.Random(seed)
        folder = tmp_path / str(seed)
        documents = 1000 if orders else DOCUMENTS
        copies: list[set[tuple[str, str]]] = []
        with chain.warehouse() as warehouse:
            for _ in arrivals(chance, labelled, folder / "raw", documents):
                batch = chance.choice([documents // 4, documents])
                for reason, count in warehouse.refresh(
                    folder / "raw", batch_documents=batch
                ).items():
                    read[reason] += count
                increments = warehouse.marts(only_touched=warehouse.refreshes > 1)
                copies.append(_copies(warehouse))
            assert warehouse.unread() == 0
            warehouse.refresh(None, everything=True)
            faults = differences(increments, warehouse.marts())
        assert not faults, f"order {seed}, {len(faults)} rows:\n" + "\n".join(faults[:20])
        assert len(increments["marts.fct_observations"]) > 20
        assert len(increments["marts.fct_events"]) > 20
        assert copies[0] - copies[1], "the original went"
        assert copies[1] - copies[0], "an older telling came"
        shutil.rmtree(folder)
    assert read["new"]
    assert read["changed"]


def _copies(warehouse: Warehouse) -> set[tuple[str, str]]:
    """Copies in nearly the same words and their originals."""
    sql = "select document_id, original_document_id from intermediate.int_document_copies"
    return set(warehouse.connection.execute(f"{sql} where not is_same_text").fetchall())


def test_what_others_leave_behind_is_computed_anew(chain, tmp_path):
    """A document that nobody reads again may count, or be compared, otherwise than before."""
    raw = tmp_path / "raw"
    runs = draw_runs(2 * len(FAULTS))
    left_alone = {"none", "part missing", "total altered"}
    with chain.warehouse() as warehouse:
        for run in runs:
            write_files(raw, run.files())
        warehouse.refresh(raw)
        warehouse.marts()
        told, counted = _observations(warehouse), _observations(warehouse, "where is_countable")
        for run in runs:
            if run.left_out:
                # the totals on both sides of it stood further apart
                write_files(raw, {f"{run.name(run.left_out)}.txt": run.left_out.text()})
            elif run.fault not in left_alone:
                # its copy, its retelling or what it corrected stays, or the next day's total
                gone = run.bulletins[1 if run.fault == "total falls" else -1]
                (raw / "bulletins" / f"{run.stem(gone)}.txt").unlink()
        read = warehouse.refresh(raw)
        increments = warehouse.marts(only_touched=True)
        counted_now = _observations(warehouse, "where is_countable")
        told_anew = _runs_with(warehouse, "intermediate.int_touched_tellings")
        assert not differences(increments, warehouse.marts())
        others = _runs_with(warehouse, "marts.fct_observations") - told_anew
    assert read["new"] == 2
    for fault in left_alone:
        assert len(others & {run.number for run in runs if run.fault == fault}) == 2, fault
    assert told & counted_now - counted, "a copy steps in for its original"


def _observations(warehouse: Warehouse, which: str = "") -> set[str]:
    sql = f"select observation_id from marts.fct_observations {which}"
    return {observation for (observation,) in warehouse.connection.execute(sql).fetchall()}


def _runs_with(warehouse: Warehouse, table: str) -> set[int]:
    """The numbers of the runs of which a table has observations."""
    sql = f"""
        select distinct cast(regexp_extract(documents.source_path, 'run-([0-9]+)', 1) as integer)
        from marts.fct_observations as observations
        inner join marts.dim_document as documents using (document_id)
        where observations.observation_id in (select observation_id from {table})
    """
    return {number for (number,) in warehouse.connection.execute(sql).fetchall()}
