"""Waivers: who may let what pass, what they hold for, how they are taken back."""

import pytest

from gongkai.apps.checks.levels import Matter
from gongkai.apps.checks.models import Waiver
from gongkai.apps.checks.queries import may_waive, waivers
from gongkai.apps.checks.rulings import Judged
from gongkai.apps.checks.waiving import lift_waiver, waive
from gongkai.apps.journal.models import Entry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from tests.apps.checks.made import ABOUT, LEAK, NOW, NUMBER, SUBJECT, Text
from tests.factories.organs import Region, acting

pytestmark = pytest.mark.django_db
TYPO = "深入贯彻，，认真落实。"
MARK = "密级：机密"
REASON = "法律规定必须公示"


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def drafter(region: Region) -> Actor:
    return acting("drafter", region.finance, Role.DRAFTER)


@pytest.fixture
def reviewer(region: Region) -> Actor:
    return acting("reviewer", region.finance, Role.SECRECY_REVIEWER)


def first(region: Region, words: str) -> Judged:
    return Text(words).examined(region.finance.pk).judged[0]


def let_pass(
    actor: Actor,
    region: Region,
    row: Judged,
    reason: str = REASON,
    authors: frozenset[str] = frozenset(),
) -> Waiver:
    return waive(
        actor,
        organ_id=region.finance.pk,
        subject=SUBJECT,
        about=ABOUT,
        authors=authors,
        fingerprint=row.fingerprint,
        reason=reason,
        now=NOW,
    )


def test_a_waiver_is_recorded_and_clears_the_way(region: Region, reviewer: Actor) -> None:
    waiver = let_pass(reviewer, region, first(region, LEAK), f" {REASON} ")
    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.subject) == ("waive_finding", ABOUT)
    assert entry.after is not None
    assert entry.after["reason"] == REASON
    assert "个人信息保护法" in entry.cite
    assert str(waiver) == f"{ABOUT} PER-02"
    assert (waiver.part, waiver.quote) == ("body", "110105********002X")
    assert NUMBER not in str(entry.after)
    found = Text(LEAK).examined(region.finance.pk)
    assert found.is_clear
    [row] = found.judged
    assert row.waiver is not None
    assert (row.waiver.actor_key, row.waiver.reason) == (reviewer.key, REASON)


def test_it_holds_for_a_later_revision_with_the_same_words(region: Region, reviewer: Actor) -> None:
    let_pass(reviewer, region, first(region, LEAK))
    place = region.finance.pk
    later = Text(f"现将名单公布如下。\n经过审核，\n{LEAK}\n特此公告")
    assert later.examined(place, subject="revision:13").is_clear is False
    same = Text(f"{LEAK}\n\n特此公告。\n另有说明。")
    assert same.examined(place, subject="revision:14", about="item:6").is_clear is False


def test_edits_at_a_distance_leave_it_alone(region: Region, reviewer: Actor) -> None:
    words = f"现将符合条件的人员名单公布如下：{LEAK}特此公告，请社会各界监督。"
    let_pass(reviewer, region, first(region, words))
    longer = Text(f"各有关单位：\n{words}\n二〇二五年六月三十日")
    assert longer.examined(region.finance.pk, subject="revision:13").is_clear


def test_a_drafter_lets_pass_what_is_for_drafters(region: Region, drafter: Actor) -> None:
    assert let_pass(drafter, region, first(region, TYPO)).code == "TXT-04"
    with pytest.raises(BlockedError, match="由保密审查员"):
        let_pass(drafter, region, first(region, LEAK))


@pytest.mark.parametrize(
    "role",
    [
        Role.SECRECY_REVIEWER,
        Role.DISCLOSURE_OFFICE,
        Role.UNIT_HEAD,
        Role.DEPUTY_LEADER,
        Role.LEADER,
    ],
)
def test_who_reviews_lets_pass_what_is_for_reviewers(region: Region, role: Role) -> None:
    actor = acting("somebody", region.finance, role)
    assert let_pass(actor, region, first(region, LEAK)).actor_name == "somebody"


def test_nobody_lets_pass_a_mark_of_secrecy(region: Region, reviewer: Actor) -> None:
    row = first(region, MARK)
    with pytest.raises(BlockedError, match="不能豁免，只能改正"):
        let_pass(reviewer, region, row)
    Waiver.objects.create(
        organ=region.finance, about=ABOUT, fingerprint=row.fingerprint, code="SEC-03", part="body",
        quote="x", reason="x", actor_key="x", actor_name="x", at=NOW,
    )  # fmt: skip
    assert first(region, MARK).is_blocking


