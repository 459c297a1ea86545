"""What the checks read of an official text, and findings marked where they were found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.publishing.markup import Highlight, marked, reading, sanitise
from gongkai.core.checks.content import Grid, Link, Picture
from tests.apps.publishing.markup.documents import rewritten, soup, texts


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("", "", id="空"),
        pytest.param("<h2>题</h2><p>甲<b>乙</b>丙</p>", "题\n甲乙丙", id="段落"),
        pytest.param("<p>甲<br>乙</p>", "甲\n乙", id="换行"),
        pytest.param("<ul><li>甲<ul><li>乙</ul><li>丙</ul>", "甲\n乙\n丙", id="列表"),
        pytest.param(
            "<table><caption>表</caption><tr><th>名<th>数<tr><td>甲<td>1</table>后",
            "表\n名\t数\n甲\t1\n后",
            id="表格",
        ),
        pytest.param(
            "<table><tr><td colspan=2>甲<td>乙<tr><td rowspan=2>丙<td>丁<td>戊<tr><td>己<td>庚"
            "</table>",
            "甲\t\t乙\n丙\t丁\t戊\n\t己\t庚",
            id="合并单元格",
        ),
        pytest.param(
            "<table><tr><td><p>甲</p><p>乙<br>丙</p><td></table>", "甲 乙 丙\t", id="多段单元格"
        ),
        pytest.param(
            "<figure><img src=/files/1/a><figcaption>说明</figcaption></figure>", "说明", id="图片"
        ),
    ],
)
def test_paragraphs_and_rows_stand_on_lines(html: str, text: str) -> None:
    assert reading(html).text == text


def test_links_pictures_and_tables_are_listed() -> None:
    found = reading(
        "<p><a href=/a>甲<b>乙</b></a>，<a href=https://b.example/>丙</a></p>"
        "<img src=/files/1/a.png alt=图><img src=/files/2/b.png>"
        "<table><caption>表一</caption><tr><th>名<tr><td>甲</table><table><tr><td>乙</table>"
    )
    assert found.links == (Link("/a", "甲乙"), Link("https://b.example/", "丙"))
    assert found.pictures == (Picture("/files/1/a.png", "图"), Picture("/files/2/b.png", ""))
    assert found.grids == (Grid(has_heads=True, caption="表一"), Grid(has_heads=False))


@given(soup)
def test_every_block_stands_where_the_places_say(html: str) -> None:
    safe = sanitise(html, pictures=re.compile(".*")).html
    found = reading(safe)
    assert found.text == reading(html).text
    ends = [0, *(place.end for place in found.places)]
    assert [place.block for place in found.places] == list(range(len(found.places)))
    for place, before in zip(found.places, ends[:-1], strict=True):
        assert before <= place.start <= place.end
        assert found.text[before : place.start].strip("\n\t ") == ""
    assert found.text[ends[-1] :] == ""


def test_a_finding_is_marked_across_bold_words_and_paragraphs() -> None:
    html = "<p>甲乙<strong>丙丁</strong></p><p>戊己</p>"
    text = reading(html).text
    found = marked(html, [Highlight(1, text.index("己"), "7", "error", "✕")])
    assert found == (
        '<p>甲<mark class="place error" data-finding="7" data-sign="✕" id="place-7">乙</mark>'
        '<mark class="place error" data-finding="7"><strong>丙丁</strong></mark></p>'
        '<p><mark class="place error" data-finding="7">戊</mark>己</p>'
    )


def test_findings_that_overlap_are_both_marked() -> None:
    found = marked("<p>甲乙丙丁</p>", [Highlight(1, 3, "b"), Highlight(0, 2, "a")])
    assert re.sub(r"<mark[^>]*finding=\"(.)\"[^>]*>", r"[\1", found).replace("</mark>", "]") == (
        "<p>[a甲][a[b乙]][b丙]丁</p>"
    )
    assert found.count('id="place-a"') == 1
    assert found.count('id="place-b"') == 1
    assert re.sub(r"</?mark[^>]*>", "", found) == "<p>甲乙丙丁</p>"


def test_a_cell_is_marked_and_what_lies_outside_is_not() -> None:
    html = "<table><tr><td>甲<td>乙</table>"
    found = marked(html, [Highlight(2, 3, "1"), Highlight(90, 95, "2"), Highlight(3, 3, "3")])
    assert re.findall(r"<mark [^>]*>(.*?)</mark>", found) == ["乙"]


def test_a_name_of_a_finding_cannot_break_out() -> None:
    found = marked("<p>甲</p>", [Highlight(0, 1, '"><script>', '"x', "<b>")])
    assert "<script" not in found
    assert "<b>" not in found


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marks_change_nothing_and_hold_what_was_read(
    html: str, spans: list[tuple[int, int]]
) -> None:
    text = reading(html).text
    found = marked(html, [Highlight(a, b, str(n)) for n, (a, b) in enumerate(spans)])
    assert rewritten(re.sub(r"</?mark[^>]*>", "", found)) == rewritten(html)
    for number, (start, end) in enumerate(spans):
        alone = marked(html, [Highlight(start, end, str(number))])
        inner = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", alone))
        held = re.sub(r"<[^>]*>", "", inner.replace("<br>", "\n"))
        wanted = text[start:end] if start < end else ""
        assert held.replace(" ", "") == re.sub(r"[\n\t ]", "", wanted)
