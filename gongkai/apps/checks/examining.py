"""Examining a content: the rules and the words that hold for an organ, run once for the same text.

This is part of the caller's transaction and is not recorded: what is done because of it is.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.checks.links import with_probes
from gongkai.apps.checks.models import CheckRun
from gongkai.apps.checks.rulings import Examination, Judged, Kept, WaiverNote, judged
from gongkai.apps.checks.stored import pack, sealed, unpack
from gongkai.apps.checks.wording import Wording, wording_of
from gongkai.core.checks.content import Content
from gongkai.core.checks.fingerprint import fingerprint
from gongkai.core.checks.registry import OUTSIDE, rules_fingerprint
from gongkai.core.checks.running import examine as run_rules

__all__ = ["Examination", "Judged", "WaiverNote", "examine"]


def examine(  # noqa: PLR0913 - what is examined, for whom, and when
    *,
    organ_id: int,
    subject: str,
    about: str,
    digest: str,
    content: Callable[[], Content],
    now: datetime,
    copied_from: str = "",
) -> Examination:
    """Check a content, or find the run that checked the same content by the same rules today.

    `subject` is what is examined (`revision:12`), `about` the whole that waivers hold for
    (`item:5`), `digest` names the content; the content itself is asked for only if it must be read.
    What was found in the subject it is a copy of, `copied_from`, holds for it too.
    """
    wording = wording_of(organ_id)
    rules = _rules_digest(wording.fingerprint, localdate(now))
    stored = _stored(subject, copied_from)
    run = next((row for row in stored if _says_the_same(row, digest, rules)), None)
    if run is not None and run.subject == subject:
        return Examination(run.pk, run.at, judged(unpack(run.findings), about))
    kept = _run(content(), wording, localdate(now)) if run is None else list(unpack(run.findings))
    at = now if run is None else run.at
    rulings = judged(kept, about)
    made = CheckRun(organ_id=organ_id, subject=subject, content=digest, rules=rules, at=at)
    made.findings = pack(kept)
    made.blocking = sum(row.is_blocking for row in rulings)
    made.save()
    # A working copy changes all day long: what was found in its earlier words is of no use.
    if any(row.subject == subject and row.content != digest for row in stored):
        CheckRun.objects.filter(subject=subject).exclude(content=digest).delete()
    return Examination(made.pk, made.at, rulings)


@lru_cache(maxsize=128)
def _rules_digest(words: str, today: date) -> str:
    told = f"{rules_fingerprint()}\n{words}\n{today.isoformat()}"
    return sha256(told.encode()).hexdigest()


# Every step of an item passes here, so this is a plain statement and no query put together anew.
STORED: Final = (
    "SELECT run.*, EXISTS (SELECT 1 FROM checks_linkprobe probe"
    " WHERE probe.at > run.at AND NOT probe.reachable) AS is_outlived"
    " FROM checks_checkrun run WHERE run.subject IN (%s, %s) ORDER BY run.id DESC"
)


def _stored(subject: str, copied_from: str) -> list[CheckRun]:
    """The runs of a subject, and of the one it is a copy of; its own first."""
    rows = CheckRun.objects.raw(STORED, [subject, copied_from or subject])
    return sorted(rows, key=lambda row: row.subject != subject)


def _says_the_same(run: CheckRun, digest: str, rules: str) -> bool:
    """Whether a run says what a new one would say.

    One that hangs on other pages or items is made anew, and so is one from before a link, of
    whatever text, was found to be dead.
    """
    if (run.content, run.rules) != (digest, rules) or getattr(run, "is_outlived", True):
        return False
    return not any(row["code"] in OUTSIDE for row in run.findings)


def _run(content: Content, wording: Wording, today: date) -> list[Kept]:
    known = with_probes(content)
    found = run_rules(known, wording=wording, today=today)
    return [(sealed(finding), fingerprint(finding, known)) for finding in found]
