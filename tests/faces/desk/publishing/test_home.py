"""我的待办: everybody sees what is for him, and goes from there to the next step."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate
from django_tasks_db.models import DBTaskResult

from gongkai.apps.catalogue.guides import save_guide
from gongkai.apps.publishing.determining import Wanted, propose_change
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.placing import place
from gongkai.core.identity import SYSTEM, Role
from tests.faces.desk.publishing.desks import Desks, signed_in
from tests.faces.sending import html
from tests.factories.guides import GUIDE
from tests.factories.organs import serving
from tests.factories.publishing import (
    approved,
    draft,
    drafted,
    filed,
    released,
    returned,
    scheduled,
    submitted,
    withdrawn,
)

pytestmark = pytest.mark.django_db
BY_THE_DAY = {"今天到期和已经逾期", "本周到期"}
"""What is due depends on the weekday of the test; one test plants something that is late."""


@pytest.fixture(autouse=True)
def guide(desks: Desks) -> None:
    """The organ's disclosure guide is in order, so that nobody is reminded of it here."""
    organ_id = desks.staff.organ.pk
    save_guide(SYSTEM, organ_id=organ_id, content=GUIDE, expected=0, now=desks.now)


def parts(client: Client) -> dict[str, list[str]]:
    """What the page shows: each part with the addresses it leads to."""
    page = html(client.get("/desk/"))
    found = {}
    for part in page.split("<h3>")[1:]:
        label = re.match(r"[^<]+", part)
        assert label
        rows = re.findall(r'<th scope="row"[^>]*><a href="([^"]+)"', part)
        found[label[0].strip()] = rows
    return {label: rows for label, rows in found.items() if label not in BY_THE_DAY}


def waiting(client: Client) -> str:
    found = re.search(r'我的待办 <span class="figure">(\d+)', html(client.get("/desk/")))
    return found[1] if found else ""


def test_a_review_waits_for_whose_turn_it_is(desks: Desks) -> None:
    edition = submitted(desks.staff, written=draft(now=desks.now), now=desks.now)
    address = f"/desk/editions/{edition.pk}/review/"
    assert parts(desks.unit_head) == {"等我审核": [address]}
    assert waiting(desks.unit_head) == "1"
    assert parts(desks.leader) == {}
    assert waiting(desks.leader) == ""
    assert parts(desks.drafter) == {"我送审的": [f"/desk/items/{edition.item_id}/"]}
    assert "现在由科室负责人审核" in html(desks.drafter.get("/desk/"))


def test_what_came_back_and_what_is_being_written(desks: Desks) -> None:
    back = returned(desks.staff, written=draft(1, now=desks.now), now=desks.now)
    going = drafted(desks.staff, written=draft(2, now=desks.now), now=desks.now)
    found = parts(desks.drafter)
    assert found["退回给我的"] == [f"/desk/editions/{back.pk}/edit/"]
    assert found["我的草稿"] == [f"/desk/editions/{going.pk}/edit/"]
    assert waiting(desks.drafter) == "1"


def test_the_office_releases_looks_again_and_follows(desks: Desks) -> None:
    staff, now = desks.staff, desks.now
    ready = approved(staff, written=draft(1, now=now), now=now)
    later = scheduled(staff, written=draft(2, now=now), now=now)
    kept = filed(staff, now=now)
    Item.objects.filter(pk=kept.item_id).update(reassess_on=localdate() - timedelta(days=1))
    found = parts(desks.office)
    assert found["等待发布"] == [f"/desk/editions/{ready.pk}/release/"]
    assert found["定时发布"] == [f"/desk/editions/{later.pk}/release/"]
    assert found["到期的定期评估"] == [f"/desk/items/{kept.item_id}/reassess/"]
    assert waiting(desks.office) == "2"


def test_late_ones_are_pointed_out(desks: Desks) -> None:
    late = drafted(desks.staff, written=draft(now=desks.now, formed_on="2025-06-02"), now=desks.now)
    address = f"/desk/items/{late.item_id}/"
    for client, shown in ((desks.office, True), (desks.drafter, True), (desks.unit_head, False)):
        page = html(client.get("/desk/"))
        assert ("今天到期和已经逾期" in page) is shown
        assert (address in page) is shown


