"""An organ at its desks."""

import pytest

from tests.faces.desk.publishing.desks import Desks


@pytest.fixture
def desks(db: None) -> Desks:
    return Desks()
