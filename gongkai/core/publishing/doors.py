"""Which roles open which part of publishing at the desk; the actions judge again by themselves."""

from typing import Final

from gongkai.core.identity import Role
from gongkai.core.review.chain import REVIEWING

WRITERS: Final = frozenset({Role.DRAFTER, Role.UNIT_HEAD, Role.DISCLOSURE_OFFICE})
"""Who begins items and writes."""
REVIEWERS: Final = frozenset(REVIEWING)
"""Who may have a level of a review chain."""
READERS: Final = WRITERS | REVIEWERS | {Role.COMPETENT_DEPARTMENT}
"""Who finds items, released ones and those on their way."""
DETERMINERS: Final = WRITERS | {Role.LEADER}
"""Who proposes or decides another disclosure class."""
RELEASERS: Final = frozenset({Role.DISCLOSURE_OFFICE})
"""Who releases, withdraws, looks again at what is kept back, and keeps the review chains."""
HARVESTERS: Final = frozenset({Role.DISCLOSURE_OFFICE, Role.DRAFTER})
"""Who takes over what other platforms publish."""
