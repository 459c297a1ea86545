"""Who may let which finding pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.apps.checks import obstacles
from gongkai.apps.checks.rulings import Judged
from gongkai.core.checks.rule import Waivable
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor, Role

REVIEWERS: Final = frozenset(
    {
        Role.SECRECY_REVIEWER,
        Role.DISCLOSURE_OFFICE,
        Role.UNIT_HEAD,
        Role.DEPUTY_LEADER,
        Role.LEADER,
    }
)
"""Who may let pass what a drafter may not."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a finding was made on: of which organ, in which text, of which whole, by whom.

    `subject` is what was examined (`revision:12`), `about` the whole that waivers hold for
    (`item:5`); `authors` are the keys of the actors who wrote the text.
    """

    organ_id: int
    subject: str
    about: str
    authors: frozenset[str] = frozenset()


def level_faults(row: Judged, *, actor: Actor, matter: Matter) -> Iterator[Finding]:
    """Why this actor may not let that finding pass."""
    title, level = row.finding.title, row.waivable_by
    if level is Waivable.NEVER:
        yield obstacles.never(title)
    elif level is Waivable.REVIEWER:
        if not actor.roles & REVIEWERS:
            yield obstacles.reviewer_needed(title)
        elif actor.key in matter.authors:
            yield obstacles.own_text(title)
