"""The area's entry in Django."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from gongkai.core.applications.deadlines.readings import READINGS


class ApplicationsConfig(AppConfig):
    """The area `applications`."""

    name = "gongkai.apps.applications"
    label = "applications"
    verbose_name = "依申请公开"

    def ready(self) -> None:
        """Stop a system that does not know how to read a pause."""
        if settings.GONGKAI_PAUSE_READING not in READINGS:
            raise ImproperlyConfigured(UNKNOWN_READING.format(known=COMMA.join(READINGS)))


UNKNOWN_READING = "GONGKAI_PAUSE_READING 只能是 {known} 中的一个，请检查该环境变量。"
COMMA = "、"
