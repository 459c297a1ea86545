"""Every address of the desk and of the machines' face turns a stranger away."""

import pytest
from django.test import Client

from tests.house.addresses import ALL, GUARDED, OPEN_TO_ALL


def test_there_are_addresses() -> None:
    assert "" in ALL
    assert GUARDED


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", GUARDED)
def test_a_stranger_is_turned_away(path: str, method: str, client: Client) -> None:
    answer = getattr(client, method)(f"/{path}")
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith(tuple(f"/{door}" for door in OPEN_TO_ALL))
    else:
        assert answer.status_code in {401, 403, 404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("path", [path for path in ALL if path not in GUARDED])
def test_no_public_address_breaks(path: str, client: Client) -> None:
    assert client.get(f"/{path}").status_code < 500
