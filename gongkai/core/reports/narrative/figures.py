"""The figures of the prose: every number with a unit, and what it counts."""

import re
from collections.abc import Iterator

from gongkai.core.reports.narrative.figure_rules import Topic
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.keys import Spot
from gongkai.core.reports.narrative.naming import key_of
from gongkai.core.reports.narrative.parts import Stretch
from gongkai.core.reports.narrative.tokens import COUNTED, SENTENCE, TOKEN, last_topic
from gongkai.core.reports.narrative.walk import STEPS, Found, Marker, Walk
from gongkai.core.reports.report import Figure
from gongkai.core.reports.text.numerals import amount_of

ODD, ODD_UNIT = "余", "条"
UNITS = {"％": "%", ODD: ODD_UNIT}
SENTENCE_END = re.compile("[。！？]")
SUBHEADING = re.compile("（[一二三四五六七八九]）[^，。；：\\d]{2,24}")
BACK = 200
OPENING_TOPICS = {3: Topic.APPLICATIONS}
LONGEST = 300
TOPICS = {topic.value: topic for topic in Topic}


def find_figures(
    flow: Flow, stretches: tuple[Stretch, ...], year: int | None, organ: str | None
) -> tuple[list[Found], list[Marker]]:
    """All figures of the prose in order, and the words that open lists of parts."""
    found: list[Found] = []
    markers: list[Marker] = []
    number = 0
    for stretch in stretches:
        walk = Walk(flow, stretch, year, organ)
        walk.begin_sentence(stretch.start, number)
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
            if start > read:
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
    key = key_of(walk, Spot(walk.clause, walk.segment, amount.start, token.end(), walk.topic), unit)
    if token["chinese"] and not key:
        return None
    vague = amount.approximate or bool(token["vague"]) or token["unit"] == ODD
    text = _sentence(walk, amount.start)
    place = walk.flow.place(amount.start)
    figure = Figure(key, amount.value, vague, unit, text, place, walk.stretch.section)
    if unit != "%":
        walk.last_key = key
    return Found(figure, amount.start, token.end(), walk.number, walk.depth)


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
