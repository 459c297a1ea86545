"""A redaction for the sweep: two pages with a box, tried, and a file that was given out."""

from datetime import datetime

from gongkai.apps.applications.models import Application, Redaction
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.organs.models import Organ
from gongkai.core.ports import PageLook

PNG = b"\x89PNG\r\n\x1a\n"


def planted_redaction(application: Application, now: datetime) -> dict[str, int]:
    """A redaction of a case."""
    place = application.organ
    redaction = Redaction.objects.create(
        application=application,
        source=_file(place, "来访记录.pdf", now),
        result=_file(place, "来访记录（区分处理）.pdf", now),
        name="来访记录.pdf",
        state="released",
        made_by_key="user:0",
        made_by="经办人",
        made_at=now,
    )
    box = redaction.boxes.create(
        page=1, x=0.1, y=0.1, width=0.2, height=0.05, ground="PERSONAL_PRIVACY"
    )
    for which in (redaction_pages.BEFORE, redaction_pages.after(redaction.version)):
        redaction_pages.begin(redaction.pk, which, 1)
        redaction_pages.keep(redaction.pk, which, PageLook(1, 595, 842, PNG))
    return {"redaction_id": redaction.pk, "box_id": box.pk, "page": 1}


def _file(place: Organ, name: str, now: datetime) -> StoredFile:
    data = name.encode()
    return StoredFile.objects.create(
        organ=place,
        name=name,
        kind="pdf",
        size=len(data),
        digest=keeping.digest_of(data),
        key=keeping.put(data),
        state="ready",
        queued_at=now,
        stored_at=now,
    )
