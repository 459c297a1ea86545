"""Looking at letters: as they would be issued, and the files of those that are."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.apps.applications.letters.files import Printed, printed
from gongkai.apps.applications.letters.lettering import composed
from gongkai.apps.applications.models import Letter
from gongkai.apps.applications.replies.deciding_queries import decided, reply
from gongkai.apps.applications.replies.replying import order_of
from gongkai.apps.files.queries import content
from gongkai.apps.journal.record import record_reading
from gongkai.apps.organs.scope import Purpose, one
from gongkai.core.identity import Actor
from gongkai.core.ports import LetterFormat

PURPOSE = "下载文书“{title}”（{number}）"
DRAFT = "（草稿）"


def previewed_reply(
    actor: Actor, reply_id: int, written_as: LetterFormat, *, now: datetime
) -> Printed:
    """A reply as it would be issued today, marked as a draft. Raises BlockedError, DoesNotExist."""
    row = reply(actor, reply_id)
    letter = composed(row.application, order_of(row, decided(row)), now)
    return printed(replace(letter, header=DRAFT, document_number=""), written_as, now)


@transaction.atomic
def download_letter(actor: Actor, *, letter_id: int, written_as: LetterFormat) -> Printed:
    """The file of an issued letter; who had it is written down. Raises DoesNotExist."""
    rows = Letter.objects.all()
    row = one(actor, rows, letter_id, to=Purpose.WORK, field="application__organ")
    file_id = row.pdf_id if written_as is LetterFormat.PDF else row.docx_id
    name, data = content(file_id or 0)
    purpose = PURPOSE.format(title=row.title, number=row.number)
    record_reading(actor, f"application:{row.application_id}", purpose)
    return Printed(name, data, written_as.media_type)
