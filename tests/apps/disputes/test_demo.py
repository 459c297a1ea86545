"""The demo's ledger: entered once, every kind and result in it, balanced in each year."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from gongkai.apps.disputes.demo import Refused, prepare_disputes
from gongkai.apps.disputes.demo_rows import ROWS
from gongkai.apps.disputes.dispute_queries import flows_seen
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.organs.demo import prepare_demo
from gongkai.core.disputes.counting import Flow, year
from gongkai.core.identity import SYSTEM
from tests.apps.disputes.cases import NOW

pytestmark = pytest.mark.django_db


def test_nothing_without_the_demo() -> None:
    assert prepare_disputes(NOW) == 0


def test_the_demo_has_three_years_of_every_kind_and_result() -> None:
    prepare_demo(SYSTEM, password="invented-password")
    assert prepare_disputes(NOW) == len(ROWS) == Dispute.objects.count()
    assert prepare_disputes(NOW) == 0
    assert set(Dispute.objects.values_list("kind", flat=True)) == {"review", "direct", "after"}
    results = set(Dispute.objects.values_list("result", flat=True))
    assert results == {"upheld", "corrected", "other", "pending"}
    assert Dispute.objects.exclude(duty="").count() >= 3
    for number in (2022, 2023, 2024, 2025):
        flows = flows_seen(SYSTEM, year(number))
        came = flows[Flow.RECEIVED] + flows[Flow.CARRIED_IN]
        assert came == flows[Flow.CLOSED] + flows[Flow.CARRIED_OUT]


def test_a_dispute_is_about_the_latest_refusal_before_it() -> None:
    prepare_demo(SYSTEM, password="invented-password")
    today = localdate(NOW)
    days = (1030, 1025, 40)
    refused = [
        Refused(n, f"示例〔2023〕{n}号", today - timedelta(days=ago), "张明", True, "不予公开")
        for n, ago in enumerate(days, 1)
    ]
    prepare_disputes(NOW, refused)
    bound = Dispute.objects.exclude(application_id=None).order_by("received_on")
    assert [row.application_id for row in bound][:2] == [2, 1]
    assert not bound.filter(result="corrected").exists()
