"""What hinders deciding, reviewing and issuing a reply."""

from gongkai.apps.applications.letters.obstacles import by_law, obstacle
from gongkai.core.finding import Finding
from gongkai.core.law.statutes import OGI


def changed_meanwhile(label: str) -> Finding:
    """Somebody else has been quicker."""
    return obstacle(
        "REPLY-CHANGED",
        "已经有人办理",
        f"这份答复刚刚有人修改或者办理过，现在的状态是“{label}”。",
        "您的操作没有执行。请刷新页面，看过最新情况再决定。",
    )


def not_open(label: str) -> Finding:
    """The verb leads nowhere from here."""
    return obstacle(
        "REPLY-STATE",
        "现在不能这样办",
        f"答复的状态是“{label}”，不能进行这一步。",
        "请刷新页面，看现在可以办理什么。",
    )


def case_not_open(label: str) -> Finding:
    """The case is not at a point where a reply is written."""
    return obstacle(
        "REPLY-CASE",
        "现在不能拟答复",
        f"这件申请的状态是“{label}”，不能拟写答复。",
        "请先把申请办到“办理中”。",
    )


def no_kind() -> Finding:
    """Nothing is decided yet."""
    return obstacle(
        "REPLY-KIND", "没有选择答复种类", "还没有确定怎样答复。", "请在答复向导中选择。", "kind"
    )


def no_letter(label: str) -> Finding:
    """The decision is carried out elsewhere."""
    return obstacle(
        "REPLY-NO-LETTER",
        "这种情况不写答复",
        f"“{label}”不在这里办理。",
        "请在申请页面用相应的按钮办结，例如登记撤销申请、逾期不补正、并入、转送。",
        "kind",
    )


def not_corrected() -> Finding:
    """Only what was corrected can be unclear all the same (Art. 30)."""
    return by_law(
        "REPLY-CORRECTION",
        "没有补正过",
        "这件申请没有补正的记录，不能按“补正后申请内容仍不明确”答复。",
        "请先告知补正，收到补正以后再认定；已过七个工作日的，按现有内容办理。",
        OGI.at(30),
    )


def reasons_not_judged() -> Finding:
    """Nobody is refused for asking too much before he could say why (Art. 35)."""
    return by_law(
        "REPLY-REASONS",
        "没有认定理由不合理",
        "没有要求申请人说明理由，或者没有认定理由不合理，不能以大量反复申请为由不予处理。",
        "请先要求说明理由；收到理由或者期限届满以后，认定理由是否合理。",
        OGI.at(35),
    )


def unknown_item() -> Finding:
    """The items do not fit the application."""
    return obstacle(
        "REPLY-ITEMS",
        "逐项答复不完整",
        "有申请内容没有选择答复种类，或者选择的不是这件申请的内容。",
        "请对每一项申请内容分别选择答复种类。",
        "items",
    )


def empty_text() -> Finding:
    """A letter without text."""
    return obstacle("REPLY-TEXT", "没有正文", "文书正文是空的。", "请填写正文。", "text")


def too_long(most: int) -> Finding:
    """A text nobody sends."""
    text = f"文书正文超过 {most} 个字。"
    return obstacle("REPLY-LONG", "正文太长", text, "请写得短些，长的内容作为附件。", "text")


def own_text() -> Finding:
    """Whoever wrote it does not review it."""
    return by_law(
        "REPLY-OWN",
        "不能审核自己写的答复",
        "您参与拟写了这份答复，不能再审核。",
        "请由其他人审核；需要时可以安排代理。",
        OGI.at(45),
    )


def reviewed_before(label: str) -> Finding:
    """One person stands for one level only."""
    return by_law(
        "REPLY-TWICE",
        "同一人不能审核两级",
        f"您已经在“{label}”审核过这份答复。",
        "请由其他人审核这一级；需要时可以安排代理。",
        OGI.at(45),
    )


def not_your_turn(label: str) -> Finding:
    """Another level is to look at it now."""
    return obstacle(
        "REPLY-TURN", "不是您的一级", f"现在轮到“{label}”。", "轮到您时会出现在您的待办里。"
    )


def not_at_once(label: str) -> Finding:
    """Only what gives something may go out without review."""
    return by_law(
        "REPLY-AT-ONCE",
        "不能当场答复",
        f"“{label}”要经过审核，不能当场答复。",
        "请送审；当场答复只用于予以公开、已经公开和公开出版物。",
        OGI.at(33, 1),
    )


def several_at_once() -> Finding:
    """Several items are answered after review."""
    return obstacle(
        "REPLY-AT-ONCE-ITEMS",
        "不能当场答复",
        "申请包含多项内容，不能当场答复。",
        "请逐项办理后送审。",
    )


def usual_chain() -> Finding:
    """Nothing to reset."""
    return obstacle(
        "REPLY-CHAIN-USUAL",
        "已经是通用流程",
        "本机关用的就是通用的答复审核流程。",
        "不需要恢复。",
    )
