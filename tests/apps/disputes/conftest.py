"""The ledger of a bureau for each test."""

import pytest

from tests.apps.disputes.cases import Ledger


@pytest.fixture
def ledger(db: None) -> Ledger:
    return Ledger()
