"""The words of an application, and that they are the columns of the yearly table."""

from gongkai.core.applications.kinds import (
    ORGANISATION_PAPERS,
    PERSONAL_PAPERS,
    ApplicantKind,
    ApplicationKind,
    Medium,
    Paper,
    Provision,
    SubmissionWay,
)
from gongkai.core.reports.forms.common import APPLICANTS


def test_kinds_of_applicants_are_the_columns_of_table_3() -> None:
    columns = {column.key: column.label for column in APPLICANTS if column.key != "total"}
    assert {kind.value: kind.label for kind in ApplicantKind} == columns
    assert [kind for kind in ApplicantKind if kind.is_person] == [ApplicantKind.NATURAL]


def test_ways_that_can_never_be_refused() -> None:
    assert [way.label for way in SubmissionWay if way.is_basic] == [
        "当面提交",
        "邮寄（签收）",
        "平常信函",
    ]
    assert not SubmissionWay.EMAIL.is_basic


def test_words() -> None:
    assert [row.label for row in ApplicationKind] == ["公开政府信息", "更正自身信息记录"]
    assert all(row.label for enum in (Paper, Medium, Provision) for row in enum)
    assert {*PERSONAL_PAPERS, *ORGANISATION_PAPERS} == set(Paper)
