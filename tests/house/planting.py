"""Rows of publishing for the sweep: one of everything that an address may name."""

from datetime import datetime

from django.utils.timezone import localdate

from gongkai.apps.applications.models import (
    Applicant,
    Application,
    CaseFile,
    Delivery,
    Letter,
    Reply,
)
from gongkai.apps.catalogue.models import (
    Column,
    DirectoryDraft,
    DirectoryEntry,
    Guide,
    GuideRevision,
    Moved,
    Site,
)
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.chains import packed
from gongkai.apps.publishing.models import (
    AttributeChange,
    Edition,
    Item,
    Placement,
    ReviewChain,
    Revision,
)
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.publishing.draft import Draft
from gongkai.core.review.chain import DEFAULT
from tests.house.planting_redaction import planted_redaction

WRITER = "user:0"


def planted_items(place: Organ, now: datetime) -> dict[str, int | str]:
    """An item that is public, with a correction under review and what hangs on it."""
    written = Draft(title="示范通知", formed_on=localdate(now).isoformat())
    item = Item.objects.create(
        organ=place, kind="notice", title="示范通知", drafter_key=WRITER, created_at=now
    )
    edition = Edition.objects.create(
        item=item,
        number=1,
        purpose="correction",
        state="in_review",
        content=written.pack(),
        saved_at=now,
        authors=[WRITER],
        chain=packed(DEFAULT),
        level=0,
        level_role=DEFAULT[0].role.value,
    )
    revision = Revision.objects.create(
        item=item,
        edition=edition,
        number=1,
        title="示范通知",
        content=written.pack(),
        digest=written.digest,
        author_key=WRITER,
        at=now,
    )
    Edition.objects.filter(pk=edition.pk).update(revision=revision)
    Item.objects.filter(pk=item.pk).update(
        state="released",
        released=revision,
        released_at=now,
        first_released_at=now,
        disclosure_class="proactive",
    )
    return {
        "item_id": item.pk,
        "edition_id": edition.pk,
        "revision_id": revision.pk,
        "change_id": _change(item, now),
        "placement_id": Placement.objects.create(
            item=item, channel="weixin", placed_on=localdate(now)
        ).pk,
        "chain_id": ReviewChain.objects.create(
            organ=place, kind="news", levels=packed(DEFAULT), changed_at=now
        ).pk,
        "stored_id": _file(place, now),
        "column_id": _column(place, now),
        "moved_id": Moved.objects.create(path="/old/", target="/columns/notices/", moved_at=now).pk,
        "directory_entry_id": _entry(place, now),
        "guide_revision_id": _guide(place, now),
        "dispute_id": _dispute(place, now),
        **planted_application(place, now),
    }


def _change(item: Item, now: datetime) -> int:
    return AttributeChange.objects.create(
        item=item,
        before="proactive",
        after="on_application",
        reason="不宜主动公开",
        proposed_by_key=WRITER,
        proposed_at=now,
    ).pk


def planted_directory_draft(place: Organ, keeper: str, now: datetime) -> int:
    """A file with a standard directory that somebody has looked through."""
    return DirectoryDraft.objects.create(
        organ=place, field="budgets", actor_key=keeper, name="目录.xlsx", at=now
    ).pk


def _entry(place: Organ, now: datetime) -> int:
    return DirectoryEntry.objects.create(
        organ=place, field="budgets", number="1", first="财政预算", way="proactive", imported_at=now
    ).pk


def _guide(place: Organ, now: datetime) -> int:
    guide = Guide.objects.create(organ=place, changed_at=now)
    return GuideRevision.objects.create(
        guide=guide, number=1, content={}, is_complete=False, author_key=WRITER, at=now
    ).pk


def planted_application(place: Organ, now: datetime) -> dict[str, int | str]:
    """A case that is being handled, with a file, a reply being written, a letter on its way."""
    case = Application.objects.create(
        organ=place,
        year=2025,
        serial=9,
        number="示范依申请〔2025〕9号",
        query_code="code",
        state="handling",
        way="counter",
        arrived_on=localdate(now),
        received_on=localdate(now),
        applicant_kind="natural",
        applicant_masked="张*",
        subject="示范文件",
        description="示范文件全文。",
        created_at=now,
        created_by=WRITER,
    )
    Applicant.objects.create(application=case, name="张明")
    stored = StoredFile.objects.get(pk=_file(place, now))
    file = CaseFile.objects.create(
        application=case, file=stored, purpose="evidence", name="x.txt", added_at=now
    )
    reply = Reply.objects.create(application=case, number=1, saved_at=now)
    letter = Letter.objects.create(
        application=case,
        code="DOC-01",
        title="登记回执",
        addressee="张明",
        content="示范",
        pdf=stored,
        docx=stored,
        dated_on=localdate(now),
        issued_at=now,
    )
    sent = Delivery.objects.create(letter=letter, way="counter", sent_on=localdate(now), at=now)
    return {
        "application_id": case.pk,
        "case_file_id": file.pk,
        **planted_redaction(case, now),
        "reply_id": reply.pk,
        "letter_id": letter.pk,
        "delivery_id": sent.pk,
        "verb": "assign",
        "deed": "discard",
    }


def _dispute(place: Organ, now: datetime) -> int:
    return Dispute.objects.create(
        organ=place,
        kind="direct",
        party="张明",
        party_masked="张＊",
        act="不予公开决定书",
        body="示范市人民法院",
        received_on=localdate(now),
        created_at=now,
        created_by=WRITER,
    ).pk


def _column(place: Organ, now: datetime) -> int:
    """A column of the site of the government above the organ, which keeps it."""
    site = Site.objects.create(organ=place.superior or place, name="示范网站", changed_at=now)
    query = ColumnQuery(kinds=("notice",)).pack()
    values = {"name": "通知公告", "kind": "notices", "query": query, "changed_at": now}
    return Column.objects.create(site=site, key="notices", **values).pk


def _file(place: Organ, now: datetime) -> int:
    data = b"x"
    return StoredFile.objects.create(
        organ=place,
        name="x.txt",
        kind="txt",
        size=1,
        digest=keeping.digest_of(data),
        key=keeping.put(data),
        state="ready",
        queued_at=now,
        stored_at=now,
    ).pk
