"""Tables of the organs (行政机关), their people and the working days.

A row that holds for a time has `since`, its first day, and `until`, the first day on which it no
longer holds; no day means that the beginning is not known, or that no end is.
"""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from gongkai.core.identity import OrganKind


def at(day: date, before: str = "") -> Q:
    """The rows that hold on that day; `before` leads to them from the rows asked for."""
    began = Q(**{f"{before}since": None}) | Q(**{f"{before}since__lte": day})
    goes_on = Q(**{f"{before}until": None}) | Q(**{f"{before}until__gt": day})
    return began & goes_on


class Organ(models.Model):
    """An administrative organ or another body that discloses information, under its latest name."""

    name = models.CharField("名称", max_length=200)
    short_name = models.CharField("简称", max_length=100, blank=True)
    kind = models.CharField("类别", max_length=30, default=OrganKind.DEPARTMENT.value)
    region_code = models.CharField("行政区划代码", max_length=9, blank=True, db_index=True)
    region = models.CharField("行政区划", max_length=100, blank=True)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    is_competent = models.BooleanField("政府信息公开工作主管部门", default=False)
    superior = models.ForeignKey(
        "self",
        verbose_name="上级机关",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subordinates",
    )
    since = models.DateField("设立日期", null=True, blank=True)
    until = models.DateField("撤销日期", null=True, blank=True)
    amended = models.PositiveIntegerField("更正次数", default=0)

    class Meta:
        ordering = ("name",)
        verbose_name = "机关"
        constraints = (
            models.UniqueConstraint(
                fields=("name",), condition=Q(until=None), name="one_living_organ_of_a_name"
            ),
        )

    def __str__(self) -> str:
        return self.name


class OrganName(models.Model):
    """A name an organ bears or bore; one that was entered by mistake stays, marked so."""

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="names")
    name = models.CharField("名称", max_length=200)
    short_name = models.CharField("简称", max_length=100, blank=True)
    document = models.CharField("依据文件", max_length=200, blank=True)
    since = models.DateField("启用日期", null=True)
    until = models.DateField("停用日期", null=True)
    voided_reason = models.CharField("作废原因", max_length=500, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "机关名称"

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """That one organ took over from another, when, and by which document (机构改革)."""

    predecessor = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="inheritances")
    way = models.CharField("方式", max_length=20)
    day = models.DateField("生效日期")
    document = models.CharField("依据文件", max_length=200)
    voided_reason = models.CharField("作废原因", max_length=500, blank=True)

    class Meta:
        ordering = ("day", "id")
        verbose_name = "职能承接"

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Reach(models.Model):
    """How far an organ reaches, reckoned from tree, successions and regions: the gate reads this.

    `way` is `own` for organs it took over, `below` for subordinates at any depth, `region` for the
    organs of a competent department's region.
    """

    viewer = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="+")
    seen = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="+")
    way = models.CharField("方式", max_length=10)

    class Meta:
        verbose_name = "可见范围"
        constraints = (
            models.UniqueConstraint(fields=("viewer", "seen", "way"), name="reached_once_each_way"),
        )

    def __str__(self) -> str:
        return f"{self.viewer_id} {self.way} {self.seen_id}"


class Unit(models.Model):
    """A unit inside an organ (科室)."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="units")
    name = models.CharField("名称", max_length=100)
    since = models.DateField("设立日期", null=True)
    until = models.DateField("撤销日期", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "科室"
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "name"), condition=Q(until=None), name="one_living_unit_of_a_name"
            ),
        )

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person who signs in at the desk; `organ` is the one that entered the person."""

    organ = models.ForeignKey(
        Organ, verbose_name="登记机关", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AbstractUser.Meta):
        verbose_name = "用户"

    def __str__(self) -> str:
        return self.first_name or self.username


class Duty(models.Model):
    """A role a person holds in an organ, perhaps in one of its units, for a time (任职)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="duties")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="duties")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="duties")
    role = models.CharField("角色", max_length=30)
    title = models.CharField("职务", max_length=100, blank=True)
    since = models.DateField("任职日期")
    until = models.DateField("免职日期", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "任职"
        indexes = (models.Index(fields=("user", "since"), name="duty_of_a_user"),)

    def __str__(self) -> str:
        return f"{self.organ}：{self.user}（{self.role}）"


class StandIn(models.Model):
    """That another person acts in a duty for a time (代理)."""

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="stand_ins")
    deputy = models.ForeignKey(User, on_delete=models.PROTECT, related_name="stand_ins")
    since = models.DateField("开始日期")
    until = models.DateField("结束日期")
    reason = models.CharField("原因", max_length=200)

    class Meta:
        ordering = ("since", "id")
        verbose_name = "代理"

    def __str__(self) -> str:
        return f"{self.deputy} → {self.duty}"


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
