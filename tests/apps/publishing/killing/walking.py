"""Somebody who goes on where the last one was killed: each step is the next that is open."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils.timezone import localtime

from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.storing import store_file
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.drafting import open_item, save_draft
from gongkai.apps.publishing.models import Attached, Edition, Item, Placement, Publication, Review
from gongkai.apps.publishing.placing import place
from gongkai.apps.publishing.releasing import release, schedule
from gongkai.apps.publishing.reviewing import send_back
from gongkai.apps.publishing.submitting import submit
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.draft import AttachedFile, unpack
from tests.factories.publishing import REASON, Staff, correcting, draft, passed_on

SENT_BACK = 3
"""Each so many-th edition is sent back once, and each so many-th is released by the worker."""
SOON = timedelta(milliseconds=200)
WORKING = ("draft", "in_review", "returned", "approved")


class Walk:
    """One organ's people at work."""

    def __init__(self, organ: Organ) -> None:
        self.staff = Staff(organ)
        self.steps = {
            "draft": self._write_or_submit,
            "in_review": self._review,
            "returned": self._submit,
            "approved": self._release,
        }

    def go_on(self) -> None:
        """Take the next step there is to take."""
        now = localtime()
        edition = Edition.objects.filter(state__in=WORKING).order_by("id").first()
        if edition is not None:
            self.steps[edition.state](edition, now)
            return
        item = Item.objects.filter(state="released").exclude(editions__state="scheduled").first()
        if item is None:
            self._begin(now)
        else:
            self._change(item, now)

    def _begin(self, now: datetime) -> None:
        """A new item; what was stored for the one before has been read by now, perhaps."""
        number = Item.objects.count() + 1
        used = Attached.objects.values("file")
        ready = StoredFile.objects.filter(state="ready").exclude(pk__in=used).first()
        files = () if ready is None else (AttachedFile(ready.pk, "检查对照表.txt"),)
        if StoredFile.objects.count() < number:
            text = f"第{number}批检查对照表\n目录\t结果\n企业登记\t完整\n"
            store_file(self.staff.drafter, name="检查对照表.txt", data=text.encode(), now=now)
        written = draft(number, now=now, attachments=files)
        if files:
            written = replace(written, body=f"{written.body}<p>附件：检查对照表</p>")
        open_item(self.staff.drafter, kind="notice", draft=written, now=now)

    def _write_or_submit(self, edition: Edition, now: datetime) -> None:
        if edition.version:
            self._submit(edition, now)
            return
        written = unpack(edition.content)
        changed = replace(written, summary=f"{written.summary}本次为第{edition.number}稿。")
        save_draft(
            self.staff.drafter,
            edition_id=edition.pk,
            expected=edition.version,
            draft=changed,
            now=now,
        )

    def _submit(self, edition: Edition, now: datetime) -> None:
        submit(self.staff.drafter, edition_id=edition.pk, expected=edition.version, now=now)

    def _review(self, edition: Edition, now: datetime) -> None:
        sent_back = Review.objects.filter(edition=edition, verdict="send_back").exists()
        if edition.level == 2 and not edition.pk % SENT_BACK and not sent_back:
            send_back(
                self.staff.holder(edition.level_role),
                edition_id=edition.pk,
                expected=edition.version,
                reason=REASON,
                now=now,
            )
        else:
            passed_on(self.staff, edition, now)

    def _release(self, edition: Edition, now: datetime) -> None:
        office, version = self.staff.office, edition.version
        if edition.pk % SENT_BACK == 1 and edition.purpose == "new":
            schedule(office, edition_id=edition.pk, expected=version, at=now + SOON, now=now)
        else:
            release(office, edition_id=edition.pk, expected=version, now=now)

    def _change(self, item: Item, now: datetime) -> None:
        """First told elsewhere, then corrected, then withdrawn."""
        channel = Channel.WEIXIN.value
        if not Placement.objects.filter(item=item, channel=channel).exists():
            place(
                self.staff.office,
                item_id=item.pk,
                channel=channel,
                address="",
                placed_on=now.date(),
            )
        elif not Publication.objects.filter(item=item, verb="correction").exists():
            correcting(self.staff, item.pk, now)
        else:
            withdraw(self.staff.office, item_id=item.pk, reason=REASON, now=now)
