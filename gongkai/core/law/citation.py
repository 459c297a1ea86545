"""Statutes and citations as values (法律依据)."""

from dataclasses import dataclass
from datetime import date

DIGITS = "零一二三四五六七八九"
LARGEST = 999


def chinese_number(number: int) -> str:
    """Write 1 to 999 the way statutes number their articles: 33 is 三十三, 101 is 一百零一."""
    if not 0 < number <= LARGEST:
        message = f"an article number is between 1 and {LARGEST}, not {number}"
        raise ValueError(message)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of a statute or official notice.

    `articles` is how many articles it has; a notice that is not divided into articles has none
    and is cited by the name of its part.
    """

    key: str
    title: str
    document_number: str
    in_force_from: date
    articles: int = 0
    in_force_until: date | None = None

    def at(self, article: int, paragraph: int | None = None, item: int | None = None) -> "Citation":
        """Cite an article, a paragraph (款) or an item (项) of this statute."""
        if not 0 < article <= self.articles:
            message = f"{self.title} has {self.articles} articles, no article {article}"
            raise ValueError(message)
        return Citation(self, article, paragraph, item)

    def part(self, name: str) -> "Citation":
        """Cite a named part of a notice that has no articles, such as 表三."""
        return Citation(self, part=name)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a statute; its text is what pages and notices print as 依据."""

    statute: Statute
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    part: str = ""

    def __str__(self) -> str:
        statute = self.statute
        if self.article is None:
            number = f"（{statute.document_number}）" if statute.document_number else ""
            return f"《{statute.title}》{number}{self.part}"
        text = f"《{statute.title}》第{chinese_number(self.article)}条"
        if self.paragraph is not None:
            text += f"第{chinese_number(self.paragraph)}款"
        if self.item is not None:
            text += f"第（{chinese_number(self.item)}）项"
        return text
