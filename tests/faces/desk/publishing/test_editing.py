"""The editor, one request at a time: what is typed is kept, whatever else happens."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import Edition
from gongkai.core.identity import Role
from gongkai.core.publishing.draft import Draft, unpack
from tests.faces.desk.publishing.desks import Desks, fresh, hidden, said, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import (
    correcting,
    draft,
    drafted,
    released,
    returned,
    submitted,
)

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db
Form = dict[str, object]


def edit_of(edition: Edition) -> str:
    return f"/desk/editions/{edition.pk}/edit/"


def typed(edition: Edition, act: str = "save", **values: object) -> Form:
    """The form of the editor as a browser without script would send it."""
    stored = unpack(edition.content)
    form: Form = {
        "version": edition.version,
        "act": act,
        "title": stored.title,
        "body": stored.body,
        "summary": stored.summary,
        "keywords": "、".join(stored.keywords),
        "formed_on": stored.formed_on,
        "catalogue_code": stored.catalogue_code,
        "source": stored.source,
        "source_name": stored.source_name,
        "disclosure_class": stored.disclosure_class,
        "has_files": "1",
        **{f"field_{key}": value for key, value in stored.fields.items()},
    }
    return {**form, **values}


def now(edition: Edition) -> Draft:
    """What is stored now."""
    return unpack(fresh(edition).content)


@pytest.fixture
def edition(desks: Desks) -> Edition:
    return drafted(desks.staff, written=draft(now=desks.now), now=desks.now)


def test_an_item_is_begun_by_its_kind(desks: Desks) -> None:
    page = html(desks.drafter.get("/desk/items/new/"))
    assert "公告公示（公告通知当日发布）" in page
    assert "政策文件（重点信息，3 个工作日内）" in page
    answer = desks.drafter.post("/desk/items/new/", {"kind": "budget", "unit": ""})
    edition = Edition.objects.get()
    assert answer.headers["Location"] == edit_of(edition)
    opened = html(desks.drafter.get(edit_of(edition)))
    assert 'name="field_report"' in opened
    assert 'value="20-07" selected' in opened


@pytest.mark.parametrize("sent", [{}, {"kind": "poem"}, {"kind": "news", "unit": "999"}])
def test_what_cannot_be_begun_is_said(desks: Desks, sent: Form) -> None:
    answer = desks.drafter.post("/desk/items/new/", sent)
    assert answer.status_code == 422
    assert "error-text" in html(answer)
    assert not Edition.objects.exists()


def test_the_editor_shows_the_draft_with_its_margin(desks: Desks, edition: Edition) -> None:
    page = html(desks.drafter.get(edit_of(edition)))
    assert f'value="{unpack(edition.content).title}"' in page
    assert hidden(page, "version") == str(edition.version)
    assert f'data-autosave="/desk/editions/{edition.pk}/autosave/"' in page
    assert "应在" in page
    assert "法定期限：20 个工作日" in page


def test_it_is_saved_as_it_was_typed(desks: Desks, edition: Edition) -> None:
    form = typed(edition, title="示范市财政局关于启用新系统的通告", keywords="系统 启用，通告")
    answer = desks.drafter.post(edit_of(edition), form)
    assert answer.headers["Location"] == edit_of(edition)
    assert now(edition).title == "示范市财政局关于启用新系统的通告"
    assert now(edition).keywords == ("系统", "启用", "通告")
    assert "已经保存" in html(desks.drafter.get(edit_of(edition)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("formed_on", "昨天", id="不是日期"),
        pytest.param("formed_on", "9999-12-31", id="时间尽头"),
        pytest.param("catalogue_code", "99-99", id="没有的代码"),
        pytest.param("disclosure_class", "secret", id="没有的属性"),
        pytest.param("title", "", id="没有标题"),
        pytest.param("source", "nowhere", id="没有的来源"),
    ],
)
def test_what_is_wrong_is_kept_and_pointed_out(
    desks: Desks, edition: Edition, name: str, value: str
) -> None:
    form = typed(edition, **{name: value}, summary="另外写的概述")
    assert desks.drafter.post(edit_of(edition), form).status_code == 302
    assert getattr(now(edition), name) == value
    assert now(edition).summary == "另外写的概述"
    assert desks.drafter.get(edit_of(edition)).status_code == 200


def test_a_day_that_is_none_stays_visible(desks: Desks, edition: Edition) -> None:
    desks.drafter.post(edit_of(edition), typed(edition, formed_on="六月三十日"))
    page = html(desks.drafter.get(edit_of(edition)))
    assert re.search(r'<input type="text" name="formed_on" value="六月三十日"', page)


def test_dangerous_markup_is_taken_out_and_said(desks: Desks, edition: Edition) -> None:
    form = typed(edition, body="<p>正文<script>alert(1)</script></p>")
    answer = desks.drafter.post(edit_of(edition), form, follow=True)
    assert any("脚本" in message for message in said(answer))
    assert now(edition).body == "<p>正文</p>"


def test_values_of_the_kind_are_kept(desks: Desks) -> None:
    edition = drafted(desks.staff, kind="budget", now=desks.now)
    form = typed(
        edition, field_year="二〇二六", field_report="预算", field_approved_on="2026-01-20"
    )
    desks.drafter.post(edit_of(edition), form)
    assert now(edition).fields == {
        "year": "二〇二六",
        "report": "预算",
        "approved_on": "2026-01-20",
    }
    page = html(desks.drafter.post(edit_of(fresh(edition)), typed(fresh(edition), "submit")))
    assert re.search(r'id="id_field_year_error".*?应当是数字', page, re.DOTALL)


def test_it_is_sent_to_review(desks: Desks, edition: Edition) -> None:
    answer = desks.drafter.post(edit_of(edition), typed(edition, "submit"), follow=True)
    assert any("科室负责人" in message for message in said(answer))
    assert fresh(edition).state == "in_review"


def test_what_is_missing_stands_beside_its_field(desks: Desks, edition: Edition) -> None:
    form = typed(edition, "submit", disclosure_class="", title="新的标题", formed_on="")
    answer = desks.drafter.post(edit_of(edition), form)
    page = html(answer)
    assert answer.status_code == 422
    assert re.search(r'id="id_disclosure_class_error".*?还没有认定公开属性', page, re.DOTALL)
    assert re.search(r'id="id_formed_on_error".*?没有生成日期', page, re.DOTALL)
    assert 'value="新的标题"' in page
    assert now(edition).title == "新的标题"
    assert hidden(page, "version") == str(fresh(edition).version)


def test_findings_of_the_checks_block_and_show_their_place(desks: Desks, edition: Edition) -> None:
    body = f"{unpack(edition.content).body}<p>机密★10年</p>"
    answer = desks.drafter.post(edit_of(edition), typed(edition, "submit", body=body))
    page = html(answer)
    assert answer.status_code == 422
    assert "内容检查还有" in page
    assert re.search(r'data-part="body" data-start="\d+" data-quote="机密', page)
    assert "不能豁免" in page


def test_a_personal_number_is_masked_in_words_but_found_again(
    desks: Desks, edition: Edition
) -> None:
    body = f"{unpack(edition.content).body}<p>身份证号码：11010519491231002X</p>"
    desks.drafter.post(edit_of(edition), typed(edition, "check", body=body))
    page = html(desks.drafter.get(edit_of(edition)))
    assert 'data-quote="11010519491231002X"' in page
    assert "110105********002X" in page


def test_the_urgent_path_asks_why(desks: Desks, edition: Edition) -> None:
    answer = desks.drafter.post(edit_of(edition), typed(edition, "urgent", urgent_reason=" "))
    assert answer.status_code == 422
    assert "紧急发布没有写明理由" in html(answer)
    form = typed(fresh(edition), "urgent", urgent_reason="台风预警")
    answer = desks.drafter.post(edit_of(edition), form, follow=True)
    assert any("发布以后补审" in message for message in said(answer))
    assert fresh(edition).is_urgent


def test_a_reason_typed_for_later_is_not_lost_by_saving(desks: Desks, edition: Edition) -> None:
    form = typed(edition, "save", urgent_reason="台风预警")
    page = html(desks.drafter.post(edit_of(edition), form, follow=True))
    assert re.search(r"<textarea[^>]*name=\"urgent_reason\"[^>]*>\s*台风预警", page)


def test_it_is_given_up(desks: Desks, edition: Edition) -> None:
    answer = desks.drafter.post(edit_of(edition), typed(edition, "discard"))
    assert answer.headers["Location"] == "/desk/items/"
    assert fresh(edition).state == "discarded"


def test_it_is_shown_as_the_public_will_see_it(desks: Desks) -> None:
    written = draft(now=desks.now, fields={"name": "示范会议", "topics": "讨论预算"})
    edition = drafted(desks.staff, kind="meeting", written=written, now=desks.now)
    answer = desks.drafter.post(edit_of(edition), typed(edition, "preview"))
    page = html(desks.drafter.get(answer.headers["Location"]))
    assert f"<h1>{written.title}</h1>" in page
    assert "<h2>一、检查范围</h2>" in page
    assert re.search(r'<th scope="row">会议名称</th><td>示范会议</td>', page)
    assert "还没有发布" in page


class TestTwoAtOnce:
    def other_saves(self, desks: Desks, edition: Edition) -> Edition:
        changed = replace(unpack(edition.content), summary="别人写的概述")
        return save_draft(
            desks.staff.unit_head,
            edition_id=edition.pk,
            expected=edition.version,
            draft=changed,
            now=desks.now,
        )

    def test_the_second_sees_both_and_loses_nothing(self, desks: Desks, edition: Edition) -> None:
        self.other_saves(desks, edition)
        answer = desks.drafter.post(edit_of(edition), typed(edition, summary="我写的概述"))
        page = html(answer)
        assert answer.status_code == 409
        assert "有人同时修改" in page
        assert desks.staff.unit_head.name in page
        assert "我写的概述</textarea>" in page
        assert "<del" in page
        assert now(edition).summary == "别人写的概述"
        assert "data-autosave=" not in page

    def test_one_may_save_on_top_after_seeing(self, desks: Desks, edition: Edition) -> None:
        theirs = self.other_saves(desks, edition)
        page = html(desks.drafter.post(edit_of(edition), typed(edition, summary="我写的概述")))
        over = re.search(r'name="over" value="(\d+)"', page)
        assert over
        assert over[1] == str(theirs.version)
        form = typed(edition, "", summary="我写的概述", over=over[1])
        assert desks.drafter.post(edit_of(edition), form).status_code == 302
        assert now(edition).summary == "我写的概述"

    def test_autosave_is_told_too(self, desks: Desks, edition: Edition) -> None:
        self.other_saves(desks, edition)
        sent = {"version": edition.version, "changed": "summary", "summary": "我写的概述"}
        answer = desks.drafter.post(f"/desk/editions/{edition.pk}/autosave/", sent)
        assert answer.status_code == 409
        assert "对照全部内容" in html(answer)
        assert now(edition).summary == "别人写的概述"

    def test_what_went_to_review_meanwhile_is_not_changed(
        self, desks: Desks, edition: Edition
    ) -> None:
        desks.drafter.post(edit_of(edition), typed(edition, "submit"))
        answer = desks.drafter.post(edit_of(edition), typed(edition, summary="我写的概述"))
        page = html(answer)
        assert answer.status_code == 409
        assert "现在不能保存" in page
        assert "我写的概述</textarea>" in page
        assert 'name="over"' not in page


class TestAutosave:
    def post(self, desks: Desks, edition: Edition, **sent: object) -> "Response":
        form = {"version": edition.version, **sent}
        return desks.drafter.post(f"/desk/editions/{edition.pk}/autosave/", form)

    def test_only_what_changed_is_sent_and_the_rest_stays(
        self, desks: Desks, edition: Edition
    ) -> None:
        before = unpack(edition.content)
        answer = self.post(desks, edition, changed="title", title="改过的标题")
        assert answer.status_code == 200
        assert answer.json()["fields"] == {"version": str(edition.version + 1)}
        assert re.fullmatch(r"\d\d:\d\d", answer.json()["at"])
        assert now(edition) == replace(before, title="改过的标题")

    def test_a_box_that_was_unticked_is_sent_without_a_value(
        self, desks: Desks, edition: Edition
    ) -> None:
        self.post(desks, edition, changed="is_key", is_key="on")
        assert now(edition).is_key
        self.post(desks, fresh(edition), changed="is_key")
        assert not now(edition).is_key

    def test_nothing_new_keeps_the_version(self, desks: Desks, edition: Edition) -> None:
        answer = self.post(desks, edition, changed="find", find="预算")
        assert answer.json()["fields"] == {"version": str(edition.version)}


class TestWaiving:
    def fingerprint(self, page: str, code: str) -> str:
        """The fingerprint under which a finding may be waived."""
        for part in page.split('<li class="finding')[1:]:
            if code in part and (found := re.search(r'value="waive:([^"]+)"', part)):
                return found[1]
        raise AssertionError(code)

    def test_a_finding_is_let_pass_with_a_reason_and_that_is_taken_back(
        self, desks: Desks, edition: Edition
    ) -> None:
        body = f"{unpack(edition.content).body}<p>请按要求布署。</p>"
        desks.drafter.post(edit_of(edition), typed(edition, "check", body=body))
        page = html(desks.drafter.get(edit_of(edition)))
        mark = self.fingerprint(page, "WORDING-TYPO")
        form = typed(fresh(edition), f"waive:{mark}", summary="同时改的概述")
        assert desks.drafter.post(edit_of(edition), form).status_code == 422
        form = typed(fresh(edition), f"waive:{mark}", **{f"reason:{mark}": "引用原文如此"})
        desks.drafter.post(edit_of(edition), form)
        page = html(desks.drafter.get(edit_of(edition)))
        assert "引用原文如此" in page
        assert now(edition).summary == "同时改的概述"
        lifted = re.search(r'value="(lift:\d+)"', page)
        assert lifted
        desks.drafter.post(edit_of(edition), typed(fresh(edition), lifted[1]))
        assert "引用原文如此" not in html(desks.drafter.get(edit_of(edition)))


class TestInterpreting:
    def test_a_released_paper_is_looked_for_and_chosen(self, desks: Desks) -> None:
        paper = released(desks.staff, kind="policy", written=draft(7, now=desks.now), now=desks.now)
        edition = drafted(desks.staff, kind="interpretation", now=desks.now)
        answer = desks.drafter.post(edit_of(edition), typed(edition, "find", find="第7批"))
        page = html(desks.drafter.get(answer.headers["Location"]))
        assert f'value="{paper.item_id}"' in page
        assert "没有关联文件" in page
        form = typed(fresh(edition), "save", interprets=[paper.item_id])
        desks.drafter.post(edit_of(edition), form)
        assert now(edition).interprets == (paper.item_id,)
        page = html(desks.drafter.get(edit_of(edition)))
        assert re.search(rf'value="{paper.item_id}"[^>]* checked', page)

    def test_another_kind_has_nothing_to_interpret(self, desks: Desks, edition: Edition) -> None:
        assert 'name="interprets"' not in html(desks.drafter.get(edit_of(edition)))


def test_what_came_back_says_from_whom_and_why(desks: Desks) -> None:
    edition = returned(desks.staff, written=draft(now=desks.now), now=desks.now)
    page = html(desks.drafter.get(edit_of(edition)))
    assert f"科室负责人　{desks.staff.unit_head.name}退回" in page
    assert "发现一处笔误" in page
    assert "重新送审" in page


def test_a_correction_shows_its_reason(desks: Desks) -> None:
    item = released(desks.staff, written=draft(now=desks.now), now=desks.now).item_id
    page = html(desks.drafter.get(edit_of(correcting(desks.staff, item, desks.now))))
    assert "更正的原因：发现一处笔误" in page
    assert "公众看到的内容不变" in page


def test_what_is_under_review_is_not_opened(desks: Desks) -> None:
    edition = submitted(desks.staff, written=draft(now=desks.now), now=desks.now)
    answer = desks.drafter.get(edit_of(edition))
    assert answer.headers["Location"] == f"/desk/items/{edition.item_id}/"


def test_the_due_day_follows_what_is_typed(desks: Desks, edition: Edition) -> None:
    address = f"/desk/editions/{edition.pk}/due/"
    assert "2025年6月30日" in html(desks.drafter.get(f"{address}?formed_on=2025-06-30"))
    assert "已经逾期" in html(desks.drafter.get(f"{address}?formed_on=2025-06-30"))
    for value in ("", "昨天", "9999-12-31"):
        assert "填写生成日期后" in html(desks.drafter.get(f"{address}?formed_on={value}"))


@pytest.mark.parametrize("page", ["edit", "autosave", "due", "preview", "pictures"])
def test_nobody_else_writes(desks: Desks, edition: Edition, page: str) -> None:
    address = f"/desk/editions/{edition.pk}/{page}/"
    stranger = signed_in(serving("fremd", desks.region.stranger, Role.DRAFTER))
    for client in (stranger, desks.leader, desks.secrecy):
        assert {client.get(address).status_code, client.post(address).status_code} <= {404, 405}
    assert Client().get(address).status_code in {302, 405}
