"""The term as a notice told it, kept where the notice arrived after it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Empty where the term was not put off."""

    dependencies = [("applications", "0003_reasons_delivered")]

    operations = [
        migrations.AddField(
            "correction", "told_by", models.DateField("告知书写明的补正期限", null=True)
        ),
        migrations.AddField("deferral", "told_by", models.DateField("通知写明的期限", null=True)),
    ]
