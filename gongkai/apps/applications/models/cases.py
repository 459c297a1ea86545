"""Tables of the register: applications, who asks, what was asked, what happened."""

from django.db import models
from django.db.models import F, Q

from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.sealing.fields import SealedTextField


class NumberSeries(models.Model):
    """The last number given in an organ's year: locked while one is taken, so none is lost."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        verbose_name = "编号"
        constraints = (
            models.UniqueConstraint(fields=("organ", "year"), name="one_series_of_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.organ_id}：{self.year}"


class Application(models.Model):
    """One application (申请): one row of the register and, when it is over, of Table 3.

    `received_on` follows from way and evidence, nobody types it. `due` is what the clock gives for
    the entries so far, kept here for the queue; whether it is overdue is reckoned, never stored.
    `version` rises with every change. `identity_key` is the blind index of who asks.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="承办科室"
    )
    kind = models.CharField("类别", max_length=20, default="disclosure")
    year = models.PositiveSmallIntegerField("年份")
    serial = models.PositiveIntegerField("序号")
    number = models.CharField("登记号", max_length=60, unique=True)
    query_code = SealedTextField("查询码")
    state = models.CharField("状态", max_length=20, default="received")
    version = models.PositiveIntegerField("版本号", default=0)

    way = models.CharField("提交方式", max_length=10)
    arrived_on = models.DateField("到达日期")
    signed_on = models.DateField("签收日期", null=True)
    confirmed_on = models.DateField("确认日期", null=True)
    confirm_method = models.CharField("确认方式", max_length=100, blank=True)
    evidence_note = SealedTextField("收到的凭据", blank=True)
    mail_number = models.CharField("邮件号", max_length=40, blank=True)
    received_on = models.DateField("收到日期", null=True)

    applicant_kind = models.CharField("申请人类别", max_length=10)
    applicant_masked = models.CharField("申请人（遮盖）", max_length=100)
    identity_key = models.CharField("申请人索引", max_length=64, blank=True, db_index=True)
    subject = models.CharField("申请事项", max_length=300)
    description = SealedTextField("所需信息的描述")
    wanted_form = models.CharField("提供形式", max_length=20, blank=True)
    wanted_way = models.CharField("获取方式", max_length=20, blank=True)
    asks_reduction = models.BooleanField("申请减免费用", default=False)
    reduction_reason = SealedTextField("减免理由", blank=True)
    needs_help = SealedTextField("阅读、视听困难等需要的帮助", blank=True)

    handler_key = models.CharField("承办人", max_length=60, blank=True)
    handler_name = models.CharField("承办人姓名", max_length=100, blank=True)
    due = models.DateField("答复期限", null=True)
    is_provisional = models.BooleanField("期限暂定", default=False)
    is_paused = models.BooleanField("期限中止", default=False)
    internal_due = models.DateField("内部期限", null=True)
    is_extended = models.BooleanField("已延长", default=False)
    is_corrected = models.BooleanField("已补正", default=False)

    decision = models.CharField("答复种类", max_length=30, blank=True)
    result_row = models.CharField("统计行", max_length=30, blank=True)
    remedy = models.CharField("救济种类", max_length=10, blank=True)
    replied_on = models.DateField("答复日期", null=True)
    closed_on = models.DateField("办结日期", null=True)
    counted_on = models.DateField("计入统计的日期", null=True)
    counted_row = models.CharField("计入的统计行", max_length=30, blank=True)
    is_on_the_spot = models.BooleanField("当场答复", default=False)
    archived_on = models.DateField("归档日期", null=True)

    split_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="parts", verbose_name="拆分自"
    )
    joined_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="joined", verbose_name="并入"
    )
    transferred_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="+", verbose_name="转自"
    )
    created_at = models.DateTimeField("登记时间")
    created_by = models.CharField("登记人", max_length=60)

    class Meta:
        ordering = ("-id",)
        verbose_name = "申请"
        indexes = (
            models.Index(fields=("organ", "state", "due"), name="applications_queue"),
            models.Index(
                fields=("organ", "received_on", "counted_on", "applicant_kind"),
                name="applications_received",
            ),
            models.Index(
                fields=("organ", "counted_on", "counted_row", "applicant_kind", "received_on"),
                name="applications_counted",
            ),
            models.Index(fields=("organ", "state", "closed_on"), name="applications_ended"),
            models.Index(fields=("state", "due"), name="applications_by_due"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "year", "serial"), name="one_application_of_a_number"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(result_row=""), name="closed_has_a_row"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, counted_on=None)
                | Q(counted_on__isnull=False) & ~Q(counted_row=""),
                name="closed_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None)
                | Q(received_on=None)
                | Q(closed_on__gte=F("received_on")),
                name="received_before_closed",
            ),
        )

    def __str__(self) -> str:
        return self.number


class Applicant(models.Model):
    """Who asks, as told with this application. Everything that names a person is sealed."""

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="applicant"
    )
    name = SealedTextField("姓名或者名称")
    document_kind = models.CharField("证件类型", max_length=20, blank=True)
    document_number = SealedTextField("证件号码", blank=True)
    credit_code = SealedTextField("统一社会信用代码", blank=True)
    representative = SealedTextField("法定代表人", blank=True)
    contact_name = SealedTextField("联系人", blank=True)
    phone = SealedTextField("电话", blank=True)
    email = SealedTextField("电子邮箱", blank=True)
    address = SealedTextField("通信地址", blank=True)
    postcode = SealedTextField("邮政编码", blank=True)
    phone_key = models.CharField("电话索引", max_length=64, blank=True, db_index=True)
    email_key = models.CharField("邮箱索引", max_length=64, blank=True, db_index=True)
    name_key = models.CharField("姓名索引", max_length=64, blank=True, db_index=True)

    class Meta:
        verbose_name = "申请人"

    def __str__(self) -> str:
        return f"{self.application_id}"


class RequestItem(models.Model):
    """One thing asked for where an application asks for several; its own result (R2-14)."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField("次序")
    text = SealedTextField("内容")
    decision = models.CharField("答复种类", max_length=30, blank=True)
    note = SealedTextField("说明", blank=True)

    class Meta:
        ordering = ("position", "id")
        verbose_name = "申请内容"
        constraints = (
            models.UniqueConstraint(fields=("application", "position"), name="one_item_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.application_id}-{self.position}"


class CaseFile(models.Model):
    """A file of the case: what the applicant sent, a proof, what is given out (卷内材料)."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField("用途", max_length=30)
    name = models.CharField("名称", max_length=200)
    added_at = models.DateTimeField("加入时间")
    added_by = models.CharField("加入人", max_length=100)

    class Meta:
        ordering = ("id",)
        verbose_name = "卷内材料"
        constraints = (
            models.UniqueConstraint(fields=("application", "file"), name="in_the_case_once"),
        )

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """One thing that happened, told in the case's history (办理过程). Only ever added.

    `day` is the day it counts for, `at` when it was entered. `is_public`: the applicant sees it on
    the tracking page.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="entries")
    verb = models.CharField("动作", max_length=30)
    before = models.CharField("原状态", max_length=20, blank=True)
    after = models.CharField("新状态", max_length=20, blank=True)
    day = models.DateField("日期")
    note = SealedTextField("说明", blank=True)
    is_public = models.BooleanField("申请人可见", default=False)
    actor_key = models.CharField("经办人", max_length=60)
    actor_name = models.CharField("经办人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "办理过程"
        indexes = (models.Index(fields=("application", "verb"), name="entries_of_a_case"),)

    def __str__(self) -> str:
        return f"{self.application_id}：{self.verb}"
