"""What the opinions asked for mean for a reply (Art. 32, 34)."""

from collections.abc import Collection, Iterator
from typing import Final

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.models import Application, Consultation
from gongkai.core.applications.consulting import Standing, standing
from gongkai.core.finding import Finding

DISCLOSING: Final = frozenset({"granted", "partial"})
"""Rows of the yearly table under which something is given out."""
WHOLE: Final = "granted"


def opinion_points(application: Application, rows: Collection[str]) -> Iterator[Finding]:
    """Why a reply that counts under these rows cannot go out: an opinion that is awaited, a refusal
    nobody has judged, or one that binds. In part one may disclose what the refusal is not about."""
    if not DISCLOSING & set(rows):
        return
    for row in Consultation.objects.filter(application=application).defer("contact", "party"):
        found = standing(
            row.opinion, is_reasonable=row.is_reasonable, public_interest=row.public_interest
        )
        if found is Standing.OPEN:
            yield obstacles.opinion_awaited(row.party_masked)
        elif found is Standing.UNJUDGED:
            yield obstacles.opinion_unjudged(row.party_masked)
        elif found is Standing.BARRED and WHOLE in rows:
            yield obstacles.opinion_bars(row.party_masked)
