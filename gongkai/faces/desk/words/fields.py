"""The forms about word lists."""

from django import forms

from gongkai.apps.checks.word_queries import LONGEST_TRIAL
from gongkai.core.checks.wording.entry import LISTED
from gongkai.core.finding import Severity
from gongkai.faces.common.forms import REQUIRED, DeskForm, choice, text

CATEGORIES = tuple((category.value, category.label) for category in LISTED)
SEVERITIES = tuple((severity.value, severity.label) for severity in Severity)
ORDERS = (("wrong", "错误写法在前，建议写法在后"), ("right", "建议写法在前，错误写法在后"))
KINDS = (("wrong", "查错词表：其中的词语要提示"), ("allow", "放行词表：其中的词语不再提示"))
ACCEPTED = ".tsv,.csv,.txt,.xlsx,.xls"


class ListForm(DeskForm):
    """What a list is called and where it comes from."""

    name = text("名称", 100)
    source = text("来源", 200, help_text="谁编的、哪一版；方便日后更新。", required=False)


class NewListForm(ListForm):
    """A new list."""

    kind = choice("用途", KINDS)


class WordForm(DeskForm):
    """One entry of a list."""

    wrong = text("词语", 100, help_text="有问题的写法；放行词表填写不再提示的写法。")
    right = text("建议", 200, help_text="应当怎样写；没有固定写法时可以不填。", required=False)
    category = choice("类别", CATEGORIES)
    severity = choice(
        "级别", SEVERITIES, help_text="错误和提醒要改正或者说明理由后才能发布，提示不影响发布。"
    )
    contexts = forms.CharField(
        label="放行语境",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="一行一个，例如词语是“工商局”、语境是“原工商局”。在这些语境里不提示。",
        required=False,
    )
    note = text("说明", 300, help_text="会和问题一起显示。", required=False)

    def cells(self) -> dict[str, str]:
        """What was typed, by column."""
        cells = {name: self.said(name) for name in self.fields}
        cells["contexts"] = "|".join(cells["contexts"].splitlines())
        return cells


class AllowedForm(DeskForm):
    """One entry of a list of allowed words."""

    wrong = text("词语", 100, help_text="不再提示的写法。")
    note = text("说明", 300, help_text="为什么放行。", required=False)

    def cells(self) -> dict[str, str]:
        """What was typed, by column."""
        empty = dict.fromkeys(("right", "category", "severity", "contexts"), "")
        return {**empty, **{name: self.said(name) for name in self.fields}}


class FileForm(DeskForm):
    """A file to look through."""

    file = forms.FileField(
        label="文件",
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        help_text="TSV、CSV、TXT（UTF-8 或者 GB18030）、XLSX；XLSX 读取第一个工作表。最多 20 MB。",
        error_messages={
            **REQUIRED,
            "empty": "文件是空的。",
            "invalid": "请选择文件。",
            "missing": "请选择文件。",
        },
    )
    order = forms.ChoiceField(
        label="没有表头时",
        choices=ORDERS,
        help_text="有表头（词语、建议、类别、级别、放行语境、说明）时按表头读取。",
    )


class TrialForm(DeskForm):
    """A text to try the lists on."""

    text = forms.CharField(
        label="文字",
        max_length=LONGEST_TRIAL,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=f"最多 {LONGEST_TRIAL} 个字；只在这里检查，不保存。",
        error_messages={**REQUIRED, "max_length": f"最多 {LONGEST_TRIAL} 个字。"},
    )
