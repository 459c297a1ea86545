"""Words of the screen: days, sizes, readings, as officials write them."""

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.timezone import localtime

from gongkai.core.reports.report import Number, Reading
from gongkai.faces.common.display import mode
from gongkai.faces.common.exports.saying import reading_of
from gongkai.faces.common.reports.grid import anchor as anchor_of

register = template.Library()
KILOBYTE = 1024
BETWEEN = "、"
FULL_STOP = "。"


@register.filter
def day(value: date | None) -> str:
    """A day in prose: 2026年1月5日."""
    if value is None:
        return ""
    at = localtime(value) if isinstance(value, datetime) else value
    return f"{at.year}年{at.month}月{at.day}日"


@register.filter
def moment(value: datetime) -> str:
    """A moment in prose: 2026年1月5日 9:05."""
    at = localtime(value)
    return f"{day(at)} {at.hour}:{at.minute:02}"


@register.filter
def minute(value: datetime) -> str:
    """A moment as public pages show it (R6-08): 2026-01-05 09:05."""
    return f"{localtime(value):%Y-%m-%d %H:%M}"


@register.filter
def listed(rows: Iterable[str]) -> str:
    """Things one after the other within a sentence; some were written as sentences themselves."""
    return BETWEEN.join(row.rstrip(FULL_STOP) for row in rows)


@register.filter
def size(value: int) -> str:
    """The size of a file."""
    if value < KILOBYTE:
        return f"{value} 字节"
    if value < KILOBYTE**2:
        return f"{value / KILOBYTE:.0f} KB"
    return f"{value / KILOBYTE**2:.1f} MB"


@register.filter
def reading(value: Reading) -> str:
    """A reading: a number, or the numbers of a row."""
    return reading_of(value)


@register.filter
def typed(value: Number | None) -> str:
    """A number as a form field holds it."""
    return "" if value is None else str(value)


@register.filter
def anchor(path: str) -> str:
    """The name of a cell's place on the page."""
    return anchor_of(path)


@register.simple_tag(takes_context=True)
def display(context: Context) -> str:
    """How this person wants pages shown."""
    request = context.get("request")
    return mode(request) if isinstance(request, HttpRequest) else ""


@register.filter
def shifted(x: float) -> float:
    """Right of a shade in a chart's key, where its word stands."""
    return x + 20
