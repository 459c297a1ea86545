"""Official texts made safe: nothing dangerous stays, nothing that means something goes."""

import re
import time

import nh3
import pytest
from hypothesis import given, settings

from gongkai.apps.publishing.markup import sanitise
from gongkai.apps.publishing.markup.policy import ELEMENTS_MOST, KEPT
from gongkai.apps.publishing.markup.sanitising import GUARD
from tests.apps.publishing.markup.documents import soup

DANGEROUS = re.compile(
    r"<(?!/?(?:" + "|".join(KEPT) + r")[ >])|\son\w+=|javascript:|vbscript:|data:|style=|srcdoc",
    re.IGNORECASE,
)


def clean(html: str) -> str:
    return sanitise(html).html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/x>alert(1)</script>",
        "<script\n>alert(1)</script\n>",
        "<<script>alert(1);//<</script>",
        "<script>alert(1)",
        "<img src=x onerror=alert(1)>",
        "<img src=x:x onerror\t=\talert(1)>",
        "<img/src=`x`onerror=alert(1)>",
        '<img """><script>alert(1)</script>">',
        "<img src='/files/1/a.png' onload='alert(1)'>",
        "<img src=javascript:alert(1)>",
        "<img src=data:image/svg+xml;base64,PHN2Zz4=>",
        "<img src='/files/1/../../logout'>",
        "<img src='/files/1/%2e%2e/logout'>",
        "<img srcset='//evil.example/x.png 1x' src=x>",
        "<a href=javascript:alert(1)>甲</a>",
        "<a href='JaVaScRiPt:alert(1)'>甲</a>",
        "<a href='java\nscript:alert(1)'>甲</a>",
        "<a href='java&#x0A;script:alert(1)'>甲</a>",
        "<a href='&#106;avascript:alert(1)'>甲</a>",
        "<a href='&#0000106&#0000097vascript:alert(1)'>甲</a>",
        "<a href='&#x6A;avascript&colon;alert(1)'>甲</a>",
        "<a href=' \x01\x08javascript:alert(1)'>甲</a>",
        "<a href='\u200bjava\u00adscript:alert(1)'>甲</a>",
        "<a href='java\x00script:alert(1)'>甲</a>",
        "<a href='vbscript:msgbox(1)'>甲</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>甲</a>",
        "<a href='//evil.example'>甲</a>",
        "<a href='/\\evil.example'>甲</a>",
        "<a href='\\\\evil.example'>甲</a>",
        "<a href='https://gov.example@evil.example/'>甲</a>",
        "<a href='https:\\\\evil.example'>甲</a>",
        "<a href='feed:javascript:alert(1)'>甲</a>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text>甲</text></a></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<math href=javascript:alert(1)>甲</math>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<form action=javascript:alert(1)><button formaction=x>甲</button></form>",
        "<input onfocus=alert(1) autofocus>",
        "<select onfocus=alert(1)><option>甲</select>",
        "<textarea><img src=x onerror=alert(1)></textarea>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<title><img src=x onerror=alert(1)></title>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<template><img src=x onerror=alert(1)></template>",
        "<style>@import '//evil.example'</style>",
        "<p style='background:url(javascript:alert(1))'>甲</p>",
        "<p style='width:expression(alert(1))'>甲</p>",
        "<base href=//evil.example>",
        "<link rel=stylesheet href=//evil.example>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<details open ontoggle=alert(1)>甲</details>",
        "<video><source onerror=alert(1)></video>",
        "<body onload=alert(1)>",
        "<p id=location name=forms class='desk secret'>甲</p>",
        "<!--<img src='--><img src=x onerror=alert(1)//'>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[><script>alert(1)</script>]]>",
        "<?xml version='1.0'?><script>alert(1)</script>",
        '<a href=https://a.example/" onclick=alert(1)>甲</a>',
        "<img src=/files/1/a.png alt='\"><script>alert(1)</script>'>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<plaintext><script>alert(1)</script>",
        "\u2028<scr\u0131pt>alert(1)</scr\u0131pt>",
        "<\u017fcript>alert(1)</\u017fcript>",
    ],
)
def test_an_attack_leaves_nothing_behind(attack: str) -> None:
    html = clean(f"<p>甲</p>{attack}")
    assert html.startswith("<p>甲")
    assert DANGEROUS.search(re.sub(r'alt="[^"]*"', "", html)) is None
    assert GUARD.clean(html) == html
    assert not nh3.is_html(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("html", "removed"),
    [
        pytest.param("<script>1</script>甲", "脚本", id="脚本"),
        pytest.param("<p onclick=x>甲</p>", "脚本", id="事件属性"),
        pytest.param("<a href=javascript:x>甲</a>", "脚本", id="脚本链接"),
        pytest.param("<a href=ftp://a.example>甲</a>", "不能用的链接", id="链接"),
        pytest.param("<a href=b.html>甲</a>", "不能用的链接", id="失去起点的相对链接"),
        pytest.param("<img src=https://a.example/a.png>甲", "不在本系统的图片", id="外部图片"),
        pytest.param("<iframe src=x></iframe>甲", "嵌入的网页或对象", id="嵌入"),
        pytest.param("<select><option>乙</select>甲", "表单控件", id="表单"),
        pytest.param("<svg><text>乙</text></svg>甲", "矢量图或公式", id="矢量图"),
        pytest.param("<video src=x>乙</video>甲", "音频或视频", id="视频"),
        pytest.param("<span style='display: none'>乙</span>甲", "看不见的文字", id="隐藏"),
        pytest.param("<span style='mso-hide:all'>乙</span>甲", "看不见的文字", id="文档中隐藏"),
        pytest.param("<span style='font-size:0pt'>乙</span>甲", "看不见的文字", id="零号字"),
        pytest.param("<p hidden>乙</p>甲", "看不见的文字", id="hidden"),
        pytest.param("<del>乙</del>甲", "修订中删去的文字", id="修订"),
        pytest.param("<a class=msocomanchor>乙</a>甲", "批注", id="批注"),
        pytest.param("\u200b\u202e甲", "不可见的字符", id="不可见字符"),
    ],
)
def test_what_was_left_out_is_said(html: str, removed: str) -> None:
    sanitised = sanitise(html)
    assert re.sub(r"<[^>]*>", "", sanitised.html) == "甲"
    assert sanitised.removed == (removed,)


