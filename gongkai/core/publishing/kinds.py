"""Kinds of items (信息类别): what each asks for beside a text, and how soon it is due."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.publishing.timeliness import DAILY, KEY, LICENCE, NOTICE, Term


class FieldKind(StrEnum):
    """How a value of a structured item is entered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a structured item. `choices` are what may be chosen; `unit` follows a number."""

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()


STAGES: Final = ("前期谋划", "拟建", "在建", "建成投产", "招商洽谈", "已签约", "终止")
PROJECT: Final = (
    Field("name", "项目名称", required=True),
    Field("industry", "行业", required=True),
    Field("investment", "投资额", FieldKind.NUMBER, required=True, unit="万元"),
    Field("place", "建设地点", required=True),
    Field("contact", "联系人", required=True),
    Field("phone", "联系电话"),
    Field("stage", "阶段", FieldKind.CHOICE, required=True, choices=STAGES),
)
MAJOR_PROJECT: Final = (
    *PROJECT[:4],
    Field("approval", "批准文号"),
    Field("builder", "建设单位", required=True),
    Field("stage", "阶段", FieldKind.CHOICE, required=True, choices=STAGES),
)
LEADER: Final = (
    Field("name", "姓名", required=True),
    Field("post", "职务", required=True),
    Field("charge", "工作分工", FieldKind.LONG_TEXT, required=True),
    Field("resume", "简历", FieldKind.LONG_TEXT),
)
FUNCTIONS: Final = (
    Field("address", "办公地址", required=True),
    Field("hours", "办公时间", required=True),
    Field("phone", "联系电话", required=True),
    Field("head", "负责人姓名", required=True),
)
MEETING: Final = (
    Field("name", "会议名称", required=True),
    Field("held_on", "召开日期", FieldKind.DAY, required=True),
    Field("topics", "议题", FieldKind.LONG_TEXT, required=True),
)
RECRUITMENT: Final = (
    Field("posts", "招录岗位", FieldKind.LONG_TEXT, required=True),
    Field("places", "名额", FieldKind.NUMBER, unit="人"),
    Field("closes_on", "报名截止日期", FieldKind.DAY),
)
BUDGET: Final = (
    Field("year", "年度", FieldKind.NUMBER, required=True),
    Field("report", "类型", FieldKind.CHOICE, required=True, choices=("预算", "决算", "调整")),
    Field("approved_on", "批准日期", FieldKind.DAY),
)
INTERPRETATION_FORMS: Final = ("文字", "图解", "视频", "发布会")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item. `code` is where it stands in the catalogue unless said otherwise;
    `needs_target`: it interprets another item; `is_interpreted`: another one interprets it."""

    key: str
    label: str
    term: Term = DAILY
    code: str = ""
    fields: tuple[Field, ...] = ()
    needs_target: bool = False
    is_interpreted: bool = False
    hint: str = ""


KINDS: Final = (
    Kind("news", "动态", hint="工作动态、政务要闻。"),
    Kind("notice", "公告公示", NOTICE, hint="公告、通知、公示；当天发布。"),
    Kind(
        "policy", "政策文件", KEY, "20-01", is_interpreted=True, hint="规章、规范性文件和其他文件。"
    ),
    Kind(
        "interpretation",
        "政策解读",
        KEY,
        fields=(
            Field(
                "form", "解读形式", FieldKind.CHOICE, required=True, choices=INTERPRETATION_FORMS
            ),
        ),
        needs_target=True,
        hint="与被解读的文件互相链接，最迟在文件发布后 3 个工作日内发布。",
    ),
    Kind("meeting", "会议", fields=MEETING),
    Kind("budget", "财政预决算", KEY, "20-07", BUDGET),
    Kind("personnel", "人事", KEY, hint="任免、干部公示。"),
    Kind("recruitment", "招考录用", KEY, "20-14", RECRUITMENT),
    Kind("major_project", "重大项目", KEY, "20-10", MAJOR_PROJECT),
    Kind("investment", "招商项目", DAILY, "20-15", PROJECT, hint="招商、产业项目，可按字段检索。"),
    Kind("leader", "领导信息", KEY, "20-02", LEADER),
    Kind("functions", "机构职能", KEY, "20-02", FUNCTIONS),
    Kind("licence", "许可、处罚结果", LICENCE, "20-05"),
    Kind("topic", "专题"),
    Kind("clarification", "辟谣澄清", NOTICE, hint="发现虚假或者不完整信息的，发布准确的信息。"),
)
KIND: Final = {kind.key: kind for kind in KINDS}
