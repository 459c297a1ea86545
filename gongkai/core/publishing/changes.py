"""Changing a disclosure class (公开属性变更), and looking again at what is kept back (定期评估)."""

from enum import StrEnum
from typing import Final

from gongkai.core.identity import Role
from gongkai.core.law.statutes import OGI
from gongkai.core.lifecycle import Lifecycle, State, Step

REASSESSMENT_MONTHS: Final = 12
"""How often what is not public is looked at again; article 18 leaves the period open (R1-12)."""

CHANGE: Final = Lifecycle(
    name="attribute_change",
    start="proposed",
    states=(
        State("proposed", "待公开办审核"),
        State("endorsed", "待领导审批"),
        State("approved", "已批准"),
        State("refused", "未批准"),
    ),
    steps=(
        Step(
            "proposed",
            "endorse",
            "endorsed",
            Role.DISCLOSURE_OFFICE,
            "同意，报领导审批",
            OGI.at(18),
        ),
        Step("proposed", "refuse", "refused", Role.DISCLOSURE_OFFICE, "不同意", OGI.at(18)),
        Step("endorsed", "approve", "approved", Role.LEADER, "批准变更", OGI.at(18)),
        Step("endorsed", "decline", "refused", Role.LEADER, "不批准", OGI.at(18)),
    ),
)


class Outcome(StrEnum):
    """What a periodic reassessment comes to."""

    KEEP = "keep"
    TO_PROACTIVE = "to_proactive"
    TO_ON_APPLICATION = "to_on_application"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {
            "keep": "维持不公开",
            "to_proactive": "转为主动公开",
            "to_on_application": "转为依申请公开",
        }[self.value]
