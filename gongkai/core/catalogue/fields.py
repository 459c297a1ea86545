"""The 26 fields (领域) of grassroots openness, each with a standard directory (R8-05)."""

from dataclasses import dataclass
from typing import Final

from gongkai.core.law.statutes import GRASSROOTS

CITE: Final = GRASSROOTS.part("二（一）")


@dataclass(frozen=True, slots=True)
class GrassrootsField:
    """One field; `others` are names by which it goes as well."""

    key: str
    label: str
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by."""
        return (self.label, *self.others)


FIELDS: Final = (
    GrassrootsField("land-planning", "国土空间规划", ("城乡规划", "自然资源")),
    GrassrootsField("major-projects", "重大建设项目"),
    GrassrootsField("public-trading", "公共资源交易"),
    GrassrootsField("budgets", "财政预决算", ("财政预算决算",)),
    GrassrootsField("work-safety", "安全生产"),
    GrassrootsField("taxes", "税收管理"),
    GrassrootsField("land-compensation", "征地补偿", ("农村集体土地征收", "土地征收")),
    GrassrootsField("house-expropriation", "国有土地上房屋征收", ("国有土地上房屋征收与补偿",)),
    GrassrootsField("housing", "保障性住房"),
    GrassrootsField("rural-houses", "农村危房改造"),
    GrassrootsField("environment", "生态环境"),
    GrassrootsField("culture", "公共文化服务", ("公共文化体育",)),
    GrassrootsField("legal-services", "公共法律服务"),
    GrassrootsField("poverty", "扶贫", ("乡村振兴", "脱贫攻坚")),
    GrassrootsField("disaster-relief", "救灾", ("灾害救助",)),
    GrassrootsField("food-and-drugs", "食品药品监管"),
    GrassrootsField("city-enforcement", "城市综合执法"),
    GrassrootsField("employment", "就业", ("就业创业",)),
    GrassrootsField("social-insurance", "社会保险"),
    GrassrootsField("social-relief", "社会救助"),
    GrassrootsField("elderly-care", "养老服务"),
    GrassrootsField("household-register", "户籍管理"),
    GrassrootsField("farm-subsidies", "涉农补贴"),
    GrassrootsField("education", "义务教育"),
    GrassrootsField("health", "医疗卫生", ("卫生健康",)),
    GrassrootsField("municipal-services", "市政服务"),
)
FIELD: Final = {row.key: row for row in FIELDS}


def field_named(text: str) -> GrassrootsField | None:
    """The field that a heading names: the one with the longest name in it."""
    found = [(len(name), row) for row in FIELDS for name in row.names if name in text]
    return max(found, key=lambda pair: pair[0])[1] if found else None
