"""Which roles open which part of the directory of organs and people."""

from typing import Final

from gongkai.core.identity.roles import ADMINISTRATORS, Role

READERS: Final = ADMINISTRATORS | {
    Role.DISCLOSURE_OFFICE,
    Role.COMPETENT_DEPARTMENT,
    Role.DEPUTY_LEADER,
    Role.LEADER,
    Role.HEAD,
}
"""Who looks things up in it."""
KEEPERS: Final = frozenset({Role.ADMINISTRATOR})
"""Who keeps organs, units and people."""
GRANTERS: Final = frozenset({Role.SECURITY_ADMINISTRATOR})
"""Who gives and ends duties."""
