"""Plausible figures in which every formula of the form holds."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import TypeVar

from gongkai.core.reports.forms import Form, row_paths
from tests.factories.model import Sheet, Value

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Size:
    """How busy an organ is: applications, decisions, documents, disputes."""

    name: str
    applications: tuple[int, int]
    decisions: tuple[int, int]
    documents: tuple[int, int]
    disputes: tuple[int, int]


SIZES = (
    Size("tiny", (0, 3), (0, 5), (0, 2), (0, 0)),
    Size("small", (1, 30), (0, 400), (0, 12), (0, 3)),
    Size("bureau", (20, 300), (0, 20_000), (0, 60), (0, 40)),
    Size("city", (500, 6_000), (1_000, 900_000), (5, 700), (5, 300)),
    Size("province", (6_000, 60_000), (100_000, 12_000_000), (200, 5_000), (100, 2_000)),
)
FREQUENCY = (5, 5, 4, 3, 1)
RESULT_KEYS = ("total", "carried_out", "new", "carried_in")


def draw(rng: Random, form: Form, size: Size | None = None) -> Sheet:
    """Draw one organ's figures."""
    busy = size or rng.choices(SIZES, FREQUENCY)[0]
    values: dict[str, Value] = {}
    values.update(_applications(rng, form, busy))
    values.update(_review(rng, busy))
    draw_table_2 = _table_2_of_2021 if form.key == "2021" else _table_2_of_2019
    values.update(draw_table_2(rng, form, busy))
    return Sheet(form, values, {path: str(value) for path, value in values.items()})


def _applications(rng: Random, form: Form, size: Size) -> Iterator[tuple[str, Value]]:
    keys = [r.key for r in form.table("applications").rows if r.key not in RESULT_KEYS]
    rows = {key: [0] * 6 for key in keys}
    weights = [rng.randint(1, 300) * rng.choice((0, 0, 1, 1, 4)) for _ in keys]
    weights[0] += 200
    if size.name == "tiny" and rng.random() < 0.5:
        count = 0
    else:
        count = int(rng.triangular(*size.applications, size.applications[0]))
    shares = (300, *(rng.choice((0, 0, rng.randint(1, 40))) for _ in range(5)))
    for key, many in _dealt(rng, count, keys, weights).items():
        for column, number in _dealt(rng, many, range(6), shares).items():
            rows[key][column] = number
    total = [sum(row[c] for row in rows.values()) for c in range(6)]
    out = [rng.randint(0, max(1, t // 12)) if t and rng.random() < 0.5 else 0 for t in total]
    into = [min(t, rng.randint(0, max(1, t // 10))) if rng.random() < 0.5 else 0 for t in total]
    rows["new"] = [t + o - i for t, o, i in zip(total, out, into, strict=True)]
    rows |= {"carried_in": into, "total": total, "carried_out": out}
    for key, row in rows.items():
        for column, number in enumerate((*row, sum(row))):
            yield f"applications.{key}.{column}", number


def _dealt(rng: Random, many: int, keys: Sequence[Key], shares: Sequence[int]) -> dict[Key, int]:
    """Share a number among keys roughly by weight."""
    whole = sum(shares) or 1
    dealt = {key: many * share // whole for key, share in zip(keys, shares, strict=True)}
    for key in rng.choices(keys, shares, k=many - sum(dealt.values())):
        dealt[key] += 1
    return dealt


def _review(rng: Random, size: Size) -> Iterator[tuple[str, Value]]:
    for block in ("review", "direct", "after"):
        total = 0
        for outcome in ("upheld", "corrected", "other", "pending"):
            number = rng.randint(*size.disputes) if rng.random() < 0.5 else 0
            total += number
            yield f"review.{block}_{outcome}", number
        yield f"review.{block}_total", total


def _table_2_of_2021(rng: Random, form: Form, size: Size) -> Iterator[tuple[str, Value]]:
    for key in ("regulations", "normative_docs"):
        issued, repealed, kept = (_some(rng, size.documents) for _ in range(3))
        if key == "regulations" and rng.random() < 0.7:
            issued = repealed = kept = 0
        row = (issued, repealed, max(issued - repealed, 0) + kept)
        yield from ((f"table2.{key}.{n}", number) for n, number in enumerate(row))
    for key in ("licensing", "penalty", "coercion"):
        yield f"table2.{key}", _some(rng, size.decisions)
    yield "table2.fees_wan", _money(rng) if size.name != "tiny" else 0


def _table_2_of_2019(rng: Random, form: Form, size: Size) -> Iterator[tuple[str, Value]]:
    for row in form.table("table2").rows:
        paths = row_paths(form.table("table2"), row)
        if row.key in {"regulations", "normative_docs"}:
            made = _some(rng, size.documents)
            numbers: list[Value] = [made, made, made + _some(rng, size.documents)]
        elif row.key == "procurement":
            items = _some(rng, (0, 60))
            numbers = [items, _money(rng, always=True) if items else 0]
        else:
            last = _some(rng, (0, 400))
            change = rng.randint(-last, 30) if rng.random() < 0.4 else 0
            numbers = [last, change, _some(rng, size.decisions)]
        yield from zip(paths, numbers, strict=False)


def _some(rng: Random, bounds: tuple[int, int]) -> int:
    low, high = bounds
    if rng.random() < 0.35:
        return low if low < 10 else int(rng.triangular(low, high, low))
    return int(rng.triangular(low, high, low))


def _money(rng: Random, *, always: bool = False) -> Value:
    if not always and rng.random() < 0.5:
        return 0
    places = rng.choice((0, 1, 2, 2, 4, 6))
    amount = rng.randint(1, 10 ** rng.randint(2, 6))
    if not places:
        return amount
    value = Decimal(amount * 10**places + rng.randint(1, 10**places - 1)).scaleb(-places)
    return value if rng.random() < 0.9 else value % 1
