"""Tables of the content checks (内容检查): runs, waivers, word lists, links looked at."""

from django.db import models
from django.db.models import Q

from gongkai.apps.organs.models import Organ


class CheckRun(models.Model):
    """One run of the rules over one content. `subject` names it (`revision:12`).

    `content` is the digest of what was checked, `rules` of the rules and word lists it was
    checked by: a run that has the same two need not be repeated. `blocking` counts what is
    neither mended nor waived at the time.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("对象", max_length=60)
    content = models.CharField("内容摘要值", max_length=64)
    rules = models.CharField("规则版本", max_length=64)
    at = models.DateTimeField("检查时间")
    findings = models.JSONField("问题", default=list)
    blocking = models.PositiveIntegerField("未处理问题数")

    class Meta:
        ordering = ("-id",)
        verbose_name = "检查"
        indexes = (models.Index(fields=("subject", "id"), name="check_of_a_subject"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.at}"


class Waiver(models.Model):
    """That a finding is let pass, by whom and why. `about` is the whole (`item:5`), so that it
    holds for later revisions with the same words in the same place."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    about = models.CharField("对象", max_length=60)
    fingerprint = models.CharField("问题指纹", max_length=64)
    code = models.CharField("规则", max_length=60)
    part = models.CharField("位置", max_length=100)
    quote = models.CharField("原文", max_length=500)
    reason = models.CharField("理由", max_length=500)
    actor_key = models.CharField("豁免人", max_length=60)
    actor_name = models.CharField("豁免人姓名", max_length=100)
    at = models.DateTimeField("豁免时间")
    lifted_at = models.DateTimeField("取消时间", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "豁免"
        constraints = (
            models.UniqueConstraint(
                fields=("about", "fingerprint"),
                condition=Q(lifted_at=None),
                name="one_waiver_of_a_finding",
            ),
        )

    def __str__(self) -> str:
        return f"{self.about} {self.code}"


class WordList(models.Model):
    """A list of wrong words, or of words that are always let pass; without an organ, for all."""

    organ = models.ForeignKey(Organ, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=100)
    allows = models.BooleanField("放行词表", default=False)
    source = models.CharField("来源", max_length=200, blank=True)
    is_active = models.BooleanField("启用", default=True)
    digest = models.CharField("内容摘要值", max_length=64)
    changed_at = models.DateTimeField("更新时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "词表"

    def __str__(self) -> str:
        return self.name


class WordEntry(models.Model):
    """A word that is wrong, what is right, and the phrases in which it is right after all."""

    word_list = models.ForeignKey(WordList, on_delete=models.CASCADE, related_name="entries")
    wrong = models.CharField("词语", max_length=100)
    right = models.CharField("建议", max_length=200, blank=True)
    category = models.CharField("类别", max_length=30)
    severity = models.CharField("级别", max_length=20)
    contexts = models.JSONField("放行语境", default=list)
    note = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "词条"
        constraints = (
            models.UniqueConstraint(fields=("word_list", "wrong"), name="one_entry_of_a_word"),
        )

    def __str__(self) -> str:
        return self.wrong


class WordDraft(models.Model):
    """A file that somebody looks through before it is imported into a list: the entries it would
    bring, and what is wrong with its other rows."""

    word_list = models.ForeignKey(WordList, on_delete=models.CASCADE, related_name="drafts")
    actor_key = models.CharField("导入人", max_length=60)
    name = models.CharField("文件名", max_length=200)
    entries = models.JSONField("词条", default=list)
    faults = models.JSONField("有问题的行", default=list)
    switched_off = models.PositiveIntegerField("未启用的行", default=0)
    at = models.DateTimeField("读取时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "词表导入"

    def __str__(self) -> str:
        return self.name


class LinkProbe(models.Model):
    """What a look at an address outside came to, last time."""

    address = models.CharField("链接", max_length=2000)
    digest = models.CharField("链接摘要值", max_length=64, unique=True)
    at = models.DateTimeField("检查时间")
    reachable = models.BooleanField("可以访问")
    fault = models.CharField("问题", max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "链接检查"
        indexes = (models.Index(fields=("at",), name="link_probe_by_time"),)

    def __str__(self) -> str:
        return self.address
