"""Contents that are examined."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from gongkai.apps.checks.examining import Examination, examine
from gongkai.core.checks.content import Content, Link
from gongkai.core.checks.samples import Sample

NOW = datetime(2025, 6, 30, 2, tzinfo=UTC)
SUBJECT, ABOUT = "revision:12", "item:5"
NUMBER = "11010519491231002X"
LEAK = f"张某，身份证号{NUMBER}，符合条件。"


@dataclass
class Text:
    """A text that can be examined again and again; `asked` counts how often it was read."""

    words: str
    links: tuple[Link, ...] = ()
    asked: int = field(default=0)

    def content(self) -> Content:
        """The content, made anew."""
        self.asked += 1
        return Sample("", self.words, links=self.links).content()

    def examined(
        self, organ_id: int, now: datetime = NOW, subject: str = SUBJECT, about: str = ABOUT
    ) -> Examination:
        """Examine it."""
        digest = sha256(self.words.encode()).hexdigest()
        return examine(
            organ_id=organ_id,
            subject=subject,
            about=about,
            digest=digest,
            content=self.content,
            now=now,
        )


def codes(found: Examination) -> list[str]:
    """The codes of what was found."""
    return [row.finding.code for row in found.judged]
