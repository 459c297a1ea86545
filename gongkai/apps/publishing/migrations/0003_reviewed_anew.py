"""From which revision on all levels look anew: what was changed after it had been taken back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """0: what levels let pass so far counts."""

    dependencies = [("publishing", "0002_public_text")]

    operations = [
        migrations.AddField(
            "edition",
            "anew_from",
            models.PositiveIntegerField("从这一版起各级重新审核", default=0),
        ),
    ]
