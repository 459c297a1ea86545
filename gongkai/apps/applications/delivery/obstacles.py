"""What hinders sending a letter, and telling whether it arrived."""

from gongkai.apps.applications.letters.obstacles import obstacle
from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import DELIVERY


def no_way() -> Finding:
    """No such way of delivery."""
    return obstacle("DELIVER-WAY", "送达方式不对", "没有这种送达方式。", "请从列表中选择。", "way")


def other_carrier(name: str) -> Finding:
    """Only the post may carry official letters (R1-28)."""
    return Finding(
        "DELIVER-CARRIER",
        Severity.ERROR,
        title="不是邮政企业",
        text=f"“{name}”不是邮政企业，公文只能通过邮政企业寄送。",
        hint="请选择中国邮政（EMS、挂号信），并登记邮件号。",
        paths=("carrier",),
        cite=DELIVERY.part("二"),
    )


def lacks(label: str, field: str) -> Finding:
    """A way of delivery without what proves it."""
    return obstacle(
        "DELIVER-LACKS",
        f"没有{label}",
        f"没有填写{label}。",
        f"请填写{label}，作为送达的凭据。",
        field,
    )


def bad_mail_number() -> Finding:
    """Not a number of the post."""
    return obstacle(
        "DELIVER-NUMBER",
        "邮件号不对",
        "邮件号应当是 13 位（两个字母、九位数字、两个字母）或者 13 位数字。",
        "请照邮件详情单抄写。",
        "mail_number",
    )


def day_in_future(label: str, field: str) -> Finding:
    """A day that has not come."""
    return obstacle("DELIVER-FUTURE", "日期在将来", f"{label}还没有到。", "请核对日期。", field)


def not_waiting() -> Finding:
    """The delivery is settled."""
    return obstacle(
        "DELIVER-SETTLED",
        "已经有结果",
        "这次送达已经登记过结果。",
        "请刷新页面；需要再次送达的，另行登记。",
    )
