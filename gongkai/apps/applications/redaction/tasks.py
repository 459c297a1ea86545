"""What the worker does for a redaction: prepare pages, try the boxes, make the file.

Each may be interrupted at any point and done again; what comes too late changes nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from django.db.models.functions import Now
from django_tasks import task

from gongkai.apps.applications.models import Redaction
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.applications.redaction.isolated import Looking, asked, burn, fix, look, read
from gongkai.apps.applications.redaction.obstacles import refused_file
from gongkai.apps.applications.redaction.settling import (
    settle_failed,
    settle_made,
    settle_prepared,
)
from gongkai.apps.applications.redaction.states import RedactionState
from gongkai.apps.applications.redaction.suggesting import Suggestion, suggestions
from gongkai.apps.files import keeping, obstacles
from gongkai.apps.files.limits import limits
from gongkai.apps.files.states import FileState
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import SYSTEM
from gongkai.core.ports import Area, Box, GivenFile, PageLook, Redacted

AT_A_TIME: Final = 10
"""So many pages are drawn by one process before the next progress is seen."""
READ_AGAIN: Final = timedelta(seconds=5)


@task()
def prepare_redaction(redaction_id: int) -> None:
    """Make the pages of a file ready for covering, and look for personal data in them."""
    redaction = _standing(redaction_id, RedactionState.PREPARING)
    if redaction is None:
        return
    if redaction.source.state == FileState.READING:
        _come_back(redaction)
        return
    try:
        fixed, pages = _fixed(redaction)
        found: dict[int, Sequence[Suggestion]] = {}
        redaction_pages.begin(redaction.pk, redaction_pages.BEFORE, pages)
        for page in _looks(fixed, pages, read):
            redaction_pages.keep(redaction.pk, redaction_pages.BEFORE, page)
            found[page.number] = suggestions(page.words)
    except BlockedError as error:
        _failed(redaction, RedactionState.PREPARING, error.findings[0])
        return
    settle_prepared(
        SYSTEM, redaction_id=redaction.pk, fixed=fixed, suggested=found, now=redaction.made_at
    )


@task()
def try_redaction(redaction_id: int, version: int) -> None:
    """Cover a file on trial, so that a person sees how it will look; a fault goes back at once."""
    redaction = _standing(redaction_id, RedactionState.PROPOSED, version)
    if redaction is None:
        return
    try:
        made = _burnt(redaction)
        file = GivenFile(f"{redaction.name}.{made.kind}", made.kind, made.data)
        which = redaction_pages.after(version)
        redaction_pages.forget(redaction.pk, but=(redaction_pages.BEFORE, which))
        redaction_pages.begin(redaction.pk, which, made.pages, made.notes)
        for page in _looks(file, made.pages):
            redaction_pages.keep(redaction.pk, which, page)
    except BlockedError as error:
        _failed(redaction, RedactionState.PROPOSED, error.findings[0])


@task()
def make_redaction(redaction_id: int, version: int) -> None:
    """Make the file that is given out, verified; refuse where it cannot be proved."""
    redaction = _standing(redaction_id, RedactionState.MAKING, version)
    if redaction is None or redaction.released_at is None:
        return
    try:
        made = _burnt(redaction)
    except BlockedError as error:
        _failed(redaction, RedactionState.MAKING, error.findings[0])
        return
    moment = redaction.released_at
    settle_made(SYSTEM, redaction_id=redaction.pk, version=version, made=made, now=moment)


def _standing(
    redaction_id: int, state: RedactionState, version: int | None = None
) -> Redaction | None:
    """The redaction, if that is still to be done."""
    rows = Redaction.objects.filter(pk=redaction_id, state=state).select_related("source")
    return (rows if version is None else rows.filter(version=version)).first()


def _come_back(redaction: Redaction) -> None:
    """Look again when the file has been read and cleaned."""
    moment = Redaction.objects.annotate(moment=Now()).values_list("moment", flat=True)
    later = moment.get(pk=redaction.pk) + READ_AGAIN
    if prepare_redaction.get_backend().supports_defer:
        prepare_redaction.using(run_after=later).enqueue(redaction.pk)


def _fixed(redaction: Redaction) -> tuple[GivenFile, int]:
    """The file in a form whose pages do not move. Raises BlockedError."""
    source = redaction.source
    if source.state == FileState.REFUSED:
        raise BlockedError([refused_file(source.name, source.fault)])
    answer = asked(fix, (source.name, _bytes(redaction), limits().of_reader()))
    if isinstance(answer, Finding):
        raise BlockedError([answer])
    return answer


def _looks(
    file: GivenFile,
    pages: int,
    how: Callable[[Looking], tuple[PageLook, ...] | Finding] = look,
) -> Iterator[PageLook]:
    """All pages, some at a time. Raises BlockedError."""
    for first in range(1, pages + 1, AT_A_TIME):
        wanted = tuple(range(first, min(first + AT_A_TIME, pages + 1)))
        answer = asked(how, (file.name, file.data, wanted, limits().of_reader()))
        if isinstance(answer, Finding):
            raise BlockedError([answer])
        yield from answer


def _burnt(redaction: Redaction) -> Redacted:
    """The file with its accepted boxes. Raises BlockedError."""
    boxes = tuple(
        Box(row.page, Area(row.x, row.y, row.width, row.height), row.ground)
        for row in redaction.boxes.filter(is_accepted=True)
    )
    bounds = limits().of_reader()
    answer = asked(burn, (redaction.source.name, _bytes(redaction), boxes, bounds))
    if isinstance(answer, Finding):
        raise BlockedError([answer])
    return answer


def _bytes(redaction: Redaction) -> bytes:
    """The bytes of the file, seen to be those that were looked at. Raises BlockedError."""
    source = redaction.source
    if not keeping.is_whole(source.key, source.digest):
        raise BlockedError([obstacles.lost()])
    return keeping.bytes_of(source.key)


def _failed(redaction: Redaction, state: RedactionState, finding: Finding) -> None:
    settle_failed(
        SYSTEM,
        redaction_id=redaction.pk,
        state=state,
        version=redaction.version,
        finding=finding,
    )
