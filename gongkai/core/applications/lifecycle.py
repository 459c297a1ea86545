"""The lifecycle of an application (办理流程): one table, and the five statutory stages over it.

Asking others for their opinion, an extension and a deferral are no states: the work goes on while
the clock stands or the due day moves, several may run side by side, and each has rows of its own
(`Consultation`, `Extension`, `Deferral`). States are kept for what only one party can end: the
applicant who has to correct, give reasons or pay. The clock runs on while reasons are awaited,
since the Regulations take nothing out for that.
"""

from enum import StrEnum
from typing import Final

from gongkai.core.identity import Role
from gongkai.core.law.statutes import ARCHIVES, FEES, OGI
from gongkai.core.lifecycle import Lifecycle, State, Step

HANDLER, OFFICE, HEAD = Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.HEAD
APPLICANT: Final = Role.APPLICANT
WAITING: Final = ("correcting", "reasons_asked", "fee_pending")
"""The applicant has to do something."""
WORKING: Final = ("examining", "handling")
EARLY: Final = ("received", "examining", "handling", "correcting", "reasons_asked", "fee_pending")
"""Before a reply is under review."""
UNANSWERED: Final = (*EARLY, "in_review", "approved")
CLOSED: Final = ("replied", "abandoned", "retracted", "transferred", "ended")
"""Over, and not filed yet."""


def _from(states: tuple[str, ...], step: Step) -> tuple[Step, ...]:
    """The same step from several states; a target `=` stays where it is."""
    return tuple(
        Step(
            state,
            step.verb,
            state if step.target == STAYS else step.target,
            step.by,
            step.label,
            step.cite,
        )
        for state in states
    )


