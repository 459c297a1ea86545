"""The narrative of a report: what its prose says, as figures with their sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gongkai.core.reports.narrative.breakdowns import find_breakdowns
from gongkai.core.reports.narrative.denials import find_denials
from gongkai.core.reports.narrative.figures import find_figures
from gongkai.core.reports.narrative.outline import Outline
from gongkai.core.reports.narrative.walk import Found
from gongkai.core.reports.report import Figure, Narrative
from gongkai.core.reports.text.document_numbers import find_document_numbers

KINDS, ALL_PROPOSALS = frozenset({"npc_proposals", "cppcc_proposals"}), "proposals_total"
RECEIVED = re.compile("(?:收到|承办|交办|接到|办理)(?!结果|情况|答复)[^，。；]{0,40}(?:建议|提案)")
GENERAL_CASES = {"review_total": "review_cases", "litigation_total": "litigation_cases"}


def narrative_of(outline: Outline) -> Narrative:
    """Read the figures, sums, denials, document numbers of a report's prose."""
    flow = outline.flow
    every, markers = find_figures(flow, outline.prose, outline.year, outline.organ)
    denials = find_denials(flow, outline.prose, outline.year)
    denied = tuple(denial.figure for denial in denials)
    found = _one_kind_of_proposals(_general_cases(every, denied))
    return Narrative(
        title=outline.title,
        figures=tuple(one.figure for one in found),
        breakdowns=tuple(find_breakdowns(flow, found, markers, denials)),
        period=outline.period,
        period_text=outline.period_text,
        signed_by=outline.signed_by,
        signed_on=outline.signed_on,
        organ_names=tuple(dict.fromkeys(name for name, _ in outline.organ_names)),
        document_numbers=tuple(number.text for number in find_document_numbers(flow.text)),
        denials=denied,
    )


def _general_cases(found: Sequence[Found], denied: tuple[Figure, ...]) -> Sequence[Found]:
    """Set apart cases of every kind from those about disclosure.

    A sentence that counts lawsuits and then denies any about disclosure counts lawsuits in general.
    """
    denials = {(figure.key, figure.text) for figure in denied if figure.key in GENERAL_CASES}
    if not denials:
        return found
    return [
        _renamed(one, GENERAL_CASES[one.figure.key])
        if (one.figure.key, one.figure.text) in denials
        else one
        for one in found
    ]


def _renamed(one: Found, key: str) -> Found:
    return one._replace(figure=replace(one.figure, key=key))


def _one_kind_of_proposals(found: Sequence[Found]) -> Sequence[Found]:
    """Where only deputies or only members proposed, theirs are all the proposals."""
    kinds = {(one.sentence, one.figure.key) for one in found if one.figure.key in KINDS}
    if not kinds:
        return found
    sentences = Counter(sentence for sentence, _ in kinds)
    return [
        _renamed(one, ALL_PROPOSALS)
        if one.figure.key in KINDS
        and sentences[one.sentence] == 1
        and RECEIVED.search(one.figure.text)
        else one
        for one in found
    ]
