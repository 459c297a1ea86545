"""Tables of the annual reports: what is read for the moment, and what is kept (年报库)."""

from django.db import models
from django.db.models import Q

from gongkai.apps.organs.models import Organ
from gongkai.apps.reports.states import FileState


class ReadingSession(models.Model):
    """One visit's files and what was read in them; its address is the secret that opens it.

    `client` is a keyed digest of where the visitor came from, only there to count.
    """

    token = models.CharField("地址", max_length=64, unique=True)
    opened_at = models.DateTimeField("开始时间")
    expires_at = models.DateTimeField("到期时间", db_index=True)
    client = models.CharField("来源摘要", max_length=64, blank=True, db_index=True)
    organ = models.ForeignKey(
        Organ, verbose_name="机关", null=True, on_delete=models.CASCADE, related_name="+"
    )
    keeps_files = models.BooleanField("暂存原件", default=False)
    result = models.BinaryField("读取结果", null=True)
    problem = models.BinaryField("读取不成的原因", null=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "年报体检"

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d %H:%M} 的体检"


class SessionFile(models.Model):
    """One file of a session; its bytes go when it is read, unless the session keeps them."""

    session = models.ForeignKey(ReadingSession, on_delete=models.CASCADE, related_name="files")
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("大小")
    digest = models.CharField("摘要", max_length=64)
    state = models.CharField("状态", max_length=10, default=FileState.WAITING)
    data = models.BinaryField("原件", null=True)
    document = models.BinaryField("读出的文字和表格", null=True)
    problem = models.BinaryField("读不出的原因", null=True)
    added_at = models.DateTimeField("上传时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "体检文件"
        constraints = (
            models.UniqueConstraint(fields=("session", "digest"), name="one_of_each_file"),
        )

    def __str__(self) -> str:
        return self.name


class Confirmation(models.Model):
    """What a person says a doubted place reads; undone ones stay for the record."""

    session = models.ForeignKey(
        ReadingSession, on_delete=models.CASCADE, related_name="confirmations"
    )
    report_key = models.CharField("报告", max_length=16)
    path = models.CharField("位置", max_length=80)
    reading = models.BinaryField("读数")
    confirmed_at = models.DateTimeField("确认时间")
    confirmed_by = models.CharField("确认人", max_length=100)
    undone_at = models.DateTimeField("撤销时间", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "人工确认"
        constraints = (
            models.UniqueConstraint(
                fields=("session", "report_key", "path"),
                condition=Q(undone_at=None),
                name="one_confirmation_of_a_place",
            ),
        )

    def __str__(self) -> str:
        return self.path


class AnnualReport(models.Model):
    """A report kept in an organ's library: the files as they came and the reading as confirmed."""

    organ = models.ForeignKey(
        Organ, verbose_name="保存机关", on_delete=models.PROTECT, related_name="annual_reports"
    )
    organ_name = models.CharField("报告机关", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("报告年度", null=True)
    format = models.CharField("格式", max_length=10)
    reading = models.BinaryField("读取结果")
    errors = models.PositiveIntegerField("错误", default=0)
    warnings = models.PositiveIntegerField("提醒", default=0)
    digest = models.CharField("摘要", max_length=64)
    kept_at = models.DateTimeField("保存时间")
    kept_by = models.CharField("保存人", max_length=100)
    withdrawn_at = models.DateTimeField("移出时间", null=True)
    withdrawn_reason = models.CharField("移出原因", max_length=500, blank=True)

    class Meta:
        ordering = ("-year", "organ_name", "-id")
        verbose_name = "年报"
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "digest"),
                condition=Q(withdrawn_at=None),
                name="kept_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organ_name or '未读出机关'}{self.year or ''}年度报告"


class ReportFile(models.Model):
    """One file of a kept report, as it came."""

    report = models.ForeignKey(AnnualReport, on_delete=models.CASCADE, related_name="files")
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("大小")
    data = models.BinaryField("原件")

    class Meta:
        ordering = ("id",)
        verbose_name = "年报原件"

    def __str__(self) -> str:
        return self.name
