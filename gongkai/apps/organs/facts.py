"""What is entered about an organ, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.apps.organs import obstacles
from gongkai.apps.organs.models import Organ
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import OrganKind
from gongkai.core.identity.credit_code import is_credit_code
from gongkai.core.identity.organs import LEVELS, SUPERIORS
from gongkai.core.identity.regions import covers, is_region_code, level


@dataclass(frozen=True, slots=True)
class Basis:
    """From which day a change holds, by which document, and on which day it is entered."""

    day: date
    document: str
    today: date

    def faults(self, not_before: date | None = None) -> Iterator[Finding]:
        """What is wrong with it."""
        if not self.document.strip():
            yield obstacles.no_document()
        if self.day > self.today:
            yield obstacles.in_future(self.day)
        if not_before is not None and self.day < not_before:
            yield obstacles.too_early(self.day, not_before)


@dataclass(frozen=True, slots=True)
class OrganFacts:
    """What an organ is, apart from its name."""

    kind: OrganKind
    superior_id: int | None = None
    region_code: str = ""
    region: str = ""
    code: str = ""
    is_competent: bool = False

    def faults(self, superior: Organ | None) -> Iterator[Finding]:
        """What is wrong with it."""
        if self.code and not is_credit_code(self.code):
            yield obstacles.bad_credit_code(self.code)
        if superior and OrganKind(superior.kind) not in SUPERIORS[self.kind]:
            yield obstacles.wrong_superior(self.kind, OrganKind(superior.kind))
        if self.is_competent and not self.region_code:
            yield obstacles.needs_region()
        if self.region_code:
            yield from self._region_faults(superior)

    def _region_faults(self, superior: Organ | None) -> Iterator[Finding]:
        code = self.region_code
        if not is_region_code(code):
            yield obstacles.bad_region_code(code)
            return
        if self.kind in LEVELS and level(code) is not LEVELS[self.kind]:
            yield obstacles.wrong_level(self.kind, code)
        if superior is None or not superior.region_code or self.kind is OrganKind.VERTICAL:
            return
        if not covers(superior.region_code, code):
            yield obstacles.outside_region(code, superior.name)


def refuse(*faults: Iterator[Finding]) -> None:
    """Say everything that is wrong at once; go on when nothing is."""
    if found := [finding for source in faults for finding in source]:
        raise BlockedError(found)


def name_faults(name: str, but: int = 0) -> Iterator[Finding]:
    """What is wrong with a name; `but` is the organ that may bear it already."""
    if not name.strip():
        yield obstacles.no_name()
    elif Organ.objects.filter(name=name.strip(), until=None).exclude(pk=but).exists():
        yield obstacles.name_taken(name.strip())
