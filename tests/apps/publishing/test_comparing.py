"""Two drafts compared field by field."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.publishing.comparing import compared, field_lines
from gongkai.core.publishing.draft import AttachedFile, Draft
from gongkai.core.publishing.kinds import KINDS

OLD = Draft(
    title="关于开展检查的通知",
    body="<p>七月底完成。</p>",
    disclosure_class="proactive",
    fields={"investment": "1200"},
    attachments=(AttachedFile(1, "自查表.docx"),),
)


def keys(new: Draft, kind: str = "notice") -> list[str]:
    return [row.key for row in compared(OLD, new, kind)]


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_a_draft_differs_in_nothing_from_itself(kind: str) -> None:
    assert compared(OLD, OLD, kind) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "关于检查的通知"}, ["title"]),
        ({"body": "<p>八月初完成。</p>"}, ["body"]),
        ({"is_key": True, "body": ""}, ["is_key", "body"]),
        ({"disclosure_class": "x"}, ["disclosure_class"]),
        ({"attachments": ()}, ["attachments"]),
        ({"attachments": (AttachedFile(2, "自查表.docx"),)}, ["files"]),
        ({"attachments": (AttachedFile(2, "新表.docx"),)}, ["attachments"]),
        ({"interprets": (7,)}, ["interprets"]),
    ],
)
def test_each_field_that_changed_is_named(changes: dict[str, object], expected: list[str]) -> None:
    assert keys(replace(OLD, **changes)) == expected  # type: ignore[arg-type]


def test_values_of_the_kind_are_compared_with_their_units() -> None:
    new = replace(OLD, fields={"investment": "1500"})
    (row,) = compared(OLD, new, "investment")
    assert (row.label, row.old, row.new) == ("投资额", "1200 万元", "1500 万元")
    assert keys(new, "notice") == []


def test_words_stand_in_the_place_of_keys() -> None:
    lines = {key: value for key, _, value in field_lines(OLD, "notice")}
    assert lines["disclosure_class"] == "主动公开"
    assert lines["source"] == "原创"
    assert lines["is_key"] == "否"


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_markup_gets_out_of_a_line(old: str, new: str) -> None:
    left, right = replace(OLD, title=f"<b>{old}"), replace(OLD, title=f"<b>{new}")
    for row in compared(left, right, "notice"):
        assert "<b>" not in row.html
