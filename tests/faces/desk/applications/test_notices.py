"""Notices at the desk: what can be issued now, the preview, the letter; the case page's clock bar
and fee hint; what waits because a letter has not gone out."""

from datetime import timedelta

import pytest

from gongkai.apps.applications.handling.correcting import CorrectionNotice, ask_correction
from gongkai.apps.applications.letters.notices import MAKERS
from gongkai.apps.applications.models import Application, Correction, Delivery, Letter
from gongkai.core.applications.letters.delivery import DeliveryWay
from gongkai.core.identity import Role
from gongkai.faces.desk.applications.notices import USES
from tests.faces.desk.applications.bureau import Bureau, case_of
from tests.faces.desk.publishing.desks import said
from tests.faces.sending import html

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


def correcting(bureau: Bureau) -> Application:
    """A case whose applicant is asked for a correction."""
    row = bureau.handled()
    notice = CorrectionNotice(["写明文件年份"], "可以查阅公开目录", bureau.today + timedelta(30))
    ask_correction(
        bureau.actor(Role.HANDLER),
        application_id=row.pk,
        expected=row.version,
        notice=notice,
        now=bureau.now,
    )
    return row


def issued(bureau: Bureau, row: Application, code: str = "DOC-02") -> Letter:
    """A notice issued at the desk."""
    answer = bureau.handler.post(f"{case_of(row)}notices/issue/", {"code": code, "about": ""})
    letter = Letter.objects.filter(application=row, code=code).get()
    assert answer.headers["Location"] == f"/desk/letters/{letter.pk}/"
    return letter


def test_every_notice_says_what_it_is_for() -> None:
    assert set(USES) == set(MAKERS)


def test_a_notice_is_offered_looked_at_and_issued_once(bureau: Bureau) -> None:
    row = correcting(bureau)
    assert "另发文书" in html(bureau.handler.get(case_of(row)))
    address = f"{case_of(row)}notices/"
    page = html(bureau.handler.get(address))
    assert "政府信息公开申请补正告知书" in page
    assert "政府信息公开申请延期答复告知书" not in page
    shown = bureau.handler.get(f"{address}preview/?code=DOC-02")
    assert shown.content[:5] == b"%PDF-"
    assert not Letter.objects.filter(code="DOC-02").exists()
    letter = issued(bureau, row)
    again = bureau.handler.post(f"{address}issue/", {"code": "DOC-02"}, follow=True)
    assert said(again)
    assert Letter.objects.filter(code="DOC-02").count() == 1
    page = html(bureau.handler.get(address))
    assert "已经印发" in page
    assert letter.number in page
    assert f'name="about" value="{letter.pk}"' in page


@pytest.mark.parametrize("code", ["DOC-03", "DOC-99", ""])
def test_what_the_case_cannot_tell_is_said(bureau: Bureau, code: str) -> None:
    row = bureau.handled()
    address = f"{case_of(row)}notices/"
    assert said(bureau.handler.get(f"{address}preview/?code={code}&about=x", follow=True))
    assert said(bureau.handler.post(f"{address}issue/", {"code": code}, follow=True))
    assert not Letter.objects.exclude(code="DOC-01").exists()


def test_only_handlers_of_the_organ_issue(bureau: Bureau) -> None:
    row = correcting(bureau)
    for client in (bureau.outsider(), bureau.above, bureau.client(Role.LEADER)):
        for part in ("notices/", "notices/preview/?code=DOC-02"):
            assert client.get(case_of(row) + part).status_code == 404
        sent = client.post(f"{case_of(row)}notices/issue/", {"code": "DOC-02"})
        assert sent.status_code == 404
    assert not Letter.objects.filter(code="DOC-02").exists()


def test_what_is_not_sent_waits_and_its_arrival_is_entered_once(bureau: Bureau) -> None:
    row = correcting(bureau)
    assert "还没有发出的文书" not in html(bureau.handler.get("/desk/"))
    letter = issued(bureau, row)
    home = html(bureau.handler.get("/desk/"))
    assert "还没有发出的文书" in home
    assert letter.title in home
    content = {"sent_on": bureau.today.isoformat()}
    bureau.handler.post(f"/desk/letters/{letter.pk}/send/?way=counter", content)
    assert "等待签收、确认的文书" in html(bureau.handler.get("/desk/"))
    sent = Delivery.objects.get(letter=letter)
    assert Correction.objects.get().delivered_on is None
    outcome = {"day": bureau.today.isoformat(), "signed_by": "张一明"}
    bureau.handler.post(f"/desk/deliveries/{sent.pk}/settle/", outcome)
    assert Correction.objects.get().delivered_on == bureau.today


@pytest.mark.parametrize(
    ("way", "more", "address"),
    [
        (
            DeliveryWay.POST,
            {"carrier": "中国邮政EMS", "mail_number": "EX123456789CN"},
            "示范市一步路1号",
        ),
        (DeliveryWay.EMAIL, {}, "zhang@example.cn"),
    ],
    ids=["邮寄", "电子邮件"],
)
def test_without_an_address_the_applicants_own_is_used(
    bureau: Bureau, way: DeliveryWay, more: dict[str, str], address: str
) -> None:
    letter = issued(bureau, correcting(bureau))
    form = f"/desk/letters/{letter.pk}/send/?way={way.value}"
    assert address not in html(bureau.handler.get(form))
    bureau.handler.post(form, {"sent_on": bureau.today.isoformat(), **more})
    assert Delivery.objects.get(letter=letter).address == address


def test_over_the_net_the_page_says_which_day_counts(bureau: Bureau) -> None:
    letter = issued(bureau, correcting(bureau))
    page = html(bureau.handler.get(f"/desk/letters/{letter.pk}/send/?way=email"))
    assert "以发出日期为准" in page


def test_the_clock_is_drawn_with_its_words(bureau: Bureau) -> None:
    row = bureau.handled()
    start = bureau.today - timedelta(days=9)
    row.clock_entries.update(day=start)
    page = html(bureau.handler.get(case_of(row)))
    assert "期限的计算和暂停" in page
    assert f"{start + timedelta(days=1)} 至 {bureau.today} 计算" in page


def test_a_fee_is_hinted_at_beyond_the_free_items(bureau: Bureau) -> None:
    first = bureau.handled(*(f"第{number}份文件" for number in range(10)))
    assert "可以建议收费" not in html(bureau.handler.get(case_of(first)))
    many = bureau.handled("第十一份文件", "第十二份文件")
    page = html(bureau.handler.get(case_of(many)))
    assert "可以建议收费" in page
    assert "200 元" in page


def test_most_ask_for_information(bureau: Bureau) -> None:
    page = html(bureau.handler.get("/desk/applications/new/?way=counter"))
    assert '<option value="disclosure" selected>' in page
