"""Looking up notices: which of them a case has something to say for, and which are issued."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from gongkai.apps.applications.letters.files import Printed, printed
from gongkai.apps.applications.letters.lettering import composed
from gongkai.apps.applications.letters.notices import MAKERS, order_of
from gongkai.apps.applications.models import Application, Letter
from gongkai.apps.applications.previews.letter_queries import DRAFT
from gongkai.apps.applications.register.queue_queries import own_applications
from gongkai.core.applications.letters.kinds import LETTER, LetterKind
from gongkai.core.identity import Actor
from gongkai.core.ports import LetterFormat

OF_OPINIONS: Final = {"third_party": ("DOC-04", "DOC-06"), "organ": ("DOC-05",)}
"""The notices about an opinion, by whom it is asked of."""
OF_LETTERS: Final = "DOC-23"
ABOUT_ROWS: Final = frozenset({"DOC-04", "DOC-05", "DOC-06", OF_LETTERS})


@dataclass(frozen=True, slots=True)
class PossibleNotice:
    """A notice that can be issued, or was. `about` tells which row, where there may be several."""

    kind: LetterKind
    about: int | None
    to: str
    letter: Letter | None = None
    named: str = ""
    """Which row it speaks of, in words that name nobody."""


def possible_notices(actor: Actor, application_id: int) -> list[PossibleNotice]:
    """The notices a case of the actor's organ has something to say for. Raises DoesNotExist."""
    rows = own_applications(actor).select_related("organ")
    application = rows.get(pk=application_id)
    live = application.letters.exclude(state="voided")
    issued = {(row.code, row.source): row for row in live}
    found = []
    for code, about, named in _asked(application):
        words = MAKERS[code](application, about)
        if words is not None:
            letter = issued.get((code, words.source))
            found.append(PossibleNotice(LETTER[code], about, words.to, letter, named))
    return found


def _asked(application: Application) -> Iterator[tuple[str, int | None, str]]:
    """Every notice there is, row by row where it speaks of one of several."""
    yield from ((code, None, "") for code in MAKERS if code not in ABOUT_ROWS)
    for row in application.consultations.all():
        yield from ((code, row.pk, row.party_masked) for code in OF_OPINIONS.get(row.kind, ()))
    letters = application.letters.filter(state="issued").exclude(code__in=NOT_HANDED_OVER)
    told = letters.values_list("pk", "title", "number")
    yield from ((OF_LETTERS, pk, LETTER_NAMED.format(title, number)) for pk, title, number in told)


def previewed_notice(
    actor: Actor, application_id: int, code: str, *, about: int | None, now: datetime
) -> Printed:
    """A notice as it would be issued today, marked as a draft.

    Raises BlockedError where the case has nothing to tell in it, DoesNotExist.
    """
    application = own_applications(actor).select_related("organ").get(pk=application_id)
    letter = composed(application, order_of(application, code, about), now)
    draft = replace(letter, header=DRAFT, document_number="")
    return printed(draft, LetterFormat.PDF, now)


LETTER_NAMED: Final = "{}（{}）"
NOT_HANDED_OVER: Final = ("DOC-01", OF_LETTERS)
"""What needs no proof of delivery."""
