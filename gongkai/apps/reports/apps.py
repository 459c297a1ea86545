"""The area's entry in Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The area `reports`."""

    name = "gongkai.apps.reports"
    label = "reports"
    verbose_name = "年度报告"
