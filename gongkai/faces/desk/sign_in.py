"""Signing in with name and password, and signing out."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.access.passwords import try_password
from gongkai.apps.access.sessions import BY_PASSWORD, SIGNED_OUT, end_session
from gongkai.apps.organs.demo_city import NAMES
from gongkai.apps.wires.adapters import sign_in_provider
from gongkai.apps.wires.secrets import kept_secret
from gongkai.core.finding import Finding
from gongkai.faces.common.origin import visitor
from gongkai.faces.desk.sign_in_asking import signed_in
from gongkai.faces.desk.sign_in_entering import PROOF, SESSION, acting, begin, next_of

PASSWORD_LENGTH = 9


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page to sign in on; and what it sends."""
    if request.user.is_authenticated:
        return redirect(next_of(request))
    return receive(request) if request.method == "POST" else page(request)


def page(request: HttpRequest, problems: tuple[Finding, ...] = ()) -> HttpResponse:
    """The form. A demo tells its accounts."""
    shown: dict[str, object] = {
        "next": next_of(request, home=""),
        "username": request.POST.get("username", ""),
        "problems": problems,
        "oidc": settings.GONGKAI_OIDC_LABEL if settings.GONGKAI_OIDC.get("issuer") else "",
        "demo": demo() if settings.GONGKAI_DEMO else None,
    }
    return render(request, "desk/sign_in/login.html", shown)


def receive(request: HttpRequest) -> HttpResponse:
    """Try name and password."""
    name, password = request.POST.get("username", ""), request.POST.get("password", "")
    tried = try_password(name, password, who=visitor(request), now=timezone.now())
    if tried.user is None:
        return page(request, (tried.problem,) if tried.problem else ())
    return begin(request, tried.user, way=BY_PASSWORD, goal=next_of(request))


def demo() -> dict[str, str]:
    """The demo's accounts and their password."""
    password = kept_secret(settings.GONGKAI_DATA / "demo-password", PASSWORD_LENGTH)
    names = "、".join(f"{role.value}（{role.label}）" for role in NAMES)
    return {"names": names, "password": password}


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session; somebody another system vouched for is shown the way out there too."""
    if not request.user.is_authenticated:
        return redirect("desk:login")
    session_id, proof = request.session.get(SESSION), request.session.get(PROOF)
    if session_id is not None:
        now = timezone.now()
        end_session(
            acting(request, signed_in(request)), session_id=session_id, reason=SIGNED_OUT, now=now
        )
    logout(request)
    provider = sign_in_provider() if proof is not None else None
    back = request.build_absolute_uri(redirect("desk:login").url)
    farewell = provider.farewell(proof=str(proof), back=back) if provider else ""
    if farewell:
        shown = {"farewell": farewell, "oidc": settings.GONGKAI_OIDC_LABEL}
        return render(request, "desk/sign_in/signed_out.html", shown)
    messages.success(request, "您已经退出工作台。")
    return redirect("desk:login")
