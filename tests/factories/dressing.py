"""How money, increases and numbers with a remark are written in their cells."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.factories.model import Sheet, Value

SIGNS: tuple[Callable[[int], str], ...] = (
    lambda number: f"+{number}" if number > 0 else str(number),
    lambda number: str(number).replace("-", chr(0xFF0D)),
    lambda number: str(number).replace("-", chr(0x2212)),
    lambda number: f"增{number}" if number > 0 else str(number).replace("-", "减"),
)
REMARKS = ("（其中修订{n}件）", "（含自然失效{n}件）", "（其中{n}件为联合制发）")


def dressed(rng: Random, sheet: Sheet) -> Sheet:
    """Write some cells as organs write them; the values stay."""
    changes: dict[str, str] = {}
    for path, value in sheet.values.items():
        if value is None:
            continue
        if path.endswith(("fees_wan", "amount")) and rng.random() < 0.3:
            changes[path] = _money(rng, path, value)
    if rng.random() < 0.15:
        sign = rng.choice(SIGNS)
        changes |= {p: sign(int(v)) for p, v in sheet.values.items() if v and _is_change(sheet, p)}
    return sheet.written(changes)


def remarked(rng: Random, sheet: Sheet) -> Sheet:
    """Put a remark with another number behind a number of table 2."""
    paths = [p for p, v in sheet.values.items() if p.startswith("table2") and p[-1] in "01" and v]
    chosen = rng.sample(paths, min(2, len(paths)))
    remark = rng.choice(REMARKS)
    return sheet.written(
        {p: f"{sheet.values[p]}{remark.format(n=rng.randint(1, 30))}" for p in chosen}
    )


def _is_change(sheet: Sheet, path: str) -> bool:
    keys = ("licensing", "other_services", "penalty", "coercion", "fees")
    return sheet.form.key == "2019" and path.endswith(".1") and path.split(".")[1] in keys


def _money(rng: Random, path: str, value: Value) -> str:
    if path.endswith("amount"):
        return f"{value}万元" if value else str(value)
    if value is not None and Decimal(value) == round(Decimal(value), 2):
        return f"{value:.2f}"
    return str(value)
