"""Texts that nobody wrote pass every blocking check."""

from pathlib import Path

import pytest

from tests.evaluation.corpora import SHIPPED
from tests.rules.shuffled import write_shuffled

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("increments")]

SEED = 20170911


def test_shuffled_documents_pass_every_blocking_check(chain, tmp_path: Path, request):
    documents = request.config.getoption("--shuffled")
    write_shuffled(SHIPPED.documents, tmp_path / "raw", documents, SEED)
    with chain.warehouse() as warehouse:
        assert warehouse.refresh(tmp_path / "raw") == {"new": documents}
        marts = warehouse.marts()
        assert warehouse.broken_checks() == {}
        warehouse.connection.execute("update marts.fct_events set quote = quote || '?'")
        altered = "event_quotes_are_in_the_text"
        assert warehouse.broken_checks([altered]).keys() == {altered}
    assert len(marts["marts.fct_observations"]) > documents
    assert len(marts["marts.fct_events"]) > documents
