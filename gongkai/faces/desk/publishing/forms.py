"""The form of the editor: whatever is typed is kept, right or wrong; the rules judge it later."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms

from gongkai.core.finding import BlockedError
from gongkai.core.law.grounds import GROUNDS
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import Field, FieldKind, Kind
from gongkai.faces.common.forms import DayInput, DeskForm
from gongkai.faces.common.rich_text import RichText

Choices = Sequence[tuple[str, str]]
NOT_CHOSEN: Final = ("", "请选择")
WORDS: Final = re.compile(r"[\s,，、;；]+")
JOINED: Final = "、"
NUMBER_HINT: Final = "只填数字；单位：{unit}。"
LONGEST: Final = {"title": 300, "summary": 1000, "class_reason": 1000, "urgent_reason": 500}
SOURCES: Final = tuple((row.value, row.label) for row in Source)
CODES: Final = (
    NOT_CHOSEN,
    *((row.code, f"{row.code}　{row.label}（{row.cite}）") for row in ENTRIES),
)
CLASSES: Final = tuple((row.value, f"{row.label}{row.mark}") for row in DisclosureClass)
GROUND_CHOICES: Final = (
    ("", "没有不予公开的理由"),
    *((row.key, f"{row.label}（{row.cite}）") for row in GROUNDS),
)
PLAIN: Final = (
    "title", "summary", "body", "author", "source", "source_name", "source_address", "formed_on",
    "document_number", "catalogue_code", "disclosure_class", "ground", "class_reason",
)  # fmt: skip
"""The fields that a draft keeps as they are typed."""
OF_KIND: Final = "field_"
WANTED: Final = frozenset({"title", "body", "summary", "formed_on", "disclosure_class"})
"""What every item has to say before it goes to review."""
GROUPS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("text", "内容", ("title", "body", "summary")),
    ("kind", "专门栏目", ()),
    ("files", "附件", ()),
    ("class", "公开属性", ("disclosure_class", "ground", "class_reason")),
    ("facts", "要素", ("formed_on", "is_key", "catalogue_code", "document_number")),
    ("origin", "来源", ("source", "source_name", "source_address", "author")),
    ("find", "归类", ("keywords", "tags")),
    ("targets", "解读", ("interprets",)),
)


class Typed(forms.CharField):
    """A line or a text that is kept whatever it says."""

    def __init__(self, label: str, *, hint: str = "", widget: forms.Widget | None = None) -> None:
        shown = widget or forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(label=label, required=False, help_text=hint, widget=shown)


class Several(forms.MultipleChoiceField):
    """Some of several; what is not among the choices is kept for the rules to judge."""

    widget = forms.CheckboxSelectMultiple

    def validate(self, value: object) -> None:
        """Everything may be chosen."""


def area(label: str, hint: str = "", rows: int = 3) -> Typed:
    """A text of several lines."""
    return Typed(label, hint=hint, widget=forms.Textarea(attrs={"rows": rows}))


def chosen(label: str, choices: Choices, hint: str = "") -> Typed:
    """One of a list."""
    return Typed(label, hint=hint, widget=forms.Select(choices=choices))


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that stand together; each with whether it has to be filled in before review."""

    key: str
    label: str
    fields: tuple[tuple[forms.BoundField, bool], ...]


