"""Tables of the catalogue (公开目录): the site, its columns, guides, the standard directory."""

from django.db import models

from gongkai.apps.organs.models import Organ


class Site(models.Model):
    """The website (网站) of a government: what every page of it has to carry (R6-12, §6.4)."""

    organ = models.OneToOneField(Organ, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("网站名称", max_length=100)
    domain = models.CharField("域名", max_length=200, blank=True)
    site_code = models.CharField("网站标识码", max_length=10, blank=True)
    icp_number = models.CharField("ICP 备案号", max_length=60, blank=True)
    police_number = models.CharField("公安备案号", max_length=60, blank=True)
    host = models.CharField("主办单位", max_length=100, blank=True)
    contact = models.CharField("联系方式", max_length=200, blank=True)
    colour = models.CharField("主色", max_length=7, default="#1d4f91")
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "网站"

    def __str__(self) -> str:
        return self.name


class Column(models.Model):
    """A column (栏目): a query over released items, never a container.

    `key` is its address and is never used again for another; when it changes, the old one leads
    on. One that belongs to `each_organ` is shown on every organ's page with that organ's items; the
    others show the whole site's.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="columns")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    key = models.SlugField("地址", max_length=60)
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("栏目类型", max_length=20)
    description = models.CharField("说明", max_length=300, blank=True)
    keywords = models.CharField("关键词", max_length=200, blank=True)
    query = models.JSONField("条件", default=dict)
    period = models.PositiveIntegerField("应更新周期（天）", null=True)
    each_organ = models.BooleanField("各机关都有", default=False)
    on_home = models.BooleanField("显示在首页", default=False)
    position = models.PositiveIntegerField("次序", default=0)
    closed_at = models.DateTimeField("停用时间", null=True)
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        ordering = ("position", "id")
        verbose_name = "栏目"
        constraints = (models.UniqueConstraint(fields=("site", "key"), name="one_column_of_a_key"),)

    def __str__(self) -> str:
        return self.name


class Guide(models.Model):
    """An organ's disclosure guide (政府信息公开指南, R1-06): what article 12 wants in it.

    `content` is what was saved last, `good` the last revision that was complete: the public sees
    that one. `facts` are what is known of the organ elsewhere, as it was at the last review.
    """

    organ = models.OneToOneField(Organ, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField("内容", default=dict)
    good = models.ForeignKey(
        "GuideRevision",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="公开的版本",
    )
    reviewed_on = models.DateField("核对日期", null=True)
    facts = models.JSONField("核对时的机关情况", default=dict)
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "公开指南"

    def __str__(self) -> str:
        return f"{self.organ_id}"


class GuideRevision(models.Model):
    """What a guide said when it was saved. Never changed afterwards."""

    guide = models.ForeignKey(Guide, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField("版本")
    content = models.JSONField("内容")
    is_complete = models.BooleanField("完整")
    author_key = models.CharField("修改人", max_length=60)
    author_name = models.CharField("修改人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-number",)
        verbose_name = "公开指南版本"
        constraints = (
            models.UniqueConstraint(fields=("guide", "number"), name="one_guide_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.guide_id}：{self.number}"


class DirectoryEntry(models.Model):
    """One row of a standard directory (基层政务公开标准目录, R8-03), bound to the column that shows
    what it promises."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    field = models.CharField("领域", max_length=40)
    number = models.CharField("序号", max_length=20)
    first = models.CharField("一级事项", max_length=200)
    second = models.CharField("二级事项", max_length=200, blank=True)
    elements = models.TextField("公开内容（要素）")
    basis = models.TextField("公开依据", blank=True)
    limit = models.CharField("公开时限", max_length=300, blank=True)
    subject = models.CharField("公开主体", max_length=200, blank=True)
    channels = models.JSONField("公开渠道和载体", default=list)
    audience = models.CharField("公开对象", max_length=60, blank=True)
    audience_note = models.CharField("特定群体", max_length=200, blank=True)
    way = models.CharField("公开方式", max_length=20)
    levels = models.JSONField("公开层级", default=list)
    column = models.ForeignKey(Column, null=True, on_delete=models.PROTECT, related_name="entries")
    code = models.CharField("对应目录代码", max_length=10, blank=True)
    tag = models.CharField("对应标签", max_length=60, blank=True)
    position = models.PositiveIntegerField("次序", default=0)
    imported_at = models.DateTimeField("导入时间")

    class Meta:
        ordering = ("field", "position", "id")
        verbose_name = "标准目录事项"
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "field", "number", "second"), name="one_entry_of_a_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.first}：{self.second}"


class DirectoryDraft(models.Model):
    """What a file would bring into a standard directory, between looking through and importing."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    field = models.CharField("领域", max_length=40)
    actor_key = models.CharField("操作人", max_length=60)
    name = models.CharField("文件", max_length=200)
    rows = models.JSONField("事项", default=list)
    faults = models.JSONField("有问题的行", default=list)
    notes = models.JSONField("提示", default=list)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "待导入的标准目录"

    def __str__(self) -> str:
        return self.name


class Moved(models.Model):
    """An address that leads elsewhere now (301); addresses are never used again (R6-14)."""

    path = models.CharField("原地址", max_length=300, unique=True)
    target = models.CharField("新地址", max_length=300)
    moved_at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "地址变更"

    def __str__(self) -> str:
        return f"{self.path} → {self.target}"
