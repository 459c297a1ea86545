"""The cells of a report's JSON object by their names: the columns of the table of reports."""

from collections.abc import Iterator, Mapping

from gongkai.apps.reports.naming import named_cells
from gongkai.core.reports.forms import BY_KEY


def cells(thing: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    """The cells that hold a number."""
    form = BY_KEY.get(str(thing.get("format")))
    if form is None:
        return
    for cell in named_cells(form):
        value = at(thing, cell.path)
        if isinstance(value, int | float):
            yield cell.name, float(value)


def at(thing: object, path: str) -> object:
    """What stands at a path; None where there is nothing."""
    for key in path.split("."):
        if isinstance(thing, Mapping):
            thing = thing.get(key)
        elif isinstance(thing, list) and key.isdigit() and int(key) < len(thing):
            thing = thing[int(key)]
        else:
            return None
    return thing
