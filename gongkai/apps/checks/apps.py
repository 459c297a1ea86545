"""The area's entry in Django."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """The area `checks`."""

    name = "gongkai.apps.checks"
    label = "checks"
    verbose_name = "内容检查"
