"""Whose turn an edition is: reckoned from its chain and from who has let it pass."""

from datetime import datetime

from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.models import Edition, Review
from gongkai.core.publishing.chain import Chain, LevelKind, Passed, next_level, open_levels

PASSING = ("pass", "confirm")


def passed_by(edition: Edition) -> list[Review]:
    """The reviews of an edition that let it pass."""
    rows = Review.objects.filter(edition=edition, verdict__in=PASSING)
    return list(rows.select_related("revision").defer("revision__content"))


def levels_left(edition: Edition, reviews: list[Review], *, urgent: bool) -> tuple[int, ...]:
    """The levels that have still to see the edition's latest revision."""
    revision = edition.revision
    if revision is None:
        return ()
    passed = [Passed(row.level, row.revision.digest) for row in reviews]
    return open_levels(unpacked(edition.chain), passed, revision.digest, urgent=urgent)


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
