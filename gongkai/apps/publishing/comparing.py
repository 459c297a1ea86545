"""Two drafts side by side: what of each field was taken out and what was put in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.apps.publishing.markup import difference, difference_of_texts
from gongkai.core.law.grounds import GROUND
from gongkai.core.publishing.catalogue import ENTRY
from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.disclosure import CLASS_LABELS, DisclosureClass
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND

LIST = "、"
YES, NO = "是", "否"
BODY, TITLE = "正文", "标题"


@dataclass(frozen=True, slots=True)
class Compared:
    """One field: how it reads with what was taken out and put in marked, as safe HTML."""

    key: str
    label: str
    old: str
    new: str
    html: str

    @property
    def is_same(self) -> bool:
        """Whether nothing has changed."""
        return self.old == self.new


def class_label(value: str) -> str:
    """The word for a disclosure class; empty where none was chosen."""
    return CLASS_LABELS[DisclosureClass(value)] if value in set(DisclosureClass) else ""


def ground_label(value: str) -> str:
    """The words for a ground."""
    return GROUND[value].label if value in GROUND else ""


def source_label(value: str) -> str:
    """The word for a source."""
    return Source(value).label if value in set(Source) else ""


def code_label(value: str) -> str:
    """A catalogue code with its statutory wording."""
    return f"{value} {ENTRY[value].label}" if value in ENTRY else value


LINES: Final[tuple[tuple[str, str, Callable[[Draft], str]], ...]] = (
    ("title", TITLE, lambda draft: draft.title),
    ("summary", "内容概述", lambda draft: draft.summary),
    ("keywords", "关键词", lambda draft: LIST.join(draft.keywords)),
    ("tags", "标签", lambda draft: LIST.join(draft.tags)),
    ("author", "作者", lambda draft: draft.author),
    ("source", "来源性质", lambda draft: source_label(draft.source)),
    ("source_name", "来源", lambda draft: draft.source_name),
    ("source_address", "来源网址", lambda draft: draft.source_address),
    ("formed_on", "生成日期", lambda draft: draft.formed_on),
    ("document_number", "文号", lambda draft: draft.document_number),
    ("catalogue_code", "目录代码", lambda draft: code_label(draft.catalogue_code)),
    ("is_key", "重点信息", lambda draft: YES if draft.is_key else NO),
    ("disclosure_class", "公开属性", lambda draft: class_label(draft.disclosure_class)),
    ("ground", "不予公开理由", lambda draft: ground_label(draft.ground)),
    ("class_reason", "理由说明", lambda draft: draft.class_reason),
    ("attachments", "附件", lambda draft: LIST.join(row.name for row in draft.attachments)),
    ("interprets", "解读的文件", lambda draft: LIST.join(map(str, draft.interprets))),
)


def field_lines(draft: Draft, kind: str) -> list[tuple[str, str, str]]:
    """Every field but the text as (key, label, value), those of the kind among them."""
    own = [(f"field_{row.key}", row.label, row.key, row.unit) for row in KIND[kind].fields]
    values = draft.fields
    return [
        *((key, label, value(draft)) for key, label, value in LINES),
        *((key, label, _with_unit(values.get(name, ""), unit)) for key, label, name, unit in own),
    ]


def _with_unit(value: str, unit: str) -> str:
    return f"{value} {unit}" if value and unit else value


def compared(old: Draft, new: Draft, kind: str) -> list[Compared]:
    """Every field in which two drafts differ, the text last."""
    return [row for row in _every(old, new, kind) if not row.is_same]


def _every(old: Draft, new: Draft, kind: str) -> Iterator[Compared]:
    before = {key: value for key, _, value in field_lines(old, kind)}
    for key, label, value in field_lines(new, kind):
        html = difference_of_texts(before[key], value) if before[key] != value else ""
        yield Compared(key, label, before[key], value, html)
    changed = old.attachments != new.attachments
    if changed and before["attachments"] == LIST.join(row.name for row in new.attachments):
        yield Compared("files", SAME_NAME, "", EXCHANGED, difference_of_texts("", EXCHANGED))
    html = difference(old.body, new.body) if old.body != new.body else ""
    yield Compared("body", BODY, old.body, new.body, html)


SAME_NAME = "附件内容"
EXCHANGED = "有附件换成了另一份文件，名称没有变，请打开核对。"