STAYS: Final = "="
ANY: Final = ""
CASE: Final = Lifecycle(
    name="application",
    start="received",
    states=(
        State("received", "已登记"),
        State("examining", "审核中"),
        State("handling", "办理中"),
        State("correcting", "待补正"),
        State("reasons_asked", "待说明理由"),
        State("fee_pending", "待缴费"),
        State("in_review", "答复审核中"),
        State("approved", "待答复"),
        State("replied", "已答复"),
        State("archived", "已归档"),
        State("abandoned", "不再处理"),
        State("retracted", "已撤销"),
        State("transferred", "已转送"),
        State("ended", "已终止"),
        State("void", "已作废"),
    ),
    steps=(
        Step("received", "examine", "examining", HANDLER, "开始审核", OGI.at(45)),
        Step("examining", "accept", "handling", HANDLER, "审核通过，办理", OGI.at(45)),
        *_from(WORKING, Step(ANY, "ask_correction", "correcting", HANDLER, "告知补正", OGI.at(30))),
        Step("correcting", "correct", "handling", APPLICANT, "补正", OGI.at(30)),
        Step("correcting", "record_correction", "handling", HANDLER, "登记补正", OGI.at(30)),
        Step("correcting", "abandon", "abandoned", HANDLER, "逾期不补正，不再处理", OGI.at(30)),
        *_from(
            WORKING,
            Step(ANY, "ask_reasons", "reasons_asked", HANDLER, "要求说明理由", OGI.at(35)),
        ),
        Step("reasons_asked", "give_reasons", "handling", APPLICANT, "说明理由", OGI.at(35)),
        Step("reasons_asked", "record_reasons", "handling", HANDLER, "登记理由", OGI.at(35)),
        Step("reasons_asked", "lapse_reasons", "handling", HANDLER, "逾期未说明", OGI.at(35)),
        Step("handling", "judge_reasons", "handling", HANDLER, "认定理由", OGI.at(35)),
        Step("handling", "defer", "handling", HEAD, "延迟答复", OGI.at(35)),
        Step("handling", "consult", "handling", HANDLER, "征求意见", OGI.at(32)),
        Step("handling", "verify_record", "handling", HANDLER, "核实信息记录", OGI.at(41)),
        *_from(
            ("handling", "fee_pending", "reasons_asked", "correcting", "in_review", "approved"),
            Step(ANY, "record_opinion", STAYS, HANDLER, "登记意见", OGI.at(32)),
        ),
        *_from(
            ("handling", "reasons_asked", "in_review"),
            Step(ANY, "propose_extension", STAYS, HANDLER, "申请延长", OGI.at(33, 2)),
        ),
        *_from(
            ("handling", "reasons_asked", "in_review"),
            Step(ANY, "decide_extension", STAYS, HEAD, "批准延长", OGI.at(33, 2)),
        ),
        *_from(UNANSWERED, Step(ANY, "hand_in", STAYS, HANDLER, "提交办理意见", OGI.at(45))),
        *_from(UNANSWERED, Step(ANY, "assign", STAYS, OFFICE, "交办", OGI.at(45))),
        Step("handling", "suggest_fee", "handling", HANDLER, "建议收费", OGI.at(42)),
        Step("handling", "drop_fee", "handling", OFFICE, "不收费"),
        Step("handling", "notice_fee", "fee_pending", OFFICE, "通知缴费", OGI.at(42)),
        Step(
            "fee_pending", "record_payment", "handling", HANDLER, "登记缴费", FEES.part("处理期限")
        ),
        Step("fee_pending", "record_fee_delivery", "fee_pending", HANDLER, "登记收费通知送达"),
        Step("fee_pending", "waive_fee", "handling", OFFICE, "减免", OGI.at(42)),
        Step("fee_pending", "abandon", "abandoned", HANDLER, "逾期不缴费，不再处理", OGI.at(42)),
        Step("handling", "submit", "in_review", HANDLER, "送审答复", OGI.at(45)),
        Step("in_review", "pass_on", "in_review", Role.REVIEWER, "同意，送下一级", OGI.at(45)),
        Step("in_review", "sign", "approved", Role.REVIEWER, "签发", OGI.at(45)),
        Step("in_review", "send_back", "handling", Role.REVIEWER, "退回", OGI.at(45)),
        Step("in_review", "take_back", "handling", HANDLER, "撤回送审"),
        Step("approved", "send_back", "handling", OFFICE, "退回修改"),
        Step("approved", "reply", "replied", HANDLER, "答复申请人", OGI.at(36)),
        *_from(
            ("received", "examining", "handling"),
            Step(ANY, "reply_at_once", "replied", HANDLER, "当场答复", OGI.at(33, 1)),
        ),
        *_from(UNANSWERED, Step(ANY, "retract", "retracted", APPLICANT, "撤销申请")),
        *_from(UNANSWERED, Step(ANY, "record_retraction", "retracted", HANDLER, "登记撤销申请")),
        *_from(UNANSWERED, Step(ANY, "end", "ended", HANDLER, "申请人死亡或者终止，终止办理")),
        *_from(
            ("received", "examining", "handling"),
            Step(ANY, "transfer", "transferred", OFFICE, "转送有权机关", OGI.at(41)),
        ),
        *_from(
            ("received", "examining"),
            Step(ANY, "join", "ended", HANDLER, "并入另一件申请"),
        ),
        *_from(("received", "examining"), Step(ANY, "void", "void", OFFICE, "登记有误，作废")),
        *_from(
            ("replied", "archived"),
            Step(ANY, "convert", STAYS, OFFICE, "转为主动公开", OGI.at(44)),
        ),
        *_from(CLOSED, Step(ANY, "archive", "archived", HANDLER, "归档", ARCHIVES.at(14))),
        *_from(
            (*CLOSED, "archived"),
            Step(ANY, "reopen_case", "handling", OFFICE, "重新办理", OGI.at(51)),
        ),
    ),
)


class Stage(StrEnum):
    """The stages every application goes through (Art. 45)."""

    REGISTERED = "registered"
    EXAMINED = "examined"
    HANDLED = "handled"
    ANSWERED = "answered"
    FILED = "filed"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return STAGES[self]


STAGES: Final = {
    Stage.REGISTERED: "登记",
    Stage.EXAMINED: "审核",
    Stage.HANDLED: "办理",
    Stage.ANSWERED: "答复",
    Stage.FILED: "归档",
}
_REACHED: Final = {
    "received": Stage.REGISTERED,
    "examining": Stage.EXAMINED,
    "correcting": Stage.EXAMINED,
    "handling": Stage.HANDLED,
    "reasons_asked": Stage.HANDLED,
    "fee_pending": Stage.HANDLED,
    "in_review": Stage.HANDLED,
    "approved": Stage.ANSWERED,
    **dict.fromkeys(CLOSED, Stage.ANSWERED),
    "archived": Stage.FILED,
    "void": Stage.REGISTERED,
}


def stage_of(state: str) -> Stage:
    """The stage that a state belongs to."""
    return _REACHED[state]


def is_open(state: str) -> bool:
    """Whether the application still waits for an answer: its clock counts."""
    return state in UNANSWERED
