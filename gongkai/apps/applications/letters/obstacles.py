"""What stands in the way of a letter or its wording, as findings."""

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation


def obstacle(code: str, title: str, text: str, hint: str, field: str = "") -> Finding:
    """What hinders a step."""
    paths = (field,) if field else ()
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=paths)


def by_law(code: str, title: str, text: str, hint: str, cite: Citation) -> Finding:
    """The same, with the article that says so."""
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, cite=cite)


def no_reason() -> Finding:
    """A decision against something needs a reason."""
    return obstacle(
        "REPLY-REASON", "没有理由", "没有写明理由。", "请写明理由，经办人要据此办理。", "reason"
    )


def unknown_template() -> Finding:
    """No such kind of letter."""
    return obstacle("TEMPLATE-KIND", "没有这种文书", "没有这一种文书。", "请从列表中选择。", "code")


def already_usual() -> Finding:
    """Nothing to restore."""
    return obstacle(
        "TEMPLATE-USUAL", "已经是通用文字", "这种文书用的就是通用文字。", "不需要恢复。", "code"
    )


def voided() -> Finding:
    """A letter that does not hold any more."""
    return obstacle(
        "LETTER-VOID", "文书已经作废", "这份文书已经作废。", "请另外印发新的文书。", "letter"
    )


def already_sent() -> Finding:
    """What has gone out is not made undone."""
    return obstacle(
        "LETTER-SENT",
        "已经送达",
        "这份文书已经送达，不能作废。",
        "需要改正的，请重新办理并另行答复。",
        "letter",
    )


def reply_stands() -> Finding:
    """The letter of a reply is not voided on its own."""
    return obstacle(
        "LETTER-REPLY",
        "答复文书不能单独作废",
        "这是答复文书，作废它等于撤销答复。",
        "请在申请页面用“重新办理”，再作出新的答复。",
        "letter",
    )


def day_too_early(label: str, field: str) -> Finding:
    """A day before the letter was made."""
    return obstacle(
        "DELIVER-EARLY", "日期太早", f"{label}早于文书的成文日期。", "请核对日期。", field
    )


def issued_before() -> Finding:
    """The same notice again."""
    return obstacle(
        "NOTICE-TWICE",
        "已经印发过",
        "这份文书已经印发过。",
        "有错误的，请先作废原来的文书，再重新印发。",
        "code",
    )


def nothing_to_notice() -> Finding:
    """The case holds nothing that such a notice would tell."""
    return obstacle(
        "NOTICE-NOTHING",
        "没有可以告知的内容",
        "这件申请还没有相应的办理记录，不能印发这种文书。",
        "请先在申请页面办理相应的事项（补正、延长、征求意见、收费等）。",
        "code",
    )
