"""Tables of replies: what was decided, who reviewed it."""

from django.db import models
from django.db.models import Q

from gongkai.apps.applications.models.cases import Application
from gongkai.apps.sealing.fields import SealedJSONField, SealedTextField


class Reply(models.Model):
    """A reply being worked on, or given (答复). At most one is open in a case.

    `kind` and `facts` are the choice everything follows from: letter, article, remedy, row.
    `version` rises with every change. `chain` is the review chain as it was when first proposed,
    `level` whose turn it is, `resume_at` the level that sent it back.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="replies")
    number = models.PositiveSmallIntegerField("序号")
    state = models.CharField("状态", max_length=20, default="draft")
    kind = models.CharField("答复种类", max_length=30, blank=True)
    answers = SealedJSONField("选择过程", default=dict)
    facts = SealedJSONField("事实", default=dict)
    body = SealedJSONField("文书内容", default=list)
    reason = SealedTextField("重新答复的原因", blank=True)
    version = models.PositiveIntegerField("版本号", default=0)
    digest = models.CharField("摘要值", max_length=64, blank=True)
    authors = models.JSONField("拟稿人", default=list)
    chain = models.JSONField("审核流程", default=list)
    level = models.PositiveSmallIntegerField("当前级", null=True)
    level_role = models.CharField("当前级角色", max_length=30, blank=True)
    resume_at = models.PositiveSmallIntegerField("退回的级", null=True)
    saved_at = models.DateTimeField("保存时间")
    proposed_at = models.DateTimeField("送审时间", null=True)
    arrived_at = models.DateTimeField("到达当前级时间", null=True)
    approved_at = models.DateTimeField("签发时间", null=True)
    issued_at = models.DateTimeField("印发时间", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "答复"
        indexes = (models.Index(fields=("state", "level_role"), name="replies_waiting"),)
        constraints = (
            models.UniqueConstraint(
                fields=("application",),
                condition=Q(state__in=("draft", "in_review", "returned", "approved")),
                name="one_open_reply",
            ),
            models.UniqueConstraint(fields=("application", "number"), name="one_reply_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.application_id}-{self.number}"


class ReplyReview(models.Model):
    """What one level said about one version of a reply (审核意见)."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="reviews")
    version = models.PositiveIntegerField("版本号")
    digest = models.CharField("摘要值", max_length=64)
    level = models.PositiveSmallIntegerField("级")
    label = models.CharField("名称", max_length=60)
    role = models.CharField("角色", max_length=30)
    verdict = models.CharField("意见", max_length=20)
    reason = SealedTextField("理由", blank=True)
    actor_key = models.CharField("审核人", max_length=60)
    actor_name = models.CharField("审核人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "答复审核"
        constraints = (
            models.UniqueConstraint(
                fields=("reply", "version", "level"),
                condition=Q(verdict="pass"),
                name="reply_passed_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reply_id}：{self.label}"
