"""Bounds on how often: every attempt is counted before it is judged, so that many at once have no
more than one after the other."""

from datetime import datetime

from django.db import transaction

from gongkai.apps.applications.models import Throttle
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.limits import Bound, limits
from gongkai.apps.journal.record import record
from gongkai.apps.sealing.blind import blind_index
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

KEY = "{what}:{digest}"
SUBJECT = "throttle:{what}"


def pass_by(what: str, by: str, *, actor: Actor, now: datetime) -> None:
    """Count an attempt at something; `by` says whose (an address, an identity), and is not kept.

    What was counted stays counted when the attempt itself fails, so this is called outside of the
    action's own transaction. Raises BlockedError when there were too many.
    """
    if by and not count_attempt(actor, what=what, by=by, now=now):
        raise BlockedError([obstacles.too_often(limits().of(what), what)])


@transaction.atomic
def count_attempt(actor: Actor, *, what: str, by: str, now: datetime) -> bool:
    """Count one attempt, unless there have been as many as there may be. Says whether it may go on.

    The journal is told when the bound is reached, not of each attempt after that.
    """
    bound = limits().of(what)
    row = _locked(KEY.format(what=what, digest=blind_index(by, f"throttle:{what}")), now, bound)
    recent = [at for at in row.moments if at > (now - bound.window).timestamp()]
    if len(recent) >= bound.most:
        return False
    row.moments = [*recent, now.timestamp()]
    row.ends_at = now + bound.window
    row.save(update_fields=["moments", "ends_at"])
    if len(row.moments) == bound.most:
        record(actor, "throttled", SUBJECT.format(what=what), after={"most": bound.most})
    return True


def forget_attempts(now: datetime) -> int:
    """Delete what counts no more; the worker does so every hour."""
    return Throttle.objects.filter(ends_at__lt=now).delete()[0]


def _locked(key: str, now: datetime, bound: Bound) -> Throttle:
    Throttle.objects.get_or_create(key=key, defaults={"ends_at": now + bound.window})
    return Throttle.objects.select_for_update().get(key=key)
