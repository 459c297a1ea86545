"""How far a redaction (区分处理) has come, and who may do what with it."""

from enum import StrEnum
from typing import Final

from gongkai.core.applications.doors import HANDLERS, HEADS, REVIEWERS
from gongkai.core.identity import Role


class RedactionState(StrEnum):
    """Pages being prepared, worked on, waiting for the second person, being made, given free.

    `unfit`: the file cannot be redacted at all; why is its fault.
    """

    PREPARING = "preparing"
    UNFIT = "unfit"
    DRAFT = "draft"
    PROPOSED = "proposed"
    MAKING = "making"
    RELEASED = "released"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]


LABELS: Final = {
    RedactionState.PREPARING: "正在准备页面",
    RedactionState.UNFIT: "不能遮盖",
    RedactionState.DRAFT: "正在遮盖",
    RedactionState.PROPOSED: "待复核",
    RedactionState.MAKING: "正在生成",
    RedactionState.RELEASED: "已放行",
}
MAKERS: Final = HANDLERS
"""Who covers parts of a file."""
CHECKERS: Final = HANDLERS | HEADS | REVIEWERS | {Role.REVIEWER, Role.APPROVER}
"""Who may release what somebody else has made."""
READERS: Final = CHECKERS | {Role.COMPETENT_DEPARTMENT}
"""Who may look, within the own organ."""
