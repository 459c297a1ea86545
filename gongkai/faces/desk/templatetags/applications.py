"""Words of the pages about applications."""

from datetime import date
from typing import TYPE_CHECKING, Final

from django import template

from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.letters.delivery import DeliveryWay

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Delivery

register = template.Library()
WEEKDAYS: Final = "一二三四五六日"
STATES: Final = {"sent": "已发出", "delivered": "已送达", "failed": "没有送达"}
SAID: Final = "{way}，{day} {state}"


@register.filter
def decision_label(kind: str) -> str:
    """A decision in words."""
    return DECISION[kind].label if kind in DECISION else ""


@register.filter
def delivery_words(row: "Delivery") -> str:
    """How a letter went out and what became of it."""
    day = row.failed_on or row.counts_on or row.sent_on
    state = STATES.get(row.state, row.state)
    return SAID.format(way=DeliveryWay(row.way).label, day=day, state=state)


@register.filter
def weekday(day: date) -> str:
    """The day of the week in one character."""
    return WEEKDAYS[day.weekday()]
