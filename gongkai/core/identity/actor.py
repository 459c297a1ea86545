"""Actors: who acts (经办人), for which organ, in which roles."""

from dataclasses import dataclass
from enum import StrEnum


class NotAllowedError(Exception):
    """The actor may not do this, or not now."""


class Role(StrEnum):
    """What somebody may be trusted with in an organ."""

    APPLICANT = "applicant"
    HANDLER = "handler"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    HEAD = "head"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return _LABELS[self]


_LABELS = {
    Role.APPLICANT: "申请人",
    Role.HANDLER: "经办人",
    Role.REVIEWER: "审核人",
    Role.APPROVER: "签发人",
    Role.HEAD: "工作机构负责人",
    Role.ADMINISTRATOR: "系统管理员",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts. `key` tells the journal who it was and never changes; `name` is shown."""

    key: str
    name: str
    organ_id: int | None = None
    roles: frozenset[Role] = frozenset()

    def has(self, role: Role) -> bool:
        """Whether the actor holds that role."""
        return role in self.roles


SYSTEM = Actor("system", "系统")
VISITOR = Actor("visitor", "访客")
