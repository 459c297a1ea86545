"""How often: what is counted stays counted, what is long ago counts no more."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from gongkai.apps.applications.models import Throttle
from gongkai.apps.applications.receiving.limits import ATTEMPT, OPENING, SAVING
from gongkai.apps.applications.receiving.throttling import forget_attempts, pass_by
from gongkai.apps.journal.models import Entry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
PLACE = "192.0.2.7"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def strict(settings: Settings) -> None:
    settings.GONGKAI_APPLY = {"attempts": 2, "attempts_minutes": 10, "drafts_per_hour": 1}


def test_so_many_and_no_more_within_the_window() -> None:
    for _ in range(2):
        pass_by(ATTEMPT, PLACE, actor=VISITOR, now=NOW)
    with pytest.raises(BlockedError) as error:
        pass_by(ATTEMPT, PLACE, actor=VISITOR, now=NOW)
    assert "10 分钟内最多 2 次" in error.value.findings[0].text
    pass_by(ATTEMPT, PLACE, actor=VISITOR, now=NOW + timedelta(minutes=11))


def test_places_and_purposes_are_counted_apart() -> None:
    pass_by(OPENING, PLACE, actor=VISITOR, now=NOW)
    pass_by(ATTEMPT, PLACE, actor=VISITOR, now=NOW)
    pass_by(OPENING, "192.0.2.8", actor=VISITOR, now=NOW)
    with pytest.raises(BlockedError) as error:
        pass_by(OPENING, PLACE, actor=VISITOR, now=NOW)
    assert "1 小时内最多 1 次" in error.value.findings[0].text


@pytest.mark.parametrize(
    ("what", "hint"),
    [
        pytest.param(ATTEMPT, "打电话问受理机关", id="查询进度"),
        pytest.param(SAVING, "填写的内容还在这一页上", id="暂存"),
        pytest.param(OPENING, "当面提交或者邮寄", id="开始填写"),
    ],
)
def test_the_sentence_says_what_to_do_instead(what: str, hint: str, settings: Settings) -> None:
    settings.GONGKAI_APPLY = {
        "attempts": 1,
        "attempts_minutes": 0.5,
        "drafts_per_hour": 1,
        "saves_per_hour": 1,
    }
    pass_by(what, PLACE, actor=VISITOR, now=NOW)
    with pytest.raises(BlockedError) as error:
        pass_by(what, PLACE, actor=VISITOR, now=NOW)
    [finding] = error.value.findings
    assert hint in finding.hint
    assert "0 小时" not in finding.text


def test_nothing_says_who_it_was_and_the_journal_is_told_once() -> None:
    for _ in range(2):
        pass_by(ATTEMPT, PLACE, actor=VISITOR, now=NOW)
    for _ in range(5):
        with pytest.raises(BlockedError):
            pass_by(ATTEMPT, PLACE, actor=VISITOR, now=NOW)
    assert PLACE not in Throttle.objects.get().key
    told = Entry.objects.get(verb="throttled")
    assert PLACE not in f"{told.subject}{told.after}"


def test_what_counts_no_more_is_deleted() -> None:
    pass_by(OPENING, PLACE, actor=VISITOR, now=NOW)
    assert forget_attempts(NOW) == 0
    assert forget_attempts(NOW + 2 * HOUR) == 1
