"""The area's entry in Django."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The area `publishing`."""

    name = "gongkai.apps.publishing"
    label = "publishing"
    verbose_name = "信息发布"
