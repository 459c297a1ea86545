"""Tables of handling: extension, deferral, fees, who works on it, where it is sent on."""

from django.db import models
from django.db.models import Q

from gongkai.apps.applications.models.cases import Application
from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.sealing.fields import SealedTextField


class Extension(models.Model):
    """That the reply may come later (延长): proposed by the handler, approved by the head."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="extensions"
    )
    state = models.CharField("状态", max_length=20, default="proposed")
    workdays = models.PositiveSmallIntegerField("工作日数")
    reason = SealedTextField("理由")
    proposed_key = models.CharField("提出人", max_length=60)
    proposed_by = models.CharField("提出人姓名", max_length=100)
    proposed_at = models.DateTimeField("提出时间")
    decided_by = models.CharField("批准人姓名", max_length=100, blank=True)
    decided_at = models.DateTimeField("批准时间", null=True)
    note = SealedTextField("意见", blank=True)
    due_before = models.DateField("原期限")
    due_after = models.DateField("延长后的期限", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "延长"
        constraints = (
            models.UniqueConstraint(
                fields=("application",),
                condition=Q(state__in=("proposed", "approved")),
                name="one_extension",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id}：{self.workdays}"


class Deferral(models.Model):
    """That an applicant asks too much (第三十五条): reasons asked for, judged, perhaps deferred.

    `told_by` is the term as the notice told it, where the notice arrived after it.
    """

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="deferral"
    )
    facts = SealedTextField("数量、频次情况")
    asked_on = models.DateField("要求说明理由的日期")
    delivered_on = models.DateField("通知送达日期", null=True)
    answer_by = models.DateField("说明理由的期限", null=True)
    told_by = models.DateField("通知写明的期限", null=True)
    answered_on = models.DateField("说明理由的日期", null=True)
    reasons = SealedTextField("申请人的理由", blank=True)
    is_reasonable = models.BooleanField("理由合理", null=True)
    judged = SealedTextField("认定说明", blank=True)
    deferred_until = models.DateField("延迟答复至", null=True)

    class Meta:
        verbose_name = "说明理由、延迟答复"

    def __str__(self) -> str:
        return f"{self.application_id}"


class FeeNotice(models.Model):
    """An information processing fee (信息处理费): suggested by the tiers, confirmed by a person."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="fees")
    state = models.CharField("状态", max_length=20, default="suggested")
    method = models.CharField("计收方式", max_length=10)
    quantity = models.PositiveIntegerField("件数、页数")
    before = models.PositiveIntegerField("当月在前件数", default=0)
    amount = models.PositiveIntegerField("金额（元）")
    steps = models.JSONField("计算过程", default=list)
    excess = SealedTextField("明显超过合理范围的认定", blank=True)
    suggested_key = models.CharField("提出人", max_length=60)
    suggested_by = models.CharField("提出人姓名", max_length=100)
    confirmed_by = models.CharField("确认人姓名", max_length=100, blank=True)
    noticed_on = models.DateField("通知日期", null=True)
    delivered_on = models.DateField("通知送达日期", null=True)
    pay_by = models.DateField("缴费期限", null=True)
    paid_on = models.DateField("缴费日期", null=True)
    receipt_number = models.CharField("票据号", max_length=60, blank=True)
    waived_reason = SealedTextField("减免理由", blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "信息处理费"
        constraints = (
            models.UniqueConstraint(
                fields=("application",),
                condition=Q(state__in=("suggested", "noticed", "paid")),
                name="one_fee",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id}：{self.amount}"


class Assignment(models.Model):
    """Who works on a case: one unit in charge, others beside it (主办、协办)."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="assignments"
    )
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    person_key = models.CharField("人员", max_length=60, blank=True)
    person_name = models.CharField("人员姓名", max_length=100, blank=True)
    is_lead = models.BooleanField("主办", default=False)
    asked_on = models.DateField("交办日期")
    answer_by = models.DateField("内部期限", null=True)
    answered_on = models.DateField("办结日期", null=True)
    opinion = SealedTextField("办理意见", blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "交办"

    def __str__(self) -> str:
        return f"{self.application_id}：{self.person_name}"


class Transfer(models.Model):
    """That a case went to the right organ (转送), which has it under a number of its own."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="transfers")
    target = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    reason = SealedTextField("理由")
    day = models.DateField("转送日期")
    arrived_as = models.OneToOneField(
        Application, null=True, on_delete=models.PROTECT, related_name="arrival"
    )
    actor_name = models.CharField("经办人姓名", max_length=100)

    class Meta:
        ordering = ("id",)
        verbose_name = "转送"

    def __str__(self) -> str:
        return f"{self.application_id} → {self.target_id}"
