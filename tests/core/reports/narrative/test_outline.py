"""Title, organ, year, period, parts, signature: wherever they stand."""

from datetime import date

import pytest

from gongkai.core.reports.narrative import Outline, outline
from tests.core.reports.narrative.texts import HEADINGS, TITLE, lines_of, whole


def with_title(*title: str, rest: str = "本报告根据条例编制。") -> Outline:
    return outline(lines_of(*title, rest, "一、总体情况", "工作有序开展。"))


@pytest.mark.parametrize(
    ("title", "organ", "year"),
    [
        (("示例市商务局2023年政府信息公开工作年度报告",), "示例市商务局", 2023),
        (("示例市商务局", "2023年政府信息公开工作年度报告"), "示例市商务局", 2023),
        (("示例市商务局", "2023 年度政府信息公开工作年度报告"), "示例市商务局", 2023),
        (("示例市商务局2023年政府信息公开", "工作年度报告"), "示例市商务局", 2023),
        (("示例市南山区", "商务局", "2023年政府信息公开工作年度报告"), "示例市南山区商务局", 2023),
        (("2025 年示例市财政局政府信息公开", "工作年度报告"), "示例市财政局", 2025),
        (("正文", "2025年示例市财政局政府信息公开工作年度报告"), "示例市财政局", 2025),
        (("示例市人民政府信息公开工作2023年度报告",), "示例市人民政府", 2023),
        (("某" * 40, "某" * 40, "财政局2023年政府信息公开工作年度报告"), None, 2023),
        (("政务公开", "示例局", "财政局2023年政府信息公开工作年度报告"), None, 2023),
        (("本溪市财政局2023年政府信息公开工作年度报告",), "本溪市财政局", 2023),
        (("和县财政局2023年政府信息公开工作年度报告",), "和县财政局", 2023),
        (("某某路街道2022年政府信息公开工作年度报告",), "某某路街道", 2022),
        (("关于示例市商务局2023年度政府信息公开工作年度报告",), "示例市商务局", 2023),
        (("示例市商务局关于2023年政府信息公开工作情况的报告",), "示例市商务局", 2023),
        (("示例省教育厅2016年政府信息公开年度报告",), "示例省教育厅", 2016),
        (("示例县某某镇人民政府2022年信息公开年报",), "示例县某某镇人民政府", 2022),
        (("某市某区某街道办事处2022年政府信息公开工作年度报告",), "某市某区某街道办事处", 2022),
        (("示例市人民政府二〇二三年政府信息公开工作年度报告",), "示例市人民政府", 2023),
        (("示例市住房和城乡建设局（示例市人民防空办公室）2023年政府信息公开工作年度报告",),
         "示例市住房和城乡建设局（示例市人民防空办公室）", 2023),
        (("示例市商务局政府信息公开工作2023年度报告",), "示例市商务局", 2023),
        (("国家示例局2023年政府信息公开工作年度报告",), "国家示例局", 2023),
        (("名称：示例市商务局2023年政府信息公开工作年度报告",), "示例市商务局", 2023),
    ],
)  # fmt: skip
def test_organ_and_year_of_a_title(title: tuple[str, ...], organ: str | None, year: int) -> None:
    read = with_title(*title)
    assert (read.organ, read.organ_source) == (organ, "title" if organ else "")
    assert (read.year, read.year_source) == (year, "title")
    assert read.title.replace(" ", "").endswith(("报告", "年报"))


def test_a_title_keeps_its_lines() -> None:
    read = with_title("", "示例市商务局", "2023年政府信息公开工作年度报告")
    assert [line.text for line in read.title_lines] == [
        "示例市商务局",
        "2023年政府信息公开工作年度报告",
    ]


@pytest.mark.parametrize(
    "title", ["测试市2025年政府信息公开工作年度报告", "2022年示例市政府信息公开工作年度报告"]
)
def test_a_region_alone_is_no_organ(title: str) -> None:
    assert with_title(title).organ is None


def test_a_region_whose_government_the_text_names() -> None:
    lead = "本报告由示例市人民政府办公室编制，如有疑问请与示例市人民政府联系。"
    read = with_title("示例市2023年政府信息公开工作年度报告", rest=lead)
    assert read.organ == "示例市人民政府"


@pytest.mark.parametrize("name", ["我局", "市政府办公室", "区商务局", "本机关", "局机关"])
def test_a_short_name_is_no_organ(name: str) -> None:
    read = with_title(f"{name}2023年政府信息公开工作年度报告")
    assert read.organ is None
    assert read.year == 2023


