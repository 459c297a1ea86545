"""一事一申请: splitting, joining, and finding what was asked for before."""

from datetime import timedelta
from typing import Any

import pytest

from gongkai.apps.applications.cases.clocks import Moment, note_clock
from gongkai.apps.applications.handling.correcting import CorrectionNotice, ask_correction
from gongkai.apps.applications.handling.examining import examine
from gongkai.apps.applications.models import Applicant, Application
from gongkai.apps.applications.receiving.opening import Arrival, texts_of
from gongkai.apps.applications.receiving.splitting import join, split
from gongkai.apps.applications.register.similar_queries import likes
from gongkai.apps.applications.replies.deciding import begin_reply
from gongkai.core.applications.deadlines import Cause, Entry, Mark
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import BlockedError
from tests.factories.intakes import TODAY, Desk, counter, intake, registered
from tests.factories.organs import organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
THREE = ("甲地块的征收补偿方案", "二〇二四年预算执行情况", "某路改造项目的批复")


@pytest.fixture
def desk() -> Desk:
    return Desk(organ("示范市财政局"))


@pytest.fixture
def whole(desk: Desk) -> Application:
    return registered(desk.handler, intake(items=THREE), counter(TODAY - timedelta(days=2)))


def test_each_part_has_a_number_of_its_own_and_the_original_keeps_its_trace(
    desk: Desk, whole: Application
) -> None:
    parts = split(
        desk.handler, application_id=whole.pk, expected=whole.version, parts=[[2], [3]], now=NOW
    )
    whole.refresh_from_db()
    assert [row.number for row in parts] == ["示财依申请〔2025〕2号", "示财依申请〔2025〕3号"]
    assert [texts_of(row) for row in (whole, *parts)] == [(text,) for text in THREE]
    assert {row.split_from_id for row in parts} == {whole.pk}
    assert {row.received_on for row in parts} == {whole.received_on}
    assert {row.due for row in parts} == {whole.due}
    assert len({row.query_code for row in (whole, *parts)}) == 3
    assert {row.identity_key for row in parts} == {whole.identity_key}
    assert Applicant.objects.get(application=parts[0]).name == "张小明"
    assert "示财依申请〔2025〕2号" in whole.entries.get(verb="split").note


def test_what_was_corrected_as_a_whole_has_the_new_term_for_each_part(
    desk: Desk, whole: Application
) -> None:
    Application.objects.filter(pk=whole.pk).update(is_corrected=True)
    whole.refresh_from_db()
    corrected = Entry(Mark.RESTART, TODAY, Cause.CORRECTION, "correction:1")
    note_clock(whole, corrected, Moment(desk.handler, NOW, "补正"))
    (part,) = split(
        desk.handler, application_id=whole.pk, expected=whole.version, parts=[[3]], now=NOW
    )
    assert part.due == whole.due
    examine(desk.handler, application_id=part.pk, expected=part.version, now=NOW)
    notice = CorrectionNotice(["年份"], "", TODAY + timedelta(days=9))
    with pytest.raises(BlockedError) as error:
        ask_correction(desk.handler, application_id=part.pk, expected=1, notice=notice, now=NOW)
    assert [row.code for row in error.value.findings] == ["CORRECTION-ONCE"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([], id="没有选"),
        pytest.param([[]], id="空的一件"),
        pytest.param([[1, 2, 3]], id="原件不剩"),
        pytest.param([[2], [2]], id="一项归两件"),
        pytest.param([[4]], id="没有这一项"),
        pytest.param([[0]], id="第零项"),
    ],
)
def test_parts_that_do_not_fit_are_refused(
    desk: Desk, whole: Application, parts: list[list[int]]
) -> None:
    with pytest.raises(BlockedError):
        split(desk.handler, application_id=whole.pk, expected=whole.version, parts=parts, now=NOW)
    assert Application.objects.count() == 1


@pytest.mark.parametrize(
    ("state", "code"),
    [
        pytest.param("correcting", "SPLIT-WAITS", id="待补正"),
        pytest.param("reasons_asked", "SPLIT-WAITS", id="待说明理由"),
        pytest.param("fee_pending", "SPLIT-WAITS", id="待缴费"),
        pytest.param("in_review", "APPLY-STATE", id="答复审核中"),
    ],
)
def test_nothing_is_split_off_while_the_applicant_has_to_do_something(
    desk: Desk, whole: Application, state: str, code: str
) -> None:
    Application.objects.filter(pk=whole.pk).update(state=state)
    with pytest.raises(BlockedError) as error:
        split(desk.handler, application_id=whole.pk, expected=whole.version, parts=[[2]], now=NOW)
    (found,) = error.value.findings
    assert found.code == code
    assert found.hint
    assert Application.objects.count() == 1


@pytest.mark.parametrize("state", ["received", "examining", "handling"])
def test_what_the_organ_has_in_hand_is_split(desk: Desk, whole: Application, state: str) -> None:
    Application.objects.filter(pk=whole.pk).update(state=state)
    (part,) = split(
        desk.handler, application_id=whole.pk, expected=whole.version, parts=[[2]], now=NOW
    )
    assert (part.state, part.due) == ("received", whole.due)


def test_two_who_split_at_once_do_it_once(desk: Desk, whole: Application) -> None:
    seen = whole.version
    split(desk.handler, application_id=whole.pk, expected=seen, parts=[[2]], now=NOW)
    with pytest.raises(BlockedError) as error:
        split(desk.handler, application_id=whole.pk, expected=seen, parts=[[2]], now=NOW)
    assert {row.code for row in error.value.findings} == {"APPLY-CHANGED"}


