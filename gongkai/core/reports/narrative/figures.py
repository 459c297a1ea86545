"""The figures of the prose: every number with a unit, and what it counts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gongkai.core.reports.narrative.channels import channel_key
from gongkai.core.reports.narrative.figure_rules import FigureRule, Topic
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.keys import Spot, rule_for
from gongkai.core.reports.narrative.parts import Stretch
from gongkai.core.reports.narrative.scopes import scope_suffix
from gongkai.core.reports.narrative.tokens import COUNTED, SENTENCE, TOKEN, last_topic
from gongkai.core.reports.report import Figure, Number
from gongkai.core.reports.text.numerals import Amount, amount_of

TEN_THOUSAND = 10_000
UNITS = {"％": "%", "余": "条"}
SHARE = re.compile("(?:占(?:比|总数的?|全部的?)?(?:达|为|约)?|（占?比?)$")
CHANGE = re.compile(
    "(?:增加|增长|减少|下降|上升|提高|新增了|[多少长]|同比[^，。；]{0,6})(?:了|约|近)?$"
)
SENTENCE_END = re.compile("[。！？]")
SUBHEADING = re.compile("（[一二三四五六七八九]）[^，。；：\\d]{2,24}")
CARRIED = frozenset({"carried_in", "carried_out"})
CARRIED_YEAR = re.compile(r"结转(?:至|到)?(20\d\d)年")
OUTLOOK, BACK = 5, 200
OPENING_TOPICS = {3: Topic.APPLICATIONS}
NO_PARTS = frozenset({"normative_docs", "regulations", "new_regulations"})
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with where it stands: offsets, number of its sentence, depth in brackets."""

    figure: Figure
    start: int
    end: int
    sentence: int
    depth: int


@dataclass(frozen=True, slots=True)
class Marker:
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
    sentence: int
    clause: int
    segment: int
    number: int
    depth: int = 0
    topic: Topic | None = None
    foreign: bool = False
    stock: bool = False
    among: bool = False
    last_key: str = ""
    outer: list[tuple[Topic | None, int, int]] = field(default_factory=list)

    def begin_sentence(self, start: int, number: int) -> None:
        """Begin a new sentence: what was said of years and stock no longer holds."""
        self.sentence = self.clause = self.segment = start
        self.number = number
        self.depth = 0
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
        self.outer.append((self.topic, self.clause, self.segment))
        self.depth += 1
        self.end_clause(end)

    def back(self, end: int) -> None:
        """Leave a bracket."""
        self.depth = max(0, self.depth - 1)
        if self.outer:
            self.topic, self.clause, self.segment = self.outer.pop()


def _past(walk: Walk, _: int) -> None:
    walk.foreign = True


def _now(walk: Walk, _: int) -> None:
    walk.foreign = False


def _stock(walk: Walk, _: int) -> None:
    walk.stock = True


STEPS: dict[str, Callable[[Walk, int], None]] = {
    "semicolon": Walk.end_thought,
    "comma": Walk.end_clause,
    "open": Walk.deeper,
    "close": Walk.back,
    "past": _past,
    "now": _now,
    "stock": _stock,
}
TOPICS = {topic.value: topic for topic in Topic}


def find_figures(
    flow: Flow, stretches: tuple[Stretch, ...], year: int | None, organ: str | None
) -> tuple[list[Found], list[Marker]]:
    """All figures of the prose in order, and the words that open lists of parts."""
    found: list[Found] = []
    markers: list[Marker] = []
    number = 0
    for stretch in stretches:
        walk = Walk(flow, stretch, year, organ, *[stretch.start] * 3, number)
        walk.topic = OPENING_TOPICS.get(stretch.section or 0)
        for item in _sentences(walk):
            if isinstance(item, Marker):
                markers.append(item)
            else:
                found.append(item)
        number = walk.number + 2
    return found, markers


def _sentences(walk: Walk) -> Iterator[Found | Marker]:
    """Walk over the sentences that count something; of the others only the topic is kept."""
    plain, stretch = walk.flow.plain, walk.stretch
    read = stretch.start
    for number, sentence in enumerate(
        SENTENCE.finditer(plain, stretch.start, stretch.end), walk.number
    ):
        start, end = sentence.span()
        if COUNTED.search(plain, start, end):
            walk.topic = last_topic(plain, max(read, start - BACK), start) or walk.topic
            walk.begin_sentence(start, number)
            yield from _walk(walk, end)
            read = end


