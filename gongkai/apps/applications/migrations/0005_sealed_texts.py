"""What people write about people is sealed, as their names are."""

from django.db import migrations

from gongkai.apps.sealing.fields import SealedJSONField, SealedTextField
from gongkai.apps.sealing.migrating import opening, sealing

COLUMNS = {
    "application": (
        "description",
        "evidence_note",
        "needs_help",
        "reduction_reason",
    ),
    "requestitem": (
        "text",
        "note",
    ),
    "entry": ("note",),
    "clockentry": ("note",),
    "correction": (
        "points",
        "guidance",
        "answer",
        "excuse",
    ),
    "consultation": (
        "matter",
        "delivery_proof",
        "reasons",
        "judged",
    ),
    "extension": (
        "reason",
        "note",
    ),
    "deferral": (
        "facts",
        "reasons",
        "judged",
    ),
    "feenotice": (
        "excess",
        "waived_reason",
    ),
    "assignment": ("opinion",),
    "transfer": ("reason",),
    "letter": ("voided_reason",),
    "delivery": ("failure",),
    "reply": (
        "answers",
        "facts",
        "body",
        "reason",
    ),
    "replyreview": ("reason",),
}


class Migration(migrations.Migration):
    """Wider columns first, then their values sealed."""

    dependencies = [("applications", "0004_term_as_told")]

    operations = [
        migrations.AlterField("application", "description", SealedTextField("所需信息的描述")),
        migrations.AlterField(
            "application", "evidence_note", SealedTextField("收到的凭据", blank=True)
        ),
        migrations.AlterField(
            "application", "needs_help", SealedTextField("阅读、视听困难等需要的帮助", blank=True)
        ),
        migrations.AlterField(
            "application", "reduction_reason", SealedTextField("减免理由", blank=True)
        ),
        migrations.AlterField("requestitem", "text", SealedTextField("内容")),
        migrations.AlterField("requestitem", "note", SealedTextField("说明", blank=True)),
        migrations.AlterField("entry", "note", SealedTextField("说明", blank=True)),
        migrations.AlterField("clockentry", "note", SealedTextField("说明", blank=True)),
        migrations.AlterField(
            "correction", "points", SealedJSONField("需要补正的事项", default=list)
        ),
        migrations.AlterField("correction", "guidance", SealedTextField("指导和释明", blank=True)),
        migrations.AlterField("correction", "answer", SealedTextField("补正内容", blank=True)),
        migrations.AlterField(
            "correction", "excuse", SealedTextField("逾期的正当理由", blank=True)
        ),
        migrations.AlterField("consultation", "matter", SealedTextField("征求意见的内容")),
        migrations.AlterField(
            "consultation", "delivery_proof", SealedTextField("送达凭据", blank=True)
        ),
        migrations.AlterField("consultation", "reasons", SealedTextField("理由", blank=True)),
        migrations.AlterField("consultation", "judged", SealedTextField("认定说明", blank=True)),
        migrations.AlterField("extension", "reason", SealedTextField("理由")),
        migrations.AlterField("extension", "note", SealedTextField("意见", blank=True)),
        migrations.AlterField("deferral", "facts", SealedTextField("数量、频次情况")),
        migrations.AlterField("deferral", "reasons", SealedTextField("申请人的理由", blank=True)),
        migrations.AlterField("deferral", "judged", SealedTextField("认定说明", blank=True)),
        migrations.AlterField(
            "feenotice", "excess", SealedTextField("明显超过合理范围的认定", blank=True)
        ),
        migrations.AlterField(
            "feenotice", "waived_reason", SealedTextField("减免理由", blank=True)
        ),
        migrations.AlterField("assignment", "opinion", SealedTextField("办理意见", blank=True)),
        migrations.AlterField("transfer", "reason", SealedTextField("理由")),
        migrations.AlterField("letter", "voided_reason", SealedTextField("作废原因", blank=True)),
        migrations.AlterField("delivery", "failure", SealedTextField("未送达的原因", blank=True)),
        migrations.AlterField("reply", "answers", SealedJSONField("选择过程", default=dict)),
        migrations.AlterField("reply", "facts", SealedJSONField("事实", default=dict)),
        migrations.AlterField("reply", "body", SealedJSONField("文书内容", default=list)),
        migrations.AlterField("reply", "reason", SealedTextField("重新答复的原因", blank=True)),
        migrations.AlterField("replyreview", "reason", SealedTextField("理由", blank=True)),
        migrations.RunPython(sealing("applications", COLUMNS), opening("applications", COLUMNS)),
    ]
