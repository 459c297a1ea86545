"""A text made plain, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.content import Part, PartKind
from gongkai.core.checks.plain import Text
from gongkai.core.checks.tables import tables_of

UNSEEN = ("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\r", "\ufe0f")


def text(words: str) -> Text:
    return Text.of(Part("body", "正文", words))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        pytest.param("\uff11\uff12\uff13\uff21\uff22\uff43", "123ABc", id="全角"),
        pytest.param("\U0001d7cf\U0001d7d0", "12", id="数学数字"),
        pytest.param("\u0661\u0662", "12", id="阿拉伯文数字"),
        pytest.param("机\u3000密\u00a0", "机 密 ", id="空格"),
        pytest.param("秘\u200b密", "秘密", id="零宽"),
        pytest.param("第一行\r\n第二行", "第一行\n第二行", id="换行"),
        pytest.param("第一行\u2028第二行", "第一行\n第二行", id="行分隔符"),
        pytest.param("①１３８", "①138", id="带圈数字不变"),
        pytest.param("㎡与½", "㎡与½", id="组合字符不变"),
        pytest.param("，。！《》〔〕", "，。！《》〔〕", id="标点不变"),
        pytest.param("\u2f4c", "止", id="部首"),
    ],
)
def test_what_is_made_plain(written: str, plain: str) -> None:
    assert text(written).plain == plain


@given(
    st.lists(
        st.one_of(st.sampled_from(UNSEEN), st.characters(codec="utf-8")),
        max_size=40,
    )
)
def test_every_place_leads_back(pieces: list[str]) -> None:
    original = "".join(pieces)
    made = text(original)
    assert len(made.plain) + len(made.removed) == len(original)
    for place, char in enumerate(made.plain):
        back = original[made.original(place)]
        assert text(back).plain == char
    whole = made.span(0, len(made.plain))
    assert whole.quote == original[whole.start : whole.end]


@given(st.text("ab\u200b\u00ad", max_size=30), st.data())
def test_a_span_quotes_the_original(written: str, data: st.DataObject) -> None:
    made = text(written)
    start = data.draw(st.integers(0, len(made.plain)))
    end = data.draw(st.integers(start, len(made.plain)))
    span = made.span(start, end, "x")
    assert text(span.quote).plain == made.plain[start:end]
    assert written[span.start : span.end] == span.quote
    assert span.suggestion == "x"


def test_lines_around_a_place() -> None:
    made = text("第一行\n第二行字\n")
    assert made.line_at(5) == "第二行字"
    assert made.before(7, 10) == "第二行"
    assert made.before(7, 2) == "二行"
    assert made.after(4, 2) == "第二"
    assert made.after(7, 10) == "字"
    assert made.after(0, 99) == "第一行"


def test_addresses_of_the_web() -> None:
    made = text("见https://www.example.gov.cn/1。和 www.example.com")
    assert made.in_address(5)
    assert not made.in_address(0)
    assert made.in_address(len(made.plain) - 1)


def test_signs_that_stand_in_a_text() -> None:
    made = text("发至\uff21@b")
    assert made.has("@")
    assert made.has("没有", "A@")
    assert not made.has("\uff21", "没有")


def test_hidden_parts() -> None:
    assert Text.of(Part("file:1:2", "x", "y", PartKind.FILE_HIDDEN)).is_hidden
    assert not text("y").is_hidden


def test_tables() -> None:
    made = text("标题\n 姓名\t电话 \n张\n李\t1\t2\n\n一段文字\n\n")
    [table] = made.tables
    assert [[cell.words for cell in row] for row in table.rows] == [
        ["标题"],
        ["姓名", "电话"],
        ["张"],
        ["李", "1", "2"],
    ]
    cell = table.rows[1][1]
    assert made.plain[cell.start : cell.end] == cell.words == "电话"
    assert [one.words for one in table.below(1, 1)] == ["1"]
    assert list(tables_of(())) == []
    assert len(text("甲\t乙\n\n丙\t丁").tables) == 2
