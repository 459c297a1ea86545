"""Letters of a case: their numbers, where their words come from, what happens to wrong ones."""

from datetime import date

import pytest
from django.db import transaction

from gongkai.apps.applications.delivery.delivering import Sending, send_letter
from gongkai.apps.applications.letters.lettering import Order, issued, void_letter
from gongkai.apps.applications.letters.notices import MAKERS, issue_notice
from gongkai.apps.applications.letters.values import standing_of, values_of, ways_of
from gongkai.apps.applications.models import (
    Application,
    Consultation,
    Correction,
    Deferral,
    Extension,
    FeeNotice,
    Letter,
    Profile,
)
from gongkai.apps.applications.previews.notice_queries import possible_notices
from gongkai.core.applications.letters.kinds import LETTERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.applications.answering import NOON, Answering, pdf_text
from tests.apps.applications.at_work import codes

pytestmark = pytest.mark.django_db
TODAY, DAY = NOON.date(), date(2026, 3, 20)


@pytest.fixture
def desk() -> Answering:
    return Answering()


def prepared(desk: Answering) -> int:
    """A case that holds something of every kind; the number of a consultation."""
    case = desk.case
    Correction.objects.create(
        application=case,
        asked_on=TODAY,
        answer_by=DAY,
        points=["写明文件的年份", "写明用途"],
        guidance="可以查阅公开目录",
    )
    Extension.objects.create(
        application=case,
        state="approved",
        workdays=20,
        reason="需要调取多年档案",
        proposed_at=NOON,
        due_before=TODAY,
        due_after=DAY,
    )
    Deferral.objects.create(
        application=case,
        facts="一个月内提出36件",
        asked_on=TODAY,
        answer_by=DAY,
        judged="申请较多",
        deferred_until=DAY,
    )
    FeeNotice.objects.create(
        application=case,
        state="noticed",
        method="items",
        quantity=22,
        amount=1200,
        steps=["第11至22件，每件100元"],
        pay_by=DAY,
    )
    Profile.objects.update(account="持本通知到财政窗口缴纳")
    return Consultation.objects.create(
        application=case,
        kind="third_party",
        party="示例科技有限公司",
        party_masked="示例＊＊公司",
        matter="投标文件中的报价表",
        asked_on=TODAY,
        judged="关系周边居民健康",
        public_interest=True,
    ).pk


def issue(desk: Answering, code: str, about: int | None = None) -> Letter:
    return issue_notice(desk.handler, application_id=desk.case.pk, code=code, about=about, now=NOON)


@pytest.mark.parametrize(
    ("code", "number", "told"),
    [
        pytest.param("DOC-02", "补正", "（二）写明用途", id="补正告知书"),
        pytest.param("DOC-03", "延期", "延长至2026年3月20日", id="延期答复告知书"),
        pytest.param("DOC-04", "征求", "投标文件中的报价表", id="征求第三方意见书"),
        pytest.param("DOC-05", "征求", "视为同意公开", id="征求意见函"),
        pytest.param("DOC-06", "告知", "关系周边居民健康", id="告知第三方决定书"),
        pytest.param("DOC-07", "说理", "一个月内提出36件", id="说明理由通知书"),
        pytest.param("DOC-08", "收费", "合计1200元（大写：壹仟贰佰元整）", id="收费通知书"),
        pytest.param("DOC-22", "延迟", "延迟至2026年3月20日", id="延迟答复告知书"),
        pytest.param("DOC-22", "延迟", "您说明的理由合理：申请较多。", id="认定理由合理"),
        pytest.param("DOC-06", "告知", "如不服本决定，可以自收到", id="决定的救济途径"),
    ],
)
def test_a_notice_says_what_the_case_holds(
    desk: Answering, code: str, number: str, told: str
) -> None:
    about = prepared(desk)
    if code == "DOC-05":
        Consultation.objects.update(kind="organ")
    letter = issue(desk, code, about)
    assert letter.number == f"示财依申请{number}〔2025〕1号"
    assert told in letter.content
    assert told in pdf_text(letter)
    is_for_others = code in {"DOC-04", "DOC-05", "DOC-06"}
    assert letter.addressee == ("示例科技有限公司" if is_for_others else "张明")
    assert ("行政复议" in letter.content) is (code == "DOC-06")


