"""What a check may know beside the report: last year's report, powers, registers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gongkai.core.reports.report import Report


@dataclass(frozen=True, slots=True)
class Facts:
    """Optional knowledge; None means not known.

    `powers` are the rows of table 2 (`licensing`, `penalty`, `coercion`) that the organ's power
    list contains; `makes_regulations` whether it may make 规章; `region` whether the report speaks
    for a whole region. The counts come from the organ's own registers. `medians` are the region's
    median shares of result groups (`refused`, `not_processed`, `other`), in per cent. `words` are
    further pairs of wrong and right wording.
    """

    previous: Report | None = None
    powers: frozenset[str] | None = None
    makes_regulations: bool | None = None
    region: bool | None = None
    consultations: int | None = None
    correction_notices: int | None = None
    fee_notices: int | None = None
    fees_received: Decimal | None = None
    late_applications: int | None = None
    medians: Mapping[str, Decimal] | None = None
    words: tuple[tuple[str, str], ...] = ()


NOTHING_KNOWN = Facts()
