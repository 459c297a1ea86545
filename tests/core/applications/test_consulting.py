"""Whom an organ asks for an opinion, and what an answer means."""

import pytest

from gongkai.core.applications.consulting import (
    KIND,
    Opinion,
    PartyKind,
    Standing,
    masked_party,
    standing,
)
from gongkai.core.applications.deadlines import Cause


def test_both_have_fifteen_working_days_by_their_own_article() -> None:
    assert {kind: (row.term.workdays, row.term.cite.article) for kind, row in KIND.items()} == {
        PartyKind.THIRD_PARTY: (15, 32),
        PartyKind.ORGAN: (15, 34),
    }
    assert [row.cause for row in KIND.values()] == [Cause.THIRD_PARTY, Cause.OTHER_ORGAN]
    assert [row.label for row in PartyKind] == ["第三方", "其他机关"]
    assert [row.label for row in Opinion] == ["同意公开", "不同意公开", "逾期未提出意见"]


@pytest.mark.parametrize(
    ("opinion", "is_reasonable", "public_interest", "expected"),
    [
        pytest.param("", None, False, Standing.OPEN, id="等待"),
        pytest.param("agree", None, False, Standing.FREE, id="同意"),
        pytest.param("silent", None, False, Standing.FREE, id="逾期"),
        pytest.param("refuse", None, False, Standing.UNJUDGED, id="没有认定"),
        pytest.param("refuse", False, False, Standing.FREE, id="理由不合理"),
        pytest.param("refuse", True, False, Standing.BARRED, id="理由合理"),
        pytest.param("refuse", True, True, Standing.FREE, id="公共利益"),
    ],
)
def test_what_an_opinion_means(
    opinion: str, is_reasonable: bool | None, public_interest: bool, expected: Standing
) -> None:
    found = standing(opinion, is_reasonable=is_reasonable, public_interest=public_interest)
    assert found is expected


@pytest.mark.parametrize(
    ("kind", "name", "shown"),
    [
        (PartyKind.THIRD_PARTY, "李四", "李*"),
        (PartyKind.THIRD_PARTY, "李", "李*"),
        (PartyKind.THIRD_PARTY, "示例贸易有限公司", "示例贸易有限公司"),
        (PartyKind.ORGAN, "财政局", "财政局"),
    ],
)
def test_a_persons_name_is_starred(kind: PartyKind, name: str, shown: str) -> None:
    assert masked_party(kind, name) == shown
