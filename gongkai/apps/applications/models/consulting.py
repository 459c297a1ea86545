"""Tables of what others are asked: the applicant for correction, third parties and organs."""

from django.db import models

from gongkai.apps.applications.models.cases import Application
from gongkai.apps.sealing.fields import SealedJSONField, SealedTextField


class Correction(models.Model):
    """The correction an applicant is asked for (补正): once in a case, all points at once.

    `told_by` is the term as the notice told it, where the notice arrived after it.
    """

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="correction"
    )
    points = SealedJSONField("需要补正的事项", default=list)
    guidance = SealedTextField("指导和释明", blank=True)
    asked_on = models.DateField("告知日期")
    delivered_on = models.DateField("送达日期", null=True)
    answer_by = models.DateField("补正期限")
    told_by = models.DateField("告知书写明的补正期限", null=True)
    answered_on = models.DateField("补正日期", null=True)
    answer = SealedTextField("补正内容", blank=True)
    closed_on = models.DateField("视为放弃日期", null=True)
    excuse = SealedTextField("逾期的正当理由", blank=True)

    class Meta:
        verbose_name = "补正"

    def __str__(self) -> str:
        return f"{self.application_id}"


class Consultation(models.Model):
    """That a third party or another organ is asked for its opinion (征求意见), with its own clock.

    `opinion` is `agree`, `refuse`, `silent`, or empty while it is awaited. `is_reasonable` says
    what the organ made of a refusal; `public_interest` that it discloses nevertheless.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="consultations"
    )
    kind = models.CharField("对象", max_length=20)
    party = SealedTextField("名称")
    party_masked = models.CharField("名称（遮盖）", max_length=100)
    contact = SealedTextField("联系方式", blank=True)
    matter = SealedTextField("征求意见的内容")
    asked_on = models.DateField("发出日期")
    delivered_on = models.DateField("收到征求意见书的日期", null=True)
    delivery_proof = SealedTextField("送达凭据", blank=True)
    answer_by = models.DateField("答复期限", null=True)
    answered_on = models.DateField("收到意见的日期", null=True)
    opinion = models.CharField("意见", max_length=20, blank=True)
    reasons = SealedTextField("理由", blank=True)
    is_reasonable = models.BooleanField("理由合理", null=True)
    judged = SealedTextField("认定说明", blank=True)
    public_interest = models.BooleanField("因公共利益公开", default=False)

    class Meta:
        ordering = ("id",)
        verbose_name = "征求意见"

    def __str__(self) -> str:
        return f"{self.application_id}：{self.party_masked}"
