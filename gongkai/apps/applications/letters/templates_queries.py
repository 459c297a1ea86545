"""Looking up the wordings of letters: an organ's own, older ones, and the usual ones."""

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.apps.applications.models import LetterTemplate
from gongkai.apps.organs.scope import Purpose, within
from gongkai.core.applications.letters.fields import Field, fields_for
from gongkai.core.applications.letters.kinds import LETTER, LETTERS, LetterKind
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """One kind of letter with the wording in use, the versions, the fields it may name."""

    kind: LetterKind
    text: str
    current: LetterTemplate | None
    versions: tuple[LetterTemplate, ...]
    fields: tuple[Field, ...]


def wording_of(organ_id: int) -> Callable[[str], str]:
    """The wordings that an organ's letters use, by code."""
    rows = LetterTemplate.objects.filter(organ_id=organ_id, is_current=True)
    own = dict(rows.values_list("code", "text"))
    return lambda code: own.get(code) or LETTER[code].text


def templates(actor: Actor) -> list[tuple[LetterKind, LetterTemplate | None]]:
    """Every kind of letter, and the own wording of the actor's organ where there is one."""
    rows = within(actor, LetterTemplate.objects.filter(is_current=True), to=Purpose.WORK)
    own = {row.code: row for row in rows.filter(organ_id=actor.organ_id or 0)}
    return [(kind, own.get(kind.code)) for kind in LETTERS]


def template_page(actor: Actor, code: str) -> TemplatePage:
    """One kind of letter as the actor's organ words it. Raises DoesNotExist for an unknown one."""
    if code not in LETTER:
        raise LetterTemplate.DoesNotExist(code)
    rows = within(actor, LetterTemplate.objects.filter(code=code), to=Purpose.WORK)
    versions = tuple(rows.filter(organ_id=actor.organ_id or 0))
    current = next((row for row in versions if row.is_current), None)
    kind = LETTER[code]
    return TemplatePage(
        kind, current.text if current else kind.text, current, versions, fields_for(code)
    )
