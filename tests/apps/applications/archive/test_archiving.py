"""Filing: what is over is kept whole, with digests, for its term, and handed over."""

import hashlib
import json
import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
from django.core.files.storage import default_storage

from gongkai.adapters.letters.pdf import PdfWriter
from gongkai.apps.applications.archive.archiving import (
    export_case,
    file_case,
    last_day,
    transfer_cases,
)
from gongkai.apps.applications.archive.queries import HEADS, case_folder, transfer_rows
from gongkai.apps.applications.delivery.delivering import Sending, fail_delivery, send_letter
from gongkai.apps.applications.letters.lettering import Order, issued
from gongkai.apps.applications.models import Application, ArchiveRecord, Letter
from gongkai.apps.files import keeping
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core import ports
from gongkai.core.applications.retention import RETENTION
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.applications.answering import NOON, Answering
from tests.apps.applications.at_work import codes

pytestmark = pytest.mark.django_db
TODAY = NOON.date()

RARE = "\U00012000"
"""A sign of Babylon, which no font for Chinese has."""


@pytest.fixture
def desk() -> Answering:
    return Answering()


def delivered(desk: Answering, kind: str = "not_held") -> Letter:
    order = Order("DOC-01", {"query_code": "7K2M"})
    issued(desk.case, order, actor=desk.handler, now=NOON)
    letter = desk.answered(kind)
    sending = Sending("counter", TODAY, signed_on=TODAY, signed_by="张明")
    send_letter(desk.handler, letter_id=letter.pk, sending=sending, now=NOON)
    return letter


def file(desk: Answering, retention: str = "ordinary") -> ArchiveRecord:
    return file_case(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        retention=retention,
        now=NOON,
    )


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(data))
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return "".join("".join(pages).split())


def test_what_is_over_is_filed_with_its_digests(desk: Answering) -> None:
    letter = delivered(desk)
    row = file(desk)
    case = desk.now()
    assert (case.state, case.archived_on) == ("archived", TODAY)
    assert (row.retention, row.keep_until) == ("ordinary", date(2037, 1, 1))
    assert letter.pdf is not None
    digests = {told["sha256"] for told in row.manifest}
    assert hashlib.sha256(keeping.bytes_of(letter.pdf.key)).hexdigest() in digests
    assert len(row.manifest) == 2
    assert JournalEntry.objects.filter(verb="file_case").count() == 1


def test_terms_begin_with_the_year_after(desk: Answering) -> None:
    assert last_day(RETENTION["disputed"], date(2025, 12, 31)) == date(2056, 1, 1)
    assert last_day(RETENTION["register"], TODAY) is None
    delivered(desk)
    with pytest.raises(BlockedError) as error:
        file(desk, "forever")
    assert codes(error) == {"ARCHIVE-TERM"}


def test_a_reply_that_reached_nobody_is_not_filed(desk: Answering) -> None:
    letter = desk.answered()
    with pytest.raises(BlockedError) as error:
        file(desk)
    assert codes(error) == {"ARCHIVE-DELIVERY"}
    sent = Sending("post", TODAY, "九号路9号", "中国邮政EMS", "EX123456789CN")
    row = send_letter(desk.handler, letter_id=letter.pk, sending=sent, now=NOON)
    fail_delivery(desk.handler, delivery_id=row.pk, day=TODAY, reason="退回", now=NOON)
    with pytest.raises(BlockedError) as error:
        file(desk)
    assert codes(error) == {"ARCHIVE-DELIVERY"}


def test_what_is_not_over_is_not_filed(desk: Answering) -> None:
    with pytest.raises(BlockedError):
        file(desk)
    assert not ArchiveRecord.objects.exists()


def retracted(desk: Answering) -> None:
    """The case is over without a reply."""
    Application.objects.filter(pk=desk.case.pk).update(
        state="retracted",
        decision="retracted",
        result_row="other_3",
        closed_on=TODAY,
        counted_on=TODAY,
        counted_row="other_3",
    )


def test_a_retracted_case_is_filed_without_a_letter(desk: Answering) -> None:
    retracted(desk)
    assert file(desk).manifest == []


