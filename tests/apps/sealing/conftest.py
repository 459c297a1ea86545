"""A table of notes for each test."""

import pytest

from tests.apps.sealing.notes import make_table


@pytest.fixture
def notes(db: None) -> None:
    """The table, until the test ends."""
    make_table()
