"""Which roles open which part of applications at the desk; the actions judge again."""

from typing import Final

from gongkai.core.identity import Role
from gongkai.core.review.chain import REVIEWING

HANDLERS: Final = frozenset({Role.HANDLER, Role.DISCLOSURE_OFFICE})
"""Who registers applications and takes the steps of the work."""
OFFICE: Final = frozenset({Role.DISCLOSURE_OFFICE})
"""Who assigns, confirms fees, sends on, and keeps templates, profile and review chain."""
HEADS: Final = frozenset({Role.HEAD})
"""Who decides on extensions and deferrals."""
REVIEWERS: Final = frozenset(REVIEWING)
"""Who may have a level of a reply's review chain."""
READERS: Final = HANDLERS | HEADS | REVIEWERS | {Role.COMPETENT_DEPARTMENT}
"""Who finds applications: those of the own organ, and masked ones of the organs below."""
REVEALERS: Final = HANDLERS | HEADS
"""Who may see the applicant's own data, which is written down each time."""
