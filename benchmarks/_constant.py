"""A page of constant bytes, as large as an item's: what the server itself can do."""

from collections.abc import Callable, Iterable

PAGE = b"x" * 12_000
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))]


def application(
    _environ: dict[str, object], start: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    """Answer everything with the same bytes."""
    start("200 OK", HEADERS)
    return [PAGE]
