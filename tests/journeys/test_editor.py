"""The editor in a real browser under the real content security policy: typed, pasted and inserted
text arrives with the form; what is typed is kept; findings lead to their places."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from playwright.sync_api import Dialog, Locator, Page, Route, expect
from pytest_django import Settings

from gongkai.apps.publishing.markup import sanitise
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow
from tests.journeys.editor_site import PICTURE, Store

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p{mso-x:y}</style></head><body>
<p class=MsoNormal style='text-align:center'><span style='font-weight:bold'>附表</span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal style='display:none'>草稿</p>
<table class=MsoTableGrid border=1><thead><tr><th><p class=MsoNormal>名称</p></th>
<th><p class=MsoNormal>金额</p></th></tr></thead><tr><td><p class=MsoNormal>甲项目</p></td>
<td colspan=1><p class=MsoNormal>3.5</p></td></tr></table>
<img src="file:///C:/a.png"><img src="https://elsewhere.example/x.png"></body></html>"""


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.journeys.editor_site"
    Store.saved, Store.answer, Store.initial = [], None, {}
    yield
    Store.saved, Store.answer, Store.initial = [], None, {}


def opened(visit: Visit, body: str = "", **options: object) -> Page:
    Store.initial = {"title": "关与公开的通知", "body": body}
    page = visit("/sheet/", **options)
    if options.get("script", True):
        expect(page.locator(".rich .rich-text")).to_be_visible()
    return page


def text_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="正文")


def paste(page: Page, html: str) -> None:
    text_of(page).evaluate(
        """(target, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "plain");
            const paste = { clipboardData: data, bubbles: true, cancelable: true };
            target.dispatchEvent(new ClipboardEvent("paste", paste));
        }""",
        html,
    )


def sent(page: Page) -> str:
    follow(page.get_by_role("button", name="保存", exact=True))
    return sanitise(page.locator("output").inner_text()).html


def test_what_is_typed_arrives_with_the_form(visit: Visit) -> None:
    page = opened(visit)
    assert page.locator("textarea").is_hidden()
    text_of(page).click()
    page.get_by_label("段落样式").select_option("一级标题")
    page.keyboard.type("总则")
    page.keyboard.press("Enter")
    page.keyboard.type("行政机关应当")
    page.keyboard.press("Control+b")
    page.keyboard.type("主动")
    page.keyboard.press("Control+b")
    page.keyboard.type("公开。")
    page.get_by_role("button", name="居中").click()
    expect(page.get_by_role("button", name="居中")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="项目列表").click()
    page.keyboard.type("甲")
    assert sent(page).startswith(
        '<h2>总则</h2><p class="align-center">行政机关应当<strong>主动</strong>公开。</p><ul><li>'
    )


def test_a_text_comes_out_of_the_editor_as_it_went_in(visit: Visit) -> None:
    body = (
        '<h2>题</h2><p class="align-center">甲<strong>乙</strong><sup>2</sup></p>'
        '<ol start="3"><li><p>项</p></li></ol><blockquote><p>引</p></blockquote><hr>'
        '<table><caption>表一</caption><thead><tr><th scope="col"><p>名</p></th>'
        '<th scope="col"><p>数</p></th></tr></thead><tbody><tr><td rowspan="2"><p>甲</p></td>'
        "<td><p>1</p></td></tr><tr><td><p></p></td></tr></tbody></table>"
        f'<figure class="align-right"><img src="{PICTURE}" alt="图"><figcaption>说明</figcaption>'
        '</figure><p>见<a href="https://a.example/" target="_blank" rel="noopener noreferrer">外'
        '</a><a href="/b">内</a></p>'
    )
    assert sanitise(body).html == body
    page = opened(visit, body)
    expect(page.locator(".rich-text caption")).to_have_text("表一")
    text_of(page).press("Control+End")
    page.keyboard.type("。")
    assert sent(page) == body.replace("内</a></p>", "内</a>。</p>")


def test_a_text_pasted_from_a_word_processor_is_clean_and_keeps_its_table(visit: Visit) -> None:
    page = opened(visit)
    text_of(page).click()
    paste(page, WORD)
    note = page.locator(".rich-note")
    expect(note).to_contain_text("2 张图片没有带入")
    expect(text_of(page).locator("img")).to_have_count(0)
    assert sent(page) == (
        '<p class="align-center"><strong>附表</strong></p><table><thead><tr><th scope="col">'
        '<p>名称</p></th><th scope="col"><p>金额</p></th></tr></thead><tbody><tr><td><p>甲项目</p>'
        "</td><td><p>3.5</p></td></tr></tbody></table>"
    )


