"""A letter to look at before it is issued: composed as it would be, and kept nowhere."""

from datetime import datetime

from gongkai.apps.applications.deciding_queries import decided, reply
from gongkai.apps.applications.lettering import composed
from gongkai.apps.applications.lettering_files import Printed, printed
from gongkai.apps.applications.models import Reply, ReplyReview
from gongkai.apps.applications.replying import order_of
from gongkai.apps.applications.reviewing import passed_by, turn_faults
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor
from gongkai.core.ports import LetterFormat


def preview(actor: Actor, reply_id: int, written_as: LetterFormat, now: datetime) -> Printed:
    """The letter of a reply as a file. Raises DoesNotExist, BlockedError where it is not ready."""
    row = reply(actor, reply_id)
    letter = composed(row.application, order_of(row, decided(row)), now)
    return printed(letter, written_as, now)


def objections(actor: Actor, row: Reply) -> list[Finding]:
    """Why the actor cannot review that reply now; nothing where it is his turn."""
    return list(turn_faults(row, passed_by(row), actor))


def reviews(row: Reply) -> list[ReplyReview]:
    """What the levels have said, first one first."""
    return list(row.reviews.all())
