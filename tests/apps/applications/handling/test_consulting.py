"""Asking third parties and other organs (Art. 32 to 34): a term each, the clock paused."""

from datetime import date

import pytest

from gongkai.apps.applications.handling.consulting import (
    Answered,
    Asked,
    Judgement,
    consult,
    judge_refusal,
    note_silence,
    record_consultation_delivery,
    record_opinion,
)
from gongkai.apps.applications.handling.opinion_queries import opinion_points
from gongkai.apps.applications.models import Consultation, Entry
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.finding import BlockedError, Severity
from gongkai.core.identity import NotAllowedError
from tests.apps.applications.at_work import DUE, Desk, at, codes

pytestmark = pytest.mark.django_db

ASKED = Asked("third_party", "李四", "13800000000", "是否同意公开合同", date(2025, 6, 9))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def ask(desk: Desk, asked: Asked = ASKED, day: str = "2025-06-09") -> Consultation:
    return consult(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        asked=asked,
        now=at(day),
    )


def deliver(desk: Desk, row: Consultation, day: str = "2025-06-10") -> Consultation:
    return record_consultation_delivery(
        desk.handler,
        consultation_id=row.pk,
        delivered_on=date.fromisoformat(day),
        proof="EMS 签收单",
        now=at("2025-06-13"),
    )


def answer(
    desk: Desk, row: Consultation, opinion: str = "agree", day: str = "2025-06-16", why: str = ""
) -> Consultation:
    return record_opinion(
        desk.handler,
        consultation_id=row.pk,
        answered=Answered(opinion, why, date.fromisoformat(day)),
        now=at(day),
    )


def test_asking_pauses_the_clock_and_the_answer_lets_it_go_on(desk: Desk) -> None:
    row = ask(desk)
    case = desk.now()
    assert case.is_paused
    assert case.due == date(2025, 7, 21)  # 意见期限十五个工作日都不计算
    assert row.answer_by == date(2025, 6, 30)
    answer(desk, row)
    case = desk.now()
    assert not case.is_paused
    assert case.due == date(2025, 7, 7)  # 六月十日至十六日五个工作日不计算


def test_a_third_party_is_not_named_in_lists_and_in_the_journal(desk: Desk) -> None:
    row = ask(desk)
    assert row.party_masked == "李*"
    told = JournalEntry.objects.get(verb="consult")
    assert "李四" not in str(told.after)
    assert "李四" not in Entry.objects.get(application=desk.case, verb="consult").note


def test_the_term_runs_from_the_proven_delivery(desk: Desk) -> None:
    row = deliver(desk, ask(desk), "2025-06-12")
    assert row.answer_by == date(2025, 7, 3)
    assert desk.now().due == date(2025, 7, 24)


def test_overlapping_requests_are_counted_once(desk: Desk) -> None:
    first = ask(desk)
    second = ask(
        desk,
        Asked("organ", "示范市卫生健康委员会", "", "共同制作", date(2025, 6, 10)),
        "2025-06-10",
    )
    answer(desk, first, day="2025-06-16")
    answer(desk, second, day="2025-06-16")
    assert desk.now().due == date(2025, 7, 7)


def test_silence_needs_proof_of_delivery_and_the_end_of_the_term(desk: Desk) -> None:
    row = ask(desk)
    with pytest.raises(BlockedError) as error:
        note_silence(desk.handler, consultation_id=row.pk, now=at("2025-07-30"))
    assert codes(error) == {"CASE-NOT-DELIVERED"}
    deliver(desk, row)
    with pytest.raises(BlockedError) as error:
        note_silence(desk.handler, consultation_id=row.pk, now=at("2025-07-01"))
    assert codes(error) == {"CASE-NOT-EXPIRED"}
    before = desk.now().due
    row = note_silence(desk.handler, consultation_id=row.pk, now=at("2025-07-02"))
    assert row.opinion == "silent"
    assert desk.now().due == before
    assert not desk.now().is_paused
    line = Entry.objects.filter(application=desk.case).last()
    assert line
    assert "由本机关依照条例决定" in line.note
    assert line.day == date(2025, 7, 1)


