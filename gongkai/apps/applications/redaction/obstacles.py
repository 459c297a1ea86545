"""What stands in the way of a redaction, as findings; `paths` names the field."""

from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import OGI


def _obstacle(code: str, title: str, text: str, hint: str, *paths: str) -> Finding:
    return Finding(
        code, Severity.ERROR, title=title, text=text, hint=hint, paths=paths, cite=OGI.at(37)
    )


def wrong_kind(name: str) -> Finding:
    """Files of that kind have no pages that could be covered."""
    return _obstacle(
        "REDACT-KIND",
        "不能遮盖这种文件",
        f"“{name}”不是 PDF、DOCX 或者图片，不能在页面上遮盖。",
        "请另存为 PDF 再上传。",
        "file",
    )


def refused_file(name: str, fault: str) -> Finding:
    """The file itself was turned away."""
    return _obstacle(
        "REDACT-REFUSED", "文件不能使用", f"“{name}”没有通过检查：{fault}", "请重新上传。", "file"
    )


def open_already(name: str) -> Finding:
    """Somebody redacts the same file."""
    return _obstacle(
        "REDACT-OPEN",
        "正在遮盖",
        f"“{name}”已经有一份没有放行的区分处理。",
        "请打开那一份继续，或者先删除它。",
        "file",
    )


def case_over(number: str, label: str) -> Finding:
    """Nothing is given out any more in this case."""
    return _obstacle(
        "REDACT-CASE",
        "申请已经办结",
        f"{number} 的状态是“{label}”，不能再做区分处理。",
        "需要改变答复的，请先重新办理这件申请。",
    )


def wrong_state(label: str) -> Finding:
    """Not now."""
    return _obstacle(
        "REDACT-STATE",
        "现在不能这样办",
        f"这份区分处理的状态是“{label}”，不能进行这一步。",
        "请刷新页面，看现在可以办理什么。",
    )


def not_yours(who: str) -> Finding:
    """Somebody else is at it."""
    return _obstacle(
        "REDACT-MAKER",
        "由别人处理",
        f"这份区分处理由{who}处理。",
        "确实需要由您修改的，请先接手。",
    )


def own_work() -> Finding:
    """The second pair of eyes has to be somebody else's."""
    return _obstacle(
        "REDACT-OWN",
        "不能复核自己的处理",
        "这份区分处理是您做的，不能由您复核放行。",
        "请由另一位同事核对后放行。",
    )


def no_boxes() -> Finding:
    """Nothing is covered."""
    return _obstacle(
        "REDACT-NO-BOXES",
        "没有遮盖任何内容",
        "还没有确认任何遮盖框。",
        "请画出需要遮盖的部分；不需要遮盖的文件可以直接提供。",
    )


def open_suggestions(count: int, pages: str) -> Finding:
    """The system found something that nobody has looked at."""
    return _obstacle(
        "REDACT-SUGGESTED",
        "有没有处理的建议",
        f"还有 {count} 处系统发现的个人信息没有确认或者删除，在第 {pages} 页。",
        "请逐处核对：需要遮盖的确认，不需要的删除。",
    )


def no_ground(pages: str) -> Finding:
    """A box without a legal ground."""
    return _obstacle(
        "REDACT-GROUND",
        "有遮盖没有写理由",
        f"第 {pages} 页有遮盖框没有选择不予公开的理由。",
        "请给每一处选择条例第十四条至第十六条的理由。",
        "ground",
    )


def unknown_ground() -> Finding:
    """No such ground."""
    return _obstacle("REDACT-GROUND", "理由不对", "没有这一条理由。", "请从列表中选择。", "ground")


def no_such_page(pages: int) -> Finding:
    """The file has fewer pages."""
    return _obstacle(
        "REDACT-PAGE", "没有这一页", f"文件只有 {pages} 页。", "请填写文件里有的页码。", "page"
    )


def outside() -> Finding:
    """The box covers nothing."""
    return _obstacle(
        "REDACT-OUTSIDE",
        "遮盖框不在页面上",
        "遮盖框没有大小，或者不在页面之内。",
        "请在页面上重新画出，或者从词表中选择要遮盖的词。",
        "word",
    )


def too_many(most: int) -> Finding:
    """More boxes than anybody looks through."""
    return _obstacle(
        "REDACT-MANY",
        "遮盖框太多",
        f"一份文件最多 {most} 个遮盖框。",
        "请把相邻的部分合成一个框；大部分内容不能公开的，请考虑全部不予公开。",
    )


def changed_meanwhile() -> Finding:
    """The boxes are not those that were looked at."""
    return _obstacle(
        "REDACT-CHANGED",
        "内容已经改变",
        "您打开这一页以后，遮盖又有改动。",
        "您的操作没有执行。请刷新页面，核对最新的遮盖再决定。",
    )


def not_tried() -> Finding:
    """The trial is not there yet."""
    return _obstacle(
        "REDACT-TRIAL",
        "遮盖效果还没有生成",
        "系统还在生成遮盖后的页面，没有页面就无法核对。",
        "请过一会儿刷新页面；一直没有时，请告诉系统管理员检查后台任务程序。",
    )


def no_reason() -> Finding:
    """Sending back without saying why."""
    return _obstacle(
        "REDACT-REASON", "没有写原因", "退回时需要写明哪里不对。", "请写一句话。", "reason"
    )
