"""The usual columns (栏目) of a site: the statutory part of the platform, and the rest.

The four parts of R5-04 and one column for each item of article 20 (R5-06) belong to every organ;
the others show what the whole site has. Two of the same reach never show the same by definition.
"""

from dataclasses import dataclass
from typing import Final

from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery

YEAR: Final = 365
HALF_YEAR: Final = 183
THREE_YEARS: Final = 1096


@dataclass(frozen=True, slots=True)
class UsualColumn:
    """One column to be: `parent` is the key of the one it stands below."""

    key: str
    name: str
    kind: ColumnKind
    query: ColumnQuery
    parent: str = ""
    period: int | None = None
    each_organ: bool = False
    on_home: bool = False
    description: str = ""


def _statutory(number: int, name: str, period: int = YEAR) -> UsualColumn:
    code = f"20-{number:02}"
    return UsualColumn(
        key=f"statutory-{code}",
        name=name,
        kind=ColumnKind.STATUTORY,
        query=ColumnQuery(codes=(code,)),
        parent=STATUTORY,
        period=period,
        each_organ=True,
    )


def _key_area(key: str, name: str, *codes: str) -> UsualColumn:
    return UsualColumn(
        key=f"key-{key}",
        name=name,
        kind=ColumnKind.KEY_AREA,
        query=ColumnQuery(codes=codes),
        parent=KEY_AREAS,
    )


def _of_kind(key: str, name: str, kind: ColumnKind, item_kind: str) -> UsualColumn:
    return UsualColumn(key, name, kind, ColumnQuery(kinds=(item_kind,)), on_home=key in ON_HOME)


STATUTORY: Final = "statutory"
KEY_AREAS: Final = "key-areas"
ON_HOME: Final = frozenset({"news", "notices", "policies", "interpretations"})
PLATFORM: Final = (
    UsualColumn(
        key="rules",
        name=ColumnKind.RULES.label,
        kind=ColumnKind.RULES,
        query=ColumnQuery(tags=("政府信息公开制度",)),
        period=THREE_YEARS,
        each_organ=True,
        description="与政府信息公开有关的法律、法规、规章和制度。",
    ),
    UsualColumn(
        key=STATUTORY,
        name=ColumnKind.STATUTORY.label,
        kind=ColumnKind.STATUTORY,
        query=ColumnQuery(codes=("20", "21")),
        period=HALF_YEAR,
        each_organ=True,
        description="《中华人民共和国政府信息公开条例》第二十条、第二十一条规定主动公开的信息。",
    ),
    _statutory(1, "履职依据"),
    _statutory(2, "机构职能", THREE_YEARS),
    _statutory(3, "规划信息"),
    _statutory(4, "统计信息"),
    _statutory(5, "行政许可和对外管理服务"),
    _statutory(6, "行政处罚和行政强制"),
    _statutory(7, "财政预决算"),
    _statutory(8, "行政事业性收费"),
    _statutory(9, "政府集中采购"),
    _statutory(10, "重大建设项目"),
    _statutory(11, "民生领域"),
    _statutory(12, "应急管理"),
    _statutory(13, "监督检查"),
    _statutory(14, "招考录用"),
    _statutory(15, "其他法定信息"),
    UsualColumn(
        key="statutory-21",
        name="市政、公共服务和征收等",
        kind=ColumnKind.STATUTORY,
        query=ColumnQuery(codes=("21",)),
        parent=STATUTORY,
        each_organ=True,
    ),
    UsualColumn(
        key="annual-reports",
        name=ColumnKind.ANNUAL_REPORTS.label,
        kind=ColumnKind.ANNUAL_REPORTS,
        query=ColumnQuery(tags=("政府信息公开年报",)),
        period=YEAR + 31,
        each_organ=True,
        description="各年度的政府信息公开工作年度报告。",
    ),
)
SITE: Final = (
    _of_kind("news", "政务动态", ColumnKind.NEWS, "news"),
    _of_kind("notices", "通知公告", ColumnKind.NOTICES, "notice"),
    _of_kind("policies", "政策文件", ColumnKind.POLICIES, "policy"),
    _of_kind("interpretations", "政策解读", ColumnKind.INTERPRETATIONS, "interpretation"),
    _of_kind("meetings", "会议公开", ColumnKind.OTHER, "meeting"),
    _of_kind("personnel", "人事信息", ColumnKind.OTHER, "personnel"),
    _of_kind("recruitment", "招考信息", ColumnKind.NOTICES, "recruitment"),
    _of_kind("leaders", "领导之窗", ColumnKind.OTHER, "leader"),
    _of_kind("investment", "招商引资", ColumnKind.OTHER, "investment"),
    _of_kind("topics", "专题专栏", ColumnKind.OTHER, "topic"),
    _of_kind("clarifications", "辟谣澄清", ColumnKind.OTHER, "clarification"),
    UsualColumn(
        key=KEY_AREAS,
        name=ColumnKind.KEY_AREA.label,
        kind=ColumnKind.KEY_AREA,
        query=ColumnQuery(
            codes=("20-05", "20-06", "20-07", "20-09", "20-10", "20-11", "20-12", "20-13")
        ),
    ),
    _key_area("budget", "财政预决算", "20-07"),
    _key_area("projects", "重大建设项目", "20-10"),
    _key_area("enforcement", "许可、处罚结果", "20-05", "20-06"),
    _key_area("purchasing", "政府采购", "20-09"),
    _key_area("welfare", "教育、医疗和社会保障", "20-11"),
    _key_area("emergency", "突发事件应对", "20-12"),
    _key_area("supervision", "安全生产、食品药品和环境保护", "20-13"),
    UsualColumn(
        key="proposals",
        name="建议提案办理",
        kind=ColumnKind.OTHER,
        query=ColumnQuery(tags=("建议提案办理",)),
        period=YEAR,
    ),
)
USUAL: Final = (*SITE, *PLATFORM)
"""All of them, each after the one it stands below."""
