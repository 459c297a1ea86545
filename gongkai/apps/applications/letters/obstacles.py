"""What stands in the way of a reply, a letter, a delivery or a file, as findings."""

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import DELIVERY, OGI


def _obstacle(code: str, title: str, text: str, hint: str, field: str = "") -> Finding:
    paths = (field,) if field else ()
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=paths)


def _by_law(code: str, title: str, text: str, hint: str, cite: Citation) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, cite=cite)


def changed_meanwhile(label: str) -> Finding:
    """Somebody else has been quicker."""
    return _obstacle(
        "REPLY-CHANGED",
        "已经有人办理",
        f"这份答复刚刚有人修改或者办理过，现在的状态是“{label}”。",
        "您的操作没有执行。请刷新页面，看过最新情况再决定。",
    )


def not_open(label: str) -> Finding:
    """The verb leads nowhere from here."""
    return _obstacle(
        "REPLY-STATE",
        "现在不能这样办",
        f"答复的状态是“{label}”，不能进行这一步。",
        "请刷新页面，看现在可以办理什么。",
    )


def case_not_open(label: str) -> Finding:
    """The case is not at a point where a reply is written."""
    return _obstacle(
        "REPLY-CASE",
        "现在不能拟答复",
        f"这件申请的状态是“{label}”，不能拟写答复。",
        "请先把申请办到“办理中”。",
    )


def no_kind() -> Finding:
    """Nothing is decided yet."""
    return _obstacle(
        "REPLY-KIND", "没有选择答复种类", "还没有确定怎样答复。", "请在答复向导中选择。", "kind"
    )


def no_letter(label: str) -> Finding:
    """The decision is carried out elsewhere."""
    return _obstacle(
        "REPLY-NO-LETTER",
        "这种情况不写答复",
        f"“{label}”不在这里办理。",
        "请在申请页面用相应的按钮办结，例如登记撤销申请、逾期不补正、并入、转送。",
        "kind",
    )


def not_corrected() -> Finding:
    """Only what was corrected can be unclear all the same (Art. 30)."""
    return _by_law(
        "REPLY-CORRECTION",
        "没有补正过",
        "这件申请没有补正的记录，不能按“补正后申请内容仍不明确”答复。",
        "请先告知补正，收到补正以后再认定；已过七个工作日的，按现有内容办理。",
        OGI.at(30),
    )


def reasons_not_judged() -> Finding:
    """Nobody is refused for asking too much before he could say why (Art. 35)."""
    return _by_law(
        "REPLY-REASONS",
        "没有认定理由不合理",
        "没有要求申请人说明理由，或者没有认定理由不合理，不能以大量反复申请为由不予处理。",
        "请先要求说明理由；收到理由或者期限届满以后，认定理由是否合理。",
        OGI.at(35),
    )


def unknown_item() -> Finding:
    """The items do not fit the application."""
    return _obstacle(
        "REPLY-ITEMS",
        "逐项答复不完整",
        "有申请内容没有选择答复种类，或者选择的不是这件申请的内容。",
        "请对每一项申请内容分别选择答复种类。",
        "items",
    )


def empty_text() -> Finding:
    """A letter without text."""
    return _obstacle("REPLY-TEXT", "没有正文", "文书正文是空的。", "请填写正文。", "text")


def too_long(most: int) -> Finding:
    """A text nobody sends."""
    text = f"文书正文超过 {most} 个字。"
    return _obstacle("REPLY-LONG", "正文太长", text, "请写得短些，长的内容作为附件。", "text")


def no_reason() -> Finding:
    """A decision against something needs a reason."""
    return _obstacle(
        "REPLY-REASON", "没有理由", "没有写明理由。", "请写明理由，经办人要据此办理。", "reason"
    )


def own_text() -> Finding:
    """Whoever wrote it does not review it."""
    return _by_law(
        "REPLY-OWN",
        "不能审核自己写的答复",
        "您参与拟写了这份答复，不能再审核。",
        "请由其他人审核；需要时可以安排代理。",
        OGI.at(45),
    )


def reviewed_before(label: str) -> Finding:
    """One person stands for one level only."""
    return _by_law(
        "REPLY-TWICE",
        "同一人不能审核两级",
        f"您已经在“{label}”审核过这份答复。",
        "请由其他人审核这一级；需要时可以安排代理。",
        OGI.at(45),
    )


def not_your_turn(label: str) -> Finding:
    """Another level is to look at it now."""
    return _obstacle(
        "REPLY-TURN", "不是您的一级", f"现在轮到“{label}”。", "轮到您时会出现在您的待办里。"
    )


def not_at_once(label: str) -> Finding:
    """Only what gives something may go out without review."""
    return _by_law(
        "REPLY-AT-ONCE",
        "不能当场答复",
        f"“{label}”要经过审核，不能当场答复。",
        "请送审；当场答复只用于予以公开、已经公开和公开出版物。",
        OGI.at(33, 1),
    )


