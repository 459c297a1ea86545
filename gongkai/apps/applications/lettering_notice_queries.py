"""Looking up notices: which of them a case has something to say for, and which are issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.apps.applications.lettering_notices import MAKERS
from gongkai.apps.applications.models import Application, Letter
from gongkai.apps.applications.queue_queries import own_applications
from gongkai.core.applications.letters.kinds import LETTER, LetterKind
from gongkai.core.identity import Actor

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


def possible_notices(actor: Actor, application_id: int) -> list[PossibleNotice]:
    """The notices a case of the actor's organ has something to say for. Raises DoesNotExist."""
    rows = own_applications(actor).select_related("organ")
    application = rows.get(pk=application_id)
    live = application.letters.exclude(state="voided")
    issued = {(row.code, row.source): row for row in live}
    found = []
    for code, about in _asked(application):
        words = MAKERS[code](application, about)
        if words is not None:
            letter = issued.get((code, words.source))
            found.append(PossibleNotice(LETTER[code], about, words.to, letter))
    return found


def _asked(application: Application) -> Iterator[tuple[str, int | None]]:
    """Every notice there is, row by row where it speaks of one of several."""
    yield from ((code, None) for code in MAKERS if code not in ABOUT_ROWS)
    for row in application.consultations.all():
        yield from ((code, row.pk) for code in OF_OPINIONS.get(row.kind, ()))
    letters = application.letters.filter(state="issued").exclude(code__in=NOT_HANDED_OVER)
    yield from ((OF_LETTERS, pk) for pk in letters.values_list("pk", flat=True))


NOT_HANDED_OVER: Final = ("DOC-01", OF_LETTERS)
"""What needs no proof of delivery."""