def test_pasted_script_does_nothing(visit: Visit) -> None:
    page = opened(visit)
    text_of(page).click()
    paste(page, "<p>甲<img src=x onerror='window.hit=1'><script>window.hit=1</script></p>")
    expect(text_of(page)).to_have_text("甲")
    assert page.evaluate("window.hit") is None


def test_a_link_is_put_in_by_the_keyboard(visit: Visit) -> None:
    page = opened(visit)
    text_of(page).click()
    page.keyboard.type("见")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="链接")
    dialog.get_by_label("网址").fill("https://a.example/")
    dialog.get_by_label("链接的文字").fill("公告")
    assert_accessible(page)
    page.keyboard.press("Enter")
    assert re.search(r'^<p>见<a href="https://a.example/"[^>]*>公告</a></p>$', sent(page))


def test_the_bar_is_one_stop_and_arrows_move_along_it(visit: Visit) -> None:
    page = opened(visit)
    text_of(page).click()
    page.keyboard.press("Alt+F10")
    expect(page.get_by_label("段落样式")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="重做")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("段落样式")).to_be_focused()
    page.keyboard.press("Escape")
    expect(text_of(page)).to_be_focused()


def test_an_uploaded_picture_is_put_in_with_words_for_it(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("button", name="插图").click()
    dialog = page.get_by_role("dialog", name="插图")
    dialog.get_by_label("替代文字").fill("示范市地图")
    dialog.get_by_label("图下的说明").fill("图一")
    assert_accessible(page)
    dialog.get_by_role("button", name="插入图片").click()
    expect(text_of(page).get_by_role("img", name="示范市地图")).to_be_visible()
    assert sent(page) == (
        f'<figure><img src="{PICTURE}" alt="示范市地图"><figcaption>图一</figcaption></figure>'
    )


def test_a_table_is_put_in_and_filled_by_the_keyboard(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("button", name="表格").click()
    dialog = page.get_by_role("dialog", name="插入表格")
    dialog.get_by_label("行数").fill("2")
    dialog.get_by_label("列数").fill("2")
    dialog.get_by_label("表格名称").fill("表一")
    dialog.get_by_role("button", name="插入表格").click()
    expect(text_of(page).locator("caption")).to_have_text("表一")
    for word in ("名", "数", "甲", "1"):
        page.keyboard.type(word)
        page.keyboard.press("Tab" if word != "1" else "End")
    page.get_by_role("button", name="加一行").click()
    assert sent(page) == (
        '<table><caption>表一</caption><thead><tr><th scope="col"><p>名</p></th><th scope="col">'
        "<p>数</p></th></tr></thead><tbody><tr><td><p>甲</p></td><td><p>1</p></td></tr>"
        "<tr><td><p></p></td><td><p></p></td></tr></tbody></table>"
    )


@pytest.mark.parametrize("dark", [False, True], ids=["白天", "夜间"])
@pytest.mark.parametrize("width", [1280, 360], ids=["桌面", "手机"])
def test_everybody_can_work_with_it(visit: Visit, width: int, dark: bool) -> None:
    body = "<table><tr><th>名称<th>金额<th>说明<tr><td>甲项目<td>3.5<td>很长的说明" + "字" * 40
    page = opened(visit, body + "</table><p>第二份公告</p>", width=width, dark=dark)
    text_of(page).locator("td").first.click()
    expect(page.get_by_role("button", name="加一行")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.locator("html").evaluate("root => { root.style.fontSize = '200%'; }")
    assert_no_sideways_scrolling(page)


def test_without_script_the_field_is_written_in_directly(visit: Visit) -> None:
    page = opened(visit, script=False)
    page.get_by_label("正文").fill("<p>甲</p><script>1</script>")
    assert sent(page) == "<p>甲</p>"


def test_what_is_typed_is_kept_after_a_moment(visit: Visit) -> None:
    page = opened(visit)
    text_of(page).click()
    page.keyboard.type("草稿")
    expect(page.locator("[data-autosaved]")).to_have_text("已自动保存 14:05")
    page.get_by_label("标题").fill("另一个标题")
    expect(page.locator("input[name=version]")).to_have_value("3")
    first, second = Store.saved
    assert (first["changed"], first["body"], first["version"]) == ("body", "<p>草稿</p>", "1")
    assert "title" not in first
    assert (second["title"], second["version"]) == ("另一个标题", "2")
    assert "body" not in second


def test_somebody_else_changed_it(visit: Visit) -> None:
    page = opened(visit)
    Store.answer = HttpResponse("<h2>这一条刚被李明改过</h2>", status=409)
    text_of(page).click()
    page.keyboard.type("我写的")
    expect(page.get_by_role("alert")).to_contain_text("李明")
    expect(text_of(page)).to_have_text("我写的")
    expect(page.locator("[data-autosaved]")).to_contain_text("你写的内容都还在")


def test_what_could_not_be_sent_is_offered_again(visit: Visit) -> None:
    page = opened(visit, "<p>旧稿</p>")
    page.context.set_offline(offline=True)
    text_of(page).press("Control+End")
    page.keyboard.type("加上的话")
    expect(page.locator("[data-autosaved]")).to_contain_text("先存在这台电脑的浏览器里")
    other = page.context.new_page()
    page.close()
    other.context.set_offline(offline=False)
    other.goto("/sheet/")
    expect(text_of(other)).to_have_text("旧稿")
    assert_accessible(other)
    other.get_by_role("button", name="恢复那时写的").click()
    expect(text_of(other)).to_have_text("旧稿加上的话")
    expect(other.locator("[data-autosaved]")).to_contain_text("已自动保存")
    other.reload()
    expect(other.get_by_role("button", name="恢复那时写的")).to_have_count(0)


def test_leaving_with_something_unsaved_asks_first(visit: Visit) -> None:
    page = opened(visit)
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    text_of(page).click()
    page.keyboard.type("未存")
    page.goto("/")
    assert asked == ["beforeunload"]


def test_a_finding_leads_to_its_place_and_is_mended_there(visit: Visit) -> None:
    page = opened(visit, "<p>第一份公告在此。</p><p>又有第二份<b>公</b>告。</p>")
    expect(page.locator(".rich-text .place.error")).to_have_text(["公", "告"])
    page.get_by_role("link", name="看“公告”").click()
    chosen = page.evaluate("getSelection().toString()")
    assert chosen == "公告"
    assert page.evaluate("getSelection().anchorNode.parentElement.closest('p').textContent") == (
        "又有第二份公告。"
    )
    page.get_by_role("button", name="改为“通告”").click()
    expect(text_of(page)).to_contain_text("第一份公告在此。又有第二份通告。")
    page.get_by_role("link", name="看“公告”").click()
    page.get_by_role("button", name="改为“关于”").click()
    expect(page.get_by_label("标题")).to_have_value("关于公开的通知")


def test_what_is_typed_while_a_saving_is_under_way_is_saved_after_it(visit: Visit) -> None:
    page = opened(visit)
    held: list[Route] = []
    page.route("**/autosave/", lambda route: held.append(route))  # noqa: PLW0108 - it is marked
    text_of(page).click()
    page.keyboard.type("甲")
    page.wait_for_timeout(2500)
    page.keyboard.type("乙")
    page.wait_for_timeout(2500)  # its turn comes while the first is still on its way
    assert len(held) == 1
    page.route("**/autosave/", lambda route: route.continue_())
    held[0].continue_()
    expect(page.locator("input[name=version]")).to_have_value("3")
    assert [row["body"] for row in Store.saved] == ["<p>甲</p>", "<p>甲乙</p>"]


def test_what_the_system_did_not_take_is_sent_again_without_more_typing(visit: Visit) -> None:
    page = opened(visit)
    page.route("**/autosave/", lambda route: route.fulfill(status=503), times=1)
    with page.expect_event("console"):  # the browser says so too
        text_of(page).click()
        page.keyboard.type("甲")
    expect(page.locator("[data-autosaved]")).to_contain_text("系统没有应答")
    expect(page.locator("[data-autosaved]")).to_contain_text("已自动保存", timeout=20_000)
    assert Store.saved[-1]["body"] == "<p>甲</p>"


def test_a_form_that_never_arrived_is_offered_again(visit: Visit) -> None:
    page = opened(visit, "<p>旧稿</p>")
    page.route("**/sheet/", lambda route: route.abort(), times=1)
    text_of(page).press("Control+End")
    page.keyboard.type("加上的话")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url("chrome-error://**")
    page.goto("/sheet/")
    expect(text_of(page)).to_have_text("旧稿")
    page.get_by_role("button", name="恢复那时写的").click()
    expect(text_of(page)).to_have_text("旧稿加上的话")


def test_a_form_that_arrived_is_not_offered_again(visit: Visit) -> None:
    page = opened(visit, "<p>旧稿</p>")
    text_of(page).press("Control+End")
    page.keyboard.type("加上的话")
    sent(page)
    page.goto("/sheet/")
    expect(text_of(page)).to_have_text("旧稿")
    expect(page.get_by_role("button", name="恢复那时写的")).to_have_count(0)
