"""The area's entry in Django."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """The area `applications`."""

    name = "gongkai.apps.applications"
    label = "applications"
    verbose_name = "依申请公开"
