"""Running totals and daily series that a refresh writes in part are those of one build of all."""

import random
from pathlib import Path

import pytest

from tests.rules.daily_series import Drawer, Ledger, differences

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, manifest: Path) -> Ledger:
    """The models' SQL."""
    return Ledger.compile(tmp_path_factory.mktemp("ledger"), manifest)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_touched_is_all_that_changes(ledger: Ledger, seed: int) -> None:
    chance = random.Random(seed)
    drawer = Drawer.drawn(chance)
    documents = drawer.documents(chance.choice((3, 12, 40)))
    with ledger.warehouse() as warehouse, ledger.warehouse() as anew:
        warehouse.whole(documents)
        for step in range(8):
            before, documents = documents, drawer.changed(documents)
            faults = differences(warehouse.touched(documents), anew.whole(documents))
            came = [one for one in documents if one not in before]
            went = [one for one in before if one not in documents]
            assert not faults, "\n".join([f"step {step}", f"{came=}", f"{went=}", *faults[:12]])
