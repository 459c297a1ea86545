"""What has to be said before an item goes to review: its class, its grounds, its own fields.

Wording, personal data and layout are the business of the content checks.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.grounds import GROUND
from gongkai.core.law.statutes import OGI, OPENNESS_RULES
from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.disclosure import ALLOWED_CLASSES, DisclosureClass
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import Field, FieldKind, Kind
from gongkai.core.publishing.structured import is_number

ATTRIBUTE: Final = OPENNESS_RULES.part("一（一）")
EARLIEST: Final = date(1949, 10, 1)
"""No administrative organ has formed anything before."""


def missing(draft: Draft, kind: Kind, today: date) -> Iterator[Finding]:
    """Everything that is missing or contradicts itself."""
    if not draft.title.strip():
        yield _said("ITEM-TITLE", "title", "没有标题", "标题是空的。", "请填写标题。", OGI.at(12))
    yield from _of_class(draft)
    yield from _of_source(draft)
    yield from _of_day(draft, today)
    if kind.needs_target and not draft.interprets:
        text = "没有选择被解读的文件。"
        yield _said("ITEM-TARGET", "interprets", "没有关联文件", text, "请选择要解读的政策文件。")
    for row in kind.fields:
        yield from _of_field(row, draft.fields.get(row.key, "").strip())


def _of_class(draft: Draft) -> Iterator[Finding]:
    """R9-01: every document is determined, and reasons are given for what is kept back."""
    if draft.disclosure_class not in set(DisclosureClass):
        text = "还没有认定公开属性。"
        hint = "请选择主动公开、依申请公开或者不予公开。"
        yield _said("ITEM-CLASS", "disclosure_class", "没有公开属性", text, hint, ATTRIBUTE)
        return
    chosen = DisclosureClass(draft.disclosure_class)
    if chosen is DisclosureClass.PROACTIVE:
        return
    if not draft.class_reason.strip():
        text = f"选择了“{chosen.label}”，没有说明理由。"
        yield _said("ITEM-REASON", "class_reason", "没有理由", text, "请写明具体理由。", ATTRIBUTE)
    if chosen is DisclosureClass.NOT_PUBLIC and draft.ground not in GROUND:
        text = "不予公开应当有法定理由。"
        hint = "请选择条例第十四条至第十六条中的一项；都不符合的，应当公开。"
        yield _said("ITEM-GROUND", "ground", "没有法定理由", text, hint, OGI.at(14))
    if draft.ground in GROUND and chosen not in ALLOWED_CLASSES[draft.ground]:
        ground = GROUND[draft.ground]
        text = f"“{ground.label}”是不予公开的理由，不能作为依申请公开的理由。"
        hint = "请改为不予公开，或者去掉这一理由。"
        yield _said("ITEM-GROUND-CLASS", "ground", "理由与属性不符", text, hint, ground.cite)


def _of_source(draft: Draft) -> Iterator[Finding]:
    if draft.source == Source.REPRINT and not draft.source_name.strip():
        text = "转载的信息没有写明来源。"
        yield _said("ITEM-SOURCE", "source_name", "没有来源", text, "请填写原发布单位或者网站。")


def _of_day(draft: Draft, today: date) -> Iterator[Finding]:
    day = draft.day
    if day is None:
        text, hint = "没有生成日期，或者不是日期。", "请填写，例如 2025-06-30；应发布日期由此推算。"
        yield _said("ITEM-DAY", "formed_on", "没有生成日期", text, hint, OGI.at(12))
    elif day > today:
        text = f"生成日期 {day.isoformat()} 还没有到。"
        yield _said("ITEM-FUTURE", "formed_on", "生成日期在将来", text, "请核对日期。")
    elif day < EARLIEST:
        text = f"生成日期 {day.isoformat()} 太早。"
        yield _said("ITEM-EARLY", "formed_on", "生成日期太早", text, "请核对日期中的年份。")


def _of_field(row: Field, value: str) -> Iterator[Finding]:
    path = f"field_{row.key}"
    if not value:
        if row.required:
            text = f"“{row.label}”是空的。"
            yield _said("ITEM-FIELD", path, f"没有{row.label}", text, "这一类信息要填写这一栏。")
        return
    if row.kind is FieldKind.NUMBER and not is_number(value):
        text = f"“{row.label}”应当是数字，现在是“{value}”。"
        yield _said("ITEM-NUMBER", path, "不是数字", text, "请只填数字，例如 1200 或 1200.5。")
    if row.kind is FieldKind.DAY and not _is_day(value):
        text = f"“{row.label}”应当是日期，现在是“{value}”。"
        yield _said("ITEM-FIELD-DAY", path, "不是日期", text, "请填写，例如 2025-06-30。")
    if row.choices and value not in row.choices:
        text = f"“{row.label}”没有“{value}”这一项。"
        yield _said("ITEM-CHOICE", path, "选项不对", text, "请从列表中选择。")


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _said(
    code: str, path: str, title: str, text: str, hint: str, cite: Citation | None = None
) -> Finding:
    return Finding(code, Severity.ERROR, title, text, hint, paths=(path,), cite=cite)
