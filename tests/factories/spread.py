"""Rows of cells with spans as a full matrix."""

from tests.factories.laying import laid
from tests.factories.tables import Rows


def matrix(rows: Rows, *, repeated: bool) -> list[list[str]]:
    """Every place of the table; merged cells fill all their places or only the first."""
    cells = list(laid(rows))
    width = max((column + td.across for _, column, td in cells), default=0)
    places = [[""] * width for _ in rows]
    for row, column, td in cells:
        down, across = (td.down, td.across) if repeated else (1, 1)
        for line in places[row : row + down]:
            line[column : column + across] = [td.text] * across
    return places
