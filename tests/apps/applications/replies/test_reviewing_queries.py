"""How far a reply has come, for whoever looks at it."""

import pytest

from gongkai.apps.applications.replies.reviewing import pass_reply, recall_reply, send_back_reply
from gongkai.apps.applications.replies.reviewing_queries import (
    VERDICTS,
    way_of,
)
from tests.apps.applications.answering import NOON, Answering

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Answering:
    return Answering()


def test_before_it_is_proposed_all_levels_are_ahead(desk: Answering) -> None:
    states = [(step.level.label, step.state) for step in way_of(desk.drafted())]
    assert states == [("公开办", "ahead"), ("法制审核", "ahead"), ("领导签发", "ahead")]


def test_the_way_shows_who_has_said_what(desk: Answering) -> None:
    row = desk.proposed()
    row = pass_reply(desk.office, reply_id=row.pk, expected=row.version, opinion="同意", now=NOON)
    first, *_ = way = way_of(row)
    assert [step.state for step in way] == ["passed", "now", "ahead"]
    assert first.review is not None
    assert (first.review.reason, VERDICTS[first.review.verdict]) == ("同意", "同意")
    row = send_back_reply(
        desk.legal, reply_id=row.pk, expected=row.version, reason="补充依据", now=NOON
    )
    assert [step.state for step in way_of(row)] == ["passed", "sent_back", "ahead"]


def test_after_a_recall_all_levels_are_ahead_again(desk: Answering) -> None:
    row = desk.signed()
    assert [step.state for step in way_of(row)] == ["passed"] * 3
    row = recall_reply(desk.office, reply_id=row.pk, expected=row.version, reason="有误", now=NOON)
    assert [step.state for step in way_of(row)] == ["ahead"] * 3
    assert {review.verdict for review in row.reviews.all()} <= set(VERDICTS)
