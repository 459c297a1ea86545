"""What stands in the way of a change to a disclosure guide, as findings."""

from gongkai.core.catalogue.disclosure_guide import ARTICLE
from gongkai.core.finding import Finding, Severity


def _obstacle(code: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, cite=ARTICLE)


def changed_meanwhile(who: str) -> Finding:
    """Somebody else saved the guide while this one was being written."""
    return _obstacle(
        "GUIDE-CHANGED",
        "别人先保存了",
        f"您打开这一页以后，{who}保存了新的版本。",
        "您填写的内容还在；请对照新版本，再保存一次。",
    )


def nothing_changed() -> Finding:
    """What is sent is what stands there."""
    return _obstacle(
        "GUIDE-SAME",
        "没有改动",
        "内容和现在的版本相同。",
        "没有要改的，请按“核对无误”。",
    )


def not_complete() -> Finding:
    """A guide that lacks what article 12 wants cannot be found in order."""
    return _obstacle(
        "GUIDE-INCOMPLETE",
        "必备内容没有写全",
        "指南还缺少必备内容，不能确认核对无误。",
        "请先补齐。",
    )
