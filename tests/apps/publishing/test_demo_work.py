"""What goes on in the demo: one thing for each role at home, brought about by real actions."""

from collections.abc import Iterator

import pytest
from django.utils.timezone import localdate
from pytest_django import DjangoDbBlocker

from gongkai.apps.publishing import demo, waiting_queries
from gongkai.apps.publishing.checking import examine_draft
from gongkai.apps.publishing.demo_work import WORK, Team, prepare_items
from gongkai.apps.publishing.models import AttributeChange, Edition, Item
from gongkai.core.identity import Role
from tests.apps.publishing.demo import NOW, TODAY, kept


@pytest.fixture(scope="module")
def team(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Team]:
    with pytest.MonkeyPatch.context() as patch, kept(django_db_blocker):
        patch.setattr(demo, "SERVED", ("finance",))
        many, going = prepare_items(now=NOW)
        assert many
        assert going == len(WORK)
        yield Team()


@pytest.mark.parametrize(
    "role",
    [
        Role.UNIT_HEAD,
        Role.SECRECY_REVIEWER,
        Role.DEPUTY_LEADER,
        Role.LEADER,
        Role.DISCLOSURE_OFFICE,
    ],
    ids=lambda role: role.label,
)
def test_one_thing_waits_for_each_reviewer(team: Team, role: Role) -> None:
    assert len(waiting_queries.to_review(team.of[role])) == 1


def test_one_thing_of_each_sort_for_those_who_write_and_release(team: Team) -> None:
    drafter, office = team.of[Role.DRAFTER], team.of[Role.DISCLOSURE_OFFICE]
    assert len(waiting_queries.returned(drafter)) == 1
    assert len(waiting_queries.drafts(drafter)) == 2
    for state in ("approved", "scheduled", "released_urgently"):
        assert len(waiting_queries.in_state(office, state)) == 1
    assert AttributeChange.objects.filter(state="proposed").count() == 1
    today = localdate(NOW)
    overdue = Item.objects.filter(organ=team.organ, state="filed", reassess_on__lt=today)
    assert overdue.exists()


def test_one_draft_has_findings_and_nothing_else_has(team: Team) -> None:
    found = {}
    for edition in Edition.objects.filter(item__organ=team.organ, closed_at=None):
        open_ones = examine_draft(edition, NOW).blocking
        found[edition.item.title] = {row.finding.code for row in open_ones}
    leaking = {title: codes for title, codes in found.items() if codes}
    assert list(leaking) == ["含有个人信息的公示草稿"]
    assert len(leaking["含有个人信息的公示草稿"]) >= 2


def test_numbers_go_on_where_history_ended(team: Team) -> None:
    urgent = Item.objects.get(title="关于持续高温天气的紧急提示")
    others = Item.objects.filter(organ=team.organ, index_number__contains=f"/{TODAY.year}-")
    assert urgent.index_number == max(others.values_list("index_number", flat=True))
