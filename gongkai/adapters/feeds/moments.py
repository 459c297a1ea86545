"""When something was published: the many ways in which platforms write it."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

CHINA = timezone(timedelta(hours=8))
MILLISECONDS = re.compile(r"\d{13}")
SECONDS = re.compile(r"\d{10}")
# CST is said of China in the feeds read here; the rule of mail takes it for Chicago.
CHINA_NAMES = re.compile(r"\b(?:CST|BJT|Asia/Shanghai)\b\s*$")
NUMBERS = ("year", "month", "day", "hour", "minute", "second")
CLOCK = (
    r"(?:[T\s]*(?P<hour>\d{1,2})\s*[:：时点]\s*(?P<minute>\d{1,2})"
    r"(?:\s*[:：分]\s*(?P<second>\d{1,2})(?:[.,]\d+)?)?\s*[分秒]?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
DAYS = (
    r"(?P<year>\d{4})\s*[-/.．年－]\s*(?P<month>\d{1,2})\s*[-/.．月－]\s*(?P<day>\d{1,2})\s*日?",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
)
WRITTEN = tuple(re.compile(day + CLOCK) for day in DAYS)


def moment(text: str) -> datetime | None:
    """The moment a text names; a time without a zone is Chinese time. None for what is none."""
    plain = text.strip()
    if MILLISECONDS.fullmatch(plain):
        return datetime.fromtimestamp(int(plain) / 1000, UTC)
    if SECONDS.fullmatch(plain):
        return datetime.fromtimestamp(int(plain), UTC)
    found = next(filter(None, (form.fullmatch(plain) for form in WRITTEN)), None)
    return _written(found) if found else _of_mail(plain)


def of_day(value: date | datetime) -> datetime:
    """The moment of a cell that holds a date."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=CHINA)
    return datetime.combine(value, time(), CHINA)


def _written(found: re.Match[str]) -> datetime | None:
    numbers = {name: int(found[name] or 0) for name in NUMBERS}
    try:
        return datetime(**numbers, tzinfo=_zone(found["zone"] or ""))
    except ValueError:
        return None


def _zone(text: str) -> timezone:
    """The zone of an offset. Raises ValueError for an offset of a day or more."""
    if not text:
        return CHINA
    if len(text) == 1:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _of_mail(text: str) -> datetime | None:
    """The form of mail, which RSS uses."""
    try:
        found = parsedate_to_datetime(CHINA_NAMES.sub("+0800", text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=CHINA)
