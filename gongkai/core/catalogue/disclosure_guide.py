"""The disclosure guide (政府信息公开指南): what article 12 wants in it, as fields (R1-06)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI

ARTICLE: Final = OGI.at(12)
LINE: Final = 200
PARAGRAPHS: Final = 5_000


@dataclass(frozen=True, slots=True)
class GuideField:
    """One field. Without what the Regulations name there is no guide; the others are advised."""

    key: str
    label: str
    hint: str = ""
    is_long: bool = False
    is_required: bool = True
    cite: Citation = ARTICLE

    @property
    def most(self) -> int:
        """How many characters it may have."""
        return PARAGRAPHS if self.is_long else LINE


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A heading of the guide with its fields."""

    label: str
    fields: tuple[GuideField, ...]


PARTS: Final = (
    GuidePart(
        "政府信息的分类、编排和获取",
        (
            GuideField("classes", "政府信息的分类", "公开哪些类别的信息。", is_long=True),
            GuideField("arrangement", "编排体系", "目录按什么编排，索引号怎样组成。", is_long=True),
            GuideField(
                "access", "获取方式", "在网站哪里看，到哪些查阅点看，怎样申请。", is_long=True
            ),
        ),
    ),
    GuidePart(
        "政府信息公开工作机构",
        (
            GuideField("office", "机构名称"),
            GuideField("address", "办公地址", "写到门牌号和房间号。"),
            GuideField("hours", "办公时间", "例如：工作日 8:30—12:00，14:00—17:30。"),
            GuideField("phone", "联系电话", "带区号的办公电话。"),
            GuideField("fax", "传真号码", "没有传真的，写明没有。"),
            GuideField("internet", "互联网联系方式", "电子邮箱或者网上申请的地址。"),
            GuideField("postcode", "邮政编码", is_required=False),
        ),
    ),
    GuidePart(
        "依申请公开",
        (
            GuideField(
                "application_ways",
                "受理方式",
                "当面提交和邮政寄送必须受理；另外开通的渠道写在这里，写了就要受理。",
                is_long=True,
                is_required=False,
                cite=OGI.at(28),
            ),
            GuideField(
                "application_flow",
                "办理流程和期限",
                "申请应当写明什么，怎样登记、补正、答复，多少个工作日。",
                is_long=True,
                is_required=False,
                cite=OGI.at(29),
            ),
        ),
    ),
    GuidePart(
        "监督和救济",
        (
            GuideField(
                "remedies",
                "监督和救济的途径",
                "向谁投诉、举报，怎样申请行政复议、提起行政诉讼。",
                is_long=True,
                is_required=False,
                cite=OGI.at(51),
            ),
        ),
    ),
)
FIELDS: Final = tuple(field for part in PARTS for field in part.fields)
FIELD: Final = {field.key: field for field in FIELDS}
Content = Mapping[str, str]

_DIGITS = re.compile(r"\d")
_ONLINE = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(r"\d{6}")
_IN_PERSON = re.compile(r"当面|现场|窗口")
_BY_POST = re.compile(r"邮寄|邮政|信函|寄送")
FEWEST_DIGITS: Final = 7


def cleaned(content: Content) -> dict[str, str]:
    """The known fields without space around them, in their order."""
    return {field.key: content.get(field.key, "").strip() for field in FIELDS}


def examine(content: Content) -> tuple[Finding, ...]:
    """Everything that is wrong with a guide or should be better, said at once."""
    said = cleaned(content)
    return (*_missing(said), *_too_long(said), *_unlikely(said), *_channels(said))


def is_complete(content: Content) -> bool:
    """Whether the public may have it."""
    return all(finding.severity is not Severity.ERROR for finding in examine(content))


def _missing(said: Content) -> Iterator[Finding]:
    for field in FIELDS:
        if said[field.key] or field.key in UNASKED:
            continue
        if field.is_required:
            text = f"“{field.label}”是空的。"
            hint = "请补充；补齐以前，公众看到的是上一个完整版本。"
            yield _finding("GUIDE-MISSING", Severity.ERROR, field, text, hint)
        else:
            text, hint = f"没有写“{field.label}”。", "建议写明，方便申请和监督。"
            yield _finding("GUIDE-ADVISED", Severity.WARNING, field, text, hint)


UNASKED: Final = frozenset({"postcode"})
"""Nothing is said where these are empty."""


def _too_long(said: Content) -> Iterator[Finding]:
    for field in FIELDS:
        if len(said[field.key]) > field.most:
            text = f"“{field.label}”超过 {field.most} 个字。"
            yield _finding("GUIDE-LONG", Severity.ERROR, field, text, "请写得短些。")


def _unlikely(said: Content) -> Iterator[Finding]:
    """Ways to reach the office that lead nowhere."""
    if said["phone"] and len(_DIGITS.findall(said["phone"])) < FEWEST_DIGITS:
        text, hint = "联系电话不像电话号码。", "请填写带区号的完整号码。"
        yield _finding("GUIDE-PHONE", Severity.ERROR, FIELD["phone"], text, hint)
    if said["internet"] and not _ONLINE.search(said["internet"]):
        text, hint = "互联网联系方式里没有邮箱，也没有网址。", "请填写电子邮箱或者网址。"
        yield _finding("GUIDE-INTERNET", Severity.ERROR, FIELD["internet"], text, hint)
    if said["postcode"] and not _POSTCODE.fullmatch(said["postcode"]):
        text = "邮政编码不是 6 位数字。"
        yield _finding("GUIDE-POSTCODE", Severity.ERROR, FIELD["postcode"], text, "请改正。")


def _channels(said: Content) -> Iterator[Finding]:
    """Two ways to apply can never be refused (R1-21), so a guide that leaves one out misleads."""
    ways = said["application_ways"]
    if ways and not (_IN_PERSON.search(ways) and _BY_POST.search(ways)):
        text = "受理方式里应当有当面提交和邮政寄送。"
        hint = "这两种方式任何时候都不能拒绝，请写上。"
        yield _finding("GUIDE-WAYS", Severity.WARNING, FIELD["application_ways"], text, hint)


def _finding(code: str, severity: Severity, field: GuideField, text: str, hint: str) -> Finding:
    return Finding(
        code,
        severity,
        title=field.label,
        text=text,
        hint=hint,
        paths=(field.key,),
        cite=field.cite,
    )


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that differs between two versions."""

    field: GuideField
    before: str
    after: str


def difference(before: Content, after: Content) -> tuple[Changed, ...]:
    """The fields in which two versions differ."""
    old, new = cleaned(before), cleaned(after)
    return tuple(
        Changed(field, old[field.key], new[field.key])
        for field in FIELDS
        if old[field.key] != new[field.key]
    )
