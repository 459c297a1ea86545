"""The tables of disputes as a page for readers, so that it never differs from the program."""

from collections.abc import Iterator, Sequence
from typing import Final

from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.core.disputes.lifecycle import DISPUTE
from gongkai.core.disputes.pauses import SUSPENDED
from gongkai.core.disputes.stages import HAPPENED
from gongkai.core.disputes.terms import (
    PERFORM,
    POSTPONED,
    ROLLS,
    TERMS,
    WORKDAYS_CITE,
    Course,
    Side,
)
from gongkai.core.lifecycle.drawing import mermaid

HEAD: Final = "# 行政复议、行政诉讼\n\n由程序中的表生成，请不要手工修改。\n"
SIDES: Final = {Side.ORGAN: "本机关", Side.PARTY: "对方"}
COURSES: Final = {
    Course.ANY: "",
    Course.ORDINARY: "普通程序",
    Course.SIMPLIFIED: "简易程序",
    Course.JUDGMENT: "判决",
    Course.RULING: "裁定",
}
READING: Final = (
    "行政复议中三日、五日、七日、十日的期限按工作日计算（{workdays}）；其余按自然日、月计算，"
    "届满的最后一日不上班的，顺延到其后第一个工作日（{review}；{court}）。法院准许延期举证的，"
    "以准许的日期为准（{evidence}）。中止审理的天数不计入复议机关、法院的审理期限（{rest}；{stay}）；"
    "发回重审的，从重新立案起计算一审期限。决定、裁判限期办理的，以限定的日期为准（{redo}；{perform}）。\n"
)
COUNTED: Final = (
    "截至期末收到、在期初以前没有审结的，都计入这一期：期末没有审结的计入“尚未审结”，下一期"
    "继续计算；已经审结的按结果计入。作废的不计。\n"
)


def guide() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_parts())) + "\n"


def _parts() -> Iterator[str]:
    yield "## 办理流程\n"
    yield f"```mermaid\n{mermaid(DISPUTE)}```\n"
    yield "## 期限\n"
    yield READING.format(
        workdays=WORKDAYS_CITE,
        review=ROLLS[False],
        court=ROLLS[True],
        evidence=POSTPONED,
        rest=SUSPENDED[False],
        stay=SUSPENDED[True],
        redo=PERFORM[False],
        perform=PERFORM[True],
    )
    for kind in DisputeKind:
        yield f"### {kind.label}\n"
        yield from _table(("阶段", "谁办", "从哪一天算", "期限", "程序", "依据"), _rows(kind))
    yield "## 年度报告表四\n"
    yield COUNTED
    yield from _table(("结果", "包括"), [(row.label, row.hint) for row in Result])


def _rows(kind: DisputeKind) -> list[tuple[str, ...]]:
    return [
        (
            term.label,
            SIDES.get(term.side, kind.body_label),
            HAPPENED[kind.is_litigation][term.base],
            f"{term.length}{term.unit.label}",
            COURSES[term.course],
            str(term.cite),
        )
        for term in TERMS[kind]
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
