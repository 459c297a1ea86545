"""What was disclosed on application (依申请转主动, Art. 44): it opens a draft like any other."""

from datetime import datetime
from typing import Final

from gongkai.apps.publishing.drafting import open_item
from gongkai.apps.publishing.models import Edition
from gongkai.core.events import ApplicationConverted
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft

KIND: Final = "notice"
REASON: Final = "依申请公开转为主动公开（{number}）"


def open_from_application(event: ApplicationConverted) -> None:
    """Open a draft for whoever decided it; an event that is told again opens nothing anew."""
    reason = REASON.format(number=event.number)
    rows = Edition.objects.filter(item__organ_id=event.organ_id)
    if rows.filter(content__class_reason=reason).exists():
        return
    roles = frozenset({Role.DISCLOSURE_OFFICE})
    actor = Actor(event.actor_key, event.actor_name, event.organ_id, roles)
    draft = Draft(
        title=event.title,
        disclosure_class=DisclosureClass.PROACTIVE.value,
        class_reason=reason,
    )
    open_item(actor, kind=KIND, draft=draft, now=datetime.fromisoformat(event.at))