@pytest.mark.parametrize(
    ("code", "cited"),
    [
        pytest.param("DOC-02", "第三十条", id="补正告知书"),
        pytest.param("DOC-03", "第三十三条第二款", id="延期答复告知书"),
        pytest.param("DOC-04", "第三十二条", id="征求第三方意见书"),
        pytest.param("DOC-05", "第三十四条", id="征求意见函"),
        pytest.param("DOC-06", "第三十二条", id="告知第三方决定书"),
        pytest.param("DOC-07", "第三十五条", id="说明理由通知书"),
        pytest.param("DOC-08", "第四十二条，《政府信息公开信息处理费管理办法》", id="收费通知书"),
        pytest.param("DOC-22", "第三十五条", id="延迟答复告知书"),
    ],
)
def test_a_notice_names_its_article(desk: Answering, code: str, cited: str) -> None:
    about = prepared(desk)
    if code == "DOC-05":
        Consultation.objects.update(kind="organ")
    letter = issue(desk, code, about)
    assert f"依据《中华人民共和国政府信息公开条例》{cited}" in letter.content


def test_a_notice_is_issued_once_and_anew_when_it_was_voided(desk: Answering) -> None:
    prepared(desk)
    first = issue(desk, "DOC-02")
    with pytest.raises(BlockedError) as error:
        issue(desk, "DOC-02")
    assert codes(error) == {"NOTICE-TWICE"}
    void_letter(desk.handler, letter_id=first.pk, reason="日期有误")
    second = issue(desk, "DOC-02")
    assert (first.number, second.number) == (
        "示财依申请补正〔2025〕1号",
        "示财依申请补正〔2025〕1-2号",
    )
    first.refresh_from_db()
    assert (first.state, first.voided_reason) == ("voided", "日期有误")


def test_no_organ_gets_a_third_partys_letter_and_the_other_way_round(desk: Answering) -> None:
    about = prepared(desk)
    for kind, code in (("third_party", "DOC-05"), ("organ", "DOC-04")):
        Consultation.objects.update(kind=kind)
        with pytest.raises(BlockedError) as error:
            issue(desk, code, about)
        assert codes(error) == {"NOTICE-NOTHING"}


