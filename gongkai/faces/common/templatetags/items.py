"""Words and values of an item's page, alike at the desk and for the public."""

from html import escape
from typing import TYPE_CHECKING, Final

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND
from gongkai.faces.common.templatetags.zh import day as prose
from gongkai.faces.common.templatetags.zh import minute

if TYPE_CHECKING:
    from gongkai.apps.publishing.public_queries import PublicItem

register = template.Library()
ORGAN: Final = "发布机关"
SOURCE: Final = "来源"
AUTHOR: Final = "作者"
RELEASED: Final = "发布时间"
UNRELEASED: Final = "（还没有发布）"
FORMED: Final = "生成日期"
NUMBER: Final = "文号"
INDEX: Final = "索引号"
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
def source_words(draft: Draft) -> str:
    """Whose information it is: what is not the organ's own says so."""
    known = draft.source in set(Source) and draft.source != Source.ORIGINAL
    label = Source(draft.source).label if known else ""
    return "　".join(filter(None, (draft.source_name, f"（{label}）" if label else "")))


@register.simple_tag
def item_facts(shown: "PublicItem", link: str = "", is_preview: object = None) -> SafeString:
    """What stands between an item's title and its text; the source leads to `link`, where there is
    one. Written here and not in a template: no other part of a page is asked for as often."""
    item, draft = shown.item, shown.draft
    source, address = escape(source_words(draft)), link or draft.source_address
    if address and not is_preview:
        source = f'<a href="{escape(address)}" rel="noopener noreferrer">{source}</a>'
    at, day = item.released_at, draft.day
    rows = [
        (ORGAN, escape(str(item.organ))),
        (SOURCE, source if source_words(draft) else ""),
        (AUTHOR, escape(draft.author)),
        (RELEASED, UNRELEASED if at is None else _time(localtime(at).isoformat(), minute(at))),
        (FORMED, "" if day is None else _time(day.isoformat(), prose(day))),
        (NUMBER, escape(draft.document_number)),
        (INDEX, escape(item.index_number)),
    ]
    said = (f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in rows if value)
    return mark_safe("\n".join(said))  # noqa: S308 - escaped one by one


def _time(exact: str, words: str) -> str:
    return f'<time datetime="{exact}">{words}</time>'


@register.filter
def trace_label(verb: str) -> str:
    """What was done to something public."""
    return TRACES.get(verb, "")


@register.filter
def rich(draft: Draft) -> SafeString:
    """The text of an item. Every action that takes one makes it safe before it is kept."""
    return mark_safe(draft.body)  # noqa: S308 - sanitised when it was saved
