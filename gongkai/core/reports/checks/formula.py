"""Formulas between cells (勾稽关系) as data: they reckon and say themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from gongkai.core.law import Citation
from gongkai.core.reports.report import Number

SHORT = 4
MINUS = "\u2212"


class Relation(StrEnum):
    """How the two sides of a formula stand to each other."""

    EQUAL = "="
    AT_LEAST = "≥"

    @property
    def broken(self) -> str:
        """The sign that is true where the relation is not."""
        return {"=": "≠", "≥": "<"}[self.value]


@dataclass(frozen=True, slots=True)
class Term:
    """One cell in a formula, with the short label it goes by in a sentence."""

    path: str
    label: str
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Formula:
    """`left` stands in `relation` to `right`; `subject` says for which column or row.

    `tolerance` is how far both sides may differ (money). `paths` are the cells concerned, left ones
    first; `rising` are those that make the left side larger or the right side smaller, `covers` the
    cells with their rows and tables.
    """

    subject: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    cite: Citation
    relation: Relation = Relation.EQUAL
    tolerance: Number = 0

    rising: tuple[str, ...] = field(init=False, repr=False, compare=False)
    falling: tuple[str, ...] = field(init=False, repr=False, compare=False)
    paths: tuple[str, ...] = field(init=False, repr=False, compare=False)
    covers: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        signed = [(term.path, term.sign) for term in self.left]
        signed += [(term.path, -term.sign) for term in self.right]
        for name, paths in (
            ("rising", [path for path, sign in signed if sign > 0]),
            ("falling", [path for path, sign in signed if sign < 0]),
            ("paths", [path for path, _ in signed]),
        ):
            object.__setattr__(self, name, tuple(paths))
        rows = {path.rpartition(".")[0] for path, _ in signed}
        tables = {path.partition(".")[0] for path, _ in signed}
        object.__setattr__(self, "covers", frozenset(rows.union(tables, self.paths)))

    def sides(self, numbers: Mapping[str, Number]) -> tuple[Number, Number]:
        """What both sides come to."""
        return _total(self.left, numbers), _total(self.right, numbers)

    def holds(self, numbers: Mapping[str, Number]) -> bool:
        """Whether the numbers satisfy the formula."""
        left, right = self.sides(numbers)
        if self.relation is Relation.AT_LEAST:
            return left + self.tolerance >= right
        return gap(left, right) <= self.tolerance

    def needed(self, path: str, numbers: Mapping[str, Number]) -> Number:
        """What the cell of that path would have to be for both sides to be equal."""
        left, right = self.sides(numbers)
        sign = sum(term.sign for term in self.left if term.path == path)
        sign -= sum(term.sign for term in self.right if term.path == path)
        return numbers[path] - (left - right) * sign

    def __str__(self) -> str:
        left = _say(self.left, None)
        return f"{self.subject}：{left} {self.relation} {_say(self.right, None)}"

    def say(self, numbers: Mapping[str, Number]) -> str:
        """The formula with its numbers: 本年新收 14 ≠ 总计 13 + 结转下年度 0，相差 1."""
        left, right = self.sides(numbers)
        sign = self.relation if self.holds(numbers) else self.relation.broken
        text = f"{self.subject}：{_say(self.left, numbers)} {sign} {_say(self.right, numbers)}"
        return text if left == right else f"{text}，相差 {number_text(gap(left, right))}"


def sum_of(subject: str, whole: Term, parts: tuple[Term, ...], cite: Citation) -> Formula:
    """A total equals the sum of its parts."""
    return Formula(subject, (whole,), parts, cite)


def balance(
    subject: str, left: tuple[Term, ...], right: tuple[Term, ...], cite: Citation
) -> Formula:
    """Both sides are equal."""
    return Formula(subject, left, right, cite)


def at_least(
    subject: str, left: tuple[Term, ...], right: tuple[Term, ...], cite: Citation
) -> Formula:
    """The left side is not below the right one."""
    return Formula(subject, left, right, cite, Relation.AT_LEAST)


def number_text(number: Number) -> str:
    """A number as a sentence shows it, without needless zeros."""
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(number)


def gap(one: Number, other: Number) -> Number:
    """How far two numbers are apart."""
    return one - other if one > other else other - one


def total(numbers: Iterable[Number]) -> Number:
    """The sum of some numbers."""
    result: Number = 0
    for number in numbers:
        result += number
    return result


def _total(terms: tuple[Term, ...], numbers: Mapping[str, Number]) -> Number:
    return total(term.sign * numbers[term.path] for term in terms)


def _say(terms: tuple[Term, ...], numbers: Mapping[str, Number] | None) -> str:
    """One side in words; of a long side the terms of zero are left out."""
    shown = list(terms)
    if numbers is not None and len(terms) > SHORT:
        shown = [term for term in terms if numbers[term.path]]
        if not shown:
            return "各分项之和 0"
    words = []
    for number, term in enumerate(shown):
        joint = (
            (" + " if term.sign > 0 else f" {MINUS} ")
            if number
            else ("" if term.sign > 0 else MINUS)
        )
        value = "" if numbers is None else f" {number_text(numbers[term.path])}"
        words.append(f"{joint}{term.label}{value}")
    text = "".join(words)
    if numbers is not None and len(terms) > SHORT:
        return f"各分项之和 {number_text(_total(terms, numbers))}（{text}）"
    return text
