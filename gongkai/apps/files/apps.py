"""The area's entry in Django."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The area `files`."""

    name = "gongkai.apps.files"
    label = "files"
    verbose_name = "文件"
