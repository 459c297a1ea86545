"""The area's entry in Django."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The area `catalogue`."""

    name = "gongkai.apps.catalogue"
    label = "catalogue"
    verbose_name = "公开目录"