def test_nobody_lets_pass_his_own_leak(region: Region, reviewer: Actor, drafter: Actor) -> None:
    own = frozenset({reviewer.key, drafter.key})
    with pytest.raises(BlockedError, match="没有参加起草"):
        let_pass(reviewer, region, first(region, LEAK), authors=own)
    assert let_pass(drafter, region, first(region, TYPO), authors=own)


def test_everything_that_is_wrong_is_said_at_once(region: Region, drafter: Actor) -> None:
    with pytest.raises(BlockedError) as blocked:
        let_pass(drafter, region, first(region, LEAK), " ")
    assert [one.code for one in blocked.value.findings] == ["WAIVER-REVIEWER", "WAIVER-REASON"]
    with pytest.raises(BlockedError, match="500"):
        let_pass(drafter, region, first(region, TYPO), "长" * 501)


def test_what_is_not_there_is_not_let_pass(region: Region, reviewer: Actor) -> None:
    row = first(region, LEAK)
    first(region, TYPO)
    with pytest.raises(BlockedError, match="没有这个问题"):
        let_pass(reviewer, region, row)


def test_only_who_serves_in_the_organ(region: Region) -> None:
    row = first(region, LEAK)
    for actor in (
        acting("above", region.city, Role.LEADER),
        acting("beside", region.health, Role.SECRECY_REVIEWER),
        acting("outside", region.finance, Role.APPRAISER),
    ):
        with pytest.raises(region.finance.DoesNotExist):
            let_pass(actor, region, row)
        assert not may_waive(actor, row, Matter(region.finance.pk, SUBJECT, ABOUT))


def test_the_second_of_two_is_given_the_first_ones(region: Region, reviewer: Actor) -> None:
    row = first(region, LEAK)
    other = acting("other", region.finance, Role.LEADER)
    waiver = let_pass(reviewer, region, row)
    before = Entry.objects.count()
    assert let_pass(other, region, row, "另一个理由") == waiver
    assert Entry.objects.count() == before
    assert Waiver.objects.get().reason == REASON


def test_taken_back(region: Region, reviewer: Actor, drafter: Actor) -> None:
    waiver = let_pass(reviewer, region, first(region, LEAK))
    with pytest.raises(BlockedError, match="只有本人和审核人"):
        lift_waiver(drafter, waiver_id=waiver.pk, now=NOW)
    stranger = acting("stranger", region.health, Role.LEADER)
    with pytest.raises(Waiver.DoesNotExist):
        lift_waiver(stranger, waiver_id=waiver.pk, now=NOW)
    assert lift_waiver(reviewer, waiver_id=waiver.pk, now=NOW).lifted_at == NOW
    assert Entry.objects.latest("sequence").verb == "lift_waiver"
    assert first(region, LEAK).is_blocking
    with pytest.raises(BlockedError, match="已经取消"):
        lift_waiver(reviewer, waiver_id=waiver.pk, now=NOW)
    again = let_pass(reviewer, region, first(region, LEAK), "再次核实")
    assert again != waiver
    assert list(waivers(reviewer, ABOUT)) == [waiver, again]


def test_a_drafter_takes_back_his_own(region: Region, drafter: Actor) -> None:
    waiver = let_pass(drafter, region, first(region, TYPO))
    assert lift_waiver(drafter, waiver_id=waiver.pk, now=NOW).lifted_at is not None


def test_who_sees_waivers(region: Region, reviewer: Actor) -> None:
    waiver = let_pass(reviewer, region, first(region, LEAK))
    assert list(waivers(acting("above", region.city, Role.LEADER), ABOUT)) == [waiver]
    assert list(waivers(acting("beside", region.health, Role.LEADER), ABOUT)) == []


def test_what_a_screen_offers(region: Region, reviewer: Actor, drafter: Actor) -> None:
    matter = Matter(region.finance.pk, SUBJECT, ABOUT, frozenset({drafter.key}))
    leak, mark = first(region, LEAK), first(region, MARK)
    assert may_waive(reviewer, leak, matter)
    assert not may_waive(drafter, leak, matter)
    assert not may_waive(reviewer, mark, matter)
    let_pass(reviewer, region, first(region, LEAK))
    assert not may_waive(reviewer, first(region, LEAK), matter)
