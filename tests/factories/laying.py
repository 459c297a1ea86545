"""Where every cell of a table with spans begins."""

from collections.abc import Iterator

from tests.factories.tables import Rows, Td


def laid(rows: Rows) -> Iterator[tuple[int, int, Td]]:
    """Every cell with the row and column where it begins."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for td in row:
            while (number, column) in taken:
                column += 1
            yield number, column, td
            taken |= {(number + d, column + a) for d in range(td.down) for a in range(td.across)}
            column += td.across
