"""The narrative of a report: what its prose says, as figures with their sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.core.reports.narrative.breakdowns import find_breakdowns
from gongkai.core.reports.narrative.denials import find_denials
from gongkai.core.reports.narrative.figures import Found, find_figures
from gongkai.core.reports.narrative.outline import Outline
from gongkai.core.reports.report import Figure, Narrative
from gongkai.core.reports.text.document_numbers import find_document_numbers

ABOUT_DISCLOSURE = "公开"
GENERAL_CASES = {"review_total": "review_cases", "litigation_total": "litigation_cases"}


def narrative_of(outline: Outline) -> Narrative:
    """Read the figures, sums, denials, document numbers of a report's prose."""
    flow = outline.flow
    found, markers = find_figures(flow, outline.prose, outline.year, outline.organ)
    denials = find_denials(flow, outline.prose, outline.year)
    denied = tuple(denial.figure for denial in denials)
    found = list(_general_cases(found, denied))
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


def _general_cases(found: Iterable[Found], denied: tuple[Figure, ...]) -> Iterator[Found]:
    """Set apart cases of every kind from those about disclosure.

    A sentence that counts lawsuits and then denies any about disclosure counts lawsuits in general.
    """
    contradicted = {(figure.key, figure.text) for figure in denied}
    for one in found:
        figure = one.figure
        if (figure.key, figure.text) in contradicted and figure.key in GENERAL_CASES:
            figure = replace(figure, key=GENERAL_CASES[figure.key])
        yield replace(one, figure=figure) if figure is not one.figure else one
