"""Drafting: nothing lost, nobody overwritten, nothing dangerous kept."""

from dataclasses import replace

import pytest

from gongkai.apps.publishing.drafting import discard_edition, open_item, save_draft
from gongkai.apps.publishing.models import Edition, Item, Revision
from gongkai.apps.publishing.submitting import submit
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, Role
from gongkai.core.publishing.draft import Draft, unpack
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW, Staff, draft, drafted, returned, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def staff(region: Region) -> Staff:
    return Staff(region.bureau)


def saved(staff: Staff, edition: Edition, written: Draft) -> Edition:
    return save_draft(
        staff.drafter,
        edition_id=edition.pk,
        expected=edition.version,
        draft=written,
        now=NOW,
    )


def codes(error: BlockedError) -> list[str]:
    return [finding.code for finding in error.findings]


def test_a_new_item_begins_with_what_is_known(staff: Staff) -> None:
    edition = open_item(staff.drafter, kind="budget", now=NOW)
    begun = unpack(edition.content)
    assert (begun.catalogue_code, begun.formed_on) == ("20-07", "2025-06-30")
    assert begun.source_name == staff.organ.name
    assert edition.item.title == "（未命名）"


def test_an_unknown_kind_is_refused(staff: Staff) -> None:
    with pytest.raises(BlockedError) as caught:
        open_item(staff.drafter, kind="poem", now=NOW)
    assert codes(caught.value) == ["ITEM-KIND"]


@pytest.mark.parametrize("role", [Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR, Role.APPRAISER])
def test_who_may_not_write(region: Region, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        open_item(acting("somebody", region.bureau, role), kind="news", now=NOW)


def test_what_is_written_is_kept_and_shown_in_lists(staff: Staff) -> None:
    edition = saved(staff, drafted(staff), draft(7, is_key=True))
    item = Item.objects.get(pk=edition.item_id)
    assert "第7批" in item.title
    assert (item.is_key, item.catalogue_code) == (True, "20-15")
    assert edition.version == 1


def test_saving_the_same_changes_nothing(staff: Staff) -> None:
    edition = saved(staff, drafted(staff), draft(7))
    assert saved(staff, edition, draft(7)).version == edition.version


def test_of_two_who_write_at_once_none_is_overwritten(staff: Staff, region: Region) -> None:
    other = acting("other", region.bureau, Role.DRAFTER)
    edition = drafted(staff)
    mine = saved(staff, edition, draft(2))
    with pytest.raises(BlockedError) as caught:
        save_draft(other, edition_id=edition.pk, expected=0, draft=draft(3), now=NOW)
    assert codes(caught.value) == ["DRAFT-CONFLICT"]
    assert staff.drafter.name in caught.value.findings[0].text
    kept = Edition.objects.get(pk=edition.pk)
    assert unpack(kept.content) == unpack(mine.content)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<p onclick="x()">字</p>',
        '<a href="javascript:x()">字</a>',
        "<svg onload=x()></svg>",
    ],
    ids=["脚本", "事件", "伪链接", "SVG"],
)
def test_script_never_gets_in(staff: Staff, body: str) -> None:
    edition = saved(staff, drafted(staff), replace(draft(), body=f"<p>正文</p>{body}"))
    kept = unpack(edition.content).body
    assert "正文" in kept
    assert not any(word in kept for word in ("script", "onclick", "onload", "alert"))


def test_what_is_in_review_is_not_changed(staff: Staff) -> None:
    edition = submitted(staff)
    with pytest.raises(BlockedError) as caught:
        saved(staff, edition, draft(9))
    assert codes(caught.value) == ["DRAFT-CLOSED"]


def test_what_was_sent_back_can_be_changed(staff: Staff) -> None:
    edition = saved(staff, returned(staff), draft(9))
    assert "第9批" in unpack(edition.content).title


def test_a_revision_is_not_touched_by_later_writing(staff: Staff) -> None:
    edition = returned(staff)
    first = Revision.objects.get(edition=edition)
    edition = saved(staff, edition, draft(9))
    submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    numbers = list(Revision.objects.filter(edition=edition).values_list("number", "title"))
    assert [number for number, _ in numbers] == [2, 1]
    assert Revision.objects.get(pk=first.pk).content == first.content


def test_submitting_says_everything_that_is_missing(staff: Staff) -> None:
    edition = open_item(staff.drafter, kind="investment", now=NOW)
    with pytest.raises(BlockedError) as caught:
        submit(staff.drafter, edition_id=edition.pk, expected=0, now=NOW)
    assert {"ITEM-TITLE", "ITEM-CLASS", "ITEM-FIELD"} <= set(codes(caught.value))
    assert not Revision.objects.exists()


def test_findings_stop_a_submission_and_leave_nothing_behind(staff: Staff) -> None:
    edition = drafted(staff, written=draft(body="<p>绝密★30年</p><p>正文。</p>"))
    with pytest.raises(BlockedError) as caught:
        submit(staff.drafter, edition_id=edition.pk, expected=0, now=NOW)
    assert codes(caught.value)[0] == "CHECKS-LEFT"
    assert not Revision.objects.exists()
    assert Edition.objects.get(pk=edition.pk).state == "draft"


def test_an_unknown_file_or_target_is_refused(staff: Staff) -> None:
    written = draft(interprets=(999,), fields={"form": "图解"})
    edition = drafted(staff, kind="interpretation", written=written)
    with pytest.raises(BlockedError) as caught:
        submit(staff.drafter, edition_id=edition.pk, expected=0, now=NOW)
    assert codes(caught.value) == ["TARGET-UNKNOWN"]


def test_a_discarded_item_stays_on_record(staff: Staff) -> None:
    edition = drafted(staff)
    edition = discard_edition(
        staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW
    )
    assert (edition.state, Item.objects.get().state) == ("discarded", "discarded")


def test_another_organs_draft_is_not_there(staff: Staff, region: Region) -> None:
    other = Staff(region.town)
    with pytest.raises(Edition.DoesNotExist):
        saved(other, drafted(staff), draft(2))


def test_what_nobody_sees_is_left_out_of_every_line(staff: Staff) -> None:
    written = replace(
        draft(),
        title="\u202e关于检查\u200b的通知",
        summary="概\u200b述",
        author="会\ufeff计科",
        keywords=("会\u200b计", "\u200b"),
        fields={"place": "示范\u202e县"},
    )
    kept = unpack(saved(staff, drafted(staff), written).content)
    assert (kept.title, kept.summary, kept.author) == ("关于检查的通知", "概述", "会计科")
    assert (kept.keywords, kept.fields["place"]) == (("会计",), "示范县")
