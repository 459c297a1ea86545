"""All rules of the check list, by code and in the order of the list."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.core.reports.checks.dates import days, references
from gongkai.core.reports.checks.figures import applications, plausible, table2, table3, table4
from gongkai.core.reports.checks.prose import counts, sums
from gongkai.core.reports.checks.rule import Rule
from gongkai.core.reports.checks.structure import cells, contents, headings, labels, tables, title
from gongkai.core.reports.checks.wording import contact, privacy, punctuation, words

FAMILIES = {
    "STR": "结构",
    "T2": "表二：主动公开",
    "T3": "表三：依申请公开",
    "T4": "表四：复议诉讼",
    "TN": "表格与正文",
    "DT": "日期与引用",
    "TX": "文字",
}
MODULES = (
    headings.RULES,
    tables.RULES,
    labels.RULES,
    cells.RULES,
    title.RULES,
    contents.RULES,
    table2.RULES,
    plausible.RULES,
    table3.RULES,
    applications.RULES,
    table4.RULES,
    counts.RULES,
    sums.RULES,
    days.RULES,
    references.RULES,
    punctuation.RULES,
    words.RULES,
    privacy.RULES,
    contact.RULES,
)


def family(code: str) -> str:
    """The family of a code: `STR` of `STR-01`."""
    return code.partition("-")[0]


def place(code: str) -> tuple[int, str]:
    """Where a code stands in the list."""
    families = list(FAMILIES)
    key = family(code)
    return (families.index(key) if key in families else len(families), code)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in order; `rules["T3-01"]` is one of them."""

    ordered: tuple[Rule, ...]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.ordered)

    def __len__(self) -> int:
        return len(self.ordered)

    def __contains__(self, code: object) -> bool:
        return any(rule.code == code for rule in self.ordered)

    def __getitem__(self, code: str) -> Rule:
        for rule in self.ordered:
            if rule.code == code:
                return rule
        raise KeyError(code)


RULES = Rules(
    tuple(sorted((rule for rules in MODULES for rule in rules), key=lambda one: place(one.code)))
)
