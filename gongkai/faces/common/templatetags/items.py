"""Words and values of an item's page, alike at the desk and for the public."""

from typing import Final

from django import template
from django.utils.safestring import SafeString, mark_safe

from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND

register = template.Library()
TRACES: Final = {
    "correction": "更正",
    "reissue": "重新发布",
    "withdraw": "撤回",
    "replace": "替代",
    "file_away": "转为不公开",
}


@register.filter
def structured(draft: Draft, kind: str) -> list[tuple[str, str]]:
    """The values of a structured item, with their labels and units; empty ones are left out."""
    return [
        (row.label, f"{value} {row.unit}".strip())
        for row in KIND[kind].fields
        if (value := draft.fields.get(row.key, ""))
    ]


@register.filter
def kind_label(kind: str) -> str:
    """The word for a kind of item."""
    return KIND[kind].label


@register.filter
def source_words(draft: Draft) -> str:
    """Whose information it is: what is not the organ's own says so."""
    known = draft.source in set(Source) and draft.source != Source.ORIGINAL
    label = Source(draft.source).label if known else ""
    return "　".join(filter(None, (draft.source_name, f"（{label}）" if label else "")))


@register.filter
def trace_label(verb: str) -> str:
    """What was done to something public."""
    return TRACES.get(verb, "")


@register.filter
def rich(draft: Draft) -> SafeString:
    """The text of an item. Every action that takes one makes it safe before it is kept."""
    return mark_safe(draft.body)  # noqa: S308 - sanitised when it was saved
