"""Fetching a reply that is to be changed: within scope, its case locked first, as it was seen."""

from typing import Final

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.models import Reply
from gongkai.apps.applications.replies import obstacles
from gongkai.apps.applications.replies.deciding_queries import ORGAN
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.decisions_review import REPLY, WRITABLE
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role

WRITERS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.UNIT_HEAD)
"""Who writes replies."""


def locked_reply(actor: Actor, reply_id: int, expected: int) -> Reply:
    """That reply and its case, both locked, as the person saw it: one winner.

    The case is locked first, as everywhere. Raises DoesNotExist, BlockedError.
    """
    found = one(actor, Reply.objects.all(), reply_id, to=Purpose.WORK, field=ORGAN)
    application = locked_case(actor, found.application_id)
    row = Reply.objects.select_for_update(of=("self",)).get(pk=reply_id)
    row.application = application
    if row.version != expected:
        raise BlockedError([obstacles.changed_meanwhile(REPLY.label(row.state))])
    return row


def writable(actor: Actor, reply_id: int, expected: int) -> Reply:
    """That reply, if its text may be changed now."""
    require(actor, *WRITERS)
    row = locked_reply(actor, reply_id, expected)
    if row.state not in WRITABLE:
        raise BlockedError([obstacles.not_open(REPLY.label(row.state))])
    return row
