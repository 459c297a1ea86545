"""Numbers of a workbook as a person sees them: days as days, whole numbers whole."""

import re
from datetime import datetime, timedelta
from math import isfinite

from gongkai.adapters.files.markup import Element, attribute, below, child

DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
DAY_SIGNS = re.compile(r"[ymdhs]", re.IGNORECASE)
FIRST_DAY, FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone
LAST_NUMBER = 2_958_466  # the end of the year 9999
EXACT = 1e15


def day_styles(styles: Element | None) -> frozenset[int]:
    """The numbers of the cell formats that show days or times."""
    if styles is None:
        return frozenset()
    own = {
        attribute(row, "numFmtId"): attribute(row, "formatCode") for row in below(styles, "numFmt")
    }
    formats = child(styles, "cellXfs")
    rows = [] if formats is None else list(formats)
    return frozenset(
        number for number, row in enumerate(rows) if _shows_day(attribute(row, "numFmtId"), own)
    )


def _shows_day(code: str, own: dict[str, str]) -> bool:
    if code in own:
        return DAY_SIGNS.search(QUOTED.sub("", own[code])) is not None
    return code.isdecimal() and int(code) in DAY_FORMATS


def shown(value: str, *, is_day: bool, since_1904: bool) -> str:
    """A stored number as text; what is no number stays as it is."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not isfinite(number):
        return value
    if is_day and 0 <= number < LAST_NUMBER:
        moment = (FIRST_DAY_1904 if since_1904 else FIRST_DAY) + timedelta(days=number)
        day, time = moment.strftime("%Y-%m-%d"), moment.strftime("%H:%M:%S")
        return day if time == "00:00:00" else f"{day} {time}"
    if number.is_integer() and abs(number) < EXACT:
        return str(int(number))
    return _plain(value) if "e" in value.lower() else value


def _plain(value: str) -> str:
    """A number written with a power of ten, written out where that is short."""
    number = float(value)
    return f"{number:.0f}" if EXACT <= abs(number) < EXACT * EXACT else repr(number)
