"""Showing what two texts have and have not in common."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from gongkai.apps.publishing.comparing import Compared

register = template.Library()


@register.filter
def compared_html(row: Compared) -> SafeString:
    """A field with what was taken out and put in marked."""
    return mark_safe(row.html)  # noqa: S308 - the comparison writes it, sanitary by construction