class DraftForm(DeskForm):
    """Everything that is written about an item."""

    title = Typed("标题", hint="写全称，不用书名号开头，不以句号结尾。")
    body = Typed("正文", widget=RichText())
    summary = area("内容概述", "一两句话，说明这条信息讲什么。")
    keywords = Typed("关键词", hint="用空格或者顿号分开。")
    tags = Typed("标签", hint="用空格或者顿号分开；便于在专题中归集。")
    formed_on = Typed("生成日期", hint="形成或者获取这条信息的日期，应发布日期由此推算。")
    is_key = forms.BooleanField(label="重点信息（3 个工作日内发布）", required=False)
    document_number = Typed("文号", hint="没有文号的不填。")
    catalogue_code = chosen("目录代码", CODES, "条例第二十条、第二十一条规定的主动公开内容。")
    source = chosen("来源性质", SOURCES)
    source_name = Typed("来源", hint="原创填本机关，转载填原发布单位。")
    source_address = Typed("来源网址", hint="转载的填写原文地址。")
    author = Typed("作者")
    disclosure_class = Typed("公开属性", widget=forms.RadioSelect(choices=CLASSES))
    ground = chosen("不予公开的法定理由", GROUND_CHOICES, "只有不予公开才填。")
    class_reason = area("理由说明", "不主动公开的，写明具体理由，会记入认定审核表。")
    interprets = Several(label="解读的文件", required=False)
    urgent_reason = area("紧急理由", "为什么不能等全部审核完成。", rows=2)
    attachments = Typed("附件")

    def __init__(self, kind: Kind, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type] # handed on as they came
        self.kind = kind
        for row in kind.fields:
            field = self.fields[OF_KIND + row.key] = field_of(row)
            field.widget.attrs["data-part-of"] = f"field:{row.key}"
        for name, most in LONGEST.items():
            self.fields[name].widget.attrs["maxlength"] = most
        self._days()

    def _days(self) -> None:
        """A day is chosen in the browser's calendar; what is no day stays visible as a text."""
        names = ["formed_on"]
        names += [OF_KIND + row.key for row in self.kind.fields if row.kind is FieldKind.DAY]
        for name in names:
            if is_day_or_empty(self[name].value()):
                attrs = self.fields[name].widget.attrs
                self.fields[name].widget = DayInput()
                self.fields[name].widget.attrs.update(attrs)

    @property
    def sections(self) -> list[Section]:
        """The fields as the page groups them; a group without any is left out."""
        own = tuple(OF_KIND + row.key for row in self.kind.fields)
        wanted = WANTED | {OF_KIND + row.key for row in self.kind.fields if row.required}
        wanted |= {"interprets"} if self.kind.needs_target else set()
        groups = [(key, label, own if key == "kind" else names) for key, label, names in GROUPS]
        return [
            Section(key, label, tuple((self[name], name in wanted) for name in names))
            for key, label, names in groups
            if (names or key == "files") and (key != "targets" or self._interprets)
        ]

    @property
    def _interprets(self) -> bool:
        return self.kind.needs_target or bool(self["interprets"].value())

    def offer_targets(self, choices: Iterable[tuple[int, str]]) -> None:
        """Say which papers may be interpreted."""
        field = self.fields["interprets"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(number), title) for number, title in choices]

    def offer_pictures(self, address: str) -> None:
        """Say where the editor asks for pictures."""
        widget = self.fields["body"].widget
        if isinstance(widget, RichText):
            widget.images_url = address

    def take(self, error: BlockedError) -> None:
        """Put what the rules miss beside its field; places in the texts are shown in the margin."""
        rest = [row for row in error.findings if row.span is None]
        for finding in rest:
            names = [path.replace("field:", OF_KIND) for path in finding.paths]
            found = [name for name in names if name in self.fields]
            about_file = any(path.startswith("file:") for path in finding.paths)
            place = found[0] if found else "attachments" if about_file else None
            self.add_error(place, f"{finding.text}{finding.hint}")

    def texts(self) -> dict[str, str]:
        """The fields that a draft keeps as they are."""
        return {name: self.said(name) for name in PLAIN}

    def fields_of_kind(self) -> dict[str, str]:
        """The values of the kind's own fields."""
        return {row.key: self.said(OF_KIND + row.key).strip() for row in self.kind.fields}

    def words(self, name: str) -> tuple[str, ...]:
        """Words that were typed in one line."""
        return tuple(dict.fromkeys(word for word in WORDS.split(self.said(name)) if word))

    def targets(self) -> tuple[int, ...]:
        """The papers that were chosen."""
        return tuple(
            int(row) for row in self.cleaned_data.get("interprets") or () if is_number(row)
        )


def field_of(row: Field) -> Typed:
    """The field for one value of a structured item."""
    label = row.label
    if row.kind is FieldKind.CHOICE:
        return chosen(label, [NOT_CHOSEN, *((value, value) for value in row.choices)])
    if row.kind is FieldKind.LONG_TEXT:
        return area(label)
    field = Typed(label, hint=NUMBER_HINT.format(unit=row.unit) if row.unit else "")
    if row.kind is FieldKind.NUMBER:
        field.widget.attrs["inputmode"] = "decimal"
    return field


def first_values(draft: Draft) -> dict[str, object]:
    """What the form shows of a draft before anybody types."""
    return {
        **{name: getattr(draft, name) for name in PLAIN},
        **{OF_KIND + key: value for key, value in draft.fields.items()},
        "is_key": draft.is_key,
        "keywords": JOINED.join(draft.keywords),
        "tags": JOINED.join(draft.tags),
        "interprets": [str(number) for number in draft.interprets],
    }


def is_number(text: str) -> bool:
    """Whether a text is the number of a row."""
    return text.isascii() and text.isdecimal() and len(text) < 16  # noqa: PLR2004 - fits any key


def is_day_or_empty(value: object) -> bool:
    """Whether a date field of a browser can show the value."""
    try:
        return not value or bool(date.fromisoformat(str(value)))
    except ValueError:
        return False
