"""Tables of redaction (区分处理): what is covered, on what ground, who let it out."""

from django.db import models

from gongkai.apps.applications.models.cases import Application


class Redaction(models.Model):
    """One file of a case being redacted. `state` is `draft`, `proposed`, `making`, `released`."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="redactions"
    )
    source = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    result = models.ForeignKey(
        "files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField("名称", max_length=200)
    state = models.CharField("状态", max_length=20, default="draft")
    version = models.PositiveIntegerField("版本号", default=0)
    fault = models.CharField("问题", max_length=500, blank=True)
    made_by_key = models.CharField("处理人", max_length=60)
    made_by = models.CharField("处理人姓名", max_length=100)
    made_at = models.DateTimeField("处理时间")
    released_by = models.CharField("复核人姓名", max_length=100, blank=True)
    released_at = models.DateTimeField("复核时间", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "区分处理"

    def __str__(self) -> str:
        return f"{self.application_id}：{self.name}"


class RedactionBox(models.Model):
    """One place that is covered; shares of the page's width and height, from its upper left."""

    redaction = models.ForeignKey(Redaction, on_delete=models.CASCADE, related_name="boxes")
    page = models.PositiveIntegerField("页")
    x = models.FloatField("左")
    y = models.FloatField("上")
    width = models.FloatField("宽")
    height = models.FloatField("高")
    ground = models.CharField("理由条款", max_length=40, blank=True)
    what = models.CharField("遮盖的内容类别", max_length=100, blank=True)
    is_suggested = models.BooleanField("系统建议", default=False)
    is_accepted = models.BooleanField("已确认", default=True)

    class Meta:
        ordering = ("page", "y", "x", "id")
        verbose_name = "遮盖"

    def __str__(self) -> str:
        return f"{self.redaction_id}：{self.page}"
