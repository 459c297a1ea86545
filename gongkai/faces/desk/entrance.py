"""Signing in at the desk."""

from django.conf import settings
from django.contrib.auth.views import LoginView

from gongkai.apps.wires.secrets import kept_secret
from gongkai.core.identity import Role

PASSWORD_LENGTH = 9
DEMO = (Role.HANDLER, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR)


class Entrance(LoginView):
    """The page to sign in on; a demo tells its accounts."""

    template_name = "desk/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **values: object) -> dict[str, object]:
        """Add the demo's accounts."""
        shown = super().get_context_data(**values)
        if settings.GONGKAI_DEMO:
            password = kept_secret(settings.GONGKAI_DATA / "demo-password", PASSWORD_LENGTH)
            names = "、".join(f"{role.value}（{role.label}）" for role in DEMO)
            shown["demo"] = {"names": names, "password": password}
        return shown