def test_the_signature_completes_a_short_title() -> None:
    texts = [
        "区商务局2023年政府信息公开工作年度报告",
        *whole()[1:-2],
        "示例市南山区商务局",
        "2024年1月9日",
    ]
    read = outline(lines_of(*texts))
    assert (read.organ, read.organ_source) == ("示例市南山区商务局", "signature")


def test_the_page_title_stands_in_for_the_title() -> None:
    read = outline(lines_of("一、总体情况", "好。"), page_title=f"{TITLE}_示例市人民政府")
    assert (read.organ, read.organ_source) == ("示例市商务局", "page")
    assert (read.year, read.year_source, read.page_year) == (2023, "page", 2023)


@pytest.mark.parametrize("page", ["首页", "政府信息公开年报", "政府信息公开工作报告_示例网"])
def test_a_page_title_that_tells_nothing(page: str) -> None:
    read = outline(lines_of("一、总体情况", "好。"), page_title=page)
    assert (read.organ, read.page_year) == (None, None)


def test_a_sentence_that_ends_like_a_title_is_none() -> None:
    texts = ("现发布示例市商务局政府信息公开工作报告", "信息公开报告", "一、总体情况", "好。")
    assert outline(lines_of(*texts)).year is None


def test_the_file_name_stands_in_for_the_title() -> None:
    read = outline(lines_of("一、总体情况", "好。"), file_name=f"{TITLE}.docx")
    assert (read.organ, read.organ_source) == ("示例市商务局", "file")


@pytest.mark.parametrize(
    ("sentence", "organ", "source"),
    [
        ("2023年，示例省科学技术厅深入贯彻落实条例。", "示例省科学技术厅", "text"),
        ("电子版可在示例省科学技术厅网站下载。", "示例省科学技术厅", "text"),
        (
            "示例省教育厅编写了《示例省教育厅2023年度政府信息公开工作报告》。",
            "示例省教育厅",
            "text",
        ),
        ("依据《示例省实施办法》，2023年，省教育厅坚持公开。", "示例省教育厅", "put together"),
    ],
)
def test_the_text_names_the_organ(sentence: str, organ: str, source: str) -> None:
    read = outline(lines_of("一、总体情况", sentence))
    assert (read.organ, read.organ_source) == (organ, source)


@pytest.mark.parametrize(
    "sentence",
    [
        "按照《示例省人民政府办公厅关于做好年报的通知》要求编制。",
        "按照国务院和省委、省政府部署开展工作。",
        "全市各级行政机关扎实推进政务公开。",
    ],
)
def test_other_organs_are_not_this_one(sentence: str) -> None:
    assert outline(lines_of("一、总体情况", sentence)).organ is None


def test_conflicting_years_stand_side_by_side() -> None:
    texts = [
        text.replace("的统计期限为2023年1月1日至2023年", "的统计期限为2022年1月1日至2022年")
        for text in whole()
    ]
    read = outline(lines_of(*texts))
    assert (read.year, read.title_year, read.period_year, read.text_year) == (
        2023,
        2023,
        2022,
        2023,
    )


@pytest.mark.parametrize(
    ("ending", "organ", "day"),
    [
        (("示例市商务局", "2024年1月19日"), "示例市商务局", date(2024, 1, 19)),
        (("　　　　示例市商务局", "　　　　2024 年 1 月 19 日"), "示例市商务局", date(2024, 1, 19)),
        (("示例市商务局　　2024年1月19日",), "示例市商务局", date(2024, 1, 19)),
        (("示例市商务局2024年1月19日",), "示例市商务局", date(2024, 1, 19)),
        (("示例市商务局（盖章）", "2024年1月19日"), "示例市商务局（盖章）", date(2024, 1, 19)),
        (("2024年1月19日",), "", date(2024, 1, 19)),
        (("示例市商务局",), "示例市商务局", None),
        (("示例市商务局", "2024.1.19", "附件：年度报告.docx"), "示例市商务局", date(2024, 1, 19)),
        (("示例市商务局", "二〇二四年一月十九日", "扫一扫在手机打开当前页", "打印 关闭"),
         "示例市商务局", date(2024, 1, 19)),
        (("报告下载：示例市商务局2024年1月19日更多信息请关注",), "示例市商务局", date(2024, 1, 19)),
        (("2024年1月19日", "示例市商务局"), "示例市商务局", date(2024, 1, 19)),
        (("示例市财政局", "示例市商务局", "2024年1月19日"), "示例市商务局", date(2024, 1, 19)),
        (("2024年1月9日", "示例市商务局", "2024年1月19日"), "示例市商务局", date(2024, 1, 19)),
        ((), "", None),
    ],
)  # fmt: skip
def test_signatures(ending: tuple[str, ...], organ: str, day: date | None) -> None:
    read = outline(lines_of(*whole()[:-2], *ending))
    assert (read.signed_by, read.signed_on) == (organ, day)
    assert read.sections[-1].body.startswith("本年度未收取信息处理费。")
    assert organ not in read.sections[-1].body or not organ


