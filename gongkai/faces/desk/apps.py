"""The face's entry in Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The face `desk`."""

    name = "gongkai.faces.desk"
    label = "desk"
    verbose_name = "工作台"
