"""The invented city of the demo: its organs, their units and its people, as data."""

from itertools import cycle
from typing import Final, NamedTuple

from gongkai.core.identity import OrganKind, Role


class DemoOrgan(NamedTuple):
    """One invented organ; `above` is the key of its superior."""

    key: str
    name: str
    kind: OrganKind
    above: str = ""
    region_code: str = ""
    region: str = ""
    units: tuple[str, ...] = ()
    is_competent: bool = False


class DemoPerson(NamedTuple):
    """One invented person with a role; the user name is what the person signs in with."""

    username: str
    name: str
    organ: str
    role: Role
    unit: str = ""
    title: str = ""


CITY, COUNTY, DISTRICT = "990100", "990121", "990102"
CITY_NAME, COUNTY_NAME, DISTRICT_NAME = "示范市", "示范县", "示范区"
SUFFIX: Final = "（演示）"
"""What the name of every invented organ ends with."""
DEPARTMENT = OrganKind.DEPARTMENT
OFFICE_UNITS = ("政务公开科", "综合科", "秘书科")
BUREAU_UNITS = ("办公室", "政策法规科", "业务科")
BUREAUS: Final = (
    ("ndrc", "发展和改革委员会"),
    ("education", "教育局"),
    ("industry", "工业和信息化局"),
    ("civil", "民政局"),
    ("finance", "财政局"),
    ("labour", "人力资源和社会保障局"),
    ("planning", "自然资源和规划局"),
    ("housing", "住房和城乡建设局"),
    ("health", "卫生健康委员会"),
    ("market", "市场监督管理局"),
)
LOCAL_BUREAUS: Final = (
    ("finance", "财政局"),
    ("education", "教育局"),
    ("civil", "民政局"),
    ("agriculture", "农业农村局"),
    ("investment", "投资促进局"),
    ("emergency", "应急管理局"),
    ("market", "市场监督管理局"),
)
LOCAL: Final = (
    ("county", COUNTY_NAME, COUNTY),
    ("district", DISTRICT_NAME, DISTRICT),
)
"""The county and the district have bureaus of their own."""


def _local_bureaus() -> tuple[DemoOrgan, ...]:
    return tuple(
        DemoOrgan(
            f"{above}-{key}", f"{place}{name}（演示）", DEPARTMENT, above, code, place, BUREAU_UNITS
        )
        for above, place, code in LOCAL
        for key, name in LOCAL_BUREAUS
    )


