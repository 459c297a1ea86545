"""Whose turn an edition is: reckoned from its chain and from who has let it pass."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db.models import F, OuterRef, Q, QuerySet

from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.models import Edition, Review, Revision
from gongkai.core.review.chain import Chain, LevelKind, Passed, next_level, open_levels

PASSING = ("pass", "confirm")
# Every step of a review passes here: a plain statement, and no query put together anew.
PASSED: Final = (
    "SELECT review.*, revision.digest AS seen FROM publishing_review review"
    " JOIN publishing_revision revision ON revision.id = review.revision_id"
    " WHERE review.edition_id = %s AND review.verdict IN (%s, %s)"
    " AND (revision.number >= %s"
    " OR revision.digest = (SELECT digest FROM publishing_revision WHERE id = %s))"
    " ORDER BY review.id"
)


def passed_by(edition: Edition) -> list[Review]:
    """The reviews that let an edition pass and still count.

    Where it was taken back and changed, only those of what it says now do.
    """
    told = [edition.pk, *PASSING, edition.anew_from, edition.revision_id]
    return list(Review.objects.raw(PASSED, told))


def still_counting(edition: Edition, reviews: Iterable[Review]) -> list[Review]:
    """The same of reviews that are known with their revisions already."""
    return [row for row in reviews if row.verdict in PASSING and _counts(edition, row)]


def _counts(edition: Edition, review: Review) -> bool:
    latest = edition.revision
    return review.revision.number >= edition.anew_from or (
        latest is not None and review.revision.digest == latest.digest
    )


def passes(edition: OuterRef | int) -> QuerySet[Review]:
    """The same of one edition, or of the one that a query is about."""
    rows = Review.objects.filter(edition=edition, verdict__in=PASSING)
    is_later = Q(revision__number__gte=F("edition__anew_from"))
    return rows.filter(is_later | Q(revision__digest=F("edition__revision__digest")))


def levels_left(edition: Edition, reviews: list[Review], *, urgent: bool) -> tuple[int, ...]:
    """The levels that have still to see the edition's latest revision."""
    revision = edition.revision
    if revision is None:
        return ()
    passed = [Passed(row.level, _seen(row, revision)) for row in reviews]
    return open_levels(unpacked(edition.chain), passed, revision.digest, urgent=urgent)


def _seen(review: Review, latest: Revision) -> str:
    """The digest of what a review looked at."""
    if review.revision_id == latest.pk:
        return latest.digest
    return str(getattr(review, "seen", "")) or review.revision.digest


def set_turn(edition: Edition, now: datetime) -> None:
    """Set whose turn it is in the state the edition is in now."""
    clear_assignee(edition)
    if edition.state not in {"in_review", "released_urgently"}:
        edition.level, edition.level_role = None, ""
        return
    before_release = edition.state == "in_review"
    left = levels_left(edition, passed_by(edition), urgent=edition.is_urgent and before_release)
    chain = unpacked(edition.chain)
    level = next_level(left, edition.resume_at)
    edition.level = last_content_level(chain) if level is None else level
    edition.level_role = chain[edition.level].role.value
    edition.arrived_at = now


def last_content_level(chain: Chain) -> int:
    """Who signs: looks again when nobody else has to."""
    return max(n for n, level in enumerate(chain) if level.kind is LevelKind.CONTENT)


def clear_assignee(edition: Edition) -> None:
    """A delegation is for one level, once."""
    edition.assignee_key = edition.assignee_name = edition.assigned_by = ""
