"""The two printed forms (公开属性认定审核表、公开属性变更审批表) as values of a document."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from django.utils.timezone import localdate, localtime

from gongkai.apps.publishing.chain_queries import ChainStep, reviews_of, way_of
from gongkai.apps.publishing.comparing import class_label, ground_label, source_label
from gongkai.apps.publishing.models import AttributeChange, Edition, Item, Review, Revision
from gongkai.core.identity import Role
from gongkai.core.law.grounds import GROUND
from gongkai.core.ports import CellKind, FormCell, FormRow, FormTable, Letter, Signature
from gongkai.core.publishing.changes import CHANGE
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.kinds import KIND
from gongkai.core.review.chain import LevelKind

WIDTHS: Final = (3, 5, 3, 5)
DETERMINATION: Final = "政府信息公开属性认定审核表"
CHANGE_FORM: Final = "政府信息公开属性变更审批表"
LIST: Final = "、"
VERDICTS: Final = {
    "pass": "同意",
    "send_back": "退回",
    "confirm": "补审同意",
    "object": "补审不同意",
}
CLEARED: Final = "逐项审查无涉密内容：{parts}"
PROOFREAD: Final = "已校对"
URGENT: Final = "紧急办理，发布后补审。理由：{reason}"
PRINTED_MARK: Final = "版记前标注：{mark}"
LABELS: Final = {
    "title": "标题",
    "number": "文号",
    "index": "索引号",
    "kind": "类别",
    "source": "来源性质",
    "organ": "起草单位",
    "drafter": "拟稿人",
    "formed": "生成日期",
    "proposed": "拟定公开属性",
    "ground": "不予公开的法定理由",
    "reason": "理由说明",
    "files": "附件",
    "urgent": "紧急办理",
    "mark": "公开标识",
    "before": "原公开属性",
    "after": "拟变更为",
    "change_reason": "变更理由",
    "by": "提出人",
    "on": "提出日期",
    "result": "审批结果",
}
NONE: Final = "无"
DAY: Final = "{day.year}年{day.month}月{day.day}日"


def determination_letter(item: Item, edition: Edition, revision: Revision) -> Letter:
    """The form on which a class is proposed, examined and decided, with every opinion."""
    draft = unpack(revision.content)
    rows = [*_item_rows(item, draft), *_class_rows(draft)]
    if edition.is_urgent:
        rows.append(_wide("urgent", URGENT.format(reason=edition.urgent_reason)))
    rows += [_signature(step) for step in way_of(edition, reviews_of(edition))]
    return _letter(DETERMINATION, rows)


def change_letter(change: AttributeChange) -> Letter:
    """The form on which a change of class is proposed and decided."""
    item = change.item
    proposed = localtime(change.proposed_at).date()
    rows: list[FormRow] = [
        _wide("title", item.title),
        _wide("organ", item.organ.name),
        _pair("index", item.index_number or NONE, "kind", KIND[item.kind].label),
        _pair("before", class_label(change.before), "after", class_label(change.after)),
        _wide("ground", _ground(change.ground)),
        _wide("change_reason", change.reason),
        _pair("by", change.proposed_by, "on", DAY.format(day=proposed)),
        *_opinions(change),
        _wide("result", CHANGE.label(change.state)),
    ]
    return _letter(CHANGE_FORM, rows)


def _letter(title: str, rows: list[FormRow]) -> Letter:
    return Letter(title, (FormTable(WIDTHS, tuple(rows), small=True),))


def _item_rows(item: Item, draft: Draft) -> Iterator[FormRow]:
    yield _wide("title", draft.title)
    yield _pair("number", draft.document_number or NONE, "index", item.index_number or NONE)
    yield _pair("kind", KIND[item.kind].label, "source", source_label(draft.source))
    unit = "" if item.unit is None else item.unit.name
    yield _pair("organ", f"{item.organ.name}{unit}", "drafter", item.drafter_name)


def _class_rows(draft: Draft) -> Iterator[FormRow]:
    formed = NONE if draft.day is None else DAY.format(day=draft.day)
    yield _pair("proposed", class_label(draft.disclosure_class), "formed", formed)
    yield _wide("ground", _ground(draft.ground))
    yield _wide("reason", draft.class_reason or NONE)
    yield _wide("files", LIST.join(row.name for row in draft.attachments) or NONE)
    if draft.disclosure_class in set(DisclosureClass):
        mark = DisclosureClass(draft.disclosure_class).mark
        yield _wide("mark", PRINTED_MARK.format(mark=mark))


def _signature(step: ChainStep) -> Signature:
    """A level's opinion; what it has not said yet is left to the pen."""
    review = step.review
    if review is None or (review.verdict in {"send_back", "object"} and step.state == "now"):
        return Signature(step.level.label)
    name = f"{review.actor_name}（{review.on_behalf}）" if review.on_behalf else review.actor_name
    return Signature(step.level.label, _opinion(review), name, localdate(review.at))


def _opinion(review: Review) -> str:
    parts = [VERDICTS[review.verdict]]
    if review.kind == LevelKind.SECRECY and review.parts:
        labels = LIST.join(str(row["label"]) for row in review.parts)
        parts.append(CLEARED.format(parts=labels))
    if review.proofread:
        parts.append(PROOFREAD)
    if review.reason:
        parts.append(review.reason)
    return "；".join(parts)


def _opinions(change: AttributeChange) -> Iterator[Signature]:
    """The office's and the leader's opinion, as far as they have been given."""
    for role in (Role.DISCLOSURE_OFFICE, Role.LEADER):
        said = next((row for row in change.opinions if row["label"] == role.label), None)
        yield Signature(role.label) if said is None else _said(said)


def _said(said: Mapping[str, str]) -> Signature:
    words = "；".join(word for word in (said["verb"], said["text"]) if word)
    at = localdate(datetime.fromisoformat(said["at"]))
    return Signature(said["label"], words, said["name"], at)


def _ground(key: str) -> str:
    if key not in GROUND:
        return NONE
    return f"{ground_label(key)}（{GROUND[key].cite}）"


def _wide(name: str, text: str) -> FormRow:
    return (FormCell(LABELS[name], CellKind.LABEL), FormCell(text, columns=3))


def _pair(left: str, text: str, right: str, value: str) -> FormRow:
    return (
        FormCell(LABELS[left], CellKind.LABEL),
        FormCell(text),
        FormCell(LABELS[right], CellKind.LABEL),
        FormCell(value),
    )
