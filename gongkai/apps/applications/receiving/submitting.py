"""An application that comes through the portal (网上提交): what was written becomes a case."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.identities import identity_key
from gongkai.apps.applications.models import Application, PortalDraft
from gongkai.apps.applications.profile.queries import reception
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.draft_queries import (
    attached,
    content_of,
    digest_of,
    faults,
)
from gongkai.apps.applications.receiving.limits import IDENTITY, limits
from gongkai.apps.applications.receiving.opening import Arrival, opened
from gongkai.apps.applications.receiving.registering import SUBJECT, enclose, told
from gongkai.apps.journal.record import record
from gongkai.core.applications.intake import Intake, cleaned
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def submit(actor: Actor, *, token: str, now: datetime) -> Application:
    """Make a case of what was written at that address; a second press gives the same case.

    The day of receipt is that on which both sides confirm it (Art. 31), so there is none yet. The
    draft keeps nothing of what it said. Raises DoesNotExist, BlockedError.
    """
    rows = PortalDraft.objects.filter(expires_at__gt=now).select_related("organ")
    draft = rows.select_for_update(of=("self",)).get(token=digest_of(token))
    if draft.application_id is not None:
        return Application.objects.get(pk=draft.application_id)
    intake = cleaned(content_of(draft))
    files = attached(draft)
    if found := faults(intake, files):
        raise BlockedError(found)
    where = reception(draft.organ_id or 0)
    if where.organ.until is not None:
        raise BlockedError([obstacles.no_organ(where.organ.name, where.heirs)])
    if not where.is_online:
        raise BlockedError([obstacles.way_not_open(SubmissionWay.PORTAL)])
    _not_flooding(intake, now)
    arrival = Arrival(SubmissionWay.PORTAL, localdate(now))
    application = opened(where.organ, intake, arrival, actor=actor, now=now)
    for row in draft.files.select_related("file"):
        enclose(application, row.file, actor=actor, now=now, name=row.name)
    draft.files.all().delete()
    draft.application, draft.content = application, ""
    draft.expires_at = now + limits().receipt_kept
    draft.save()
    record(actor, "submit_application", SUBJECT.format(pk=application.pk), after=told(application))
    return application


def _not_flooding(intake: Intake, now: datetime) -> None:
    """One identity submits so many through the portal in a day, and no more."""
    bound = limits().of(IDENTITY)
    rows = Application.objects.filter(
        identity_key=identity_key(intake),
        way=SubmissionWay.PORTAL,
        created_at__gt=now - bound.window,
    )
    if rows.count() >= bound.most:
        raise BlockedError([obstacles.too_often(bound)])
