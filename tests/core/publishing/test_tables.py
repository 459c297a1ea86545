"""The tables of publishing: codes, grounds, kinds, lifecycles."""

import pytest

from gongkai.core.law.grounds import GROUNDS
from gongkai.core.lifecycle import Lifecycle, mermaid
from gongkai.core.publishing.catalogue import ENTRIES, ENTRY
from gongkai.core.publishing.changes import CHANGE, Outcome
from gongkai.core.publishing.channels import Channel, Source
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.kinds import KINDS, FieldKind
from gongkai.core.publishing.lifecycle import EDITABLE, EDITION, ITEM, OPEN

LIFECYCLES = (ITEM, EDITION, CHANGE)


def test_article_20_has_fifteen_items_and_article_21_fifteen_more() -> None:
    assert [entry.code for entry in ENTRIES[:15]] == [f"20-{n:02}" for n in range(1, 16)]
    assert [entry.code for entry in ENTRIES[15:]] == [
        *(f"21-A{n}" for n in range(1, 8)),
        *(f"21-B{n}" for n in range(1, 9)),
    ]
    assert len(ENTRY) == len(ENTRIES)


def test_grounds_come_from_articles_14_to_16() -> None:
    assert {ground.cite.article for ground in GROUNDS} == {14, 15, 16}
    assert all(ground.code.startswith(f"E{ground.cite.article}") for ground in GROUNDS)
    assert all(ground.must == (ground.cite.article != 16) for ground in GROUNDS)
    assert len({ground.key for ground in GROUNDS}) == len(GROUNDS) == 13


def test_kinds() -> None:
    wanted = {"动态", "公告公示", "政策文件", "政策解读", "会议", "财政预决算", "人事", "招考录用"}
    wanted |= {"重大项目", "招商项目", "领导信息", "机构职能", "专题", "辟谣澄清"}
    assert wanted <= {kind.label for kind in KINDS}
    assert all(kind.code in {"", *ENTRY} for kind in KINDS)
    for kind in KINDS:
        keys = [field.key for field in kind.fields]
        assert len(keys) == len(set(keys))
        assert all(bool(f.choices) == (f.kind is FieldKind.CHOICE) for f in kind.fields)


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda row: row.name)
def test_every_state_can_be_reached(lifecycle: Lifecycle) -> None:
    assert lifecycle.reachable() == {state.key for state in lifecycle.states}
    assert mermaid(lifecycle).startswith("stateDiagram-v2")


def test_what_may_be_edited_is_open() -> None:
    assert EDITABLE < OPEN < {state.key for state in EDITION.states}
    assert not OPEN & EDITION.ends()


def test_words() -> None:
    assert [row.label for row in DisclosureClass] == ["主动公开", "依申请公开", "不予公开"]
    assert DisclosureClass.PROACTIVE.mark == "（此件公开发布）"
    assert [row.label for row in Source] == ["原创", "转载", "省级平台提取"]
    assert [row.is_own for row in Source] == [True, True, False]
    assert all(row.label for row in Channel)
    assert [row.label for row in Outcome] == ["维持不公开", "转为主动公开", "转为依申请公开"]
