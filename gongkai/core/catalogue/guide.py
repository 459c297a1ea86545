"""The tables of the catalogue as a page for readers, so that it never differs from the program."""

from collections.abc import Iterator, Sequence

from gongkai.core.catalogue.channels import BOXES
from gongkai.core.catalogue.directory import LABELS
from gongkai.core.catalogue.disclosure_guide import PARTS
from gongkai.core.catalogue.fields import CITE as FIELDS_CITE
from gongkai.core.catalogue.fields import FIELDS
from gongkai.core.catalogue.limits import CITE, SAMPLES, Anchor, Limit

HEAD = "# 公开指南和标准目录\n\n由程序中的表生成，请不要手工修改。\n"
YES, NO = "必备", "建议"
ANCHORS = {
    Anchor.FORMED: "信息形成或者变更",
    Anchor.DECIDED: "作出决定",
    Anchor.OTHER: "其他日期（不判断是否超时，列出原因）",
}


def guide() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_parts())) + "\n"


def _parts() -> Iterator[str]:
    yield "## 公开指南的内容\n"
    yield from _table(
        ("部分", "内容", "要求", "依据"),
        [
            (part.label, row.label, YES if row.is_required else NO, str(row.cite))
            for part in PARTS
            for row in part.fields
        ],
    )
    yield "## 标准目录的领域\n"
    yield f"{FIELDS_CITE}\n"
    yield from _table(
        ("代码", "领域", "也叫"), [(row.key, row.label, "、".join(row.others)) for row in FIELDS]
    )
    yield "## 标准目录的栏\n"
    yield from _table(("代码", "栏"), list(LABELS.items()))
    yield "## 公开渠道和载体\n"
    yield from _table(("渠道", "也叫"), [(row.label, "、".join(row.others)) for row in BOXES])
    yield "## 公开时限的写法\n"
    yield f"“及时公开”按{CITE}的期限判断；无法识别的原样保留，不判断是否超时。\n"
    yield "不判断的事项和原因在“目录检查”的“未判断时限”里列出。\n"
    yield from _table(
        ("写法", "类型", "期限", "起算", "至少公示"),
        [(text or "（空）", *_said(limit)) for text, limit in SAMPLES],
    )


def _said(limit: Limit) -> tuple[str, str, str, str]:
    length = f"{limit.workdays} 个工作日" if limit.workdays else ""
    length = f"{limit.days} 日" if limit.days else length
    shown = f"{limit.shown_days} 日" if limit.shown_days else ""
    return limit.kind.label, length, ANCHORS[limit.anchor] if length else "", shown


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
