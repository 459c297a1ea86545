"""The area's entry in Django."""

from django.apps import AppConfig


class DisputesConfig(AppConfig):
    """The area `disputes`."""

    name = "gongkai.apps.disputes"
    label = "disputes"
    verbose_name = "复议诉讼"
