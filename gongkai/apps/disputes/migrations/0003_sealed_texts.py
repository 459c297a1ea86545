"""What is told of a dispute is sealed, as the party's name is."""

from django.db import migrations

from gongkai.apps.sealing.fields import SealedTextField
from gongkai.apps.sealing.migrating import opening, sealing

COLUMNS = {
    "dispute": (
        "outcome",
        "lessons",
    ),
    "disputeentry": ("note",),
}


class Migration(migrations.Migration):
    """Wider columns first, then their values sealed."""

    dependencies = [("disputes", "0002_pauses")]

    operations = [
        migrations.AlterField("dispute", "outcome", SealedTextField("裁判要旨", blank=True)),
        migrations.AlterField("dispute", "lessons", SealedTextField("经验教训", blank=True)),
        migrations.AlterField("disputeentry", "note", SealedTextField("说明", blank=True)),
        migrations.RunPython(sealing("disputes", COLUMNS), opening("disputes", COLUMNS)),
    ]
