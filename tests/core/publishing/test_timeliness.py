"""Timeliness (R1-17, R1-18, Art. 26): the earlier of the kind's term and twenty working days."""

from datetime import date

import pytest

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.publishing.kinds import KINDS
from gongkai.core.publishing.timeliness import (
    DAILY,
    KEY,
    LICENCE,
    NOTICE,
    STATUTORY,
    TERMS,
    Term,
    days_late,
    due,
)
from tests.core.calendar.notices import announced

CALENDAR = announced()
FRIDAY = date(2025, 9, 26)
CASES = {
    "公告通知当日": (NOTICE, date(2025, 9, 26), date(2025, 9, 26)),
    "休息日形成的公告，下一个工作日": (NOTICE, date(2025, 9, 27), date(2025, 9, 28)),
    "国庆假期形成的公告，节后第一天": (NOTICE, date(2025, 10, 3), date(2025, 10, 9)),
    "重点信息三个工作日，含调休上班": (KEY, FRIDAY, date(2025, 9, 30)),
    "日常信息五个工作日，跨国庆": (DAILY, FRIDAY, date(2025, 10, 10)),
    "许可处罚七个工作日": (LICENCE, FRIDAY, date(2025, 10, 13)),
    "法定二十个工作日": (Term("long", "更长的期限", 60), FRIDAY, date(2025, 10, 30)),
}


@pytest.mark.parametrize(("term", "formed", "expected"), CASES.values(), ids=list(CASES))
def test_due(term: Term, formed: date, expected: date) -> None:
    assert due(formed, term, CALENDAR).day == expected


def test_the_reckoning_names_both_terms_and_the_article() -> None:
    found = due(FRIDAY, KEY, CALENDAR)
    assert found.steps == (
        "法定期限：20 个工作日，至 2025-10-30（《中华人民共和国政府信息公开条例》第二十六条）",
        "重点信息：3 个工作日，至 2025-09-30",
    )
    assert not found.provisional


def test_a_year_without_its_notice_is_provisional() -> None:
    assert due(date(2031, 3, 3), DAILY, WorkdayCalendar()).provisional


@pytest.mark.parametrize(
    ("published", "late"),
    [
        (date(2025, 9, 29), 0),
        (date(2025, 9, 30), 0),
        (date(2025, 10, 8), 0),
        (date(2025, 10, 9), 1),
        (date(2025, 10, 11), 3),
    ],
    ids=["提前", "当天", "假期里不算", "晚一个工作日", "调休上班的周六也算"],
)
def test_days_late_are_working_days(published: date, late: int) -> None:
    assert days_late(date(2025, 9, 30), published, CALENDAR) == late


def test_every_kind_has_a_known_term() -> None:
    assert {kind.term.key for kind in KINDS} <= set(TERMS)
    assert STATUTORY.workdays == max(term.workdays for term in TERMS.values())
