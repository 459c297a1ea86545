"""The list of findings: what is wrong first, each with a number that also marks its cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.report import Report
from gongkai.faces.common.exports.saying import SIGNS, kind, weight, word

SIDES = 2
"""A comparison of one cell with one other: both are to be looked at."""
FEW = 12
"""So many cells without a sum between them can all be marked."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell that a finding speaks of, and what it is called."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number in the list."""

    number: int
    finding: Finding
    chief: tuple[Place, ...] = ()
    involved: tuple[Place, ...] = ()

    @property
    def anchor(self) -> str:
        """The name of the finding's place on the page."""
        return f"f-{self.number}"

    @property
    def apart(self) -> int | Decimal | None:
        """How far the two sides are apart; None where they are equal or not numbers."""
        delta = self.finding.delta
        return max(delta, -delta) if delta else None

    @property
    def kind(self) -> str:
        """How it is shown: by its severity, or as uncertain."""
        return kind(self.finding)

    @property
    def icon(self) -> str:
        """The sign beside the word."""
        return SIGNS[self.kind]

    @property
    def label(self) -> str:
        """The word beside the sign."""
        return word(self.finding)


def listed(report: Report, findings: Iterable[Finding]) -> tuple[Numbered, ...]:
    """What a person has to look at: failures by weight, then what is uncertain."""
    labels = report.form.labels if report.form else {}
    shown = [finding for finding in findings if finding.status in {Status.FAIL, Status.UNCERTAIN}]
    shown.sort(key=weight)
    return tuple(
        Numbered(number, finding, *_places(finding, labels))
        for number, finding in enumerate(shown, start=1)
    )


def _places(
    finding: Finding, labels: Mapping[str, str]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The cells to look at first, and those that only take part.

    The first is the likeliest culprit; else those the sentence names in full; else, of two sides
    that are compared, the one held against the others; else all, unless they are too many to look
    at.
    """
    places = tuple(Place(path, labels[path]) for path in finding.paths if path in labels)
    chief = tuple(place for place in places if place.path == finding.culprit)
    chief = chief or tuple(place for place in places if place.label in finding.text)
    if not chief and finding.delta is not None:
        chief = places if len(places) <= SIDES else places[:1]
    if not chief and len(places) <= FEW:
        chief = places
    return chief, tuple(place for place in places if place not in chief)


def counted(findings: Sequence[Numbered]) -> tuple[tuple[str, str, str, int], ...]:
    """How many of each kind: kind, sign, word, number; kinds without any are left out."""
    kinds = {entry.kind: entry for entry in findings}
    return tuple(
        (kind, entry.icon, entry.label, sum(other.kind == kind for other in findings))
        for kind, entry in kinds.items()
    )
