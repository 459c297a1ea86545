"""The area's entry in Django."""

from django.apps import AppConfig

from gongkai.apps.sealing.keys import check_settings


class SealingConfig(AppConfig):
    """The area `sealing`."""

    name = "gongkai.apps.sealing"
    label = "sealing"
    verbose_name = "个人信息加密"

    def ready(self) -> None:
        """Stop a system whose keys or cipher cannot be used."""
        check_settings()
