"""When a guide has to be looked through again."""

from datetime import date

import pytest

from gongkai.core.catalogue.reviewing import Facts, Reason, earlier, reasons

TODAY = date(2025, 6, 30)
HERE = Facts("示范县财政局", "0990-1234567")


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (TODAY, 12, date(2024, 6, 30)),
        (date(2025, 1, 15), 1, date(2024, 12, 15)),
        (date(2025, 3, 31), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_months_are_counted_back(day: date, months: int, before: date) -> None:
    assert earlier(day, months) == before


@pytest.mark.parametrize(
    ("reviewed", "waits"),
    [(date(2024, 7, 1), False), (date(2024, 6, 30), True), (None, True)],
)
def test_after_twelve_months_it_waits(reviewed: date | None, waits: bool) -> None:
    found = reasons(reviewed, HERE, HERE, TODAY, 12)
    assert (Reason.OLD in found) is waits


def test_another_name_or_contact_makes_it_wait() -> None:
    now = Facts("示范县财政和国资局", "0990-7654321")
    assert reasons(TODAY, HERE, now, TODAY, 12) == (Reason.RENAMED, Reason.CONTACT)
    assert reasons(TODAY, HERE, HERE, TODAY, 12) == ()


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_said(reason: Reason) -> None:
    assert reason.label
