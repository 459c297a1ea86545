"""The entries so far become the beginning of the chain."""

from django.db.migrations.state import StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from gongkai.apps.journal import triggers
from gongkai.apps.journal.chain import Link, best_algorithm, digest_of
from gongkai.apps.journal.states import VerificationState


def chain_up(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    old, entry = apps.get_model("journal", "OldEntry"), apps.get_model("journal", "Entry")
    same = ("at", "actor", "actor_name", "organ_id", "verb", "subject", "before", "after", "cite")
    sequence, digest, algorithm = 0, "", best_algorithm()
    for row in old.objects.order_by("id").iterator(chunk_size=1000):
        values = {name: getattr(row, name) for name in same}
        values |= {"sequence": sequence + 1, "previous": digest, "algorithm": algorithm}
        values |= {"address": "", "agent": ""}
        sequence, digest = sequence + 1, digest_of(Link(**values))
        entry.objects.create(**values, digest=digest)
    head = {"sequence": sequence, "digest": digest, "algorithm": algorithm if sequence else ""}
    apps.get_model("journal", "Head").objects.create(pk=1, **head)


def unchain(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    old, entry = apps.get_model("journal", "OldEntry"), apps.get_model("journal", "Entry")
    same = ("actor", "actor_name", "organ_id", "verb", "subject", "before", "after", "cite")
    for row in entry.objects.order_by("sequence").iterator(chunk_size=1000):
        kept = old.objects.create(**{name: getattr(row, name) for name in same})
        old.objects.filter(pk=kept.pk).update(at=row.at)


class Migration(migrations.Migration):

    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RenameModel("Entry", "OldEntry"),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("sequence", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="序号")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("actor", models.CharField(max_length=100, verbose_name="操作人编号")),
                ("actor_name", models.CharField(max_length=100, verbose_name="操作人")),
                ("organ_id", models.BigIntegerField(null=True, verbose_name="机关")),
                ("address", models.CharField(blank=True, max_length=64, verbose_name="来源地址")),
                ("agent", models.CharField(blank=True, max_length=300, verbose_name="来源程序")),
                ("verb", models.CharField(max_length=60, verbose_name="事项")),
                ("subject", models.CharField(max_length=120, verbose_name="对象")),
                ("before", models.JSONField(null=True, verbose_name="之前")),
                ("after", models.JSONField(null=True, verbose_name="之后")),
                ("cite", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                ("previous", models.CharField(blank=True, max_length=64, verbose_name="上一条校验值")),
                ("algorithm", models.CharField(max_length=10, verbose_name="算法")),
                ("digest", models.CharField(max_length=64, verbose_name="校验值")),
            ],
            options={
                "verbose_name": "办理记录",
                "ordering": ("-sequence",),
                "indexes": [
                    models.Index(fields=["subject", "sequence"], name="entry_by_subject"),
                    models.Index(fields=["organ_id", "sequence"], name="entry_by_organ"),
                    models.Index(fields=["actor", "sequence"], name="entry_by_actor"),
                    models.Index(fields=["at"], name="entry_by_moment"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.BigIntegerField(default=0, verbose_name="序号")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="校验值")),
                ("algorithm", models.CharField(blank=True, max_length=10, verbose_name="算法")),
            ],
            options={"verbose_name": "办理记录末端"},
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("through", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="清理到")),
                ("digest", models.CharField(max_length=64, verbose_name="末条校验值")),
                ("removed", models.BigIntegerField(verbose_name="清理条数")),
                ("latest_at", models.DateTimeField(verbose_name="末条时间")),
                ("recorded_in", models.BigIntegerField(verbose_name="记入")),
            ],
            options={"verbose_name": "办理记录清理", "ordering": ("-through",)},
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField(verbose_name="提出时间")),
                ("asked_by", models.CharField(max_length=100, verbose_name="提出人")),
                ("state", models.CharField(default=VerificationState.WAITING, max_length=10, verbose_name="状态")),
                ("total", models.BigIntegerField(default=0, verbose_name="总条数")),
                ("checked", models.BigIntegerField(default=0, verbose_name="已核验")),
                ("first", models.BigIntegerField(default=0, verbose_name="首条")),
                ("last", models.BigIntegerField(default=0, verbose_name="末条")),
                ("flaws", models.JSONField(default=list, verbose_name="问题")),
                ("flaw_count", models.BigIntegerField(default=0, verbose_name="问题数")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="完成时间")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="附注")),
            ],
            options={"verbose_name": "办理记录核验", "ordering": ("-id",)},
        ),
        migrations.RunPython(chain_up, unchain),
        migrations.DeleteModel("OldEntry"),
        # From here on the database refuses changes. A later migration that rebuilds a table on
        # SQLite loses its triggers and places them again.
        migrations.RunPython(
            lambda apps, editor: triggers.place(editor.connection),
            lambda apps, editor: triggers.lift(editor.connection),
        ),
    ]
