"""The city's office before its browser, and that of a bureau."""

import pytest
from django.test import Client

from gongkai.apps.organs.models import User
from gongkai.core.identity import Role
from tests.apps.catalogue.sites import City
from tests.factories.organs import serving


class Office:
    """The city with a browser for its keeper and one for a bureau's disclosure office."""

    def __init__(self) -> None:
        self.city = City()
        self.keeper, self.bureau, self.drafter = Client(), Client(), Client()
        self.keeper.force_login(User.objects.get(username="keeper"))
        region = self.city.region
        self.bureau.force_login(serving("bureau", region.finance, Role.DISCLOSURE_OFFICE))
        self.drafter.force_login(serving("writer", region.office, Role.DRAFTER))


@pytest.fixture
def office(db: None) -> Office:
    return Office()
