"""Roles (角色): what somebody may be trusted with, and which roles one person never holds at once.

The three administrators (三员) watch one another; whoever judges an organ from outside does not
work in one. Drafting and reviewing exclude each other for one and the same document only, which
is the business of the review chain.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final


class Role(StrEnum):
    """What somebody may be trusted with in an organ."""

    APPLICANT = "applicant"
    DRAFTER = "drafter"
    UNIT_HEAD = "unit_head"
    SECRECY_REVIEWER = "secrecy_reviewer"
    DISCLOSURE_OFFICE = "disclosure_office"
    DEPUTY_LEADER = "deputy_leader"
    LEADER = "leader"
    LEGAL_REVIEWER = "legal_reviewer"
    COMPETENT_DEPARTMENT = "competent_department"
    HANDLER = "handler"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    HEAD = "head"
    ADMINISTRATOR = "administrator"
    SECURITY_ADMINISTRATOR = "security_administrator"
    AUDITOR = "auditor"
    APPRAISER = "appraiser"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]

    @property
    def hint(self) -> str:
        """What the role is for, in one sentence."""
        return HINTS.get(self, "")


LABELS: Final = {
    Role.APPLICANT: "申请人",
    Role.DRAFTER: "拟稿人",
    Role.UNIT_HEAD: "科室负责人",
    Role.SECRECY_REVIEWER: "保密审查员",
    Role.DISCLOSURE_OFFICE: "公开办",
    Role.DEPUTY_LEADER: "分管领导",
    Role.LEADER: "主要领导",
    Role.LEGAL_REVIEWER: "法制审核",
    Role.COMPETENT_DEPARTMENT: "主管部门",
    Role.HANDLER: "经办人",
    Role.REVIEWER: "审核人",
    Role.APPROVER: "签发人",
    Role.HEAD: "工作机构负责人",
    Role.ADMINISTRATOR: "系统管理员",
    Role.SECURITY_ADMINISTRATOR: "安全管理员",
    Role.AUDITOR: "审计员",
    Role.APPRAISER: "社会监督评议员",
}
HINTS: Final = {
    Role.DRAFTER: "起草信息，提出公开属性，送审。",
    Role.UNIT_HEAD: "审核本科室起草的信息。",
    Role.SECRECY_REVIEWER: "逐项进行保密审查。",
    Role.DISCLOSURE_OFFICE: "本机关政府信息公开工作机构：汇总、发布、编制指南目录和年报。",
    Role.DEPUTY_LEADER: "审核分管范围内的信息。",
    Role.LEADER: "签发本机关的信息。",
    Role.LEGAL_REVIEWER: "对答复和规范性文件进行合法性审核。",
    Role.COMPETENT_DEPARTMENT: "推进、指导、监督本行政区域的公开工作，可以查看本区域各机关。",
    Role.HANDLER: "办理依申请公开和年度报告。",
    Role.REVIEWER: "审核经办人的答复。",
    Role.APPROVER: "签发答复。",
    Role.HEAD: "政府信息公开工作机构的负责人，批准延长答复期限。",
    Role.ADMINISTRATOR: "维护机构、科室和人员，录入工作日；不能授予角色，不能查看审计记录。",
    Role.SECURITY_ADMINISTRATOR: "授予和收回角色；不能维护机构，不能给自己任职。",
    Role.AUDITOR: "查看办理记录，检查系统管理员和安全管理员做了什么。",
    Role.APPRAISER: "从外部评议公开工作；不是机关工作人员，不能查看未公开的内容。",
}
GIVEN: Final = tuple(role for role in Role if role is not Role.APPLICANT)
"""The roles that a duty may give."""
ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR})
"""The three administrators (三员)."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Roles of one group that nobody holds together with a role of the other."""

    title: str
    one: frozenset[Role]
    other: frozenset[Role]

    def holds_for(self, first: Role, second: Role) -> bool:
        """Whether these two different roles exclude each other."""
        return (first in self.one and second in self.other) or (
            second in self.one and first in self.other
        )


EXCLUSIONS: Final = (
    Exclusion("系统管理员、安全管理员、审计员由不同的人担任", ADMINISTRATORS, ADMINISTRATORS),
    Exclusion(
        "社会监督评议员不在机关任职",
        frozenset({Role.APPRAISER}),
        frozenset(GIVEN) - {Role.APPRAISER},
    ),
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two roles one person must not hold together, and the rule that says so."""

    first: Role
    second: Role
    rule: Exclusion


def conflicts(roles: Collection[Role]) -> tuple[Conflict, ...]:
    """The pairs of these roles that exclude each other."""
    ordered = [role for role in Role if role in roles]
    return tuple(
        Conflict(first, second, rule)
        for first, second in combinations(ordered, 2)
        for rule in EXCLUSIONS
        if rule.holds_for(first, second)
    )
