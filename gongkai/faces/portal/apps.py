"""The face's entry in Django."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The face `portal`."""

    name = "gongkai.faces.portal"
    label = "portal"
    verbose_name = "公开门户"
