"""Looking changes nothing; forms of other sites are refused."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/display/",
        "/report-check/t/extend/",
        "/report-check/t/discard/",
        "/report-check/t/files/1/remove/",
        "/report-check/t/reports/k/cells/p/confirm/",
        "/report-check/t/reports/k/cells/p/undo/",
        "/desk/report-check/t/discard/",
        "/desk/report-check/t/reports/k/keep/",
        "/desk/library/1/withdraw/",
        "/desk/library/1/restore/",
    ],
)
def test_looking_changes_nothing(client: Client, address: str) -> None:
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("address", ["/report-check/", "/desk/login/"])
def test_forms_of_other_sites_are_refused(address: str) -> None:
    assert Client(enforce_csrf_checks=True).post(address, {}).status_code == 403
