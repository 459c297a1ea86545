"""Web pages: the report alone is read, whatever stands around it."""

from datetime import date

import pytest

from tests.adapters.documents.reading import cells, codes, grids, read, texts
from tests.samples import web
from tests.samples.statutory import applications, documents

AROUND = (
    "首页",
    "当前位置",
    "分享到",
    "版权所有",
    "脚本里的字",
    "浏览次数",
    "政府信息公开年报2015",
)
BARE = texts(read(web.page(web.article()), "报告.html"))


def test_a_page_of_a_site_gives_the_report_alone() -> None:
    document = read(web.site(web.article()), "报告.html")
    assert texts(document) == BARE
    assert [cells(grid) for grid in grids(document)] == [documents(), applications()]
    assert document.title == "示例县示例局2024年政府信息公开工作年度报告"
    assert document.published_on == date(2025, 1, 22)
    assert codes(document) == {"FILE-LEFT-OUT", "FILE-ATTACHMENT"}


NESTS = {
    "表单包住整页": '<form id="aspnetForm">{}</form>',
    "布局表格": "<table><tr><td>{}</td></tr></table>",
    "布局表格带导航": '<table><tr><td><a href="/">首页</a></td></tr><tr><td>{}</td></tr></table>',
    "层层包裹": "<div><div><span></span><div><article>{}</article></div></div></div>",
    "自定义标签": "<ucapcontent>{}</ucapcontent>",
}


@pytest.mark.parametrize("nest", NESTS.values(), ids=NESTS)
def test_nested_reports(nest: str) -> None:
    document = read(web.page(nest.format(web.article())), "报告.html")
    assert texts(document) == BARE
    assert [cells(grid) for grid in grids(document)] == [documents(), applications()]


def test_sections_in_separate_boxes_all_stay() -> None:
    body = "".join(f"<div class='part'>{part}</div>" for part in web.article().split("    "))
    document = read(web.site(body), "报告.html")
    assert texts(document) == BARE


def test_a_paragraph_outside_the_box_of_the_report_stays() -> None:
    opening = f"<p>{web.OPENING}</p>"
    rest = web.article().replace(opening, "")
    document = read(web.page(f"<div>{opening}<div id='zoom'>{rest}</div></div>"), "报告.html")
    assert texts(document) == BARE


def test_two_reports_on_one_page_stay_in_order() -> None:
    second = web.article().replace("2024", "2023")
    body = f"<div class='content'>{web.article()}</div><div class='content'>{second}</div>"
    document = read(web.site(body), "报告.html")
    assert texts(document) == BARE + [text.replace("2024", "2023") for text in BARE]
    assert len(grids(document)) == 4


def test_hidden_parts_are_left_out_and_said() -> None:
    hidden = (
        '<p style="DISPLAY: none">这是一段看不见的文字，网站的模板留下的。</p><p hidden>另一段</p>'
    )
    document = read(web.site(web.article(hidden)), "报告.html")
    assert texts(document) == BARE
    assert "看不见的文字" in next(n.text for n in document.notes if n.code == "FILE-HIDDEN")


def test_a_report_that_only_a_script_shows_is_read() -> None:
    document = read(web.page(f'<div style="display:none">{web.article()}</div>'), "报告.html")
    assert texts(document) == BARE


def test_lists_of_links_and_remarks_inside_the_article_go() -> None:
    links = "".join(f'<li><a href="{n}">年报{n}</a></li>' for n in range(3))
    extra = (
        f"""<ul>{links}</ul><p>【打印】【关闭】</p><div class="share"><a href="#">分享</a></div>"""
    )
    document = read(web.site(web.article(extra)), "报告.html")
    assert texts(document) == BARE


def test_sentences_with_the_words_of_remarks_stay() -> None:
    extra = "<p>联系我们的群众来信12封。</p><ul><li>网站地图、无障碍浏览等功能更加完善；</li></ul>"
    found = texts(read(web.site(web.article(extra)), "报告.html"))
    assert "联系我们的群众来信12封。" in found
    assert "网站地图、无障碍浏览等功能更加完善；" in found


HEADS = {
    "元数据": (
        '<meta name="ArticleTitle" content="甲局2023年年度报告">'
        '<meta name="PubDate" content="2024-01-30 09:00">'
    ),
    "窗口标题": "<title>甲局2023年年度报告_某县人民政府</title>",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_titles(head: str) -> None:
    document = read(web.page(web.article(), head), "报告.html")
    assert document.title == "甲局2023年年度报告"


DAYS = {
    "发布时间": "<p>发布时间：2024年1月30日</p>",
    "发布日期带括号": "<span>发布日期：[2024/01/30 10:00]</span>",
    "来源在后": "<div>2024-01-30 10:20 来源：县政府办</div>",
    "来源在前": "<div>来源：县政府办 2024-01-30</div>",
}


@pytest.mark.parametrize("shown", DAYS.values(), ids=DAYS)
def test_days_of_publication(shown: str) -> None:
    document = read(web.page(shown + web.article()), "报告.html")
    assert document.published_on == date(2024, 1, 30)


def test_a_day_that_does_not_exist_is_no_day() -> None:
    document = read(web.page("<p>发布时间：2024-13-41</p>" + web.article()), "报告.html")
    assert document.published_on is None


def test_the_statistic_period_is_not_the_day_of_publication() -> None:
    assert read(web.page(web.article()), "报告.html").published_on is None


ENCODINGS = {
    "声明GB2312": (
        "gb18030",
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    ),
    "声明错了": ("gb18030", '<meta charset="utf-8">'),
    "没有声明": ("gb18030", ""),
    "UTF-16": ("utf-16", ""),
}


@pytest.mark.parametrize(("encoding", "head"), ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(encoding: str, head: str) -> None:
    page = web.page(web.article(), head).replace('<meta charset="utf-8">', "", 1 if head else 0)
    assert texts(read(page.encode(encoding), "报告.html")) == BARE
