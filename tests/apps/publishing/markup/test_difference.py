"""Two versions of a text compared: what went, what came, and either side whole again."""

import random
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.apps.publishing.markup import difference, difference_of_texts, reading
from gongkai.apps.publishing.markup.differences.aligning import matches, runs
from tests.apps.publishing.markup.documents import side, texts

LETTERS = "关于公开政府信息的通知各县市区人民政府直属机构现将年度工作要点印发给你们请认真贯彻执行"


def bare(html: str) -> str:
    return re.sub(r'<span class="hush">.*?</span>', "", html)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("<p>公开目录</p>", "<p>公开目录</p>", "<p>公开目录</p>", id="没有改动"),
        pytest.param(
            "<p>应当公开政府信息。</p>",
            "<p>应当主动公开政府信息。</p>",
            "<p>应当<ins>主动</ins>公开政府信息。</p>",
            id="加字",
        ),
        pytest.param(
            "<p>自2023年5月起施行</p>",
            "<p>自2024年5月起施行</p>",
            "<p>自<del>2023</del><ins>2024</ins>年5月起施行</p>",
            id="数字整个更换",
        ),
        pytest.param(
            "<p>甲段落在此</p><p>乙</p>",
            "<p>甲段落在此</p><p>丙</p>",
            "<p>甲段落在此</p><p><del>乙</del></p><p><ins>丙</ins></p>",
            id="换段",
        ),
        pytest.param(
            "<ul><li>第一项</li><li>第二项</li></ul>",
            "<ul><li>第一项</li><li>新的内容</li></ul>",
            "<ul><li><p>第一项</p></li><li class=\"gone\"><p><del>第二项</del></p></li>"
            "<li class=\"came\"><p><ins>新的内容</ins></p></li></ul>",
            id="列表逐项",
        ),
        pytest.param(
            "<table><tr><td>甲项目<td>100<tr><td>乙<td>2</table>",
            "<table><tr><td>甲项目<td>300<tr><td>乙<td>2</table>",
            "<table><tbody><tr><td><p>甲项目</p></td><td><p><del>100</del><ins>300</ins></p>"
            "</td></tr><tr><td><p>乙</p></td><td><p>2</p></td></tr></tbody></table>",
            id="表格逐格",
        ),
        pytest.param(
            "<p>公开目录</p>",
            "<h2>公开目录</h2>",
            '<p class="diff-note">格式有改动</p><h2>公开目录</h2>',
            id="只改格式",
        ),
        pytest.param(
            "<p>见公告</p><hr>",
            "<p>见公告</p>",
            '<p>见公告</p><p class="diff-note">删去分隔线</p><hr class="gone">',
            id="分隔线",
        ),
        pytest.param(
            "<img src=/files/1/a alt=图>",
            "<img src=/files/1/a alt=图表>",
            '<p class="diff-note">图片的替代文字有改动：图<ins>表</ins></p>'
            '<figure><img src="/files/1/a" alt="图表"></figure>',
            id="替代文字",
        ),
        pytest.param(
            "<img src=/files/1/a alt=图>",
            "<img src=/files/2/a alt=图>",
            '<p class="diff-note">删去图片</p><figure class="gone"><img src="/files/1/a" alt="图">'
            '</figure><p class="diff-note">新增图片</p><figure class="came">'
            '<img src="/files/2/a" alt="图"></figure>',
            id="换图",
        ),
    ],
)  # fmt: skip
def test_what_went_and_what_came(old: str, new: str, expected: str) -> None:
    assert bare(difference(old, new)) == expected


def test_a_link_that_leads_elsewhere_is_said() -> None:
    old, new = "<p><a href=https://a.example/>公告</a></p>", "<p><a href=/b>公告</a></p>"
    found = bare(difference(old, new))
    assert '<p class="diff-note">删去链接：公告（https://a.example/）</p>' in found
    assert '<p class="diff-note">新增链接：公告（/b）</p>' in found
    assert re.search(r"<del><a [^>]*>公告</a></del><ins><a [^>]*>公告</a></ins>", found)


def test_a_change_is_also_said_in_words() -> None:
    assert difference_of_texts("甲乙丙丁", "甲乙丁戊") == (
        '甲乙<del><span class="hush">〔删去：</span>丙<span class="hush">〕</span></del>丁'
        '<ins><span class="hush">〔新增：</span>戊<span class="hush">〕</span></ins>'
    )


