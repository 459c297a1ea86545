"""认定审核表、变更审批表: the printed forms as files; whoever takes one is noted."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.apps.publishing.printing import Printed, print_change, print_determination
from gongkai.core.ports import LetterFormat
from gongkai.core.publishing.doors import READERS
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles


@require_safe
@for_roles(*READERS)
def determination(request: HttpRequest, item_id: int) -> HttpResponse:
    """The form of the determination; the address may ask for another piece of work on the item."""
    asked = request.GET.get("edition", "")
    printed = print_determination(
        actor(request),
        item_id=item_id,
        written_as=asked_format(request),
        now=timezone.now(),
        number=int(asked) if asked.isascii() and asked.isdecimal() else None,
    )
    return attachment(printed)


@require_safe
@for_roles(*READERS)
def change(request: HttpRequest, change_id: int) -> HttpResponse:
    """The form of a change."""
    printed = print_change(
        actor(request), change_id=change_id, written_as=asked_format(request), now=timezone.now()
    )
    return attachment(printed)


def asked_format(request: HttpRequest) -> LetterFormat:
    """The format that the address asks for; PDF unless it says otherwise."""
    asked = request.GET.get("format", "")
    return LetterFormat(asked) if asked in set(LetterFormat) else LetterFormat.PDF


def attachment(printed: Printed) -> HttpResponse:
    """A file to save."""
    response = HttpResponse(printed.data, content_type=printed.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=printed.name
    )
    return response
