"""Files that a form sends: the address they are to go to, and their bytes within bounds.

The address of a session is drawn here, sealed into the form, and only accepted sealed: nobody
can open a session under an address that is easy to guess, and sending a form twice is sending
it once.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from gongkai.apps.reports.limits import limits
from gongkai.apps.reports.obstacles import all_too_large
from gongkai.apps.reports.reading import NamedFile
from gongkai.core.finding import Finding

SALT = "gongkai.submission"
TOKEN_BYTES = 24
"""What the form has beside its files: names, boundaries, tokens."""

View = Callable[..., HttpResponseBase]


def seal(token: str = "") -> str:
    """A sealed address for a form: a fresh one, or that of an open session."""
    return Signer(salt=SALT).sign(token or secrets.token_urlsafe(TOKEN_BYTES))


def opened(sealed: str) -> str:
    """The address in a form. Raises BadRequest where the seal is not ours."""
    try:
        return Signer(salt=SALT).unsign(sealed)
    except BadSignature as error:
        raise BadRequest from error


def files_of(request: HttpRequest) -> list[NamedFile]:
    """The files of a form; of a file beyond its bound just enough to see that it is."""
    most = limits().file_bytes + 1
    return [NamedFile(file.name or "", file.read(most)) for file in request.FILES.getlist("files")]


def within_bounds(view: View) -> View:
    """Refuse a request that announces more bytes than allowed before any of them is read."""
    protected = csrf_protect(view)

    @csrf_exempt
    def bounded(request: HttpRequest, **values: str) -> HttpResponseBase:
        said = str(request.META.get("CONTENT_LENGTH") or 0)
        if not (said.isascii() and said.isdecimal()):
            raise BadRequest
        announced = int(said)
        if announced > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return refused(request, (all_too_large(settings.DATA_UPLOAD_MAX_MEMORY_SIZE),), 413)
        return protected(request, **values)

    return bounded


def wants_json(request: HttpRequest) -> bool:
    """Whether our own script asks, not a page."""
    return request.headers.get("Accept", "").startswith("application/json")


def refused(request: HttpRequest, problems: tuple[Finding, ...], status: int) -> HttpResponse:
    """Say why files were not taken."""
    if wants_json(request):
        text = "".join(problem.text + problem.hint for problem in problems)
        return JsonResponse({"text": text}, status=status)
    return render(request, "common/refused.html", {"problems": problems}, status=status)
