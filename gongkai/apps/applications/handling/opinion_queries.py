"""What the opinions asked for mean for a reply (Art. 15, 32, 34)."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from gongkai.apps.applications.handling import asking_obstacles as obstacles
from gongkai.apps.applications.models import Application, Consultation
from gongkai.core.applications.consulting import Opinion, PartyKind, Standing, standing
from gongkai.core.finding import Finding

DISCLOSING: Final = frozenset({"granted", "partial"})
"""Rows of the yearly table under which something is given out."""
WHOLE: Final = "granted"
PROTECTING: Final = "refused_4"
"""The row of what is kept back for the sake of a third party."""
UNSETTLED: Final = frozenset({Standing.OPEN, Standing.UNJUDGED})


def opinion_points(application: Application, rows: Collection[str]) -> Iterator[Finding]:
    """Why a reply that counts under these rows cannot go out, or should be thought over."""
    asked = list(Consultation.objects.filter(application=application).defer("contact", "party"))
    is_disclosing = bool(DISCLOSING & set(rows))
    if is_disclosing:
        yield from _against_disclosing(asked, is_whole=WHOLE in rows)
    if PROTECTING in rows:
        third = [row for row in asked if row.kind == PartyKind.THIRD_PARTY]
        yield from _against_protecting(third, is_disclosing=is_disclosing)


def _against_disclosing(asked: Sequence[Consultation], *, is_whole: bool) -> Iterator[Finding]:
    """An opinion that is awaited, a refusal nobody has judged, or one that binds. In part one may
    disclose what the refusal is not about."""
    for row in asked:
        found = _standing(row)
        if found is Standing.OPEN:
            yield obstacles.opinion_awaited(row.party_masked)
        elif found is Standing.UNJUDGED:
            yield obstacles.opinion_unjudged(row.party_masked)
        elif found is Standing.BARRED and is_whole:
            yield obstacles.opinion_bars(row.party_masked)


def _against_protecting(asked: Sequence[Consultation], *, is_disclosing: bool) -> Iterator[Finding]:
    """Nobody asked, an opinion not known yet, or nobody left who is to be protected.

    Where something else is given out, the opinion may have been about that: it only warns then.
    """
    if not asked:
        yield obstacles.nobody_asked()
        return
    unsettled = [row for row in asked if _standing(row) in UNSETTLED]
    for row in () if is_disclosing else unsettled:
        is_open = _standing(row) is Standing.OPEN
        make = obstacles.opinion_before_refusing if is_open else obstacles.opinion_unjudged
        yield make(row.party_masked)
    if not unsettled and not any(_keeps_back(row) for row in asked):
        yield from (_freed(row, is_disclosing=is_disclosing) for row in asked)


def _freed(row: Consultation, *, is_disclosing: bool) -> Finding:
    """What the opinion of a third party leaves of a refusal for its sake."""
    if row.opinion == Opinion.AGREE:
        return obstacles.opinion_agreed(row.party_masked, binds=not is_disclosing)
    if row.public_interest:
        return obstacles.interest_prevails(row.party_masked, binds=not is_disclosing)
    return obstacles.reasons_did_not_hold(row.party_masked)


def _keeps_back(row: Consultation) -> bool:
    """Whether it leaves something to protect; silence leaves that to the organ."""
    return row.opinion == Opinion.SILENT or _standing(row) is Standing.BARRED


def _standing(row: Consultation) -> Standing:
    return standing(
        row.opinion, is_reasonable=row.is_reasonable, public_interest=row.public_interest
    )
