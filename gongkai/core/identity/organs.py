"""Kinds of organs (机关类别), and below which kind each may stand."""

from enum import StrEnum
from typing import Final

from gongkai.core.identity.regions import RegionLevel


class OrganKind(StrEnum):
    """What an organ is."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    DEPARTMENT = "department"
    VERTICAL = "vertical"
    PUBLIC_INSTITUTION = "public_institution"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]

    @property
    def is_government(self) -> bool:
        """Whether it governs a region."""
        return self in LEVELS


LABELS: Final = {
    OrganKind.PROVINCE: "省级政府",
    OrganKind.CITY: "市级政府",
    OrganKind.COUNTY: "县级政府",
    OrganKind.TOWNSHIP: "乡镇政府、街道办事处",
    OrganKind.DEPARTMENT: "政府部门",
    OrganKind.VERTICAL: "垂直管理部门",
    OrganKind.PUBLIC_INSTITUTION: "公共企事业单位",
}
LEVELS: Final = {
    OrganKind.PROVINCE: RegionLevel.PROVINCE,
    OrganKind.CITY: RegionLevel.CITY,
    OrganKind.COUNTY: RegionLevel.COUNTY,
    OrganKind.TOWNSHIP: RegionLevel.TOWNSHIP,
}
"""The level of the region that each kind of government governs."""
_GOVERNMENTS = frozenset(LEVELS)
_BODIES = _GOVERNMENTS | {OrganKind.DEPARTMENT, OrganKind.VERTICAL}
SUPERIORS: Final[dict[OrganKind, frozenset[OrganKind]]] = {
    OrganKind.PROVINCE: frozenset(),
    OrganKind.CITY: frozenset({OrganKind.PROVINCE}),
    OrganKind.COUNTY: frozenset({OrganKind.PROVINCE, OrganKind.CITY}),
    OrganKind.TOWNSHIP: frozenset({OrganKind.CITY, OrganKind.COUNTY}),
    OrganKind.DEPARTMENT: _GOVERNMENTS | {OrganKind.DEPARTMENT},
    OrganKind.VERTICAL: _BODIES,
    OrganKind.PUBLIC_INSTITUTION: _BODIES | {OrganKind.PUBLIC_INSTITUTION},
}
"""Below which kinds an organ may stand; every kind may stand at the top of a system."""


class SuccessionWay(StrEnum):
    """How an organ came to take over from another."""

    MERGER = "merger"
    SPLIT = "split"
    CLOSING = "closing"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"merger": "合并", "split": "分设", "closing": "撤销后承接"}[self.value]