def test_another_organs_silence_is_consent(desk: Desk) -> None:
    row = deliver(desk, ask(desk, Asked("organ", "示范市某局", "", "共同制作", date(2025, 6, 9))))
    note_silence(desk.handler, consultation_id=row.pk, now=at("2025-07-02"))
    line = Entry.objects.filter(application=desk.case).last()
    assert line
    assert "视为同意公开" in line.note


def test_an_opinion_after_its_term_is_kept_and_lengthens_nothing(desk: Desk) -> None:
    row = deliver(desk, ask(desk))
    note_silence(desk.handler, consultation_id=row.pk, now=at("2025-07-02"))
    before = desk.now().due
    answer(desk, row, "refuse", "2025-07-08", "涉及商业秘密")
    assert desk.now().due == before


def test_a_refusal_is_judged(desk: Desk) -> None:
    row = answer(desk, ask(desk), "refuse", why="涉及商业秘密")
    judged = judge_refusal(
        desk.handler,
        consultation_id=row.pk,
        judgement=Judgement(
            is_reasonable=True, judged="不公开对公共利益有重大影响", public_interest=True
        ),
        now=at("2025-06-17"),
    )
    assert (judged.is_reasonable, judged.public_interest) == (True, True)


@pytest.mark.parametrize(
    ("opinion", "judgement", "code"),
    [
        pytest.param(
            "agree", Judgement(is_reasonable=True, judged="有"), "OPINION-NOT-REFUSED", id="同意"
        ),
        pytest.param(
            "refuse", Judgement(is_reasonable=True, judged=" "), "CASE-LACKING", id="没有说明"
        ),
        pytest.param(
            "refuse",
            Judgement(is_reasonable=False, judged="没有", public_interest=True),
            "OPINION-INTEREST",
            id="矛盾",
        ),
    ],
)
def test_a_judgement_that_cannot_be(
    desk: Desk, opinion: str, judgement: Judgement, code: str
) -> None:
    row = answer(desk, ask(desk), opinion, why="理由")
    with pytest.raises(BlockedError) as error:
        judge_refusal(
            desk.handler, consultation_id=row.pk, judgement=judgement, now=at("2025-06-17")
        )
    assert codes(error) == {code}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        pytest.param(Asked("邻居", "李四", "", "合同", date(2025, 6, 9)), "PARTY-KIND", id="对象"),
        pytest.param(
            Asked("organ", " ", "", "合同", date(2025, 6, 9)), "CASE-LACKING", id="没有名称"
        ),
        pytest.param(
            Asked("organ", "某局", "", "", date(2025, 6, 9)), "CASE-LACKING", id="没有内容"
        ),
        pytest.param(
            Asked("organ", "某局", "", "合同", date(2025, 6, 10)), "CASE-FUTURE", id="在将来"
        ),
        pytest.param(
            Asked("organ", "某局", "", "合同", date(2025, 6, 1)), "CASE-ORDER", id="早于收到"
        ),
    ],
)
def test_a_request_that_cannot_be(desk: Desk, asked: Asked, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        ask(desk, asked)
    assert codes(error) == {code}
    assert desk.now().due == DUE


@pytest.mark.parametrize(
    ("opinion", "day", "why", "code"),
    [
        pytest.param("maybe", "2025-06-16", "", "OPINION-KIND", id="没有选择"),
        pytest.param("refuse", "2025-06-16", " ", "CASE-LACKING", id="没有理由"),
        pytest.param("agree", "2025-06-06", "", "CASE-ORDER", id="早于发出"),
    ],
)
def test_an_answer_that_cannot_be(desk: Desk, opinion: str, day: str, why: str, code: str) -> None:
    row = ask(desk)
    with pytest.raises(BlockedError) as error:
        record_opinion(
            desk.handler,
            consultation_id=row.pk,
            answered=Answered(opinion, why, date.fromisoformat(day)),
            now=at("2025-06-17"),
        )
    assert codes(error) == {code}


def test_an_opinion_is_entered_once(desk: Desk) -> None:
    row = answer(desk, ask(desk))
    with pytest.raises(BlockedError) as error:
        answer(desk, row, "refuse", why="改主意")
    assert codes(error) == {"OPINION-KNOWN"}
    with pytest.raises(BlockedError) as error:
        deliver(desk, row)
    assert codes(error) == {"OPINION-KNOWN"}
    with pytest.raises(BlockedError) as error:
        note_silence(desk.handler, consultation_id=row.pk, now=at("2025-09-01"))
    assert codes(error) == {"OPINION-KNOWN"}


def test_a_delivery_needs_its_proof(desk: Desk) -> None:
    row = ask(desk)
    with pytest.raises(BlockedError) as error:
        record_consultation_delivery(
            desk.handler,
            consultation_id=row.pk,
            delivered_on=date(2025, 6, 10),
            proof=" ",
            now=at("2025-06-11"),
        )
    assert codes(error) == {"CASE-LACKING"}


def test_who_may_not(desk: Desk) -> None:
    row = ask(desk)
    with pytest.raises(Consultation.DoesNotExist):
        note_silence(desk.stranger, consultation_id=row.pk, now=at("2025-09-01"))
    with pytest.raises(NotAllowedError):
        note_silence(desk.drafter, consultation_id=row.pk, now=at("2025-09-01"))


def found_for(desk: Desk, *rows: str) -> list[str]:
    return [finding.code for finding in opinion_points(desk.case, rows)]


def test_nothing_is_given_out_against_an_opinion(desk: Desk) -> None:
    row = ask(desk)
    assert found_for(desk, "granted") == ["OPINION-AWAITED"]
    assert found_for(desk, "refused_5") == []
    answer(desk, row, "refuse", why="涉及商业秘密")
    assert found_for(desk, "partial") == ["OPINION-UNJUDGED"]
    judge(desk, row, Judgement(is_reasonable=True, judged="属于商业秘密"))
    assert found_for(desk, "granted") == ["OPINION-BARS"]
    assert found_for(desk, "partial") == []
    judge(desk, row, Judgement(is_reasonable=True, judged="有重大影响", public_interest=True))
    assert found_for(desk, "granted") == []


def severities(desk: Desk, *rows: str) -> list[tuple[str, Severity]]:
    return [(finding.code, finding.severity) for finding in opinion_points(desk.case, rows)]


def test_nothing_is_kept_back_for_a_third_party_who_was_not_asked(desk: Desk) -> None:
    asked = Asked("organ", "示范市审计局", "", "是否同意公开", date(2025, 6, 9))
    ask(desk, asked)
    assert severities(desk, "refused_4") == [("OPINION-NOT-ASKED", Severity.WARNING)]
    row = ask(desk)
    assert severities(desk, "refused_4") == [("OPINION-AWAITED", Severity.ERROR)]
    answer(desk, row, "refuse", why="涉及商业秘密")
    assert severities(desk, "refused_4") == [("OPINION-UNJUDGED", Severity.ERROR)]
    judge(desk, row, Judgement(is_reasonable=True, judged="属于商业秘密"))
    assert severities(desk, "refused_4") == []


def test_nothing_is_kept_back_for_a_third_party_who_agreed(desk: Desk) -> None:
    answer(desk, ask(desk))
    assert severities(desk, "refused_4") == [("OPINION-AGREED", Severity.ERROR)]
    assert severities(desk, "refused_4", "granted") == [("OPINION-AGREED", Severity.WARNING)]
    other = ask(desk)
    answer(desk, other, "refuse", why="涉及商业秘密")
    judge(desk, other, Judgement(is_reasonable=True, judged="属于商业秘密"))
    assert severities(desk, "refused_4") == []


def test_a_refusal_that_does_not_bind_is_weighed(desk: Desk) -> None:
    row = ask(desk)
    answer(desk, row, "refuse", why="不想公开")
    judge(desk, row, Judgement(is_reasonable=False, judged="没有说明损害"))
    assert severities(desk, "refused_4") == [("OPINION-UNFOUNDED", Severity.WARNING)]
    judge(desk, row, Judgement(is_reasonable=True, judged="有重大影响", public_interest=True))
    assert severities(desk, "refused_4") == [("OPINION-INTEREST-PREVAILS", Severity.ERROR)]


def test_silence_leaves_it_to_the_organ_to_protect(desk: Desk) -> None:
    row = deliver(desk, ask(desk))
    note_silence(desk.handler, consultation_id=row.pk, now=at("2025-07-02"))
    assert severities(desk, "refused_4") == []


def judge(desk: Desk, row: Consultation, judgement: Judgement) -> None:
    judge_refusal(desk.handler, consultation_id=row.pk, judgement=judgement, now=at("2025-06-17"))
