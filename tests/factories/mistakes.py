"""Mistakes as organs make them: planted in the figures, so that the truth knows them too."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.factories.model import Sheet, Value

Plant = Callable[[Random, Sheet], Sheet]


def _busy_rows(sheet: Sheet) -> list[str]:
    keys = [row.key for _, row in sheet.rows("applications")]
    return [key for key in keys if sheet.values[f"applications.{key}.6"]] or keys


def wrong_total(rng: Random, sheet: Sheet) -> Sheet:
    """A row of table 3 does not add up."""
    path = f"applications.{rng.choice(_busy_rows(sheet))}.6"
    return sheet.changed({path: int(sheet.values[path] or 0) + rng.randint(1, 9)}, "wrong_total")


def wrong_balance(rng: Random, sheet: Sheet) -> Sheet:
    """Carried over to next year does not fit."""
    more = rng.randint(1, 3)
    paths = [f"applications.carried_out.{n}" for n in (0, 6)]
    return sheet.changed({p: int(sheet.values[p] or 0) + more for p in paths}, "wrong_balance")


def wrong_sum(rng: Random, sheet: Sheet) -> Sheet:
    """The total row is not the sum of the results."""
    more = rng.randint(1, 5)
    paths = [f"applications.total.{n}" for n in (rng.randint(0, 5), 6)]
    return sheet.changed({p: int(sheet.values[p] or 0) + more for p in paths}, "wrong_sum")


def wrong_review(rng: Random, sheet: Sheet) -> Sheet:
    """A block of table 4 does not add up."""
    path = f"review.{rng.choice(('review', 'direct', 'after'))}_total"
    return sheet.changed({path: int(sheet.values[path] or 0) + 1}, "wrong_review")


def misplaced(rng: Random, sheet: Sheet) -> Sheet:
    """A number stands in the neighbouring column."""
    key = rng.choice(_busy_rows(sheet))
    left, right = (f"applications.{key}.{n}" for n in (0, 1))
    swap = {left: sheet.values[right], right: sheet.values[left]}
    return sheet.changed(swap, "misplaced")


def blank_cells(rng: Random, sheet: Sheet) -> Sheet:
    """Some cells are left blank."""
    paths = [path for path, value in sheet.values.items() if value == 0]
    blanks = rng.sample(paths, min(len(paths), rng.randint(1, 9)))
    return sheet.changed(dict.fromkeys(blanks), "blank_cells")


def blank_zeros(rng: Random, sheet: Sheet) -> Sheet:
    """Every nought of table 3 is left blank."""
    paths = [p for p, v in sheet.values.items() if v == 0 and p.startswith("applications")]
    return sheet.changed(dict.fromkeys(paths), "blank_zeros")


def only_totals(rng: Random, sheet: Sheet) -> Sheet:
    """Only the 总计 column of table 3 is filled."""
    paths = [p for p in sheet.values if p.startswith("applications") and not p.endswith(".6")]
    return sheet.changed(dict.fromkeys(paths), "only_totals")


def natural_and_total(rng: Random, sheet: Sheet) -> Sheet:
    """Only two columns are filled, and only in rows that have something to say."""
    changes: dict[str, Value] = {}
    for _, row in sheet.rows("applications"):
        base = f"applications.{row.key}"
        natural = int(sheet.values[f"{base}.0"] or 0)
        changes |= {f"{base}.{n}": None for n in range(7)}
        if natural:
            changes |= {f"{base}.0": natural, f"{base}.6": natural}
    return sheet.changed(changes, "natural_and_total")


def strokes(rng: Random, sheet: Sheet) -> Sheet:
    """Noughts written as a stroke or 无."""
    mark = rng.choice(("/", "—", "-", "无", "——", "\uff0f"))
    paths = [path for path, value in sheet.values.items() if value == 0]
    if rng.random() < 0.6:
        paths = rng.sample(paths, min(len(paths), 8))
    changed = sheet.changed(dict.fromkeys(paths), "strokes").written(dict.fromkeys(paths, mark))
    unclear = frozenset(paths) if mark == "无" else frozenset[str]()
    return replace(changed, unclear=changed.unclear | unclear)


def blank_review(rng: Random, sheet: Sheet) -> Sheet:
    """Table 4 has a header and nothing in it."""
    paths = [path for path in sheet.values if path.startswith("review.")]
    return sheet.changed(dict.fromkeys(paths), "blank_review")


def missing_row(rng: Random, sheet: Sheet) -> Sheet:
    """One row is not there at all."""
    table, row = rng.choice([*sheet.rows("table2"), *sheet.rows("applications")])
    dropped = sheet.dropped | {f"{table.key}.{row.key}"}
    return replace(sheet, dropped=dropped, planted=(*sheet.planted, "missing_row"))


def lost_page(rng: Random, sheet: Sheet) -> Sheet:
    """A page is lost: from the end of table 2 into table 3."""
    first = [f"table2.{row.key}" for _, row in sheet.rows("table2")][-rng.randint(1, 3) :]
    second = [f"applications.{row.key}" for _, row in sheet.rows("applications")]
    gone = frozenset(first + second[: rng.randint(3, 12)])
    return replace(sheet, dropped=sheet.dropped | gone, planted=(*sheet.planted, "lost_page"))


def extra_zero(rng: Random, sheet: Sheet) -> Sheet:
    """The first rows have eight cells, table 4 has sixteen."""
    rows = frozenset({"applications.new", "applications.carried_in", "review.review"})
    some = rows if rng.random() < 0.5 else frozenset({"review.review"})
    quiet = frozenset(key for key in some if _all_zero(sheet, key))
    return replace(sheet, extra=sheet.extra | quiet, planted=(*sheet.planted, "extra_zero"))


def _all_zero(sheet: Sheet, base: str) -> bool:
    head = "review." if base == "review.review" else f"{base}."
    return all(value == 0 for path, value in sheet.values.items() if path.startswith(head))


PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (
        wrong_total,
        wrong_balance,
        wrong_sum,
        wrong_review,
        misplaced,
        blank_cells,
        blank_zeros,
        only_totals,
        natural_and_total,
        blank_review,
        strokes,
        missing_row,
        lost_page,
        extra_zero,
    )
}