def test_a_date_in_a_sentence_is_no_signature() -> None:
    read = outline(lines_of(*whole()[:-3], "2023年11月23日，示例日报报道了本局工作。"))
    assert (read.signed_by, read.signed_on) == ("", None)


@pytest.mark.parametrize(
    "row",
    [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "一、本年新收政府信息公开申请数量 14 0 0 0 0 0 14",
        "三、\n本年\n度办\n理结\n果",
        "三 、 本\n年 度 办\n理结果",
    ],
)
def test_rows_of_table_three_are_no_headings(row: str) -> None:
    texts = [f"{text}\n{row}" if text == HEADINGS[2] else text for text in whole()]
    read = outline(lines_of(*texts))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开政府信息情况",
        "（二）依申请公开情况",
        "详见本报告第三、四部分",
        "（具体见“三、收到和处理政府信息公开申请情况”）",
        "一是总体情况良好。",
        "一、总体情况",
        "按照条例第二十条规定主动公开。",
    ],
)
def test_what_is_no_heading_of_the_first_rank(text: str) -> None:
    texts = [f"{heading}\n{text}" if heading == HEADINGS[0] else heading for heading in whole()]
    read = outline(lines_of(*texts))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]


def test_the_lead_that_lists_the_parts_is_no_heading() -> None:
    lead = "全文包括：" + "；".join(HEADINGS) + "。"
    read = outline(lines_of(TITLE, lead, *whole()[2:]))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert lead in read.sections[0].body


def test_a_part_that_comes_twice_counts_once() -> None:
    texts = [
        f"{text}\n本部分如下所述。\n{text}" if text == HEADINGS[1] else text for text in whole()
    ]
    read = outline(lines_of(*texts))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, 4, 5, 6]


def test_parts_of_earlier_reports() -> None:
    titles = (
        "概述",
        "主动公开政府信息情况",
        "依申请公开政府信息情况",
        "收费及减免情况",
        "复议、诉讼和申诉情况",
        "主要问题及改进措施",
    )
    texts = [f"{'一二三四五六'[n]}、{title}\n正文。" for n, title in enumerate(titles)]
    read = outline(lines_of(*texts))
    assert [section.number for section in read.sections] == [0, 1, 2, 3, None, 4, 5]
    assert [section.title for section in read.sections[1:]] == list(titles)


def test_a_heading_broken_over_two_lines() -> None:
    texts = [
        text.replace("收到和处理政府信息公开", "收到和处理政府信息公开\n")
        if text == HEADINGS[2]
        else text
        for text in whole()
    ]
    read = outline(lines_of(*texts))
    assert read.sections[3].title == "收到和处理政府信息公开申请情况"


def test_parts_inside_one_line_get_their_share_of_it() -> None:
    read = outline(lines_of("".join(whole())))
    assert [line.text[:6] for section in read.sections[1:] for line in section.lines] == [
        heading[:6] for heading in HEADINGS
    ]


def test_a_part_inside_a_line_with_contents_before_it() -> None:
    listed = "".join(f"{heading}……{page}" for page, heading in enumerate(HEADINGS, 1))
    read = outline(lines_of(TITLE, listed + "".join(whole()[1:])))
    assert read.sections[1].lines[0].text.startswith("一、总体情况2023年")


def test_a_part_inside_a_line_with_blanks_in_it() -> None:
    line = "".join(whole()).replace("三、收到和处理", "三 、收到 和处理")
    read = outline(lines_of(line))
    assert read.sections[3].lines[0].text.startswith("三 、收到 和处理")


def test_the_period_may_stand_behind_the_first_heading() -> None:
    texts = ("一、总体情况", "工作有序。统计期限为2023年1月1日至12月31日。")
    assert outline(lines_of(*texts)).period == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_period_of_something_else_is_not_the_reports() -> None:
    assert outline(lines_of("活动自2023年5月1日至5月7日举行。", "一、总体情况")).period is None


def test_lines_of_all_parts_are_the_whole() -> None:
    lines = lines_of(*whole())
    read = outline(lines)
    assert tuple(line for section in read.sections for line in section.lines) == lines


def test_an_empty_report() -> None:
    read = outline(())
    assert (read.organ, read.year, read.title) == (None, None, "")
    assert [section.number for section in read.sections] == [0]