@pytest.mark.parametrize("code", [*MAKERS, "DOC-01", "DOC-11", "?"])
def test_without_a_record_there_is_nothing_to_tell(desk: Answering, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        issue(desk, code)
    assert codes(error) == {"NOTICE-NOTHING"}
    assert not Letter.objects.exists()


def test_all_notices_can_be_issued_somehow() -> None:
    notices = {row.code for row in LETTERS if not row.is_reply} - {"DOC-01"}
    assert set(MAKERS) == notices | {"DOC-20", "DOC-20A"}


@pytest.mark.parametrize(("decision", "code"), [("uncorrected", "DOC-20"), ("unpaid", "DOC-20A")])
def test_who_abandoned_it_is_told(desk: Answering, decision: str, code: str) -> None:
    prepared(desk)
    issue(desk, "DOC-08")
    with pytest.raises(BlockedError):
        issue(desk, code)
    Application.objects.filter(pk=desk.case.pk).update(decision=decision)
    letter = issue(desk, code)
    assert "视为放弃申请" in letter.content
    assert "6个月内直接向" in letter.content


def test_a_delivery_form_names_the_letter(desk: Answering) -> None:
    prepared(desk)
    notice = issue(desk, "DOC-02")
    empty = issue(desk, "DOC-23", notice.pk)
    assert notice.number in pdf_text(empty)
    void_letter(desk.handler, letter_id=empty.pk, reason="重填")
    sending = Sending("post", TODAY, "九号路9号", "中国邮政EMS", "EX123456789CN")
    send_letter(desk.handler, letter_id=notice.pk, sending=sending, now=NOON)
    assert "EX123456789CN" in pdf_text(issue(desk, "DOC-23", notice.pk))


def test_what_reached_somebody_is_not_voided(desk: Answering) -> None:
    prepared(desk)
    letter = issue(desk, "DOC-02")
    sending = Sending("counter", TODAY, signed_on=TODAY, signed_by="张明")
    send_letter(desk.handler, letter_id=letter.pk, sending=sending, now=NOON)
    with pytest.raises(BlockedError) as error:
        void_letter(desk.handler, letter_id=letter.pk, reason="有误")
    assert codes(error) == {"LETTER-SENT"}


def test_what_the_letter_needs_must_be_known(desk: Answering) -> None:
    prepared(desk)
    Profile.objects.update(phone="")
    with pytest.raises(BlockedError) as error:
        issue(desk, "DOC-02")
    assert codes(error) == {"LETTER-UNFILLED"}


def test_the_case_knows_which_notices_it_can_issue(desk: Answering) -> None:
    assert possible_notices(desk.handler, desk.case.pk) == []
    about = prepared(desk)
    found = possible_notices(desk.handler, desk.case.pk)
    assert {row.kind.code for row in found} == {
        "DOC-02", "DOC-03", "DOC-04", "DOC-06", "DOC-07", "DOC-08", "DOC-22",
    }  # fmt: skip
    asked = next(row for row in found if row.kind.code == "DOC-04")
    assert (asked.about, asked.to, asked.letter) == (about, "示例科技有限公司", None)
    letter = issue(desk, "DOC-04", about)
    again = possible_notices(desk.handler, desk.case.pk)
    assert next(row for row in again if row.kind.code == "DOC-04").letter == letter
    assert [row.about for row in again if row.kind.code == "DOC-23"] == [letter.pk]
    with pytest.raises(Application.DoesNotExist):
        possible_notices(desk.stranger, desk.case.pk)


def test_only_whoever_works_on_the_case_issues(desk: Answering) -> None:
    prepared(desk)
    with pytest.raises(Application.DoesNotExist):
        issue_notice(desk.stranger, application_id=desk.case.pk, code="DOC-02", now=NOON)
    with pytest.raises(NotAllowedError):
        issue_notice(desk.legal, application_id=desk.case.pk, code="DOC-02", now=NOON)
    with pytest.raises(Letter.DoesNotExist):
        void_letter(desk.stranger, letter_id=issue(desk, "DOC-02").pk, reason="x")


def test_the_receipt_tells_the_query_code(desk: Answering) -> None:
    with transaction.atomic():
        order = Order("DOC-01", {"query_code": desk.case.query_code})
        letter = issued(desk.case, order, actor=desk.handler, now=NOON)
    assert letter.number == "示财依申请回执〔2025〕1号"
    assert desk.case.query_code in pdf_text(letter)
    assert desk.case.query_code not in letter.content


def test_an_organisation_is_addressed_as_one(desk: Answering) -> None:
    assert values_of(desk.case)["you"] == "您"
    desk.case.applicant_kind = "business"
    assert values_of(desk.case)["you"] == "你单位"


def test_who_reviews_follows_from_the_tree_unless_the_profile_says(desk: Answering) -> None:
    region = desk.region
    assert ways_of(desk.organ).body == "示范市人民政府"
    assert ways_of(region.town).body == "示范县人民政府"
    assert "中级" in ways_of(region.county).court
    assert [name for _, name in standing_of(region.town).above] == [
        "示范县人民政府",
        "示范市人民政府",
    ]
    Profile.objects.update(review_body="示范市政府复议办", court="示范区人民法院")
    found = ways_of(desk.organ)
    assert (found.body, found.court) == ("示范市政府复议办", "示范区人民法院")
