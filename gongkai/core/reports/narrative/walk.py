"""The walk over the prose: where the search for figures stands, and what was said so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from gongkai.core.ports import Place
from gongkai.core.reports.narrative.figure_rules import Topic
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.parts import Stretch
from gongkai.core.reports.narrative.tokens import topic_of
from gongkai.core.reports.report import Figure


class Found(NamedTuple):
    """A figure with where it stands: offsets, number of its sentence, depth in brackets."""

    figure: Figure
    start: int
    end: int
    sentence: int
    depth: int


class Marker(NamedTuple):
    """Words that open a list of parts (其中, 含, 包括)."""

    start: int
    end: int
    sentence: int
    depth: int
    opens_sentence: bool


@dataclass(slots=True)
class Walk:
    """Where the search is: sentence, clause and segment, and what was said so far."""

    flow: Flow
    stretch: Stretch
    year: int | None
    organ: str | None
    sentence: int = 0
    clause: int = 0
    segment: int = 0
    number: int = 0
    end: int = 0
    text: str = ""
    place: Place | None = None
    """The words and the place of the sentence, once they are the same for all its figures."""
    depth: int = 0
    topic: Topic | None = None
    foreign: bool = False
    stock: bool = False
    among: bool = False
    last_key: str = ""
    outer: list[tuple[Topic | None, int, int, bool]] = field(default_factory=list)

    def begin_sentence(self, start: int, number: int, end: int) -> None:
        """Begin a new sentence: what was said of years and stock no longer holds."""
        self.sentence = self.clause = self.segment = start
        self.number, self.end = number, end
        self.depth = 0
        self.text = ""
        self.place = None
        self.outer.clear()
        self.foreign = self.stock = self.among = False

    def end_clause(self, end: int) -> None:
        """Begin a new clause."""
        self.clause = self.segment = end

    def end_thought(self, end: int) -> None:
        """Begin a new part of the sentence: a list of parts ends."""
        self.end_clause(end)
        self.among = False

    def deeper(self, end: int) -> None:
        """Enter a bracket: what is said in it does not hold behind it."""
        self.outer.append((self.topic, self.clause, self.segment, self.among))
        self.depth += 1
        self.end_clause(end)

    def back(self, end: int) -> None:
        """Leave a bracket."""
        self.depth = max(0, self.depth - 1)
        if self.outer:
            self.topic, self.clause, self.segment, self.among = self.outer.pop()


def _mark(walk: Walk, mark: str, end: int) -> None:
    MARKS[mark](walk, end)


def _topic(walk: Walk, word: str, _: int) -> None:
    walk.topic = topic_of(word)


def _year(walk: Walk, year: str, _: int) -> None:
    walk.foreign = walk.year is not None and int(year) != walk.year


def _past(walk: Walk, _: str, __: int) -> None:
    walk.foreign = True


def _now(walk: Walk, _: str, __: int) -> None:
    walk.foreign = False


def _stock(walk: Walk, _: str, __: int) -> None:
    walk.stock = True


MARKS: dict[str, Callable[[Walk, int], None]] = {
    "；": Walk.end_thought,
    "，": Walk.end_clause,
    "（": Walk.deeper,
    "）": Walk.back,
}
STEPS: dict[str, Callable[[Walk, str, int], None]] = {
    "mark": _mark,
    "topic": _topic,
    "year": _year,
    "past": _past,
    "now": _now,
    "stock": _stock,
}
"""What each kind of token does to the walk; it is given the token and where that ends."""
