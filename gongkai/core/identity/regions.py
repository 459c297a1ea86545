"""Codes of administrative regions (行政区划代码): six digits, for townships nine."""

import re
from enum import Enum
from typing import Final

CODE: Final = re.compile(r"[1-9][0-9]{5}(?:[0-9]{3})?")


class RegionLevel(Enum):
    """How many digits of its code say where a region is."""

    PROVINCE = 2
    CITY = 4
    COUNTY = 6
    TOWNSHIP = 9


def is_region_code(code: str) -> bool:
    """Whether the text has the form of a region's code."""
    return CODE.fullmatch(code) is not None


def level(code: str) -> RegionLevel:
    """The level of a region, from its code: pairs of noughts at the end say nothing."""
    if len(code) == RegionLevel.TOWNSHIP.value:
        return RegionLevel.TOWNSHIP
    if code.endswith("0000"):
        return RegionLevel.PROVINCE
    return RegionLevel.CITY if code.endswith("00") else RegionLevel.COUNTY


def prefix(code: str) -> str:
    """The digits with which the codes of all places in a region begin."""
    return code[: level(code).value]


def covers(code: str, other: str) -> bool:
    """Whether the second region is the first or lies in it."""
    return is_region_code(code) and is_region_code(other) and other.startswith(prefix(code))
