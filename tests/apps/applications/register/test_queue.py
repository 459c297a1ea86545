"""The queue: what is open by due day, found by anything that is known of it, each organ's own."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.apps.applications.models import Applicant, Application
from gongkai.apps.applications.register.masking_queries import subjects
from gongkai.apps.applications.register.queue_queries import (
    OVERDUE,
    QueueFilter,
    counts,
    handlers,
    own_ticked,
    queue,
    queue_rows,
)
from gongkai.core.identity import Actor, Role
from tests.factories.organs import Region, acting
from tests.factories.register import stored

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 20)


class Register:
    """A bureau's cases: late, soon, standing still, nobody's, over; and one of another organ."""

    def __init__(self) -> None:
        self.region = Region()
        place = self.region.finance
        self.handler = acting("jing", place, Role.HANDLER)
        self.above = acting("above", self.region.city, Role.DISCLOSURE_OFFICE)
        mine = {"handler_key": "user:1", "handler_name": "经办"}
        self.late = stored(place, 1, due=date(2025, 6, 19), way="ems", **mine)
        self.soon = stored(place, 2, due=date(2025, 6, 24), applicant_kind="business", **mine)
        self.calm = stored(place, 3, due=date(2025, 7, 18), is_provisional=True)
        self.paused = stored(place, 4, due=None, is_paused=True, subject="某公司的排污许可材料")
        over = {"closed_on": TODAY, "result_row": "granted", "state": "replied"}
        self.over = stored(place, 5, **over)
        self.filed = stored(place, 6, **{**over, "state": "archived"})
        self.foreign = stored(self.region.health, 1, subject="张一明的病历，13800000000")
        Applicant.objects.create(application=self.foreign, name="张一明")

    def found(self, who: Actor | None = None, **wanted: object) -> list[Application]:
        """What a filter finds, in its order."""
        asked = QueueFilter(**wanted)  # type: ignore[arg-type] # the fields of a filter
        return list(queue(who or self.handler, asked, TODAY))


@pytest.fixture
def register() -> Register:
    return Register()


def test_what_is_open_stands_by_due_day_and_what_stands_still_last(register: Register) -> None:
    rows = register.found()
    assert rows == [register.late, register.soon, register.calm, register.paused]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"tab": OVERDUE}, ["late"]),
        ({"tab": "closed"}, ["over"]),
        ({"tab": "archived"}, ["filed"]),
        ({"tab": "", "row": "granted"}, ["filed", "over"]),
        ({"row": "none"}, ["late", "soon", "calm", "paused"]),
        ({"way": "ems"}, ["late"]),
        ({"applicant_kind": "business"}, ["soon"]),
        ({"handler": "user:1"}, ["late", "soon"]),
        ({"handler": "none"}, ["calm", "paused"]),
        ({"clock": "overdue"}, ["late"]),
        ({"clock": "provisional"}, ["calm"]),
        ({"clock": "paused"}, ["paused"]),
        ({"soon": date(2025, 6, 25)}, ["soon"]),
        ({"text": "排污许可"}, ["paused"]),
        ({"unit": "none", "state": "handling", "text": "第1号"}, ["late"]),
        ({"organ": "abc"}, []),
    ],
    ids=[
        "逾期",
        "待归档",
        "已归档",
        "办理结果",
        "还没有结果",
        "提交方式",
        "申请人类别",
        "承办人",
        "没有交办",
        "逾期时效",
        "暂定",
        "暂停",
        "即将到期",
        "事项",
        "几个条件",
        "写错的机关",
    ],
)
def test_found_by_what_is_known(
    register: Register, wanted: dict[str, object], names: list[str]
) -> None:
    assert register.found(None, **wanted) == [getattr(register, name) for name in names]


def test_the_tabs_say_how_many(register: Register) -> None:
    found = counts(register.handler, QueueFilter(), TODAY)
    assert (found["open"], found[OVERDUE], found["closed"], found["archived"]) == (4, 1, 1, 1)
    assert found[""] == 6


def test_each_organ_has_its_own_and_overseers_those_below(register: Register) -> None:
    assert register.foreign not in register.found(tab="")
    assert register.found(register.above, tab="") == []
    seen = register.found(register.above, tab="", organ="all")
    assert {register.foreign.pk, register.late.pk} <= {row.pk for row in seen}
    stranger = acting("fremd", register.region.stranger, Role.HANDLER)
    assert register.found(stranger, tab="", organ="all") == []
    administrator = acting("admin", register.region.finance, Role.ADMINISTRATOR)
    assert register.found(administrator, tab="") == []


def test_an_overseer_reads_no_name_and_no_number(register: Register) -> None:
    rows = [register.foreign, register.late]
    told = subjects(register.above, rows)[register.foreign.pk]
    assert "张一明" not in told
    assert "13800000000" not in told
    doctor = acting("arzt", register.region.health, Role.HANDLER)
    assert subjects(doctor, rows)[register.foreign.pk] == register.foreign.subject


def test_a_page_takes_few_statements_and_opens_nothing_sealed(register: Register) -> None:
    with CaptureQueriesContext(connection) as said:
        rows = queue_rows(list(queue(register.handler, QueueFilter(), TODAY)[:50]))
        assert [row.organ.name for row in rows]
    assert len(said) == 3
    assert not any("query_code" in statement["sql"] for statement in said)


def test_who_has_work_in_hand(register: Register) -> None:
    assert handlers(register.handler) == [("user:1", "经办")]


def test_ticked_rows_are_the_own_organs(register: Register) -> None:
    numbers = [register.late.pk, register.foreign.pk]
    assert list(own_ticked(register.handler, numbers)) == [register.late]


def test_a_reply_that_was_posted_after_its_due_day_is_late(register: Register) -> None:
    due = register.over.due
    over = {"state": "replied", "closed_on": due, "result_row": "granted"}
    late = stored(register.late.organ, 21, **over, replied_on=date(2025, 7, 2))
    stored(register.late.organ, 22, **over, replied_on=due)
    stored(register.late.organ, 23, **{**over, "state": "retracted"})
    assert register.found(tab="closed", is_late=True) == [late]