def test_a_second_application_is_joined_into_the_first(desk: Desk, whole: Application) -> None:
    again = registered(desk.handler, intake(items=("甲地块补偿的附件",)))
    joined = join(
        desk.handler, application_id=again.pk, into_id=whole.pk, reason="同一事项", now=NOW
    )
    assert (joined.state, joined.result_row, joined.closed_on) == ("ended", "other_3", TODAY)
    assert joined.joined_into_id == whole.pk
    assert texts_of(whole) == (*THREE, "甲地块补偿的附件")


def test_what_is_joined_is_over_with_all_that_was_begun_for_it(
    desk: Desk, whole: Application
) -> None:
    again = registered(desk.handler, intake(items=("甲地块补偿的附件",)))
    reply = begin_reply(desk.handler, application_id=again.pk, now=NOW)
    joined = join(
        desk.handler, application_id=again.pk, into_id=whole.pk, reason="同一事项", now=NOW
    )
    assert (joined.decision, joined.remedy) == ("joined", "none")
    reply.refresh_from_db()
    assert reply.state == "dropped"


@pytest.mark.parametrize("state", ["in_review", "approved", "replied"])
def test_nothing_is_joined_into_a_case_whose_reply_is_written(
    desk: Desk, whole: Application, state: str
) -> None:
    over = {"closed_on": TODAY, "result_row": "granted"} if state == "replied" else {}
    if over:
        over |= {"counted_on": TODAY, "counted_row": "granted"}
    Application.objects.filter(pk=whole.pk).update(state=state, **over)
    again = registered(desk.handler, intake(items=("甲地块补偿的附件",)))
    with pytest.raises(BlockedError) as error:
        join(desk.handler, application_id=again.pk, into_id=whole.pk, reason="同一事项", now=NOW)
    assert error.value.findings[0].text


def test_only_open_cases_of_the_same_applicant_are_joined(desk: Desk, whole: Application) -> None:
    stranger = registered(desk.handler, intake(2))
    for one, into in ((stranger.pk, whole.pk), (whole.pk, whole.pk)):
        with pytest.raises(BlockedError):
            join(desk.handler, application_id=one, into_id=into, reason="同一事项", now=NOW)
    with pytest.raises(BlockedError):
        join(desk.handler, application_id=whole.pk, into_id=stranger.pk, reason=" ", now=NOW)


@pytest.mark.parametrize(
    ("arrival", "code"),
    [
        pytest.param(counter(TODAY - timedelta(days=7)), "JOIN-EARLIER", id="先收到的并入后收到的"),
        pytest.param(counter(TODAY - timedelta(days=2)), None, id="同日收到"),
        pytest.param(Arrival(SubmissionWay.EMAIL, TODAY), None, id="没有确认的并入"),
    ],
)
def test_joining_puts_off_no_due_day(
    desk: Desk, whole: Application, arrival: Arrival, code: str | None
) -> None:
    again = registered(desk.handler, intake(), arrival)
    assert refused_join(desk, again, whole) == code


def test_a_confirmed_application_is_not_joined_into_one_that_waits(desk: Desk) -> None:
    waits = registered(desk.handler, intake(), Arrival(SubmissionWay.EMAIL, TODAY))
    assert refused_join(desk, registered(desk.handler, intake()), waits) == "JOIN-EARLIER"


@pytest.mark.parametrize("state", ["in_review", "approved", "fee_pending"])
def test_nothing_is_joined_where_it_would_not_be_answered(
    desk: Desk, whole: Application, state: str
) -> None:
    Application.objects.filter(pk=whole.pk).update(state=state)
    more = registered(desk.handler, intake(items=("甲地块补偿的附件",)))
    assert refused_join(desk, more, whole) == "JOIN-STATE"


def refused_join(desk: Desk, one: Application, into: Application) -> str | None:
    """Why the one is not joined into the other; None where it is."""
    try:
        join(desk.handler, application_id=one.pk, into_id=into.pk, reason="同一事项", now=NOW)
    except BlockedError as error:
        return error.findings[0].code
    return None


def test_a_repeated_request_of_the_same_applicant_is_shown(desk: Desk) -> None:
    matter: dict[str, Any] = {"subject": "甲地块征收补偿方案", "items": ("甲地块的征收补偿方案",)}
    first = registered(desk.handler, intake(**matter))
    other = registered(desk.handler, intake(subject="预算", items=("去年的部门预算表",)))
    again = registered(desk.handler, intake(**matter))
    found = likes(desk.handler, again.pk)
    assert [row.application.pk for row in found.repeated] == [first.pk]
    assert found.suggests_repeat
    assert not found.suggests_proactive
    assert found.same_applicant == 2
    assert other.pk not in {row.application.pk for row in found.others}


def test_several_applicants_for_one_matter_suggest_publishing_it(desk: Desk) -> None:
    matter: dict[str, Any] = {"subject": "甲地块征收补偿方案", "items": ("甲地块的征收补偿方案",)}
    cases = [registered(desk.handler, intake(number, **matter)) for number in (1, 2, 3)]
    found = likes(desk.handler, cases[2].pk)
    assert {row.application.pk for row in found.others} == {cases[0].pk, cases[1].pk}
    assert found.suggests_proactive
    assert not likes(desk.handler, cases[0].pk).suggests_repeat


def test_another_organ_sees_nothing_alike(desk: Desk) -> None:
    neighbour = Desk(organ("示范市审计局"), "示审")
    own = registered(desk.handler)
    registered(neighbour.handler)
    assert not likes(desk.handler, own.pk).repeated
    with pytest.raises(Application.DoesNotExist):
        likes(neighbour.handler, own.pk)
