"""What a person is told about a word."""

from typing import Final

from gongkai.core.checks.wording.entry import Category
from gongkai.core.checks.wording.likely import Slip
from gongkai.core.checks.wording.squeezed import Squeezed
from gongkai.core.checks.wording.standing import Hit
from gongkai.core.finding import Finding, Severity, Span

HINTS: Final = {
    Category.TYPO: "请改正；确实应当这样写的，可以说明理由后放行，或者把它加入放行词表。",
    Category.CONFUSED: "请按意思选用；原文无误的，可以说明理由后放行。",
    Category.ORGAN: "请核对机构现在的名称；引用历史文件、叙述历史时可以保留。",
    Category.ABOLISHED: "请核对现行规定；引用历史文件、叙述历史时可以保留。",
    Category.TITLE: "请核对法律、法规的全称；原文无误的，可以说明理由后放行。",
    Category.LIKELY: "这是按用词习惯推测的，可能误报；原文无误的可以放行，或者加入放行词表。",
}
HINT: Final = "请核对并改正；原文无误的，可以说明理由后放行，或者把它加入放行词表。"


def found(hit: Hit, text: Squeezed) -> Finding:
    """The finding of an entry that was met."""
    entry = hit.entry
    advice = f"建议改为“{entry.right}”。" if entry.right else "请核对。"
    says = f"“{text.plain[hit.start : hit.end]}”{advice}{entry.note}"
    return _finding(
        entry.category, entry.severity, says, text, text.span(hit.start, hit.end, entry.right)
    )


def suspected(slip: Slip, text: Squeezed) -> Finding:
    """The finding of a place that is likely a slip."""
    severity = Severity.WARNING if slip.is_sure else Severity.INFORMATION
    says = f"“{text.plain[slip.start : slip.end]}”可能应为“{slip.right}”。"
    span = text.span(slip.start, slip.end, slip.right)
    return _finding(Category.LIKELY, severity, says, text, span)


def _finding(
    category: Category, severity: Severity, says: str, text: Squeezed, span: Span
) -> Finding:
    part = text.text.part
    return Finding(
        code=category.code,
        severity=severity,
        title=category.label,
        text=f"{part.label}：{says}",
        hint=HINTS.get(category, HINT),
        paths=(part.key,),
        span=span,
    )
