"""The same report in many layouts says the same."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from gongkai.core.reports.narrative import narrative_of, outline
from gongkai.core.reports.text.normalise import SIMPLIFIED, TRADITIONAL
from tests.core.reports.narrative.texts import (
    HEADINGS,
    LEAD,
    PARTS,
    SIGNATURE,
    TITLE,
    lines_of,
    whole,
)

TO_TRADITIONAL = str.maketrans(
    {
        new: old
        for new, old in zip(SIMPLIFIED, TRADITIONAL, strict=True)
        if new in "总体况动开资讯处请复议诉讼题进项报关办条数结转费无现"
    }
)
TO_FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}


def broken(paragraphs: Iterable[str], width: int) -> list[str]:
    return [p[i : i + width] for p in paragraphs for i in range(0, len(p), width)]


def paged(paragraphs: Iterable[str]) -> list[str]:
    numbered = []
    for number, line in enumerate(broken(paragraphs, 23)):
        numbered += [line, *((f"－{number}－",) if number % 5 == 4 else ())]
    return numbered


def contents(paragraphs: list[str]) -> list[str]:
    listed = [f"{heading}……………{page}" for page, heading in enumerate(HEADINGS, 1)]
    return [paragraphs[0], "目  录", *listed, *paragraphs[1:]]


LAYOUTS: dict[str, Callable[[list[str]], list[str]]] = {
    "一段一行": list,
    "段首空两格": lambda p: [f"　　{text}" for text in p],
    "段间空行": lambda p: [line for text in p for line in (text, "")],
    "十三字一行": lambda p: broken(p, 13),
    "三十一字一行": lambda p: broken(p, 31),
    "行间空行": lambda p: [line for text in broken(p, 20) for line in (text, "")],
    "全文一行": lambda p: ["".join(p)],
    "全文一行段间空格": lambda p: ["　　".join(p)],
    "数字两边空格": lambda p: [
        text.replace("2023", " 2023 ").replace("14件", "14 件") for text in p
    ],
    "全角数字": lambda p: [text.translate(TO_FULL_WIDTH) for text in p],
    "半角标点": lambda p: [text.replace("，", ",").replace("：", ":") for text in p],
    "繁体字": lambda p: [text.translate(TO_TRADITIONAL) for text in p],
    "混入页码": paged,
    "带目录": contents,
    "井号标题": lambda p: [f"## {t}" if t in (*HEADINGS, TITLE) else t for t in p],
    "粗体标题": lambda p: [f"**{t}**" if t in (*HEADINGS, TITLE) else t for t in p],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_reads_the_same_in_every_layout(layout: str) -> None:
    read = outline(lines_of(*LAYOUTS[layout](whole())))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert "".join(section.ordinal for section in read.sections) == "一二三四五六"
    assert (read.year, read.title_year, read.period_year) == (2023, 2023, 2023)
    assert read.period == (date(2023, 1, 1), date(2023, 12, 31))
    assert read.signed_on == date(2024, 1, 19)
    narrative = narrative_of(read)
    said = {figure.key: figure.value for figure in narrative.figures if figure.key}
    assert said == {
        "website_items": 101,
        "work_news": 58,
        "finance": 3,
        "interpretations": 40,
        "wechat_items": 1200,
        "applications_new": 14,
        "applications_answered": 14,
        "answer_rate": 100,
        "normative_docs": 2,
        "carried_in": 0,
        "carried_out": 0,
    }
    assert {figure.key for figure in narrative.denials} == {
        "review_total",
        "litigation_total",
        "fee_collected_yuan",
    }
    (breakdown,) = narrative.breakdowns
    assert breakdown.total.value == sum(part.value for part in breakdown.parts) == 101


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "繁体字"])
def test_the_organ_is_the_same_in_every_layout(layout: str) -> None:
    read = outline(lines_of(*LAYOUTS[layout](whole())))
    assert read.organ == read.signed_by == "示例市商务局"


def test_arabic_numerals_as_ordinals() -> None:
    ordinals = dict(zip("一二三四五六", "123456", strict=True))
    paragraphs = [
        ordinals[text[0]] + "." + text[2:] if text in HEADINGS else text for text in whole()
    ]
    read = outline(lines_of(*paragraphs))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert [section.ordinal for section in read.sections[1:]] == list("123456")


def test_a_part_of_its_own_among_arabic_ordinals() -> None:
    read = outline(lines_of("1.概述", "好。", "2.主动公开情况", "好。", "三、队伍建设情况", "好。"))
    assert [section.number for section in read.sections] == [0, 1, 2, None]


def test_parts_may_be_called_parts() -> None:
    paragraphs = [f"第{text[0]}部分 {text[2:]}" if text in HEADINGS else text for text in whole()]
    read = outline(lines_of(*paragraphs))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]


def test_a_heading_without_its_ordinal_is_known() -> None:
    paragraphs = [text[2:] if text == HEADINGS[1] else text for text in whole()]
    read = outline(lines_of(*paragraphs))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert read.sections[2].ordinal == ""


def test_a_missing_part_stays_missing() -> None:
    paragraphs = [text for text in whole() if text not in PARTS[4]]
    read = outline(lines_of(*paragraphs))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 6]


def test_bodies_hold_neither_headings_nor_signature() -> None:
    read = outline(lines_of(*whole()))
    assert read.sections[0].body.endswith(LEAD)
    assert [section.body for section in read.sections[1:]] == [body for _, body in PARTS]
    assert not any(SIGNATURE[0] in section.body for section in read.sections[2:])


def test_broken_paragraphs_are_joined() -> None:
    read = outline(lines_of(*broken(whole(), 19)))
    assert [section.body for section in read.sections[1:]] == [body for _, body in PARTS]


def test_every_figure_knows_its_line() -> None:
    lines = lines_of(*broken(whole(), 19))
    for figure in narrative_of(outline(lines)).figures:
        assert figure.place.line is not None
        near = "".join(line.text for line in lines[figure.place.line - 1 : figure.place.line + 1])
        assert f"{figure.value:,}" in near
