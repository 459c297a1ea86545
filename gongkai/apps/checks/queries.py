"""Looking up examinations and waivers."""

from django.db.models import QuerySet

from gongkai.apps.checks.levels import Matter, level_faults
from gongkai.apps.checks.models import CheckRun, Waiver
from gongkai.apps.checks.rulings import Examination, Judged, judged
from gongkai.apps.checks.stored import unpack
from gongkai.apps.organs.scope import OUTSIDERS, within
from gongkai.core.identity import Actor


def latest(*, organ_id: int, subject: str, about: str) -> Examination | None:
    """The last examination of a text, with the waivers as they stand now."""
    runs = CheckRun.objects.filter(organ_id=organ_id, subject=subject)
    run = runs.order_by("-pk").first()
    if run is None:
        return None
    return Examination(run.pk, run.at, judged(unpack(run.findings), about))


def waivers(actor: Actor, about: str) -> QuerySet[Waiver]:
    """All waivers of a whole, those that were lifted too, as far as the actor may see them."""
    return within(actor, Waiver.objects.filter(about=about)).order_by("pk")


def may_waive(actor: Actor, row: Judged, matter: Matter) -> bool:
    """Whether this actor may let that finding pass, so that a screen offers it."""
    serves = actor.organ_id == matter.organ_id and bool(actor.roles - OUTSIDERS)
    return serves and row.waiver is None and not list(level_faults(row, actor=actor, matter=matter))
