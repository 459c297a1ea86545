"""Entries of word lists (词表): what is wrong, what is right, and where it is right after all."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.checks.content import Part
from gongkai.core.checks.plain import Text
from gongkai.core.finding import Severity

CODE: Final = "WORDING-"
"""What the codes of all findings about wording begin with; a drafter may let them pass."""


class Category(StrEnum):
    """What is the matter with a word."""

    TYPO = "typo"
    CONFUSED = "confused"
    VARIANT = "variant"
    TERM = "term"
    TITLE = "title"
    ORGAN = "organ"
    ABOLISHED = "abolished"
    PERSON = "person"
    MEETING = "meeting"
    REGION = "region"
    SENSITIVE = "sensitive"
    ADVERTISING = "advertising"
    OFFENSIVE = "offensive"
    NUMBER = "number"
    STYLE = "style"
    OTHER = "other"
    LIKELY = "likely"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]

    @property
    def code(self) -> str:
        """The code of its findings."""
        return f"{CODE}{self.value.upper()}"


LABELS: Final = {
    Category.TYPO: "错别字",
    Category.CONFUSED: "近义混淆",
    Category.VARIANT: "异形词",
    Category.TERM: "公文用语",
    Category.TITLE: "法律名称与条款",
    Category.ORGAN: "旧机构名",
    Category.ABOLISHED: "已废止的法规或制度",
    Category.PERSON: "姓名、职务、排序",
    Category.MEETING: "会议、讲话、提法",
    Category.REGION: "地名、涉外与民族用语",
    Category.SENSITIVE: "敏感词",
    Category.ADVERTISING: "绝对化用语",
    Category.OFFENSIVE: "侮辱歧视用语",
    Category.NUMBER: "数字与单位",
    Category.STYLE: "语病与套话",
    Category.OTHER: "其他",
    Category.LIKELY: "疑似错别字",
}
LISTED: Final = tuple(category for category in Category if category is not Category.LIKELY)
"""The categories an entry of a list may have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that is wrong. It is let pass inside any of the `contexts`; nothing `right` means
    that a person has to find another word. Words are kept in the form in which texts are
    searched; in a list of allowed words only `wrong` counts: the word that is let pass."""

    wrong: str
    right: str = ""
    category: Category = Category.TYPO
    severity: Severity = Severity.WARNING
    contexts: tuple[str, ...] = ()
    note: str = ""


def plain_word(word: str) -> str:
    """A word in the form in which texts are searched."""
    return Text.of(Part("", "", word)).plain.strip()