def test_copies_elsewhere_have_to_follow(desks: Desks) -> None:
    item = released(desks.staff, written=draft(now=desks.now), now=desks.now).item
    row = place(
        desks.staff.office,
        item_id=item.pk,
        channel="weixin",
        address="第1期",
        placed_on=localdate(),
    )
    assert "要跟进的其他渠道" not in parts(desks.office)
    row.state = "to_follow"
    row.save()
    assert parts(desks.office)["要跟进的其他渠道"] == [f"/desk/items/{item.pk}/"]


def test_changes_of_class_wait_for_the_office_and_then_for_nobody_who_proposed(
    desks: Desks,
) -> None:
    item = filed(desks.staff, now=desks.now).item
    wanted = Wanted("proactive", "不再属于讨论过程")
    row = propose_change(desks.staff.drafter, item_id=item.pk, wanted=wanted, now=desks.now)
    assert parts(desks.office)["等我审批的公开属性变更"] == [f"/desk/changes/{row.pk}/"]
    assert parts(desks.drafter)["我提出的公开属性变更"] == [f"/desk/changes/{row.pk}/"]
    assert "等我审批的公开属性变更" not in parts(desks.leader)


def test_after_an_urgent_release_the_others_look_at_it(desks: Desks) -> None:
    edition = released(
        desks.staff, written=draft(now=desks.now), now=desks.now, urgent_reason="台风预警"
    )
    assert edition.state == "released_urgently"
    assert parts(desks.unit_head) == {"等我审核": [f"/desk/editions/{edition.pk}/review/"]}
    assert "补审" in html(desks.unit_head.get("/desk/"))


def test_an_item_that_is_gone_waits_for_nobody(desks: Desks) -> None:
    withdrawn(desks.staff, written=draft(now=desks.now), now=desks.now)
    assert parts(desks.office) == {}


def test_more_than_ten_lead_to_the_list(desks: Desks) -> None:
    for number in range(12):
        submitted(desks.staff, written=draft(number, now=desks.now), now=desks.now)
    page = html(desks.unit_head.get("/desk/"))
    assert "另外 2 件" in page
    assert 'href="/desk/items/?mine=1"' in page
    assert len(parts(desks.unit_head)["等我审核"]) == 10


@pytest.mark.parametrize(
    ("role", "doors"),
    [
        (Role.DISCLOSURE_OFFICE, {"信息发布", "属性认定", "审核流程", "错敏词表", "发布统计"}),
        (Role.DRAFTER, {"信息发布", "属性认定", "发布统计"}),
        (Role.SECRECY_REVIEWER, {"信息发布", "错敏词表", "发布统计"}),
        (Role.LEADER, {"信息发布", "属性认定", "发布统计"}),
        (Role.AUDITOR, set()),
    ],
)
def test_the_menu_has_the_doors_of_ones_duties(desks: Desks, role: Role, doors: set[str]) -> None:
    page = html(signed_in(serving("li", desks.region.tax, role)).get("/desk/"))
    menu = page[page.index('<nav class="areas"') : page.index("</nav>", page.index('"areas"'))]
    known = {"信息发布", "属性认定", "审核流程", "错敏词表", "发布统计"}
    assert {door for door in known if door in menu} == doors


def test_the_administrator_sees_what_the_worker_could_not_do(desks: Desks) -> None:
    now = desks.now
    DBTaskResult.objects.create(
        task_path="gongkai.apps.wires.events.react",
        args_kwargs={"args": ["x.listen", "item_released", {"item_id": 7}], "kwargs": {}},
        status="FAILED",
        exception_class_path="builtins.OSError",
        traceback="OSError: 没有磁盘空间",
        backend_name="default",
        queue_name="default",
        finished_at=now,
        run_after=now,
    )
    administrator = signed_in(serving("admin", desks.region.finance, Role.ADMINISTRATOR))
    assert "没有磁盘空间" in html(administrator.get("/desk/"))
    assert "没有办成的后台任务" not in html(desks.office.get("/desk/"))
