"""Tables of publishing (信息发布): items, editions, revisions, reviews and what became public."""

from django.db import models
from django.db.models import Q

from gongkai.apps.organs.models import Organ, Unit
from gongkai.core.publishing.lifecycle import OPEN


class Item(models.Model):
    """One piece of information (信息): one record, however many columns show it.

    What the lists and counts need of the latest revision stands here too. `due` is the day by
    which it has to be public; whether it is late is reckoned, never stored.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    index_number = models.CharField("索引号", max_length=60, blank=True)
    kind = models.CharField("类别", max_length=30)
    state = models.CharField("状态", max_length=20, default="unpublished")
    title = models.CharField("标题", max_length=300)
    disclosure_class = models.CharField("公开属性", max_length=20, blank=True)
    ground = models.CharField("不予公开理由", max_length=40, blank=True)
    source = models.CharField("来源", max_length=20, default="original")
    catalogue_code = models.CharField("目录代码", max_length=10, blank=True)
    is_key = models.BooleanField("重点信息", default=False)
    fields = models.JSONField("结构化内容", default=dict)
    formed_on = models.DateField("生成日期", null=True)
    due = models.DateField("应发布日期", null=True)
    released = models.ForeignKey(
        "Revision", null=True, on_delete=models.PROTECT, related_name="+", verbose_name="公开的版本"
    )
    first_released_at = models.DateTimeField("首次发布时间", null=True)
    released_at = models.DateTimeField("发布时间", null=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True)
    closing_reason = models.CharField("撤回、替代原因", max_length=500, blank=True)
    replaced_by = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="replaces"
    )
    reassess_on = models.DateField("定期评估日期", null=True)
    drafter_key = models.CharField("拟稿人", max_length=60)
    drafter_name = models.CharField("拟稿人姓名", max_length=100)
    created_at = models.DateTimeField("建立时间")
    identity = models.CharField("提取标识", max_length=500, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "信息"
        indexes = (
            models.Index(
                fields=("organ", "state", "-released_at", "-id"), name="items_of_an_organ"
            ),
            models.Index(
                fields=("state", "-released_at", "-id", "kind", "organ", "catalogue_code"),
                name="items_by_release",
            ),
            models.Index(
                fields=("catalogue_code", "state", "-released_at", "-id"), name="items_by_code"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "identity"),
                condition=~Q(identity=""),
                name="harvested_once",
            ),
            models.UniqueConstraint(
                fields=("index_number",), condition=~Q(index_number=""), name="one_index_number"
            ),
            models.CheckConstraint(
                condition=~Q(state="released")
                | Q(
                    released__isnull=False, released_at__isnull=False, disclosure_class="proactive"
                ),
                name="released_has_a_revision",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """One piece of work on an item, from draft to release. At most one is open at a time.

    `content` is the working copy; `version` rises with every change, so that two who write at
    once do not overwrite each other. `chain` is the review chain as it was when the edition was
    first submitted, `level` whose turn it is, `resume_at` the level that sent it back;
    `anew_from` is the revision from which on all levels look anew.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField("序号")
    purpose = models.CharField("办理事项", max_length=20)
    reason = models.CharField("更正、重新发布的原因", max_length=500, blank=True)
    state = models.CharField("状态", max_length=20, default="draft")
    content = models.JSONField("内容", default=dict)
    version = models.PositiveIntegerField("版本号", default=0)
    saved_at = models.DateTimeField("保存时间")
    saved_by = models.CharField("保存人", max_length=100)
    authors = models.JSONField("撰写人", default=list)
    revision = models.ForeignKey(
        "Revision", null=True, on_delete=models.PROTECT, related_name="+", verbose_name="送审版本"
    )
    chain = models.JSONField("审核流程", default=list)
    level = models.PositiveSmallIntegerField("当前级", null=True)
    level_role = models.CharField("当前级角色", max_length=30, blank=True)
    resume_at = models.PositiveSmallIntegerField("退回的级", null=True)
    anew_from = models.PositiveIntegerField("从这一版起各级重新审核", default=0)
    assignee_key = models.CharField("受托人", max_length=60, blank=True)
    assignee_name = models.CharField("受托人姓名", max_length=100, blank=True)
    assigned_by = models.CharField("委托人姓名", max_length=100, blank=True)
    is_urgent = models.BooleanField("紧急", default=False)
    urgent_reason = models.CharField("紧急理由", max_length=500, blank=True)
    note = models.CharField("退回理由、说明", max_length=500, blank=True)
    submitted_at = models.DateTimeField("送审时间", null=True)
    arrived_at = models.DateTimeField("到达当前级时间", null=True)
    scheduled_for = models.DateTimeField("定时发布时间", null=True)
    closed_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "办理"
        indexes = (
            models.Index(fields=("state", "level_role"), name="editions_waiting"),
            models.Index(fields=("item", "number"), name="editions_of_an_item"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("item",), condition=Q(state__in=sorted(OPEN)), name="one_open_edition"
            ),
            models.UniqueConstraint(fields=("item", "number"), name="one_edition_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.item_id}-{self.number}"


class Revision(models.Model):
    """What an edition said when it was submitted. Never changed afterwards."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="revisions")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField("版本")
    title = models.CharField("标题", max_length=300)
    content = models.JSONField("内容")
    digest = models.CharField("摘要值", max_length=64)
    author_key = models.CharField("送审人", max_length=60)
    author_name = models.CharField("送审人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-id",)
        verbose_name = "版本"
        constraints = (
            models.UniqueConstraint(fields=("item", "number"), name="one_revision_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.item_id}：{self.title}（{self.number}）"


class Attached(models.Model):
    """That a revision carries a file, so that files in use are known and never thrown away."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="attached")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=200)
    is_picture = models.BooleanField("正文图片", default=False)
    position = models.PositiveSmallIntegerField("次序")

    class Meta:
        ordering = ("position", "id")
        verbose_name = "附件"
        constraints = (models.UniqueConstraint(fields=("revision", "file"), name="attached_once"),)

    def __str__(self) -> str:
        return self.name


class Review(models.Model):
    """What one level said about one revision (审核记录).

    `verdict` is `pass`, `send_back`, or after an urgent release `confirm` or `object`. `parts` is
    what a secrecy review said of the item and of each attachment (逐项审查).
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="reviews")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField("级")
    label = models.CharField("名称", max_length=60)
    role = models.CharField("角色", max_length=30)
    kind = models.CharField("审核内容", max_length=20)
    verdict = models.CharField("意见", max_length=20)
    reason = models.CharField("理由", max_length=500, blank=True)
    proofread = models.BooleanField("已校对", default=False)
    parts = models.JSONField("逐项意见", default=list)
    actor_key = models.CharField("审核人", max_length=60)
    actor_name = models.CharField("审核人姓名", max_length=100)
    on_behalf = models.CharField("代理、受托", max_length=100, blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "审核"
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "revision", "level"),
                condition=Q(verdict__in=("pass", "confirm")),
                name="passed_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id}：{self.label}"


class Publication(models.Model):
    """That something became public, or ceased to be: which revision, why, by whom (发布记录)."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="publications")
    edition = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField("动作", max_length=20)
    reason = models.CharField("原因", max_length=500, blank=True)
    actor_key = models.CharField("操作人", max_length=60)
    actor_name = models.CharField("操作人姓名", max_length=100)
    at = models.DateTimeField("时间")
    due = models.DateField("应发布日期", null=True)
    is_late = models.BooleanField("逾期", default=False)

    class Meta:
        ordering = ("id",)
        verbose_name = "发布记录"

    def __str__(self) -> str:
        return f"{self.item_id}：{self.verb}"


class Placement(models.Model):
    """Where else an item is told (渠道), and whether that copy has to follow a change."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="placements")
    channel = models.CharField("渠道", max_length=30)
    address = models.CharField("地址、期号", max_length=500, blank=True)
    placed_on = models.DateField("发布日期")
    state = models.CharField("状态", max_length=20, default="current")
    asked_at = models.DateTimeField("要求跟进时间", null=True)
    followed_at = models.DateTimeField("已跟进时间", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "渠道发布"
        indexes = (models.Index(fields=("item", "channel"), name="placements_of_an_item"),)

    def __str__(self) -> str:
        return f"{self.item_id}：{self.channel}"


class Relation(models.Model):
    """That one item is about another (解读与被解读): seen from both sides."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="relations")
    target = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="related")
    kind = models.CharField("关系", max_length=20, default="interprets")

    class Meta:
        ordering = ("id",)
        verbose_name = "关联"
        constraints = (
            models.UniqueConstraint(fields=("item", "target", "kind"), name="related_once"),
        )

    def __str__(self) -> str:
        return f"{self.item_id} → {self.target_id}"


class ReviewChain(models.Model):
    """The review chain an organ uses for a kind of item; without a kind, for all others."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("类别", max_length=30, blank=True)
    levels = models.JSONField("各级")
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        ordering = ("organ", "kind")
        verbose_name = "审核流程"
        constraints = (
            models.UniqueConstraint(fields=("organ", "kind"), name="one_chain_of_a_kind"),
        )

    def __str__(self) -> str:
        return f"{self.organ_id}：{self.kind}"


class Determination(models.Model):
    """Which disclosure class was decided for an item, by whom and why (公开属性认定)."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="determinations")
    edition = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    disclosure_class = models.CharField("公开属性", max_length=20)
    ground = models.CharField("理由条款", max_length=40, blank=True)
    reason = models.CharField("理由", max_length=1000, blank=True)
    proposed_by = models.CharField("提出人", max_length=100)
    decided_by = models.CharField("决定人", max_length=100)
    decided_at = models.DateTimeField("决定时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "公开属性认定"

    def __str__(self) -> str:
        return f"{self.item_id}：{self.disclosure_class}"


class AttributeChange(models.Model):
    """A proposal to change an item's disclosure class (公开属性变更审批)."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="changes")
    state = models.CharField("状态", max_length=20, default="proposed")
    before = models.CharField("原属性", max_length=20)
    after = models.CharField("拟变更为", max_length=20)
    ground = models.CharField("理由条款", max_length=40, blank=True)
    reason = models.CharField("变更理由", max_length=1000)
    proposed_by_key = models.CharField("提出人", max_length=60)
    proposed_by = models.CharField("提出人姓名", max_length=100)
    proposed_at = models.DateTimeField("提出时间")
    opinions = models.JSONField("意见", default=list)
    closed_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "公开属性变更"
        constraints = (
            models.UniqueConstraint(
                fields=("item",),
                condition=Q(state__in=("proposed", "endorsed")),
                name="one_open_change",
            ),
        )

    def __str__(self) -> str:
        return f"{self.item_id}：{self.before} → {self.after}"


class Reassessment(models.Model):
    """One look at what is kept back: whether it still has to be (定期评估审查)."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="reassessments")
    due = models.DateField("应评估日期", null=True)
    outcome = models.CharField("结果", max_length=30)
    reason = models.CharField("理由", max_length=1000)
    actor_key = models.CharField("评估人", max_length=60)
    actor_name = models.CharField("评估人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-id",)
        verbose_name = "定期评估"

    def __str__(self) -> str:
        return f"{self.item_id}：{self.outcome}"


class HeldFeed(models.Model):
    """A feed that somebody is looking at before taking it over; forgotten after a day."""

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("名称", max_length=500)
    data = models.BinaryField("内容")
    held_at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "待提取文件"

    def __str__(self) -> str:
        return self.name


class IndexSerial(models.Model):
    """The last serial number given to an organ's items in a year."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        ordering = ("organ", "year")
        verbose_name = "索引号序列"
        constraints = (models.UniqueConstraint(fields=("organ", "year"), name="one_serial_a_year"),)

    def __str__(self) -> str:
        return f"{self.organ_id}：{self.year}"


class Tagged(models.Model):
    """That an item in public carries a tag (标签): noted at release, for columns to ask."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="tagged")
    tag = models.CharField("标签", max_length=60)

    class Meta:
        ordering = ("id",)
        verbose_name = "标签"
        constraints = (models.UniqueConstraint(fields=("tag", "item"), name="tagged_once"),)

    def __str__(self) -> str:
        return f"{self.item_id}：{self.tag}"


class PublicText(models.Model):
    """What an item in public says, as it is searched and listed: noted at release, forgotten when
    it is no longer public. The numbers rise: the highest was released last. `text` begins with
    `title`; both are folded. Where its grams are looked up is in `text_index`."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="+")
    summary = models.TextField("内容概述", blank=True)
    title = models.TextField("标题")
    text = models.TextField("文字")

    class Meta:
        ordering = ("-id",)
        verbose_name = "公开文字"

    def __str__(self) -> str:
        return f"{self.item_id}"


class Stamp(models.Model):
    """What kept pages go by: whenever something public changes, it rises in that transaction, and
    every page that was kept before is out of date."""

    name = models.CharField("名称", max_length=20, unique=True)
    value = models.PositiveBigIntegerField("值", default=0)

    class Meta:
        ordering = ("id",)
        verbose_name = "页面版本"

    def __str__(self) -> str:
        return f"{self.name}：{self.value}"