@pytest.mark.parametrize(
    "html",
    [
        "<h2>题</h2><p>甲<strong>乙</strong><em>丙</em><u>丁</u><s>戊</s></p>",
        '<p class="align-center">甲<br>乙</p><p class="align-right">丙</p>',
        "<p>x<sup>2</sup>y<sub>1</sub></p><hr><blockquote><p>引</p></blockquote>",
        '<ol start="3"><li><p>甲</p><ul><li><p>乙</p></li></ul></li></ol>',
        '<table><caption>表</caption><thead><tr><th scope="col"><p>名</p></th>'
        '<th colspan="2" scope="colgroup"><p>数</p></th></tr></thead><tbody><tr>'
        '<th scope="row"><p>甲</p></th><td rowspan="2"><p>1</p></td><td><p></p></td></tr>'
        "<tr><td><p>乙</p></td><td><p>2</p></td></tr></tbody></table>",
        '<figure class="align-center"><img src="/files/12/a-1.png" alt="图">'
        "<figcaption>说明</figcaption></figure>",
        '<p><a href="/policies/1/?a=1&amp;b=2">内</a><a href="mailto:a@gov.example">信</a>'
        '<a href="tel:+86-10-12345">电话</a><a href="https://示范.example/甲" target="_blank" '
        'rel="noopener noreferrer">外<strong>部</strong></a></p>',
        "<p>\u0645\u06cc\u200c\u062e 👩\u200d👩 　缩进 1 &lt; 2 &amp;&amp; 3 &gt; 2</p>",
    ],
)
def test_an_official_text_stays_as_it_is(html: str) -> None:
    assert sanitise(html) == sanitise(clean(html))
    assert clean(html) == html
    assert sanitise(html).removed == ()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("甲<br><br>", "<p>甲</p>", id="末尾换行"),
        pytest.param("<h1>甲</h1><h6>乙</h6>", "<h2>甲</h2><h4>乙</h4>", id="标题级别"),
        pytest.param("<p>&nbsp;</p><p>甲</p><p><br></p>", "<p>甲</p>", id="空段"),
        pytest.param("<div>甲<div>乙</div>丙</div>", "<p>甲</p><p>乙</p><p>丙</p>", id="块"),
        pytest.param("<b><i>甲</b>乙</i>", "<p><strong><em>甲</em></strong>乙</p>", id="交错"),
        pytest.param("<b>甲</b><strong>乙</strong>", "<p><strong>甲乙</strong></p>", id="并"),
        pytest.param("<center>甲</center>", '<p class="align-center">甲</p>', id="居中"),
        pytest.param("<p align=right>甲", '<p class="align-right">甲</p>', id="居右"),
        pytest.param("行政\n机关 open\ndata", "<p>行政机关 open data</p>", id="源码换行"),
        pytest.param("<pre>甲\n乙</pre>", "<p>甲<br>乙</p>", id="原样文字"),
        pytest.param("<ul>甲<li>乙<ul><li>丙</ul></ul>", "<ul><li><p>甲</p></li><li><p>乙</p>"
                     "<ul><li><p>丙</p></li></ul></li></ul>", id="列表"),
        pytest.param("<p>甲<img src=/files/1/a.png>乙</p>", '<p>甲</p><figure><img '
                     'src="/files/1/a.png" alt=""></figure><p>乙</p>', id="图片自成一块"),
        pytest.param("<table><tr><td align=center>甲", '<table><tbody><tr><td>'
                     '<p class="align-center">甲</p></td></tr></tbody></table>', id="单元格对齐"),
        pytest.param("<table>外<td>甲</table>", "<p>外</p><table><tbody><tr><td><p>甲</p></td>"
                     "</tr></tbody></table>", id="表中散字"),
        pytest.param("<table><tr><td rowspan=9 colspan=0>甲</table>", "<table><tbody><tr><td>"
                     "<p>甲</p></td></tr></tbody></table>", id="跨度超出表格"),
        pytest.param("<a href=/a>甲<a href=/b>乙</a></a>", '<p><a href="/a">甲</a>'
                     '<a href="/b">乙</a></p>', id="链接套链接"),
        pytest.param("<p title=x data-y=1 class=MsoNormal>甲</p>", "<p>甲</p>", id="属性"),
        pytest.param("a < b <3 </ x", "<p>a &lt; b &lt;3 &lt;/ x</p>", id="小于号"),
        pytest.param("<li>甲</li><td>乙</td>", "<p>甲</p><p>乙</p>", id="离群的项目"),
    ],
)  # fmt: skip
def test_other_texts_come_into_the_one_form(html: str, expected: str) -> None:
    assert clean(html) == expected


