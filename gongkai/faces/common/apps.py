"""The face's entry in Django."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """The face `common`."""

    name = "gongkai.faces.common"
    label = "common"
    verbose_name = "公用"
