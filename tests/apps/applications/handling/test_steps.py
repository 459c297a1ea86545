"""Every row of the lifecycle: open in its state to whom it names, and nowhere else; one winner."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection, connections

from gongkai.apps.applications.cases.casework import Telling, close, step_on
from gongkai.apps.applications.cases.casework_queries import WHO, in_hand, role_of, taken
from gongkai.apps.applications.handling.examining import examine
from gongkai.apps.applications.models import Application, Entry, Extension, FeeNotice, Reply
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, NotAllowedError, Role
from gongkai.core.lifecycle import Step
from tests.apps.applications.at_work import DUE, Desk, at, codes
from tests.factories.organs import organ
from tests.factories.register import stored

STATES = [state.key for state in CASE.states]
VERBS = sorted({step.verb for step in CASE.steps})


@pytest.mark.django_db
@pytest.mark.parametrize("step", CASE.steps, ids=lambda step: f"{step.source}-{step.verb}")
def test_a_row_of_the_table_leads_where_it_says(step: Step) -> None:
    case = stored(organ("示范市财政局"), 2, state=step.source)
    hand = in_hand(case, step.verb, actor=SYSTEM, now=at("2025-06-10"))
    line = step_on(hand, Telling("做了", date(2025, 6, 9), is_public=True))
    case.refresh_from_db()
    assert (case.state, case.version) == (step.target, 1)
    assert (line.before, line.after, line.day) == (step.source, step.target, date(2025, 6, 9))


@pytest.mark.django_db
def test_what_is_not_in_the_table_is_refused() -> None:
    desk = Desk()
    listed = {(step.source, step.verb) for step in CASE.steps}
    for state in STATES:
        desk.case.state = state
        for verb in VERBS:
            if (state, verb) not in listed:
                with pytest.raises(BlockedError) as error:
                    in_hand(desk.case, verb, actor=SYSTEM, now=at("2025-06-10"))
                assert codes(error) == {"CASE-STATE"}


@pytest.mark.django_db
@pytest.mark.parametrize("role", WHO)
def test_whose_step_it_is(role: Role) -> None:
    desk = Desk()
    people = {
        Role.HANDLER: {desk.handler, desk.office},
        Role.DISCLOSURE_OFFICE: {desk.office},
        Role.HEAD: {desk.head},
    }[role]
    verb = {"handler": "consult", "disclosure_office": "assign", "head": "defer"}[role.value]
    assert role_of(verb, "handling") is role
    for actor in (desk.handler, desk.office, desk.head, desk.drafter):
        if actor in people:
            assert taken(actor, desk.case.pk, verb, now=at("2025-06-10")).today == date(2025, 6, 10)
        else:
            with pytest.raises(NotAllowedError):
                taken(actor, desk.case.pk, verb, now=at("2025-06-10"))


@pytest.mark.django_db
def test_the_end_drops_what_was_still_being_worked_on() -> None:
    desk = Desk()
    Reply.objects.create(
        application=desk.case, number=1, state="in_review", level=0, saved_at=at(DUE)
    )
    Extension.objects.create(
        application=desk.case, workdays=5, due_before=DUE, proposed_at=at(DUE), reason="量大"
    )
    FeeNotice.objects.create(application=desk.case, method="pages", quantity=40, amount=100)
    hand = in_hand(desk.now(), "end", actor=SYSTEM, now=at("2025-06-10"))
    close(hand, "ended", Telling("死亡"))
    assert Reply.objects.get().level is None
    assert {
        model.objects.get(application=desk.case).state for model in (Reply, Extension, FeeNotice)
    } == {"dropped"}
    case = desk.now()
    assert (case.result_row, case.closed_on) == ("other_3", date(2025, 6, 10))


@pytest.mark.django_db(transaction=True)
def test_two_handlers_at_the_same_moment_have_one_winner() -> None:
    desk = Desk()
    case = desk.received(2, state="received")
    gate = Barrier(2)
    results: list[str] = []

    def work(name: str) -> None:
        actor = getattr(desk, name)
        gate.wait()
        try:
            examine(actor, application_id=case.pk, expected=0, now=at("2025-06-03"))
            results.append("done")
        except BlockedError as error:
            results.append(error.findings[0].code)
        except OperationalError:
            results.append("locked")
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(name,)) for name in ("handler", "colleague")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connection.close()
    assert results.count("done") == 1
    assert Entry.objects.filter(application=case, verb="examine").count() == 1
    assert Application.objects.get(pk=case.pk).version == 1
