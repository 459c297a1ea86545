"""The day of receipt follows from the way and its evidence (Art. 31)."""

from datetime import date

import pytest

from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.receipt import BASES, Evidence, receipt
from gongkai.core.finding import Severity

MONDAY, TUESDAY, FRIDAY = date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 7)
CALLED = "电话"


@pytest.mark.parametrize(
    ("evidence", "words", "item"),
    [
        pytest.param(Evidence(SubmissionWay.COUNTER, MONDAY), "提交之日", 1, id="当面提交"),
        pytest.param(
            Evidence(SubmissionWay.EMS, signed_on=MONDAY), "行政机关签收之日", 2, id="邮寄签收"
        ),
        pytest.param(
            Evidence(SubmissionWay.LETTER, MONDAY, None, MONDAY, CALLED),
            "当日与申请人确认",
            2,
            id="平常信函当日确认",
        ),
        pytest.param(
            Evidence(SubmissionWay.FAX, date(2025, 3, 1), None, MONDAY, CALLED),
            "双方确认之日",
            3,
            id="传真",
        ),
        pytest.param(
            Evidence(SubmissionWay.PORTAL, MONDAY, None, MONDAY, "短信"), "双方确认", 3, id="网上"
        ),
        pytest.param(
            Evidence(SubmissionWay.EMAIL, None, None, MONDAY, "回复邮件"), "双方确认", 3, id="邮箱"
        ),
    ],
)
def test_the_day_that_counts(evidence: Evidence, words: str, item: int) -> None:
    found = receipt(evidence, FRIDAY)
    assert found.day == MONDAY
    assert words in found.explanation
    assert "2025-03-03" in found.explanation
    assert (found.cite.article, found.cite.item) == (31, item)
    assert found.findings == ()


def test_every_way_has_its_day() -> None:
    assert set(BASES) == set(SubmissionWay)


def test_a_letter_confirmed_later_counts_from_the_confirmation_and_says_so() -> None:
    found = receipt(Evidence(SubmissionWay.LETTER, MONDAY, None, TUESDAY, CALLED), FRIDAY)
    assert found.day == TUESDAY
    assert "2025-03-03 收到信函，2025-03-04 才与申请人确认" in found.explanation
    [finding] = found.findings
    assert (finding.code, finding.severity) == ("RECEIPT-LETTER-LATE", Severity.WARNING)


def test_a_letter_whose_arrival_was_not_written_down_is_not_late() -> None:
    found = receipt(Evidence(SubmissionWay.LETTER, None, None, TUESDAY, CALLED), FRIDAY)
    assert (found.day, found.findings) == (TUESDAY, ())


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        pytest.param(Evidence(SubmissionWay.COUNTER), "RECEIPT-MISSING", id="没有提交日期"),
        pytest.param(Evidence(SubmissionWay.EMS, MONDAY), "RECEIPT-MISSING", id="没有签收日期"),
        pytest.param(Evidence(SubmissionWay.EMAIL, MONDAY), "RECEIPT-MISSING", id="没有确认"),
        pytest.param(
            Evidence(SubmissionWay.COUNTER, date(2025, 3, 8)), "RECEIPT-FUTURE", id="提交在将来"
        ),
        pytest.param(
            Evidence(SubmissionWay.COUNTER, date(1, 1, 1)), "RECEIPT-ANCIENT", id="条例施行以前"
        ),
        pytest.param(
            Evidence(SubmissionWay.EMS, MONDAY, date(2025, 3, 8)), "RECEIPT-FUTURE", id="签收在将来"
        ),
        pytest.param(
            Evidence(SubmissionWay.EMAIL, TUESDAY, None, MONDAY, CALLED),
            "RECEIPT-ORDER",
            id="确认早于到达",
        ),
        pytest.param(
            Evidence(SubmissionWay.FAX, MONDAY, None, MONDAY, " "), "RECEIPT-METHOD", id="没有方式"
        ),
        pytest.param(
            Evidence(SubmissionWay.EMS, date(2025, 3, 8)), "RECEIPT-ARRIVAL", id="到达在将来"
        ),
    ],
)
def test_bad_evidence_gives_no_day(evidence: Evidence, code: str) -> None:
    found = receipt(evidence, FRIDAY)
    assert found.day is None
    assert code in {finding.code for finding in found.findings}
    assert all(finding.text and finding.hint and finding.cite for finding in found.findings)


def test_what_is_lacking_is_named() -> None:
    found = receipt(Evidence(SubmissionWay.EMS), FRIDAY)
    assert found.explanation == "还不能确定收到申请之日：缺少签收日期"
