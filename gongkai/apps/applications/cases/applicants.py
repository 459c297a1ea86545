"""The applicant as somebody who acts: he has told number and code, and reaches this one case."""

from typing import Final

from gongkai.apps.applications.models import Application
from gongkai.core.identity import Actor, Role

KEY: Final = "applicant:{pk}"
NAME: Final = "申请人"


def applicant(application_id: int) -> Actor:
    """Who acts when the applicant of that case does."""
    return Actor(KEY.format(pk=application_id), NAME, roles=frozenset({Role.APPLICANT}))


def own_case(who: Actor, application_id: int) -> Application:
    """His case, locked. Raises DoesNotExist for every other one, and for everybody else."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("organ")
    if who.key != KEY.format(pk=application_id) or not who.has(Role.APPLICANT):
        raise Application.DoesNotExist
    return rows.get(pk=application_id)
