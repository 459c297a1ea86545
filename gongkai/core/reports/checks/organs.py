"""What an organ's name tells: whether it speaks for a region, whether it makes regulations."""

import re

from gongkai.core.reports.text.normalise import fold

GOVERNMENT = re.compile(r"(?:人民政府|管理委员会|管委会)$")
GOVERNMENT_OFFICE = re.compile(r"人民政府办公[厅室]$")
CENTRAL = re.compile(r"^(?:国家|国务院|中国|中华人民共和国)|^[\u4e00-\u9fff]{1,6}部$|总局$|总署$")
SMALL_REGION = re.compile(r"(?:[县区旗乡镇]|街道)(?:人民政府|管理委员会|管委会)(?:办公[厅室])?$")
OWN_REGION = re.compile(r"自治区人民政府(?:办公[厅室])?$")


def speaks_for_region(organ: str | None, *, known: bool | None = None) -> bool:
    """Whether a report is that of a whole region (本级政府), by what is known or by the name."""
    return bool(organ and GOVERNMENT.search(organ)) if known is None else known


def makes_no_regulations(organ: str) -> bool:
    """Whether an organ of that name surely has no power to make 规章.

    A city may be a county-level one; its name does not tell, so it gets the benefit.
    """
    if CENTRAL.search(organ) or OWN_REGION.search(organ):
        return False
    if SMALL_REGION.search(organ):
        return True
    return not (GOVERNMENT.search(organ) or GOVERNMENT_OFFICE.search(organ))


def same_organ(one: str, other: str) -> bool:
    """Whether two names are of one organ; a short form (西区商务局) is the end of the full one."""
    short, full = sorted((fold(one), fold(other)), key=len)
    return full.endswith(short) or GOVERNMENT_OFFICE.sub("", full) == GOVERNMENT.sub("", short)
