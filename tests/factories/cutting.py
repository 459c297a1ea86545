"""Which rows of run-together digits have more than one reading."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tests.factories.model import Draft, Value

ENOUGH = 2


def misleading_runs(draft: Draft) -> frozenset[str]:
    """The cells of rows whose only reading is not the true one: a wrong sum or a blank hides it."""
    found: set[str] = set()
    sheet = draft.sheet
    for table in sheet.form.tables:
        for row in table.rows:
            paths = sheet.paths(table, row)
            numbers = [sheet.values[path] for path in paths if sheet.values[path] is not None]
            whole = len(numbers) == len(paths)
            if (
                len(paths) > 1
                and numbers
                and _misleads(table.key, numbers, len(paths), whole=whole)
            ):
                found |= set(paths)
    return frozenset(found)


def _misleads(table: str, numbers: Sequence[Value], count: int, *, whole: bool) -> bool:
    digits = "".join(map(str, numbers))
    if table == "applications":
        readings = list(islice(sevens(digits), ENOUGH))
        if not whole:
            return bool(readings)
        return len(readings) == 1 and readings[0] != tuple(numbers)
    if whole:
        return False
    return any(True for _ in (fifteens(digits) if table == "review" else free(digits, count)))


def sevens(digits: str) -> Iterator[tuple[int, ...]]:
    """All readings as six numbers and their sum."""
    for start in range(max(6, len(digits) - 7), len(digits)):
        total = digits[start:]
        if len(total) == 1 or total[0] != "0":
            for six in summing(digits[:start], 6, int(total)):
                yield (*six, int(total))


def summing(digits: str, count: int, total: int) -> Iterator[tuple[int, ...]]:
    """All readings as so many numbers that add up to the total."""
    if count == 1:
        if (digits == "0" or digits[:1] not in ("0", "")) and int(digits) == total:
            yield (total,)
        return
    for end in range(1, len(digits) - count + 2):
        first = int(digits[:end])
        if first > total or (end > 1 and digits[0] == "0"):
            return
        for rest in summing(digits[end:], count - 1, total - first):
            yield (first, *rest)


def free(digits: str, count: int) -> Iterator[tuple[str, ...]]:
    """All readings as so many numbers without leading noughts."""
    if count == 1:
        if digits.isdigit() and (digits == "0" or digits[0] != "0"):
            yield (digits,)
        return
    for end in range(1, len(digits) - count + 2):
        if end > 1 and digits[0] == "0":
            return
        for rest in free(digits[end:], count - 1):
            yield (digits[:end], *rest)


def fifteens(digits: str) -> Iterator[int]:
    """All readings as three blocks of four numbers and their sum (one item for each)."""
    yield from _blocks(digits, 3)


def _blocks(digits: str, count: int) -> Iterator[int]:
    if count == 0:
        if not digits:
            yield 1
        return
    for end in range(5, len(digits) - 5 * (count - 1) + 1):
        for start in range(max(4, end - 6), end):
            total = digits[start:end]
            if len(total) > 1 and total[0] == "0":
                continue
            for _ in summing(digits[:start], 4, int(total)):
                yield from _blocks(digits[end:], count - 1)


def several(readings: Iterator[object]) -> bool:
    """Whether there is not exactly one reading."""
    found = 0
    for _ in readings:
        found += 1
        if found == ENOUGH:
            return True
    return found == 0


def unclear_runs(draft: Draft) -> frozenset[str]:
    """The cells of rows whose glued digits can be read in several ways, or in none that adds up."""
    found: set[str] = set()
    sheet = draft.sheet
    for table in sheet.form.tables:
        for row in table.rows:
            paths = sheet.paths(table, row)
            digits = "".join(str(sheet.values[p]) for p in paths if sheet.values[p] is not None)
            if digits and len(paths) > 1 and _unclear(table.key, digits, len(paths)):
                found |= set(paths)
    return frozenset(found)


def _unclear(table: str, digits: str, count: int) -> bool:
    if table == "applications":
        return several(sevens(digits))
    if table == "review":
        return several(fifteens(digits))
    return set(digits) != {"0"} and several(free(digits, count))
