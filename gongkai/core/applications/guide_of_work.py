"""The part of the guide about the work itself: states, terms, causes of the clock, fees."""

from collections.abc import Iterator, Sequence
from typing import Final

from gongkai.core.applications.deadlines.readings import READINGS
from gongkai.core.applications.deadlines.terms import TERMS, Deadline
from gongkai.core.applications.fees import PAGE_TIERS, FeeMethod, Tier, item_tiers
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.lifecycle import CASE, stage_of
from gongkai.core.applications.receipt import BASES
from gongkai.core.applications.retention import RETENTIONS

STAYING: Final = (
    "只画改变状态的步骤。交办、征求意见、延长、延迟、建议收费等不改变状态，各有自己的记录。\n"
)
JOIN: Final = "、"
REASONABLE: Final = "合理期限"
ITEMS_SHOWN: Final = 50
MORE: Final = "以后每 10 件为一档，每档每件增加 100 元。\n"
BEYOND: Final = "第 {first} {unit}以上"
BETWEEN: Final = "第 {first} 至 {last} {unit}"
PRICE: Final = "{price} 元"
FREE: Final = "不收费"


def parts_of_work() -> Iterator[str]:
    """The lines of this part."""
    yield "## 办理流程\n"
    yield STAYING
    yield f"```mermaid\n{drawing()}\n```\n"
    yield from _rows(
        ("状态", "阶段"), [(row.label, stage_of(row.key).label) for row in CASE.states]
    )
    yield "## 收到申请之日\n"
    yield from _rows(
        ("渠道", "以哪一天为准", "依据"),
        [(way.label, BASES[way].words, str(BASES[way].cite)) for way in SubmissionWay],
    )
    yield "## 期限\n"
    yield from _rows(
        ("代码", "期限", "长度", "起算", "依据"),
        [(row.code, row.label, _length(row), row.counted_from, str(row.cite)) for row in TERMS],
    )
    yield "征求意见期间不计算的日期，有三种算法可以设定，第一种是默认：\n"
    yield from _rows(
        ("代码", "不计算的日期", "依据"),
        [(row.key, row.label, str(row.cite)) for row in READINGS.values()],
    )
    yield "## 信息处理费\n"
    for method, tiers in (
        (FeeMethod.ITEMS, item_tiers(ITEMS_SHOWN)),
        (FeeMethod.PAGES, PAGE_TIERS),
    ):
        yield f"### {method.label}（{method.cite}）\n"
        yield from _rows(("范围", f"每{method.unit}"), [_tier(row, method) for row in tiers])
        if method is FeeMethod.ITEMS:
            yield MORE
    yield "## 保管期限\n"
    yield from _rows(
        ("案卷", "期限", "依据"), [(row.label, row.words, str(row.cite)) for row in RETENTIONS]
    )


def drawing() -> str:
    """The steps that change the state; those between the same two states as one arrow."""
    arrows = dict[tuple[str, str], list[str]]()
    for step in CASE.steps:
        if step.source != step.target:
            arrows.setdefault((step.source, step.target), []).append(step.label)
    names = [f'    state "{state.label}" as {state.key}' for state in CASE.states]
    lines = [f"    {one} --> {other}: {JOIN.join(said)}" for (one, other), said in arrows.items()]
    return "\n".join(("stateDiagram-v2", *names, f"    [*] --> {CASE.start}", *lines))


def _length(row: Deadline) -> str:
    return REASONABLE if row.workdays is None else f"{row.workdays} 个工作日"


def _tier(row: Tier, method: FeeMethod) -> tuple[str, str]:
    words = BEYOND if row.last is None else BETWEEN
    where = words.format(first=row.first, last=row.last, unit=method.unit)
    return where, PRICE.format(price=row.price) if row.price else FREE


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
