"""How long entries are kept (保存期限): never less than the law asks for."""

from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LEAST_DAYS: Final = 184
"""Six months, however long they are; the triggers say the same."""
USUAL_DAYS: Final = 366
WRONG: Final = (
    "GONGKAI_JOURNAL_DAYS 现在是“{given}”，应当是不少于 {least} 的整数："
    "法律要求日志留存不少于六个月。请改正后再试。"
)


def days(given: str | int) -> int:
    """The days that somebody wants, or twelve months. Raises ImproperlyConfigured for too few."""
    wanted = str(given or USUAL_DAYS).strip()
    if not (wanted.isascii() and wanted.isdecimal() and int(wanted) >= LEAST_DAYS):
        raise ImproperlyConfigured(WRONG.format(given=given, least=LEAST_DAYS))
    return int(wanted)


def kept_days() -> int:
    """How many days an entry is kept. Raises ImproperlyConfigured."""
    return days(settings.GONGKAI_JOURNAL_DAYS)
