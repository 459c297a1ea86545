"""A city with its site."""

import pytest

from tests.apps.catalogue.sites import City


@pytest.fixture
def city(db: None) -> City:
    return City()
