"""What stands in the way of an entry in the ledger, as findings; `paths` names the field."""

from datetime import date
from typing import Final

from gongkai.core.disputes.terms import LONGEST_EXTENSION
from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import LITIGATION, RECONSIDERATION

LABELS: Final = {
    "party": "申请人、原告",
    "act": "被争议的行为",
    "body": "复议机关、法院",
    "received_on": "收到副本的日期",
    "known_on": "知道行为的日期",
    "filed_on": "提出的日期",
    "accepted_on": "受理、立案的日期",
    "answered_on": "答复举证的日期",
    "suspended_on": "中止审理的日期",
    "resumed_on": "上一次恢复审理的日期",
    "remanded_on": "发回重审的日期",
    "judged_on": "收到一审裁判的日期",
    "appealed_on": "上诉的日期",
    "closed_on": "审结的日期",
    "day": "日期",
    "outcome": "裁判要旨",
    "lessons": "经验教训",
    "purpose": "用途",
}


def _obstacle(
    code: str, title: str, text: str, hint: str, path: str, cite: Citation | None = None
) -> Finding:
    return Finding(
        code, Severity.ERROR, title=title, text=text, hint=hint, paths=(path,), cite=cite
    )


def lacking(path: str) -> Finding:
    """Something has to be entered."""
    label = LABELS[path]
    return _obstacle("DISPUTE-LACKING", f"没有{label}", f"没有填写{label}。", "请填写。", path)


def names_party() -> Finding:
    """What everybody above reads repeats a name that is sealed."""
    text = "被争议的行为里写了对方的姓名，上级机关和导出的台账都会看到。"
    hint = "请只写文书名称和文号，姓名写在“申请人、原告”一栏。"
    return _obstacle("DISPUTE-NAMED", "写了姓名", text, hint, "act")


def in_future(path: str, day: date) -> Finding:
    """Something is said to have happened on a day to come."""
    text = f"{LABELS[path]} {day} 还没有到。"
    return _obstacle("DISPUTE-FUTURE", "日期不对", text, "请核对日期。", path)


def wrong_order(path: str, day: date, before: str, earlier: date) -> Finding:
    """A later thing is said to have happened before an earlier one."""
    text = f"{LABELS[path]} {day} 早于{LABELS[before]} {earlier}。"
    return _obstacle("DISPUTE-ORDER", "日期先后不对", text, "请核对这两个日期。", path)


def already_entered(number: str) -> Finding:
    """The same case number of the same body is in the ledger."""
    text = f"台账里已经有案号“{number}”。"
    hint = "请打开那一件修改；确实是另一案时，请核对案号。"
    return _obstacle("DISPUTE-TWICE", "重复登记", text, hint, "case_number")


def no_such_earlier() -> Finding:
    """What a lawsuit is said to follow is nothing that it can follow."""
    text = "前案应当在本机关台账里：复议后起诉的，是那件行政复议；再审的，是原来那件诉讼。"
    return _obstacle("DISPUTE-EARLIER", "前案不对", text, "请重新选择，或者不选。", "follows")


def not_over() -> Finding:
    """A lawsuit that is not over is not tried again."""
    text = "前案是一件还没有审结的诉讼。再审的是裁判已经生效的案件。"
    hint = "请先登记前案审结；上诉、发回重审登记在原来那件里。"
    return _obstacle("DISPUTE-NOT-OVER", "前案没有审结", text, hint, "follows", LITIGATION.at(90))


def other_kind(label: str) -> Finding:
    """A retrial counts under the kind of the lawsuit it follows."""
    text = f"再审案件的类别与原来那件相同，原来那件是“{label}”。"
    return _obstacle("DISPUTE-KIND", "类别与前案不同", text, "请改选类别。", "kind")


def extended_wrongly(latest: date) -> Finding:
    """Reconsideration was put off further than the law allows."""
    text = f"行政复议审理期限最多延长 {LONGEST_EXTENSION} 日，不能晚于 {latest}。"
    return _obstacle(
        "DISPUTE-EXTENDED", "延长过久", text, "请核对延期通知。", "extended_until",
        RECONSIDERATION.at(62, 1),
    )  # fmt: skip


def not_extendable() -> Finding:
    """The simplified procedure knows no extension."""
    text = "简易程序的行政复议没有延长审理期限的规定。"
    hint = "转为普通程序的，请取消“简易程序”；否则不填延长到的日期。"
    return _obstacle(
        "DISPUTE-SIMPLE", "不能延长", text, hint, "extended_until", RECONSIDERATION.at(62, 2)
    )


def no_court() -> Finding:
    """Only a court gives leave to bring evidence later."""
    text = "延期提供证据由法院准许，行政复议案件没有这一项。"
    return _obstacle(
        "DISPUTE-EVIDENCE", "不是诉讼", text, "请不填这一栏。", "evidence_until",
        LITIGATION.at(36, 1),
    )  # fmt: skip


def not_open(label: str) -> Finding:
    """The step is not open in this state."""
    text = f"这一件现在是“{label}”，不能办理这一步。"
    return _obstacle("DISPUTE-STATE", "现在不能办", text, "请返回看最新情况。", "state")


def not_litigation() -> Finding:
    """Judgments and appeals belong to litigation."""
    text = "行政复议没有一审裁判和上诉。"
    return _obstacle("DISPUTE-KIND", "不是诉讼", text, "复议决定请在“登记审结”填写。", "day")


def changed_meanwhile(label: str) -> Finding:
    """Somebody else was quicker."""
    text = f"您打开以后，别人已经改过这一件，现在是“{label}”。"
    return _obstacle("DISPUTE-CHANGED", "已经有变化", text, "请返回看最新内容再办理。", "state")


def no_result() -> Finding:
    """A dispute that is over has come to something."""
    text = "审结的案件要有结果：维持、纠正或者其他。"
    return _obstacle("DISPUTE-RESULT", "没有结果", text, "请选择结果。", "result")


def not_corrected() -> Finding:
    """Only a correction asks for doing it again."""
    text = "只有结果纠正的，才有重新办理或者履行的要求。"
    hint = "请核对结果；没有要求的，不要勾选，也不填限期。"
    return _obstacle("DISPUTE-AGAIN", "结果不是纠正", text, hint, "asks_again")


def no_order() -> Finding:
    """Nothing was to be done again."""
    text = "决定、裁判没有要求重新办理或者履行。"
    return _obstacle("DISPUTE-REDO", "没有要办的事", text, "请核对登记的结果。", "day")