def test_what_is_over_and_was_never_proved_to_be_received_is_filed(desk: Answering) -> None:
    retracted(desk)
    Application.objects.filter(pk=desk.case.pk).update(received_on=None)
    assert file(desk).filed_on == TODAY
    assert desk.now().state == "archived"


def test_the_evidence_of_a_case_and_what_is_lacking(desk: Answering) -> None:
    delivered(desk)
    found = case_folder(desk.handler, desk.case.pk)
    things = {row.kind.key: row.things for row in found.evidence}
    assert list(things) == ["application", "receipt", "search", "reply", "delivery"]
    assert things["search"] == ("处理决定和事实",)
    assert found.lacking == []
    with pytest.raises(Application.DoesNotExist):
        case_folder(desk.stranger, desk.case.pk)


def test_before_the_reply_evidence_is_lacking(desk: Answering) -> None:
    desk.answered("granted")
    lacking = [row.key for row in case_folder(desk.handler, desk.case.pk).lacking]
    assert lacking == ["delivery"]


def test_the_bundle_holds_everything_and_its_digests(desk: Answering) -> None:
    letter = delivered(desk)
    found = export_case(desk.handler, application_id=desk.case.pk, now=NOON)
    again = export_case(desk.handler, application_id=desk.case.pk, now=NOON)
    assert found.name.endswith(".zip")
    with ZipFile(BytesIO(found.data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    manifest = json.loads(members.pop("清单.json"))
    assert [row["name"] for row in manifest] == list(members)
    for row in manifest:
        data = members[row["name"]]
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        assert row["size"] == len(data)
    names = "\n".join(members)
    for part in ("证据目录", "申请登记", "处理决定和事实", "期限计算", "办理过程", "办理记录"):
        assert part in names
    assert letter.pdf is not None
    assert keeping.bytes_of(letter.pdf.key) in members.values()
    assert len(again.data) > 0
    reads = JournalEntry.objects.filter(verb="read", subject=f"application:{desk.case.pk}")
    assert reads.count() == 2


@pytest.mark.parametrize("how", ["丢失", "被替换", "被改动"])
def test_the_manifest_vouches_for_nothing_that_changed(desk: Answering, how: str) -> None:
    letter = delivered(desk)
    assert letter.pdf is not None
    if how != "被改动":
        keeping.discard(letter.pdf.key)
    if how == "被替换":
        other = default_storage.open(keeping.put(b"%PDF-1.7 other"))
        default_storage.save(letter.pdf.key, other)
    if how == "被改动":
        letter.pdf.key = keeping.put(b"%PDF-1.7 altered")
        letter.pdf.save(update_fields=["key"])
    found = export_case(desk.handler, application_id=desk.case.pk, now=NOON)
    with ZipFile(BytesIO(found.data)) as package:
        manifest = json.loads(package.read("清单.json"))
    (changed,) = [row for row in manifest if row.get("is_whole") is False]
    assert letter.pdf.name in changed["name"]
    assert changed["stored_digest"] == letter.pdf.digest
    assert (changed["size"] == 0) is (how != "被改动")


def test_the_sheets_tell_what_no_letter_tells(desk: Answering) -> None:
    delivered(desk)
    data = export_case(desk.handler, application_id=desk.case.pk, now=NOON).data
    with ZipFile(BytesIO(data)) as package:
        texts = {name: text_of(package.read(name)) for name in package.namelist() if ".pdf" in name}
        journal = json.loads(package.read("办理记录.json"))
    facts = next(text for name, text in texts.items() if "事实" in name)
    assert "张示例、档案室" in facts
    clock = next(text for name, text in texts.items() if "期限" in name)
    assert "2025-06-30" in clock
    evidence = next(text for name, text in texts.items() if "证据" in name)
    assert "检索记录" in evidence
    assert {row["verb"] for row in journal} >= {"issue_reply", "send_letter", "issue_letter"}
    assert all(row["digest"] for row in journal)


def test_every_letter_in_it_is_made_for_keeping(desk: Answering) -> None:
    delivered(desk)
    data = export_case(desk.handler, application_id=desk.case.pk, now=NOON).data
    with ZipFile(BytesIO(data)) as package:
        papers = [package.read(name) for name in package.namelist() if name.endswith(".pdf")]
    assert len(papers) == 7
    assert all(b"pdfaid:part" in paper for paper in papers)


def test_only_whoever_works_on_it_takes_it_along(desk: Answering) -> None:
    with pytest.raises(NotAllowedError):
        export_case(desk.legal, application_id=desk.case.pk, now=NOON)
    with pytest.raises(Application.DoesNotExist):
        export_case(desk.stranger, application_id=desk.case.pk, now=NOON)


# Handing over


def test_filed_cases_are_handed_over_once(desk: Answering) -> None:
    delivered(desk)
    row = file(desk)
    (listed,) = transfer_rows(desk.office, 2025)
    assert len(listed) == len(HEADS)
    assert listed[0] == desk.case.number
    assert listed[-1] is None
    assert transfer_rows(desk.office, 2024) == []
    assert transfer_cases(desk.office, record_ids=[row.pk], day=TODAY) == 1
    assert transfer_rows(desk.office)[0][-1] == TODAY
    with pytest.raises(BlockedError) as error:
        transfer_cases(desk.office, record_ids=[row.pk], day=TODAY)
    assert codes(error) == {"ARCHIVE-TWICE"}


def test_the_transfer_list_says_who_asked_in_words_and_names_nobody(desk: Answering) -> None:
    delivered(desk)
    file(desk)
    Application.objects.filter(pk=desk.case.pk).update(subject="张明申请的征收补偿方案")
    (listed,) = transfer_rows(desk.office, 2025)
    told = dict(zip(HEADS, listed, strict=True))
    assert told["申请人类别"] == "自然人"
    assert "征收补偿方案" in str(told["题名"])
    assert "张明" not in str(told["题名"])


def test_what_is_not_filed_is_not_handed_over(desk: Answering) -> None:
    with pytest.raises(BlockedError) as error:
        transfer_cases(desk.office, record_ids=[0], day=TODAY)
    assert codes(error) == {"ARCHIVE-NOT"}
    delivered(desk)
    row = file(desk)
    with pytest.raises(BlockedError) as error:
        transfer_cases(desk.office, record_ids=[row.pk], day=date(2026, 3, 1))
    assert codes(error) == {"DELIVER-EARLY"}
    with pytest.raises(NotAllowedError):
        transfer_cases(desk.handler, record_ids=[row.pk], day=TODAY)


def texts_and_manifest(desk: Answering) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The text of every PDF of the bundle by its name, and what the manifest says."""
    data = export_case(desk.handler, application_id=desk.case.pk, now=NOON).data
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.endswith(".pdf")]
        texts = {name: text_of(package.read(name)) for name in names}
        return texts, json.loads(package.read("清单.json"))


def test_the_evidence_list_says_where_in_the_bundle_each_thing_is(desk: Answering) -> None:
    letter = delivered(desk)
    texts, _ = texts_and_manifest(desk)
    listed = "".join(texts["01-证据目录.pdf"].split())
    assert "申请登记（见02-申请登记.pdf）" in listed
    [member] = [name for name in texts if letter.pdf and name.endswith(letter.pdf.name)]
    assert f"{letter.title}（{letter.number}）（见{member}）" in listed
    for name in re.findall(r"（见(.+?\.(?:pdf|txt|docx))）", listed):
        assert name in {"".join(known.split()) for known in texts}


def test_a_letter_that_is_no_pdf_a_is_said_to_be_none(desk: Answering) -> None:
    letter = delivered(desk)
    assert letter.pdf is not None
    assert not any("is_archival" in row for row in texts_and_manifest(desk)[1])
    plain = PdfWriter().write(ports.Letter("缺字的文书", (ports.Paragraph(RARE),)), made_at=NOON)
    assert plain.notes
    letter.pdf.key = keeping.put(plain.data)
    letter.pdf.digest = keeping.digest_of(plain.data)
    letter.pdf.save(update_fields=["key", "digest"])
    [told] = [row for row in texts_and_manifest(desk)[1] if "is_archival" in row]
    assert (told["is_archival"], "is_whole" in told) == (False, False)
    assert "字体" in told["why_not_archival"]
    assert letter.pdf.name in told["name"]
