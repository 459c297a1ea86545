"""The forms of the site and its columns."""

from typing import TYPE_CHECKING

from django import forms

from gongkai.apps.catalogue.column_facts import LONGEST_PERIOD, ColumnFacts
from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery, unpack
from gongkai.core.catalogue.site_facts import DEFAULT_COLOUR, SiteFacts
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.core.publishing.kinds import KINDS
from gongkai.faces.common.forms import DeskForm, choice, several, text

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Column

CODES = (
    ("20", "第二十条的全部"),
    ("21", "第二十一条的全部"),
    *((entry.code, f"{entry.code}　{entry.label}") for entry in ENTRIES),
)
COLUMN_KINDS = tuple((kind.value, kind.label) for kind in ColumnKind)
SEPARATORS = str.maketrans("，、；,;", "     ")
JOINED = "、"


class ColourInput(forms.TextInput):
    """A colour, chosen from the browser's own palette."""

    input_type = "color"


class SiteForm(DeskForm):
    """What every page of the site carries."""

    name = text("网站名称", 100, help_text="例如“示范市人民政府”。")
    domain = text("域名", 200, required=False, help_text="只填写域名，例如 www.example.gov.cn。")
    site_code = text(
        "网站标识码",
        10,
        required=False,
        help_text="地方网站为 10 位数字，部委网站为 bm 加 8 位数字。",
    )
    icp_number = text("ICP 备案号", 60, required=False)
    police_number = text("公安备案号", 60, required=False)
    host = text("主办单位", 100, required=False)
    contact = text("联系方式", 200, required=False)
    colour = forms.CharField(
        label="主色",
        max_length=7,
        initial=DEFAULT_COLOUR,
        widget=ColourInput,
        help_text="全站一个主色；与白色的对比度不能低于 4.5。",
    )

    def facts(self) -> SiteFacts:
        """What was said."""
        return SiteFacts(**{name: self.said(name).strip() for name in self.fields})


class ColumnForm(DeskForm):
    """What a column is called and what it shows."""

    name = text("名称", 60)
    kind = choice("栏目类型", COLUMN_KINDS)
    codes = several("目录代码", CODES, help_text="任选其一即可显示；不选则不限。")
    kinds = several(
        "信息类别", [(kind.key, kind.label) for kind in KINDS], help_text="不选则不限。"
    )
    tags = text("标签", 200, required=False, help_text="有其中一个即可；用空格或者顿号分开。")
    organ_ids = several("机关", (), help_text="不选则不限。")
    description = text("说明", 300, required=False, help_text="用于网页标签和栏目页。")
    keywords = text("关键词", 200, required=False)
    period = forms.IntegerField(
        label="应更新周期（天）",
        required=False,
        min_value=1,
        max_value=LONGEST_PERIOD,
        help_text="不填时，动态 14 天，公告、文件、解读 183 天，其他一年。",
        error_messages={
            "invalid": "请填写天数。",
            "min_value": "至少 1 天。",
            "max_value": f"最多 {LONGEST_PERIOD} 天。",
        },
    )
    each_organ = forms.BooleanField(
        label="各机关都有",
        required=False,
        help_text="在每个机关的页面上显示该机关的信息；机关一栏有选择时，只在这些机关。",
    )
    on_home = forms.BooleanField(label="显示在首页", required=False)
    field_order: tuple[str, ...] | None = None

    def offer_organs(self, organs: list[tuple[str, str]]) -> None:
        """The organs to choose from; and what may be left open."""
        field = self.fields["organ_ids"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = organs
        for name in ("codes", "kinds", "organ_ids"):
            self.fields[name].required = False

    def query(self) -> ColumnQuery:
        """The condition."""
        sent = self.cleaned_data
        tags = self.said("tags").translate(SEPARATORS).split()
        return ColumnQuery(
            codes=tuple(sent.get("codes") or ()),
            kinds=tuple(sent.get("kinds") or ()),
            tags=tuple(dict.fromkeys(tags)),
            organ_ids=tuple(int(row) for row in sent.get("organ_ids") or ()),
        )

    def facts(self) -> ColumnFacts:
        """What was said."""
        return ColumnFacts(
            name=self.said("name"),
            kind=self.said("kind"),
            query=self.query(),
            description=self.said("description"),
            keywords=self.said("keywords"),
            period=self.cleaned_data.get("period"),
            each_organ=bool(self.cleaned_data.get("each_organ")),
            on_home=bool(self.cleaned_data.get("on_home")),
        )


class NewColumnForm(ColumnForm):
    """A column that is to be added, with its address and its place."""

    key = text("地址", 60, help_text="小写字母、数字和连字符；用过的地址不再给别的栏目使用。")
    parent = choice("上级栏目", (), required=False)
    field_order = ("name", "key", "parent", "kind")


class MoveForm(DeskForm):
    """Where a column is to stand."""

    parent = choice("上级栏目", (), required=False)


def said_of(column: "Column") -> dict[str, object]:
    """What the form shows of a column as it is."""
    query = unpack(column.query)
    names = ("name", "kind", "description", "keywords", "period", "each_organ", "on_home")
    return {name: getattr(column, name) for name in names} | {
        "codes": query.codes,
        "kinds": query.kinds,
        "tags": JOINED.join(query.tags),
        "organ_ids": [str(row) for row in query.organ_ids],
    }
