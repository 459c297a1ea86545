"""Who acts, for which organ, in which role."""

from gongkai.core.identity.actor import SYSTEM, VISITOR, Actor, NotAllowedError, Role

__all__ = ["SYSTEM", "VISITOR", "Actor", "NotAllowedError", "Role"]
