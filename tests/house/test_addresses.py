"""Every address of the desk and of the machines' face turns a stranger away."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter

SAMPLES = {
    IntConverter: "1",
    UUIDConverter: "00000000-0000-4000-8000-000000000000",
    SlugConverter: "x",
    StringConverter: "x",
}
OPEN_TO_ALL = {"desk/login/", "desk/logout/"}


def address(pattern: URLPattern | URLResolver) -> str:
    """A pattern with something in the place of each of its values."""
    text = str(pattern.pattern)
    for name, converter in pattern.pattern.converters.items():
        kind = next((row for row in SAMPLES if isinstance(converter, row)), StringConverter)
        prefix = next(part for part in text.split("<") if part.split(">")[0].endswith(name))
        text = text.replace(f"<{prefix.split('>')[0]}>", SAMPLES[kind])
    return text


def addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Every address below a resolver."""
    for pattern in resolver.url_patterns:
        path = before + address(pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, path)
        else:
            yield path


ALL = sorted(set(addresses(get_resolver())))
GUARDED = [path for path in ALL if path.startswith(("desk/", "api/")) and path not in OPEN_TO_ALL]


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
