"""Whose turn it is to review a reply."""

from gongkai.apps.applications.models import Reply
from gongkai.apps.applications.replies.reviewing import passed_by, turn_faults
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor


def objections(actor: Actor, row: Reply) -> list[Finding]:
    """Why the actor cannot review that reply now; nothing where it is his turn."""
    return list(turn_faults(row, passed_by(row), actor))
