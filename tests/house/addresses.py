"""Every address of the system, with something in the place of each of its values."""

from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter

SAMPLES = {
    IntConverter: "1",
    UUIDConverter: "00000000-0000-4000-8000-000000000000",
    SlugConverter: "x",
    StringConverter: "x",
}
OPEN_TO_ALL = ("desk/login/", "desk/logout/")


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """A pattern with these values in their places."""
    for name, value in values.items():
        prefix = next(part for part in pattern.split("<") if part.split(">")[0].endswith(name))
        pattern = pattern.replace(f"<{prefix.split('>')[0]}>", value)
    return pattern


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every pattern below a resolver, with a sample for each of its values."""
    for pattern in resolver.url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, path)
        else:
            yield path, samples(pattern)


def samples(pattern: URLPattern) -> dict[str, str]:
    """A sample of each of the values."""
    return {
        name: SAMPLES[next((row for row in SAMPLES if isinstance(converter, row)), StringConverter)]
        for name, converter in pattern.pattern.converters.items()
    }


def is_guarded(path: str) -> bool:
    """Whether the address is for people who have signed in, or for machines that are known."""
    return path.startswith(("desk/", "api/")) and not path.startswith(OPEN_TO_ALL)


PATTERNS = dict(patterns(get_resolver()))
ALL = sorted({filled(path, values) for path, values in PATTERNS.items()})
GUARDED = [path for path in ALL if is_guarded(path)]
"""Addresses that turn a stranger away."""
CARRYING = sorted(path for path in PATTERNS if is_guarded(path) and "<" in path)
"""Patterns of addresses that name a row."""
