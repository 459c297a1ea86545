"""Words of the pages about word lists."""

from django import template

from gongkai.core.checks.wording.entry import LABELS, Category
from gongkai.core.finding import Severity

register = template.Library()


@register.filter
def category_label(value: str) -> str:
    """What a category is called."""
    return LABELS[Category(value)]


@register.filter
def severity_label(value: str) -> str:
    """What a severity is called."""
    return Severity(value).label
