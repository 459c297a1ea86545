"""Identity numbers of residents (公民身份号码, GB 11643): the check letter, the birthday."""

import re
from datetime import date
from typing import Final

WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_LETTERS: Final = "10X98765432"
PROVINCES: Final = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
CROSS: Final = "X"
LENGTH: Final = 18
FORM: Final = re.compile(r"[0-9]{17}[0-9X]")
OLDEST: Final = date(1900, 1, 1)
NEWEST_YEAR: Final = 2099


def identity_is_genuine(number: str) -> bool:
    """Whether the check letter of an eighteen-digit identity number is right (GB 11643)."""
    if CROSS in number[:-1]:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK_LETTERS[total % 11] == number[-1]


def has_birthday(number: str) -> bool:
    """Whether an identity number begins with a province and names a day somebody was born on."""
    written = number[6:14] if len(number) == LENGTH else f"19{number[6:12]}"
    if not PROVINCES.match(number) or CROSS in written:
        return False
    day = real_day(int(written[:4]), int(written[4:6]), int(written[6:]))
    return day is not None and day >= OLDEST and day.year <= NEWEST_YEAR


def real_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_resident_number(number: str) -> bool:
    """Whether it is an eighteen-character identity number that can exist."""
    if FORM.fullmatch(number) is None:
        return False
    return identity_is_genuine(number) and has_birthday(number)
