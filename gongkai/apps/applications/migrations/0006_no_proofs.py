"""Proofs are files of the case, with a use of their own; nothing ever filled these columns."""

from django.db import migrations


class Migration(migrations.Migration):
    """Two columns less."""

    dependencies = [("applications", "0005_sealed_texts")]

    operations = [
        migrations.RemoveField("consultation", "proof"),
        migrations.RemoveField("delivery", "proof"),
    ]
