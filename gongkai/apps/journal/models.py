"""The journal's table (办理记录)."""

from django.db import models


class Entry(models.Model):
    """One thing that was done: who, when, what, on what, what changed, on what basis."""

    at = models.DateTimeField("时间", auto_now_add=True)
    actor = models.CharField("操作人编号", max_length=100)
    actor_name = models.CharField("操作人", max_length=100)
    organ_id = models.BigIntegerField("机关", null=True, db_index=True)
    verb = models.CharField("事项", max_length=60)
    subject = models.CharField("对象", max_length=120, db_index=True)
    before = models.JSONField("之前", null=True)
    after = models.JSONField("之后", null=True)
    cite = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "办理记录"

    def __str__(self) -> str:
        return f"{self.actor_name} {self.verb} {self.subject}"