ORGANS: Final = (
    DemoOrgan("city", "示范市人民政府（演示）", OrganKind.CITY, "", CITY, CITY_NAME),
    DemoOrgan(
        "city-office", "示范市人民政府办公室（演示）", DEPARTMENT, "city", CITY, CITY_NAME,
        OFFICE_UNITS, is_competent=True,
    ),
    *(
        DemoOrgan(
            key, f"示范市{name}（演示）", DEPARTMENT, "city", CITY, CITY_NAME, BUREAU_UNITS
        )
        for key, name in BUREAUS
    ),
    DemoOrgan("tax", "示范市税务局（演示）", OrganKind.VERTICAL, "city", CITY, CITY_NAME),
    DemoOrgan(
        "hospital", "示范市第一人民医院（演示）", OrganKind.PUBLIC_INSTITUTION, "health", CITY,
        CITY_NAME,
    ),
    DemoOrgan("county", "示范县人民政府（演示）", OrganKind.COUNTY, "city", COUNTY, COUNTY_NAME),
    DemoOrgan(
        "county-office", "示范县人民政府办公室（演示）", DEPARTMENT, "county", COUNTY, COUNTY_NAME,
        OFFICE_UNITS, is_competent=True,
    ),
    DemoOrgan(
        "town-1", "示范县一步镇人民政府（演示）", OrganKind.TOWNSHIP, "county", "990121100",
        "示范县一步镇",
    ),
    DemoOrgan(
        "town-2", "示范县双溪乡人民政府（演示）", OrganKind.TOWNSHIP, "county", "990121200",
        "示范县双溪乡",
    ),
    DemoOrgan(
        "district", "示范区人民政府（演示）", OrganKind.COUNTY, "city", DISTRICT, DISTRICT_NAME
    ),
    DemoOrgan(
        "district-office", "示范区人民政府办公室（演示）", DEPARTMENT, "district", DISTRICT,
        DISTRICT_NAME, OFFICE_UNITS, is_competent=True,
    ),
    DemoOrgan(
        "street-1", "示范区三桥街道办事处（演示）", OrganKind.TOWNSHIP, "district", "990102001",
        "示范区三桥街道",
    ),
    DemoOrgan(
        "street-2", "示范区四平街道办事处（演示）", OrganKind.TOWNSHIP, "district", "990102002",
        "示范区四平街道",
    ),
    DemoOrgan(
        "town-3", "示范县五里镇人民政府（演示）", OrganKind.TOWNSHIP, "county", "990121101",
        "示范县五里镇",
    ),
    DemoOrgan(
        "street-3", "示范区六安街道办事处（演示）", OrganKind.TOWNSHIP, "district", "990102003",
        "示范区六安街道",
    ),
    DemoOrgan(
        "gas", "示范市燃气集团有限公司（演示）", OrganKind.PUBLIC_INSTITUTION, "housing", CITY,
        CITY_NAME,
    ),
    *_local_bureaus(),
    DemoOrgan(
        "school", "示范县第一中学（演示）", OrganKind.PUBLIC_INSTITUTION, "county-education",
        COUNTY, COUNTY_NAME,
    ),
)  # fmt: skip
HOME: Final = "county-office"
"""Where the accounts serve that bear the name of their role."""
NAMES: Final = {
    Role.DRAFTER: "沈知行",
    Role.UNIT_HEAD: "顾明远",
    Role.SECRECY_REVIEWER: "陆守言",
    Role.DISCLOSURE_OFFICE: "叶清源",
    Role.DEPUTY_LEADER: "程立本",
    Role.LEADER: "韩致和",
    Role.LEGAL_REVIEWER: "郑循规",
    Role.COMPETENT_DEPARTMENT: "方督行",
    Role.HANDLER: "王敏",
    Role.REVIEWER: "李审",
    Role.APPROVER: "赵签",
    Role.HEAD: "孙主办",
    Role.ADMINISTRATOR: "周维护",
    Role.SECURITY_ADMINISTRATOR: "吴授权",
    Role.AUDITOR: "郑稽核",
    Role.APPRAISER: "冯评议",
}
OPENNESS_UNIT: Final = OFFICE_UNITS[0]
IN_UNIT: Final = frozenset({Role.DRAFTER, Role.UNIT_HEAD, Role.HANDLER})
BUREAU_ROLES: Final = (
    (Role.DRAFTER, "何", "科员"),
    (Role.UNIT_HEAD, "吕", "科长"),
    (Role.SECRECY_REVIEWER, "施", "保密专员"),
    (Role.DISCLOSURE_OFFICE, "金", "公开专员"),
    (Role.DEPUTY_LEADER, "张", "副局长"),
    (Role.LEADER, "孔", "局长"),
)
GIVEN_NAMES: Final = (
    "安平",
    "博文",
    "承志",
    "德邻",
    "恩泽",
    "方正",
    "国栋",
    "海清",
    "嘉言",
    "景行",
)
CITY_PEOPLE: Final = (
    DemoPerson(
        "city-competent", "罗统筹", "city-office", Role.COMPETENT_DEPARTMENT, OPENNESS_UNIT, "科长"
    ),
    DemoPerson("city-leader", "严当先", "city-office", Role.LEADER, "", "主任"),
    DemoPerson("city-administrator", "华运维", "city-office", Role.ADMINISTRATOR),
    DemoPerson("city-security", "魏把关", "city-office", Role.SECURITY_ADMINISTRATOR),
    DemoPerson("city-auditor", "陶查验", "city-office", Role.AUDITOR),
    DemoPerson("government-administrator", "姜总管", "city", Role.ADMINISTRATOR),
    DemoPerson("government-security", "戚总钥", "city", Role.SECURITY_ADMINISTRATOR),
    DemoPerson("government-auditor", "谢总稽", "city", Role.AUDITOR),
)


SERVED: Final = (
    *(key for key, _ in BUREAUS),
    *(organ.key for organ in _local_bureaus()),
    *(organ.key for organ in ORGANS if organ.kind is OrganKind.TOWNSHIP),
    *(organ.key for organ in ORGANS if organ.kind is OrganKind.PUBLIC_INSTITUTION),
    "tax",
    "city-office",
    "district-office",
)
"""The organs in which somebody serves in every role that an item needs."""


def people() -> tuple[DemoPerson, ...]:
    """Everybody: one account a role at home, the city's own, and five people in each bureau."""
    home = tuple(
        DemoPerson(
            role.value, name, HOME, role, OPENNESS_UNIT if role in IN_UNIT else "", role.label
        )
        for role, name in NAMES.items()
    )
    bureaus = tuple(
        DemoPerson(
            f"{key}-{role.value}",
            family + given,
            key,
            role,
            BUREAU_UNITS[0] if role in IN_UNIT else "",
            title,
        )
        for key, given in zip(SERVED, cycle(GIVEN_NAMES), strict=False)
        for role, family, title in BUREAU_ROLES
    )
    return home + CITY_PEOPLE + bureaus