def _walk(walk: Walk, end: int) -> Iterator[Found | Marker]:
    for token in TOKEN.finditer(walk.flow.plain, walk.sentence, end):
        kind = token.lastgroup or ""
        if token["arabic"] or token["chinese"]:
            found = _found(walk, token)
            if found:
                yield found
                walk.segment = found.end
        elif kind in TOPICS:
            walk.topic = TOPICS[kind]
        elif kind == "year":
            walk.foreign = walk.year is not None and int(token["year"]) != walk.year
        elif kind == "among":
            walk.among = True
            begins = token.start() == walk.sentence
            yield Marker(*token.span(), walk.number, walk.depth, begins)
        elif kind in STEPS:
            STEPS[kind](walk, token.end())


def _found(walk: Walk, token: re.Match[str]) -> Found | None:
    plain = walk.flow.plain
    unit = token["unit"] or ""
    unit = UNITS.get(unit, unit)
    if not unit and not token["scale"]:
        return None
    amount = amount_of(token, plain)
    key = _key(walk, Spot(walk.clause, walk.segment, amount.start, token.end(), walk.topic), unit)
    if token["chinese"] and not key:
        return None
    value, unit = _in_yuan(key, amount, unit)
    vague = amount.approximate or bool(token["vague"]) or token["unit"] == "余"
    text = _sentence(walk, amount.start)
    place = walk.flow.place(amount.start)
    figure = Figure(key, value, vague, unit, text, place, walk.stretch.section)
    if unit != "%":
        walk.last_key = key
    return Found(figure, amount.start, token.end(), walk.number, walk.depth)


def _in_yuan(key: str, amount: Amount, unit: str) -> tuple[Number, str]:
    """Money is counted in yuan where the key says so."""
    if key.endswith("_yuan") and unit == "万元":
        yuan = amount.value * TEN_THOUSAND
        return (int(yuan) if yuan == int(yuan) else yuan), "元"
    return amount.value, unit


def _key(walk: Walk, spot: Spot, unit: str) -> str:
    plain = walk.flow.plain
    if walk.stretch.section == OUTLOOK or CHANGE.search(plain, spot.segment, spot.start):
        return ""
    if unit == "%" and walk.last_key and SHARE.search(plain, max(0, spot.start - 6), spot.start):
        return f"{walk.last_key}_share"
    rule = rule_for(plain, spot, unit)
    if rule is None or (rule.own and (walk.foreign or walk.stock)):
        return ""
    return _settled(walk, spot, rule)


def _settled(walk: Walk, spot: Spot, rule: FigureRule) -> str:
    """The key in full: the channel of items, the scope of what is compared with tables."""
    plain = walk.flow.plain
    words = plain[walk.sentence : spot.start]
    if rule.key == "@items":
        return channel_key(words, plain[spot.segment : spot.start])
    if walk.among and rule.key in NO_PARTS:
        return ""
    key = _carried(walk, spot) or rule.key if rule.key in CARRIED else rule.key
    return key + scope_suffix(words, walk.organ, key)


def _carried(walk: Walk, spot: Spot) -> str:
    """Carried in or out, where the sentence tells by the year alone (结转2022年)."""
    year = CARRIED_YEAR.search(walk.flow.plain, spot.clause, spot.start)
    if year is None or walk.year is None:
        return ""
    return "carried_out" if int(year[1]) > walk.year else "carried_in"


def _sentence(walk: Walk, offset: int) -> str:
    """The sentence around an offset, without a subheading before it."""
    flow, start = walk.flow, walk.sentence
    stop = SENTENCE_END.search(flow.plain, offset, walk.stretch.end)
    end = stop.end() if stop else walk.stretch.end
    heading = SUBHEADING.match(flow.plain, start, offset)
    if heading:
        following = flow.bounds(flow.piece_at(start))[1]
        start = following if following <= heading.end() else start
    if end - start > LONGEST:
        start, end = max(start, offset - LONGEST // 2), min(end, offset + LONGEST // 2)
    return flow.text[start:end]
