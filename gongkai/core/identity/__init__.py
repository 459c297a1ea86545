"""Who acts, for which organ, in which role."""

from gongkai.core.identity.actor import SYSTEM, VISITOR, Actor, NotAllowedError, Origin
from gongkai.core.identity.organs import OrganKind
from gongkai.core.identity.roles import Role

__all__ = ["SYSTEM", "VISITOR", "Actor", "NotAllowedError", "OrganKind", "Origin", "Role"]
