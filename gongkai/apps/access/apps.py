"""The area's entry in Django."""

from django.apps import AppConfig

from gongkai.apps.access.limits import limits


class AccessConfig(AppConfig):
    """The area `access`."""

    name = "gongkai.apps.access"
    label = "access"
    verbose_name = "登录"

    def ready(self) -> None:
        """Refuse to start with limits that cannot be used."""
        limits()
