"""The table of private calendars: who may fetch his due days under which address."""

from django.db import models

from gongkai.apps.organs.models import Organ


class CalendarFeed(models.Model):
    """A person's address for a calendar programme (期限日历订阅); only its digest is kept.

    One address holds at a time for a person in an organ; it ends when it is revoked.
    """

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey("organs.User", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField("摘要值", max_length=64, unique=True)
    created_at = models.DateTimeField("生成时间")
    revoked_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "期限日历订阅"
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "user"),
                condition=models.Q(revoked_at=None),
                name="one_calendar_of_a_person",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id}：{self.organ_id}"
