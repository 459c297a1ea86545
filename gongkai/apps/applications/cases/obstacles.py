"""What stands in the way of a step of the work on a case, as findings; `paths` names the field."""

from datetime import date

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI


def obstacle(
    code: str, title: str, text: str, hint: str, field: str = "", cite: Citation | None = None
) -> Finding:
    """What hinders a step, at a field where there is one."""
    paths = (field,) if field else ()
    return Finding(code, Severity.ERROR, title, text, hint, paths=paths, cite=cite)


def changed_meanwhile(label: str) -> Finding:
    """Somebody else has been quicker."""
    return obstacle(
        "CASE-CHANGED",
        "已经有人办理",
        f"打开页面以后别人办理了这件申请，现在的状态是“{label}”。",
        "您的操作没有执行。请刷新页面，看过最新情况再决定。",
    )


def not_open(label: str) -> Finding:
    """The step leads nowhere from here."""
    return obstacle(
        "CASE-STATE",
        "现在不能这样办",
        f"这件申请现在是“{label}”，不能进行这一步。",
        "请刷新页面，看现在可以办理什么。",
    )


def not_received() -> Finding:
    """Nothing can be reckoned before the day of receipt is proved."""
    return obstacle(
        "CASE-RECEIPT",
        "还没有收到日期",
        "还没有与申请人确认，收到申请之日没有确定。",
        "请先登记确认的日期和方式。",
        cite=OGI.at(31),
    )


def lacking(label: str, field: str) -> Finding:
    """Something that has to be written down is not."""
    return obstacle(
        "CASE-LACKING", f"没有填写{label}", f"没有填写{label}。", f"请填写{label}。", field
    )


def term_too_short(label: str, day: date) -> Finding:
    """A term told to somebody has to lie ahead."""
    return obstacle(
        "CASE-TERM",
        "期限不合理",
        f"{label} {day} 不在今天以后。",
        "请给对方留出合理的时间。",
        "answer_by",
    )


def not_expired(label: str, last: date) -> Finding:
    """Whoever was asked still has time."""
    return obstacle(
        "CASE-NOT-EXPIRED",
        "期限还没有届满",
        f"{label}到 {last} 才届满。",
        "请等期限届满以后再办理。",
    )


def not_delivered(label: str) -> Finding:
    """Nobody can be late with what has not reached him."""
    return obstacle(
        "CASE-NOT-DELIVERED",
        "没有送达凭据",
        f"没有登记{label}的送达日期，不能认定逾期。",
        "请先登记送达的日期和凭据。",
    )


def delivered_before(day: date) -> Finding:
    """A day of delivery moves a term: it is entered once, and put right with a reason."""
    return obstacle(
        "CASE-DELIVERED",
        "送达日期已经登记",
        f"送达日期已经登记为 {day}，期限已经由此确定。",
        "请核对；登记有误的，请用“更正送达日期”，并写明原因和凭据。",
        "delivered_on",
    )


def own_proposal() -> Finding:
    """Nobody approves what he proposed himself."""
    return obstacle(
        "CASE-OWN",
        "不能批准自己提出的事项",
        "这一项是您提出的，不能由您批准。",
        "请由其他有权的人批准；需要时可以安排代理。",
    )
