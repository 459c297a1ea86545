"""The tables of publishing as a page for readers, so that it never differs from the program."""

from collections.abc import Iterator, Sequence

from gongkai.core.law.grounds import GROUNDS
from gongkai.core.lifecycle import Lifecycle, mermaid
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.core.publishing.changes import CHANGE
from gongkai.core.publishing.kinds import KINDS
from gongkai.core.publishing.lifecycle import EDITION, ITEM
from gongkai.core.publishing.timeliness import TERMS
from gongkai.core.review.chain import DEFAULT

HEAD = "# 信息发布\n\n由程序中的表生成，请不要手工修改。\n"
YES, NO = "是", "否"
TITLES = {
    ITEM.name: "信息的状态（公众看到什么）",
    EDITION.name: "一次办理的状态（从草稿到发布）",
    CHANGE.name: "公开属性变更",
}


def guide() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_parts())) + "\n"


def _parts() -> Iterator[str]:
    for lifecycle in (ITEM, EDITION, CHANGE):
        yield from _lifecycle(lifecycle)
    yield "## 默认审核流程\n"
    yield from _table(
        ("级", "角色", "内容", "紧急时也要先过", "同时校对"),
        [
            (row.label, row.role.label, row.kind.label, _said(row.urgent), _said(row.proofreads))
            for row in DEFAULT
        ],
    )
    yield "## 发布期限\n"
    yield from _table(
        ("期限", "工作日", "依据"),
        [(row.label, str(row.workdays), str(row.cite or "")) for row in TERMS.values()],
    )
    yield "## 信息类别\n"
    yield from _table(
        ("类别", "期限", "法定内容", "专门栏目"),
        [
            (row.label, row.term.label, row.code, "、".join(one.label for one in row.fields))
            for row in KINDS
        ],
    )
    yield "## 不予公开的理由\n"
    yield from _table(
        ("代码", "理由", "应当不公开", "依据"),
        [(row.code, row.label, _said(row.must), str(row.cite)) for row in GROUNDS],
    )
    yield "## 法定主动公开内容\n"
    yield from _table(
        ("代码", "内容", "依据"), [(row.code, row.label, str(row.cite)) for row in ENTRIES]
    )


def _lifecycle(lifecycle: Lifecycle) -> Iterator[str]:
    yield f"## {TITLES[lifecycle.name]}\n"
    yield f"```mermaid\n{mermaid(lifecycle)}```\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _said(value: object) -> str:
    return YES if value else NO
