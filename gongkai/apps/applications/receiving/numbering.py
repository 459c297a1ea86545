"""Numbers of applications (登记号, R 4.4): one for each, without gaps, never used again."""

import secrets
from datetime import date
from typing import Final

from gongkai.apps.applications.models import NumberSeries, Profile
from gongkai.apps.applications.receiving import obstacles
from gongkai.core.applications.numbering import APPLICATION_PATTERN, Place, application_number
from gongkai.core.finding import BlockedError

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and figures that nobody confuses when reading them out."""
GROUPS, LETTERS = 3, 4
"""Together about sixty bits, which nobody guesses within the bounds on attempts."""
DASH: Final = "-"


def next_number(organ_id: int, on: date) -> tuple[int, str]:
    """The next serial of the organ's year, and the number made of it.

    The series stays locked until the caller's transaction ends: a number that was rolled back is
    given to the next one, so there are no gaps. Raises BlockedError where the organ has no code
    word yet.
    """
    profile = Profile.objects.filter(organ_id=organ_id).exclude(code_word="").first()
    if profile is None:
        raise BlockedError([obstacles.no_profile()])
    NumberSeries.objects.get_or_create(organ_id=organ_id, year=on.year)
    series = NumberSeries.objects.select_for_update().get(organ_id=organ_id, year=on.year)
    series.last += 1
    series.save(update_fields=["last"])
    pattern = profile.number_pattern or APPLICATION_PATTERN
    place = Place(profile.code_word, on.year, series.last)
    return series.last, application_number(place, pattern)


def new_code() -> str:
    """A query code (查询码) that cannot be guessed."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    return DASH.join(groups)
