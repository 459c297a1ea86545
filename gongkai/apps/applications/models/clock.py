"""Tables of the clock: what starts, pauses, resumes, restarts, extends and stops it."""

from django.db import models

from gongkai.apps.applications.models.cases import Application
from gongkai.apps.sealing.fields import SealedTextField


class ClockEntry(models.Model):
    """One thing that moves the clock. Only ever added; one made in error is voided by another.

    `source` names what it came of (`consultation:12`), so that a pause meets its end. `since` is
    the proven delivery from which the term of an opinion runs, `until` the day told with a
    deferral.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="clock_entries"
    )
    verb = models.CharField("动作", max_length=20)
    cause = models.CharField("原因", max_length=20, default="receipt")
    day = models.DateField("日期")
    since = models.DateField("起算日期", null=True)
    until = models.DateField("告知的日期", null=True)
    workdays = models.PositiveSmallIntegerField("工作日数", null=True)
    source = models.CharField("来由", max_length=60, blank=True)
    note = SealedTextField("说明", blank=True)
    voids = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="voided_by", verbose_name="作废"
    )
    actor_name = models.CharField("经办人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "期限记录"

    def __str__(self) -> str:
        return f"{self.application_id}：{self.verb}"


class DueMove(models.Model):
    """That a due day moved, from which to which, and why; a changed calendar moves many at once."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="due_moves")
    before = models.DateField("原期限", null=True)
    after = models.DateField("新期限", null=True)
    reason = models.CharField("原因", max_length=300)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-id",)
        verbose_name = "期限变动"

    def __str__(self) -> str:
        return f"{self.application_id}：{self.before} → {self.after}"
