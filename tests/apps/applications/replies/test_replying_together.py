"""Two presses of a button at the same moment: one letter, one number, one row."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection, connections

from gongkai.apps.applications.models import Letter, ReplyReview
from gongkai.apps.applications.replies.replying import issue_reply
from gongkai.apps.applications.replies.reviewing import pass_reply
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from tests.apps.applications.answering import NOON, Answering
from tests.factories.organs import acting

LOST = {"REPLY-CHANGED", "locked"}
"""What the slower one is told; a database that can be written by one at a time says so itself."""


def together(acts: list[Callable[[], object]]) -> list[str]:
    """Do all at once; how each of them ended."""
    gate = Barrier(len(acts))
    results = list[str]()

    def work(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
            results.append("done")
        except BlockedError as error:
            results.append(error.findings[0].code)
        except OperationalError:
            results.append("locked")
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connection.close()
    return results


@pytest.mark.django_db(transaction=True)
def test_a_reply_is_issued_once_however_often_the_button_is_pressed() -> None:
    desk = Answering()
    row = desk.signed()

    def press(actor: Actor) -> Callable[[], object]:
        return lambda: issue_reply(actor, reply_id=row.pk, expected=row.version, now=NOON)

    results = together([press(desk.handler), press(desk.colleague)])
    assert results.count("done") == 1
    assert set(results) <= {"done", *LOST}
    assert Letter.objects.count() == 1
    assert desk.now().state == "replied"


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_of_a_level_one_has_passed_it() -> None:
    desk = Answering()
    other = acting("office-2", desk.organ, *desk.office.roles)
    row = desk.proposed()

    def press(actor: Actor) -> Callable[[], object]:
        return lambda: pass_reply(actor, reply_id=row.pk, expected=row.version, now=NOON)

    results = together([press(desk.office), press(other)])
    assert results.count("done") == 1
    assert set(results) <= {"done", *LOST}
    assert ReplyReview.objects.filter(reply=row).count() == 1
