"""Tables of letters (文书): what was written, how it went out, how an organ words them."""

from django.db import models
from django.db.models import Q

from gongkai.apps.applications.models.cases import Application
from gongkai.apps.applications.models.replies import Reply
from gongkai.apps.organs.models import Organ
from gongkai.apps.sealing.fields import SealedTextField


class Letter(models.Model):
    """A letter of the case (DOC-01…DOC-23). Once issued it never changes; a wrong one is voided."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="letters")
    reply = models.ForeignKey(Reply, null=True, on_delete=models.PROTECT, related_name="letters")
    code = models.CharField("文书种类", max_length=10)
    source = models.CharField("来由", max_length=60, blank=True)
    number = models.CharField("文号", max_length=80, blank=True)
    title = models.CharField("标题", max_length=200)
    addressee = SealedTextField("收件人")
    content = SealedTextField("内容")
    state = models.CharField("状态", max_length=20, default="issued")
    voided_reason = SealedTextField("作废原因", blank=True)
    pdf = models.ForeignKey(
        "files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    docx = models.ForeignKey(
        "files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    dated_on = models.DateField("成文日期")
    issued_at = models.DateTimeField("印发时间")
    issued_by = models.CharField("印发人", max_length=100)

    class Meta:
        ordering = ("id",)
        verbose_name = "文书"
        constraints = (
            models.UniqueConstraint(
                fields=("number",), condition=~Q(number=""), name="one_letter_of_a_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id}：{self.title}"


class Delivery(models.Model):
    """How a letter goes to whom it is for (送达). `counts_on` is the day that counts (R1-28)."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="deliveries")
    way = models.CharField("方式", max_length=10)
    state = models.CharField("状态", max_length=20, default="sent")
    address = SealedTextField("地址", blank=True)
    sent_on = models.DateField("发出日期")
    posted_on = models.DateField("交邮日期", null=True)
    carrier = models.CharField("邮寄企业", max_length=60, blank=True)
    mail_number = models.CharField("邮件号", max_length=40, blank=True)
    signed_on = models.DateField("签收日期", null=True)
    signed_by = SealedTextField("签收人", blank=True)
    confirmed_on = models.DateField("确认日期", null=True)
    counts_on = models.DateField("计算日期", null=True)
    failed_on = models.DateField("退回日期", null=True)
    failure = SealedTextField("未送达的原因", blank=True)
    settled_at = models.DateTimeField("已处理时间", null=True)
    actor_name = models.CharField("经办人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "送达"

    def __str__(self) -> str:
        return f"{self.letter_id}：{self.way}"


class LetterTemplate(models.Model):
    """How an organ words a letter; older wordings are kept, the latest holds."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("文书种类", max_length=10)
    version = models.PositiveIntegerField("版本")
    text = models.TextField("文字")
    is_current = models.BooleanField("现用", default=True)
    saved_at = models.DateTimeField("保存时间")
    saved_by = models.CharField("保存人", max_length=100)

    class Meta:
        ordering = ("organ", "code", "-version")
        verbose_name = "文书模板"
        constraints = (
            models.UniqueConstraint(fields=("organ", "code", "version"), name="one_template"),
            models.UniqueConstraint(
                fields=("organ", "code"), condition=Q(is_current=True), name="one_current_template"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organ_id}：{self.code}"
