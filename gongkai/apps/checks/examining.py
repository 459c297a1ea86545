"""Examining a content: the rules and the words that hold for an organ, run once for the same text.

This is part of the caller's transaction and is not recorded: what is done because of it is.
"""

from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from gongkai.apps.checks.links import with_probes
from gongkai.apps.checks.models import CheckRun, LinkProbe
from gongkai.apps.checks.rulings import Examination, Judged, Kept, WaiverNote, judged
from gongkai.apps.checks.stored import pack, sealed, unpack
from gongkai.apps.checks.wording import Wording, wording_of
from gongkai.core.checks.content import Content
from gongkai.core.checks.fingerprint import fingerprint
from gongkai.core.checks.registry import OUTSIDE, rules_fingerprint
from gongkai.core.checks.running import examine as run_rules

__all__ = ["Examination", "Judged", "WaiverNote", "examine"]


def examine(
    *,
    organ_id: int,
    subject: str,
    about: str,
    digest: str,
    content: Callable[[], Content],
    now: datetime,
) -> Examination:
    """Check a content, or find the run that checked the same content by the same rules today.

    `subject` is what is examined (`revision:12`), `about` the whole that waivers hold for
    (`item:5`), `digest` names the content; the content itself is asked for only if it must be read.
    """
    wording = wording_of(organ_id)
    rules = _rules_digest(wording, localdate(now))
    run = _reusable(subject, digest, rules)
    if run is None:
        kept = _run(content(), wording, localdate(now))
        rulings = judged(kept, about)
        run = CheckRun(organ_id=organ_id, subject=subject, content=digest, rules=rules, at=now)
        run.findings = pack(kept)
        run.blocking = sum(row.is_blocking for row in rulings)
        run.save()
        # A working copy changes all day long: what was found in its earlier words is of no use.
        CheckRun.objects.filter(subject=subject).exclude(content=digest).delete()
    else:
        rulings = judged(unpack(run.findings), about)
    return Examination(run.pk, run.at, rulings)


def _rules_digest(wording: Wording, today: date) -> str:
    told = f"{rules_fingerprint()}\n{wording.fingerprint}\n{today.isoformat()}"
    return sha256(told.encode()).hexdigest()


def _reusable(subject: str, digest: str, rules: str) -> CheckRun | None:
    """A run that says what a new one would say.

    One that hangs on other pages or items is made anew, and so is one from before a link, of
    whatever text, was found to be dead.
    """
    died = LinkProbe.objects.filter(at__gt=OuterRef("at"), reachable=False)
    runs = CheckRun.objects.filter(~Exists(died), subject=subject, content=digest, rules=rules)
    run = runs.order_by("-pk").first()
    hangs = run is not None and any(row["code"] in OUTSIDE for row in run.findings)
    return None if hangs else run


def _run(content: Content, wording: Wording, today: date) -> list[Kept]:
    known = with_probes(content)
    found = run_rules(known, wording=wording, today=today)
    return [(sealed(finding), fingerprint(finding, known)) for finding in found]