def several_at_once() -> Finding:
    """Several items are answered after review."""
    return _obstacle(
        "REPLY-AT-ONCE-ITEMS",
        "不能当场答复",
        "申请包含多项内容，不能当场答复。",
        "请逐项办理后送审。",
    )


def unknown_template() -> Finding:
    """No such kind of letter."""
    return _obstacle(
        "TEMPLATE-KIND", "没有这种文书", "没有这一种文书。", "请从列表中选择。", "code"
    )


def already_usual() -> Finding:
    """Nothing to restore."""
    return _obstacle(
        "TEMPLATE-USUAL", "已经是通用文字", "这种文书用的就是通用文字。", "不需要恢复。", "code"
    )


def voided() -> Finding:
    """A letter that does not hold any more."""
    return _obstacle(
        "LETTER-VOID", "文书已经作废", "这份文书已经作废。", "请另外印发新的文书。", "letter"
    )


def already_sent() -> Finding:
    """What has gone out is not made undone."""
    return _obstacle(
        "LETTER-SENT",
        "已经送达",
        "这份文书已经送达，不能作废。",
        "需要改正的，请重新办理并另行答复。",
        "letter",
    )


def reply_stands() -> Finding:
    """The letter of a reply is not voided on its own."""
    return _obstacle(
        "LETTER-REPLY",
        "答复文书不能单独作废",
        "这是答复文书，作废它等于撤销答复。",
        "请在申请页面用“重新办理”，再作出新的答复。",
        "letter",
    )


def no_way() -> Finding:
    """No such way of delivery."""
    return _obstacle("DELIVER-WAY", "送达方式不对", "没有这种送达方式。", "请从列表中选择。", "way")


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
    return _obstacle(
        "DELIVER-LACKS",
        f"没有{label}",
        f"没有填写{label}。",
        f"请填写{label}，作为送达的凭据。",
        field,
    )


def bad_mail_number() -> Finding:
    """Not a number of the post."""
    return _obstacle(
        "DELIVER-NUMBER",
        "邮件号不对",
        "邮件号应当是 13 位（两个字母、九位数字、两个字母）或者 13 位数字。",
        "请照邮件详情单抄写。",
        "mail_number",
    )


def day_in_future(label: str, field: str) -> Finding:
    """A day that has not come."""
    return _obstacle("DELIVER-FUTURE", "日期在将来", f"{label}还没有到。", "请核对日期。", field)


def day_too_early(label: str, field: str) -> Finding:
    """A day before the letter was made."""
    return _obstacle(
        "DELIVER-EARLY", "日期太早", f"{label}早于文书的成文日期。", "请核对日期。", field
    )


def not_waiting() -> Finding:
    """The delivery is settled."""
    return _obstacle(
        "DELIVER-SETTLED",
        "已经有结果",
        "这次送达已经登记过结果。",
        "请刷新页面；需要再次送达的，另行登记。",
    )


def not_delivered() -> Finding:
    """A reply that has reached nobody."""
    return _obstacle(
        "ARCHIVE-DELIVERY",
        "答复还没有送达",
        "答复文书没有送达的记录，或者退回后没有处理。",
        "请先登记送达；无法送达的，登记情况后处理退回的邮件。",
    )


def not_filed() -> Finding:
    """A case that is not in the archive yet."""
    return _obstacle("ARCHIVE-NOT", "还没有归档", "有案卷还没有归档。", "请先归档，再移交。")


def transferred_before() -> Finding:
    """Handed over already."""
    return _obstacle("ARCHIVE-TWICE", "已经移交", "有案卷已经移交过。", "请重新选择。")


def unknown_term() -> Finding:
    """No such term of keeping."""
    return _obstacle(
        "ARCHIVE-TERM", "保管期限不对", "没有这种保管期限。", "请从列表中选择。", "retention"
    )


def usual_chain() -> Finding:
    """Nothing to reset."""
    return _obstacle(
        "REPLY-CHAIN-USUAL",
        "已经是通用流程",
        "本机关用的就是通用的答复审核流程。",
        "不需要恢复。",
    )


def issued_before() -> Finding:
    """The same notice again."""
    return _obstacle(
        "NOTICE-TWICE",
        "已经印发过",
        "这份文书已经印发过。",
        "有错误的，请先作废原来的文书，再重新印发。",
        "code",
    )


def nothing_to_notice() -> Finding:
    """The case holds nothing that such a notice would tell."""
    return _obstacle(
        "NOTICE-NOTHING",
        "没有可以告知的内容",
        "这件申请还没有相应的办理记录，不能印发这种文书。",
        "请先在申请页面办理相应的事项（补正、延长、征求意见、收费等）。",
        "code",
    )
