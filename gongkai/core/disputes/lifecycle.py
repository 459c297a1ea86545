"""The lifecycle of a dispute: one table for reconsideration and litigation.

Judgment, appeal and remand are steps of litigation only. What the body does in between
(acceptance, hearing, extension) changes days, not states; while it rests, its term stands still.
A result that is taken back leads to where the dispute stood; the table names the usual state.
A retrial (再审) is a case of its own: it has its own number, and a row that follows the lawsuit.
"""

from typing import Final

from gongkai.core.identity import Role
from gongkai.core.law.statutes import LITIGATION, RECONSIDERATION
from gongkai.core.lifecycle import Lifecycle, State, Step

WRITER, OFFICE = Role.HANDLER, Role.DISCLOSURE_OFFICE
OPEN: Final = ("notified", "answered", "suspended", "judged", "appealed", "stayed")
"""Not decided yet, or not for good."""
RESTING: Final = frozenset({"suspended", "stayed"})
"""In which its term stands still."""
CLOSED: Final = "closed"
VOID: Final = "void"
LITIGATION_ONLY: Final = frozenset({"record_judgment", "record_appeal", "record_remand"})
DISPUTE: Final = Lifecycle(
    name="dispute",
    start="notified",
    states=(
        State("notified", "待答复举证"),
        State("answered", "审理中"),
        State("suspended", "审理中止"),
        State("judged", "一审已裁判"),
        State("appealed", "二审审理中"),
        State("stayed", "二审中止"),
        State(CLOSED, "已审结"),
        State(VOID, "登记有误，作废"),
    ),
    steps=(
        Step("notified", "record_answer", "answered", WRITER, "登记答复举证"),
        *(
            Step(state, "record_judgment", "judged", WRITER, "登记一审裁判", LITIGATION.at(81))
            for state in ("notified", "answered")
        ),
        Step("judged", "record_appeal", "appealed", WRITER, "登记上诉", LITIGATION.at(85)),
        Step("appealed", "record_remand", "answered", WRITER, "登记发回重审", LITIGATION.at(89)),
        *(
            step
            for going, resting in (("answered", "suspended"), ("appealed", "stayed"))
            for step in (
                Step(going, "suspend_dispute", resting, WRITER, "登记中止审理"),
                Step(resting, "resume_dispute", going, WRITER, "登记恢复审理"),
            )
        ),
        *(Step(state, "close_dispute", CLOSED, WRITER, "登记审结") for state in OPEN),
        *(Step(state, "amend_dispute", state, WRITER, "修改登记内容") for state in (*OPEN, CLOSED)),
        *(Step(state, "note_lessons", state, WRITER, "写经验教训") for state in (*OPEN, CLOSED)),
        Step(CLOSED, "record_redo", CLOSED, WRITER, "登记履行情况", RECONSIDERATION.at(77)),
        Step(CLOSED, "reopen_dispute", "answered", OFFICE, "撤销审结登记"),
        *(Step(state, "void_dispute", VOID, OFFICE, "作废") for state in ("notified", "answered")),
    ),
)
