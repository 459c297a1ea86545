"""The figures of the prose: every number with a unit, and what it counts."""

import re
from collections.abc import Iterator

from gongkai.core.ports import Place
from gongkai.core.reports.narrative.figure_rules import Topic
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.keys import Spot
from gongkai.core.reports.narrative.naming import key_of
from gongkai.core.reports.narrative.parts import Stretch
from gongkai.core.reports.narrative.tokens import COUNTED, SENTENCE, TOKEN, last_topic
from gongkai.core.reports.narrative.walk import STEPS, Found, Marker, Walk
from gongkai.core.reports.report import Figure
from gongkai.core.reports.text.numerals import vague_before, written_value

ODD, ODD_UNIT = "余", "条"
PARTS = ("more", "scale", "still", "unit", "vague")
NUMBERS = frozenset(("digits", "numeral", *PARTS))
UNITS = {"％": "%", ODD: ODD_UNIT}
SENTENCE_END = re.compile("[。！？]")
SUBHEADING = re.compile("（[一二三四五六七八九]）[^，。；：\\d]{2,24}")
OPENING = "（"
BACK = 200
OPENING_TOPICS = {3: Topic.APPLICATIONS}
LONGEST = 300


def find_figures(
    flow: Flow, stretches: tuple[Stretch, ...], year: int | None, organ: str | None
) -> tuple[list[Found], list[Marker]]:
    """All figures of the prose in order, and the words that open lists of parts."""
    found: list[Found] = []
    markers: list[Marker] = []
    number = 0
    for stretch in stretches:
        walk = Walk(flow, stretch, year, organ)
        walk.begin_sentence(stretch.start, number, stretch.end)
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
            walk.begin_sentence(start, number, end)
            yield from _walk(walk)
            read = end


def _walk(walk: Walk) -> Iterator[Found | Marker]:
    for token in TOKEN.finditer(walk.flow.plain, walk.sentence, walk.end):
        kind = token.lastgroup or ""
        if kind in NUMBERS:
            found = _found(walk, token)
            if found:
                yield found
                walk.segment = found.end
        elif kind == "among":
            walk.among = True
            begins = token.start() == walk.sentence
            yield Marker(*token.span(), walk.number, walk.depth, begins)
        elif kind in STEPS:
            STEPS[kind](walk, token.group(), token.end())


def _found(walk: Walk, token: re.Match[str]) -> Found | None:
    plain = walk.flow.plain
    more, scale, still, written, about = token.group(*PARTS)
    if not written and not scale:
        return None
    start, end = token.span()
    unit = UNITS.get(written, written or "")
    key = key_of(walk, Spot(walk.clause, walk.segment, start, end, walk.topic), unit)
    arabic = plain[start : token.end("digits")] if token["digits"] is not None else ""
    if not arabic and not key:
        return None
    vague = bool(more or still or about) or written == ODD or vague_before(plain, start)
    value = written_value(arabic, "" if arabic else plain[start : token.end("numeral")], scale)
    text = walk.text or _sentence(walk, start)
    place = walk.place or _place(walk, start)
    figure = Figure(key, value, vague, unit, text, place, walk.stretch.section)
    if unit != "%":
        walk.last_key = key
    return Found(figure, start, end, walk.number, walk.depth)


def _sentence(walk: Walk, offset: int) -> str:
    """The sentence around an offset, without a subheading before it."""
    flow, start = walk.flow, walk.sentence
    stop = SENTENCE_END.search(flow.plain, offset, walk.stretch.end)
    end = stop.end() if stop else walk.stretch.end
    bracketed = flow.plain.startswith(OPENING, start)
    heading = SUBHEADING.match(flow.plain, start, offset) if bracketed else None
    if heading:
        following = flow.bounds(flow.piece_at(start))[1]
        start = following if following <= heading.end() else start
    if end - start > LONGEST:
        return flow.text[max(start, offset - LONGEST // 2) : min(end, offset + LONGEST // 2)]
    text = flow.text[start:end]
    # Where a subheading ends may hang on the figure: the words are then found for each.
    if not bracketed:
        walk.text = text
    return text


def _place(walk: Walk, offset: int) -> Place:
    """The place of a figure; kept for the sentence where that does not run on into a new piece."""
    flow = walk.flow
    place = flow.place(offset)
    if flow.bounds(flow.piece_at(offset))[1] >= walk.end:
        walk.place = place
    return place
