"""The area's entry in Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The area `journal`."""

    name = "gongkai.apps.journal"
    label = "journal"
    verbose_name = "办理记录"
