"""All content rules, by code and in the order of the list."""

from typing import Final

from gongkai.core.checks import layout, links, personal, secrecy, text
from gongkai.core.checks.rule import Rule, Waivable

VERSION: Final = "1"
"""Raised when a rule judges differently without any change in its table."""
FAMILIES: Final = {
    "SEC": "密级和内部标志",
    "PER": "个人信息",
    "LNK": "链接",
    "LAY": "格式和必填项",
    "FIL": "附件",
    "TXT": "日期、数字、标点",
}
RULES: Final[tuple[Rule, ...]] = (
    *secrecy.RULES,
    *personal.RULES,
    *links.RULES,
    *layout.RULES,
    *text.RULES,
)
BY_CODE: Final = {rule.code: rule for rule in RULES}
WORDING: Final = "WORDING-"
PERSONAL: Final = "PER"
PASSWORDS: Final = frozenset({"SEC-07", "LNK-04"})
OUTSIDE: Final = frozenset({"LNK-08", "LAY-14"})
"""What these find hangs on more than the content: whether a page answers, whether another item is
there."""


def family(code: str) -> str:
    """The family of a code: `SEC` of `SEC-01`."""
    return code.partition("-")[0]


def waivable_by(code: str) -> Waivable:
    """Who may let a finding of that code pass; what nobody knows, nobody."""
    if code.startswith(WORDING):
        return Waivable.DRAFTER
    rule = BY_CODE.get(code)
    return rule.waiver if rule else Waivable.NEVER


def is_sealed(code: str) -> bool:
    """Whether findings of that code quote what must not be kept beside the text itself."""
    return family(code) == PERSONAL or code in PASSWORDS


def rules_fingerprint() -> str:
    """Words that change when a rule is added, goes, or weighs otherwise."""
    return "\n".join((VERSION, *(f"{rule.code} {rule.severity} {rule.waiver}" for rule in RULES)))
