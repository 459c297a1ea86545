"""What an application is counted under, apart from what it comes to when it is opened again."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F, Q


def count(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is over is counted under what it came to."""
    rows = apps.get_model("applications", "Application").objects
    rows.exclude(closed_on=None).update(counted_on=F("closed_on"), counted_row=F("result_row"))


class Migration(migrations.Migration):
    """Columns, values, then what holds for them."""

    dependencies = [("applications", "0001_begin")]

    operations = [
        migrations.AddField(
            "application", "counted_on", models.DateField("计入统计的日期", null=True)
        ),
        migrations.AddField(
            "application",
            "counted_row",
            models.CharField("计入的统计行", max_length=30, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
        migrations.RemoveIndex("application", "applications_received"),
        migrations.RemoveIndex("application", "applications_closed"),
        migrations.AddIndex(
            "application",
            models.Index(
                fields=("organ", "received_on", "counted_on", "applicant_kind"),
                name="applications_received",
            ),
        ),
        migrations.AddIndex(
            "application",
            models.Index(
                fields=("organ", "counted_on", "counted_row", "applicant_kind", "received_on"),
                name="applications_counted",
            ),
        ),
        migrations.AddConstraint(
            "application",
            models.CheckConstraint(
                condition=Q(closed_on=None, counted_on=None)
                | (Q(counted_on__isnull=False) & ~Q(counted_row="")),
                name="closed_is_counted",
            ),
        ),
    ]
