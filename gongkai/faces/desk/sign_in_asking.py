"""What the pages about signing in ask of a request."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from gongkai.apps.access.queries import session
from gongkai.faces.desk.sign_in_entering import SESSION

if TYPE_CHECKING:
    from gongkai.apps.access.models import DeskSession
    from gongkai.apps.organs.models import User


def signed_in(request: HttpRequest) -> "User":
    """The person; only behind login_required."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


def own_session(request: HttpRequest) -> "DeskSession":
    """The session this request belongs to; the watch has seen to it that there is one."""
    found = session(signed_in(request), request.session.get(SESSION))
    if found is None:
        raise PermissionDenied
    return found
