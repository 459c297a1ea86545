"""On which day the notice to give reasons reached the applicant."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Not known of notices that went out before; whoever knows it enters it at the desk."""

    dependencies = [("applications", "0002_counted_once")]

    operations = [
        migrations.AddField(
            "deferral", "delivered_on", models.DateField("通知送达日期", null=True)
        ),
    ]
