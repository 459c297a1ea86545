"""Wording letters one's own way (文书模板): every version is kept, the latest one holds."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from gongkai.apps.applications.letters import obstacles
from gongkai.apps.applications.models import LetterTemplate
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, organs_within, require
from gongkai.core.applications.letters.kinds import LETTER
from gongkai.core.applications.letters.wording import examine
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role

SUBJECT = "organ:{pk}"


@transaction.atomic
def save_template(actor: Actor, *, code: str, text: str, now: datetime) -> LetterTemplate:
    """Word a kind of letter for the actor's organ. Raises BlockedError with all that is wrong.

    Letters and drafts made before stay as they are.
    """
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = _locked_organ(actor)
    if code not in LETTER:
        raise BlockedError([obstacles.unknown_template()])
    if found := examine(LETTER[code], text):
        raise BlockedError(found)
    rows = LetterTemplate.objects.filter(organ=organ, code=code)
    last = rows.aggregate(last=Max("version"))["last"] or 0
    rows.filter(is_current=True).update(is_current=False)
    row = LetterTemplate.objects.create(
        organ=organ,
        code=code,
        version=last + 1,
        text=text.strip(),
        saved_at=now,
        saved_by=actor.name[:100],
    )
    record(
        actor,
        "save_template",
        SUBJECT.format(pk=organ.pk),
        after={"code": code, "version": row.version},
    )
    return row


@transaction.atomic
def restore_template(actor: Actor, *, code: str) -> None:
    """Go back to the usual wording; the organ's own versions are kept."""
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = _locked_organ(actor)
    rows = LetterTemplate.objects.filter(organ=organ, code=code, is_current=True)
    if not rows.update(is_current=False):
        raise BlockedError([obstacles.already_usual()])
    record(actor, "restore_template", SUBJECT.format(pk=organ.pk), after={"code": code})


def _locked_organ(actor: Actor) -> Organ:
    """The actor's organ; its row is held so that two versions do not get one number."""
    rows = organs_within(actor, to=Purpose.WORK).filter(pk=actor.organ_id or 0)
    found = rows.values_list("pk", flat=True).get()
    return Organ.objects.select_for_update(of=("self",)).get(pk=found)