def test_a_layout_table_is_dissolved_and_the_table_in_it_stays() -> None:
    inner = "<table><tr><th>名<th>数<tr><td>甲<td>1</table>"
    found = sanitise(f"<table><tr><td>题<tr><td>{inner}<tr><td></table>")
    assert found.html.startswith("<p>题</p><table><thead><tr><th")
    assert found.html.count("<table>") == 1
    assert found.removed == ("排版用的外层表格",)


def test_a_text_from_a_word_processor_becomes_paragraphs_and_tables() -> None:
    html = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
    <title>关于</title><style><!-- p.MsoNormal {mso-style-parent:"";} --></style>
    <!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
    <body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1>
    <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;
    font-family:方正小标宋简体'>关于公开的<span lang=EN-US><o:p></o:p></span></span></b></p>
    <p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
    style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span>
    <![endif]><span style='mso-fareast-font-family:宋体'>各县（市、
区）人民政府</span></p>
    <table class=MsoNormalTable border=1 cellspacing=0 style='border:none;mso-yfti-tbllook:1184'>
    <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=93 style='width:69.6pt'><p
    class=MsoNormal><b>名称</b></p></td><td width=93><p class=MsoNormal>金额</p></td></tr>
    <tr><td><p class=MsoNormal>甲项目</p></td><td><p class=MsoNormal>3.5<o:p></o:p></p></td></tr>
    </table></div></body></html>"""
    assert clean(html) == (
        '<p class="align-center"><strong>关于公开的</strong></p><p>1. 各县（市、区）人民政府</p>'
        "<table><tbody><tr><td><p><strong>名称</strong></p></td><td><p>金额</p></td></tr>"
        "<tr><td><p>甲项目</p></td><td><p>3.5</p></td></tr></tbody></table>"
    )


def test_a_header_row_that_word_repeats_is_a_head() -> None:
    html = "<table><thead><tr><td>名<td>数</thead><tr><td>甲<td>1</table>"
    assert clean(html).startswith('<table><thead><tr><th scope="col"><p>名</p></th>')


def test_pictures_come_only_from_where_it_is_allowed() -> None:
    html = "<img src=/files/1/a.png alt=甲><img src=/media/a.png alt=乙>"
    assert re.findall(r'src="([^"]*)"', clean(html)) == ["/files/1/a.png"]
    found = sanitise(html, pictures=re.compile(r"/media/[^/]+"))
    assert re.findall(r'src="([^"]*)"', found.html) == ["/media/a.png"]


@settings(max_examples=300)
@given(soup)
def test_any_string_is_safe_and_stays_the_same_when_made_safe_again(html: str) -> None:
    once = clean(html)
    assert clean(once) == once
    assert GUARD.clean(once) == once
    assert set(re.findall(r"<([^ />]+)", once)) <= KEPT


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 60_000 + "甲", id="深层嵌套"),
        pytest.param("<ul><li>" * 30_000 + "甲", id="深层列表"),
        pytest.param("<table><tr><td>" * 20_000 + "甲", id="深层表格"),
        pytest.param("".join(f"<b id={i}>" for i in range(9000)) + "<p>甲" * 9000, id="交错标记"),
        pytest.param("<table>" + "<tr><td rowspan=9999 colspan=9999>甲" * 9000, id="巨大跨度"),
        pytest.param("<a b='" * 60_000, id="未结束的属性"),
        pytest.param("<!--" * 90_000, id="未结束的注释"),
        pytest.param("<" * 300_000, id="小于号"),
        pytest.param("&#" + "9" * 300_000, id="巨大的字符编号"),
        pytest.param(" \n" * 150_000, id="空白"),
        pytest.param("<p " + "a=1 " * 90_000 + ">", id="大量属性"),
    ],
)
def test_hostile_texts_take_bounded_time(html: str) -> None:
    begun = time.process_time()
    clean(html)
    assert time.process_time() - begun < 5


def test_of_a_text_with_too_many_elements_the_words_stay() -> None:
    found = clean("<p>甲" * ELEMENTS_MOST + "<b onclick=x>乙</b> &lt; <p>丙<script>")
    assert found.count("<p>") == ELEMENTS_MOST
    assert found.endswith("甲 乙 &lt; 丙</p>")
