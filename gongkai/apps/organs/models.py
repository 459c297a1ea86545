"""Tables of the organs (行政机关), their members and the working days."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Organ(models.Model):
    """An administrative organ or another body that discloses information."""

    name = models.CharField("名称", max_length=200, unique=True)
    region = models.CharField("行政区划", max_length=100, blank=True)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    superior = models.ForeignKey(
        "self",
        verbose_name="上级机关",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subordinates",
    )

    class Meta:
        ordering = ("name",)
        verbose_name = "机关"

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """Somebody who signs in at the desk."""

    class Meta(AbstractUser.Meta):
        verbose_name = "用户"


class Member(models.Model):
    """A person's place in an organ, with the roles held there."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="member")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="members")
    roles = models.JSONField("角色", default=list)

    class Meta:
        verbose_name = "成员"

    def __str__(self) -> str:
        return f"{self.organ}：{self.user.get_full_name() or self.user.get_username()}"


class WorkdayYear(models.Model):
    """A year whose working days have been announced, and the notice that announced them."""

    year = models.PositiveSmallIntegerField("年份", primary_key=True)
    source = models.CharField("依据", max_length=200)

    class Meta:
        ordering = ("year",)
        verbose_name = "工作日年份"

    def __str__(self) -> str:
        return f"{self.year}年"


class SpecialDay(models.Model):
    """A weekday off work, or a weekend day at work (调休): where the week alone would be wrong."""

    year = models.ForeignKey(WorkdayYear, on_delete=models.CASCADE, related_name="special_days")
    day = models.DateField("日期", unique=True)
    is_workday = models.BooleanField("是否上班")

    class Meta:
        ordering = ("day",)
        verbose_name = "节假日与调休"

    def __str__(self) -> str:
        return f"{self.day}：{'上班' if self.is_workday else '放假'}"
