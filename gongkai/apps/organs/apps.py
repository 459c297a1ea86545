"""The area's entry in Django."""

from django.apps import AppConfig


class OrgansConfig(AppConfig):
    """The area `organs`."""

    name = "gongkai.apps.organs"
    label = "organs"
    verbose_name = "机关"
