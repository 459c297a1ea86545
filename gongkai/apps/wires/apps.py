"""The area's entry in Django."""

from django.apps import AppConfig


class WiresConfig(AppConfig):
    """The area `wires`."""

    name = "gongkai.apps.wires"
    label = "wires"
    verbose_name = "接线"
