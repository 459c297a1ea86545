"""Which day a reply counts for, and who may carry it."""

from datetime import date

import pytest

from gongkai.core.applications.letters.delivery import (
    CARRIERS,
    MAIL_NUMBER,
    WAYS,
    Counts,
    Days,
    DeliveryWay,
    counts_on,
    is_post,
)

SENT, SIGNED = date(2026, 3, 5), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("way", "days", "day"),
    [
        pytest.param("counter", Days(SENT, SIGNED), SIGNED, id="直接送达算签收"),
        pytest.param("counter", Days(SENT), None, id="没有签收"),
        pytest.param("entrusted", Days(SENT, SIGNED), SIGNED, id="委托送达算签收"),
        pytest.param("post", Days(SENT, SIGNED), SENT, id="邮寄算交邮"),
        pytest.param("email", Days(SENT, None, SIGNED), SENT, id="邮件确认后算发出"),
        pytest.param("email", Days(SENT), None, id="邮件没有确认"),
        pytest.param("portal", Days(SENT, None, SENT), SENT, id="网上确认后算发出"),
    ],
)
def test_the_day_that_counts(way: str, days: Days, day: date | None) -> None:
    assert counts_on(DeliveryWay(way), days) == day


@pytest.mark.parametrize("carrier", [*CARRIERS, "邮政速递", "EMS"])
def test_the_post_may_carry_letters(carrier: str) -> None:
    assert is_post(carrier)


@pytest.mark.parametrize("carrier", ["顺丰速运", "某快递", "", "中通（代EMS）"])
def test_other_couriers_may_not(carrier: str) -> None:
    assert not is_post(carrier)


@pytest.mark.parametrize(("number", "fits"), [("EX123456789CN", True), ("1234567890123", True),
                                              ("SF1234567890", False)])  # fmt: skip
def test_numbers_of_the_post(number: str, fits: bool) -> None:
    assert bool(MAIL_NUMBER.fullmatch(number)) is fits


def test_every_way_has_words_and_a_basis() -> None:
    assert set(WAYS) == set(DeliveryWay)
    assert all(way.label and WAYS[way].cite for way in DeliveryWay)
    assert [row.label for row in Counts] == ["签收之日", "交邮之日", "发出之日（经确认）"]