def test_a_row_that_came_and_a_row_that_went() -> None:
    old = "<table><tr><th>名<th>数<tr><td>甲项目<td>1<tr><td>乙工程<td>2</table>"
    new = "<table><tr><th>名<th>数<tr><td>甲项目<td>1<tr><td>丙计划<td>7</table>"
    found = difference(old, new)
    assert re.findall(r'<tr class="(\w+)">', found) == ["gone", "came"]
    assert found.count("<thead>") == 1


def test_tables_whose_rows_reach_into_others_are_shown_whole() -> None:
    old = "<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>"
    new = "<table><tr><td rowspan=3>甲<td>1<tr><td>2<tr><td>3</table>"
    found = difference(old, new)
    assert found.count("<table") == 2
    assert "删去表格" in found
    assert "新增表格" in found


def test_markup_in_a_line_of_text_is_text() -> None:
    assert "&lt;script&gt;" in difference_of_texts("", "<script>")


def lines(text: str) -> list[str]:
    return [line for line in re.sub(r"[ \t]+", " ", text).split("\n") if line.strip()]


@settings(max_examples=200)
@given(texts, texts)
def test_either_side_can_be_taken_back(old: str, new: str) -> None:
    found = difference(old, new)
    assert lines(reading(side(found, "old")).text) == lines(reading(old).text)
    assert lines(reading(side(found, "new")).text) == lines(reading(new).text)


@given(texts, st.integers(0, 400), st.text("甲乙丙", max_size=3))
def test_a_small_change_can_be_taken_back(old: str, at: int, typed: str) -> None:
    new = old[:at] + typed + old[at:] if "<" not in old[at : at + 9] else old
    found = difference(old, new)
    assert lines(reading(side(found, "old")).text) == lines(reading(old).text)
    assert lines(reading(side(found, "new")).text) == lines(reading(new).text)


plain = st.text("甲乙丙，。ab12<& ", max_size=40)


@given(plain, plain)
def test_either_line_can_be_taken_back(old: str, new: str) -> None:
    found = difference_of_texts(old, new)
    for which, text in (("old", old), ("new", new)):
        kept = re.sub(r"<[^>]*>", "", side(found, which))
        assert kept.replace("&lt;", "<").replace("&amp;", "&") == text


@given(st.text("abcd", max_size=40), st.text("abcd", max_size=40), st.sampled_from((0, 3, 600)))
def test_an_alignment_is_one_whatever_time_it_has(old: str, new: str, most: int) -> None:
    pairs = matches(old, new, most)
    assert all(old[x] == new[y] for x, y in pairs)
    assert pairs == sorted(set(pairs))
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    found = list(runs(old, new, most))
    assert "".join(old[run.old] for run in found) == old
    assert "".join(new[run.new] for run in found) == new
    assert all(old[run.old] == new[run.new] for run in found if run.is_same)


@given(st.text("abc", max_size=14), st.text("abc", max_size=14))
def test_an_alignment_with_time_enough_is_a_longest_one(old: str, new: str) -> None:
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x, a in enumerate(old):
        for y, b in enumerate(new):
            longest[x + 1][y + 1] = (
                longest[x][y] + 1 if a == b else max(longest[x][y + 1], longest[x + 1][y])
            )
    assert len(matches(old, new)) == longest[-1][-1]


def sentence(dice: random.Random, length: int) -> str:
    return "".join(dice.choice(LETTERS + "，") for _ in range(length))


@pytest.mark.parametrize("changes", [0.03, 0.4, 1.0], ids=["少量改动", "大量改动", "全部改写"])
@pytest.mark.parametrize("length", [40, 300, 33_000], ids=["短段", "长段", "一段"])
def test_a_hundred_kilobytes_are_compared_in_bounded_time(length: int, changes: float) -> None:
    dice = random.Random(7)
    old = [sentence(dice, length) for _ in range(33_000 // length)]
    new = ["".join(dice.choice(LETTERS) if dice.random() < changes else c for c in p) for p in old]
    begun = time.process_time()
    found = difference(*("".join(f"<p>{p}</p>" for p in side) for side in (old, new)))
    assert time.process_time() - begun < 5
    assert "<ins>" in found
