"""Review chains (审核流程): which levels look at a text, in which order, and whose turn it is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.identity import Role


class LevelKind(StrEnum):
    """What a level looks at."""

    CONTENT = "content"
    SECRECY = "secrecy"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"content": "内容审核", "secrecy": "保密审查"}[self.value]


@dataclass(frozen=True, slots=True)
class Level:
    """One level. `urgent`: it cannot wait until after an urgent release. `proofreads`: whoever
    passes it also vouches for having proofread (三审三校)."""

    key: str
    label: str
    role: Role
    kind: LevelKind = LevelKind.CONTENT
    urgent: bool = False
    proofreads: bool = True


@dataclass(frozen=True, slots=True)
class Passed:
    """That a level let a revision pass; `revision` is the digest of what it saw."""

    level: int
    revision: str


Chain = tuple[Level, ...]
SECRECY: Final = Level(
    "secrecy", "保密审查", Role.SECRECY_REVIEWER, LevelKind.SECRECY, urgent=True, proofreads=False
)
DEFAULT: Final[Chain] = (
    Level("unit_head", "科室负责人", Role.UNIT_HEAD),
    SECRECY,
    Level("deputy_leader", "分管领导", Role.DEPUTY_LEADER),
    Level("leader", "主要领导", Role.LEADER, urgent=True),
)
OFFICE: Final = Level("disclosure_office", "公开办", Role.DISCLOSURE_OFFICE)
REVIEWING: Final = (
    Role.UNIT_HEAD,
    Role.DISCLOSURE_OFFICE,
    Role.LEGAL_REVIEWER,
    Role.SECRECY_REVIEWER,
    Role.DEPUTY_LEADER,
    Role.LEADER,
)
"""The roles that a level may ask for."""
MOST_LEVELS: Final = 12


def with_office(chain: Chain) -> Chain:
    """The chain with the OGI work body in it, before secrecy review where it has no place yet.

    Whether a policy document may be kept back is for that body to review first (R9-01).
    """
    if any(level.role is Role.DISCLOSURE_OFFICE for level in chain):
        return chain
    place = next(
        (n for n, level in enumerate(chain) if level.kind is LevelKind.SECRECY), len(chain)
    )
    return (*chain[:place], OFFICE, *chain[place:])


def open_levels(
    chain: Chain, passed: Collection[Passed], revision: str, *, urgent: bool = False
) -> tuple[int, ...]:
    """The levels that have still to see this revision, in order.

    A content level that let an earlier revision pass need not see what was mended for a later one
    (the work resumes where it was sent back); secrecy review is of every revision anew (R1-11).
    In an urgent case only those that cannot wait.
    """
    return tuple(
        number
        for number, level in enumerate(chain)
        if (level.urgent or not urgent) and not _is_satisfied(number, level, passed, revision)
    )


def _is_satisfied(number: int, level: Level, passed: Collection[Passed], revision: str) -> bool:
    return any(
        row.level == number and (level.kind is LevelKind.CONTENT or row.revision == revision)
        for row in passed
    )


def next_level(left: Sequence[int], resume_at: int | None = None) -> int | None:
    """Whose turn it is: the level that sent it back first, else the first that is left."""
    if resume_at is not None and resume_at in left:
        return resume_at
    return left[0] if left else None
