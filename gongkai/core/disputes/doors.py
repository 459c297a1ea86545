"""Which roles open the ledger at the desk; the actions judge again."""

from typing import Final

from gongkai.core.identity import Role

WRITERS: Final = frozenset({Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER})
"""Who enters disputes and what becomes of them."""
OFFICE: Final = frozenset({Role.DISCLOSURE_OFFICE})
"""Who takes back a result or an entry that was wrong."""
READERS: Final = WRITERS | {
    Role.HEAD,
    Role.REVIEWER,
    Role.APPROVER,
    Role.DEPUTY_LEADER,
    Role.LEADER,
    Role.COMPETENT_DEPARTMENT,
}
"""Who finds disputes: those of the own organ, and of the organs below without names."""
REVEALERS: Final = WRITERS | {Role.HEAD}
"""Who may see the other party's name, which is written down each time."""
