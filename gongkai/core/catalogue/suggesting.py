"""Which column a row of a standard directory means, by its name."""

import re
from collections.abc import Mapping
from typing import Final

_NOISE = re.compile(r"[\s、，,。（）()“”\"'·]|信息$|公开$|情况$")
SHORTEST: Final = 2


def suggested(first: str, second: str, columns: Mapping[int, str]) -> int | None:
    """The one column whose name is that of the second or else of the first item, or holds it or
    is held by it; None where none or several fit."""
    names = {pk: _plain(name) for pk, name in columns.items()}
    for wanted in filter(None, (_plain(second), _plain(first))):
        for fits in (_same, _related):
            found = [pk for pk, name in names.items() if fits(name, wanted)]
            if found:
                return found[0] if len(found) == 1 else None
    return None


def _plain(name: str) -> str:
    return _NOISE.sub("", name)


def _same(name: str, wanted: str) -> bool:
    return name == wanted


def _related(name: str, wanted: str) -> bool:
    return min(len(name), len(wanted)) >= SHORTEST and (name in wanted or wanted in name)
