"""Actors: who acts (经办人), for which organ, in which roles."""

from dataclasses import dataclass, field

from gongkai.core.identity.roles import Role


class NotAllowedError(Exception):
    """The actor may not do this, or not now."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where somebody acts from: the address and the program, as far as they are known."""

    address: str = ""
    agent: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts. `key` tells the journal who it was and never changes; `name` is shown.

    Where somebody acts from is told to the journal; it does not make them somebody else.
    """

    key: str
    name: str
    organ_id: int | None = None
    roles: frozenset[Role] = frozenset()
    origin: Origin = field(default=Origin(), compare=False)

    def has(self, role: Role) -> bool:
        """Whether the actor holds that role."""
        return role in self.roles


SYSTEM = Actor("system", "系统")
VISITOR = Actor("visitor", "访客")
