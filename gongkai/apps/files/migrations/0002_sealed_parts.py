"""What a file says is sealed."""

from django.db import migrations

from gongkai.apps.sealing.fields import SealedJSONField
from gongkai.apps.sealing.migrating import opening, sealing

COLUMNS = {
    "storedfile": ("parts",),
}


class Migration(migrations.Migration):
    """Wider columns first, then their values sealed."""

    dependencies = [("files", "0001_begin")]

    operations = [
        migrations.AlterField("storedfile", "parts", SealedJSONField("文字", default=list)),
        migrations.RunPython(sealing("files", COLUMNS), opening("files", COLUMNS)),
    ]
