"""The journal's tables (办理记录): entries, the head of their chain, removals, verifications.

Entries are written by `record`, removed by `retention` after their time, and never changed. The
database refuses anything else too (`triggers`).
"""

from collections.abc import Iterable
from typing import Never, TypeVar

from django.db import models
from django.db.models.base import ModelBase

from gongkai.apps.journal.states import VerificationState

HEAD = 1
LONGEST_NAME, LONGEST_ADDRESS, LONGEST_AGENT = 100, 64, 300
Row = TypeVar("Row", bound=models.Model)


class UnchangeableError(TypeError):
    """Somebody tried to change or remove what is kept as it is."""

    def __init__(self) -> None:
        super().__init__("what the journal keeps is neither changed nor removed")


class KeptRows(models.QuerySet[Row]):
    """Rows that can be added and read."""

    def update(self, **_values: object) -> Never:
        """Refuse."""
        raise UnchangeableError

    def delete(self) -> Never:
        """Refuse."""
        raise UnchangeableError


class Kept(models.Model):
    """A row that is added once and stays as it is."""

    class Meta:
        abstract = True

    def save(
        self,
        *,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Add the row; refuse to change one that is there."""
        if not self._state.adding or force_update or update_fields:
            raise UnchangeableError
        super().save(force_insert=force_insert or True, using=using)

    def delete(self, using: object = None, keep_parents: object = None) -> Never:
        """Refuse."""
        raise UnchangeableError


class Entry(Kept):
    """One thing that was done: who, when, from where, on what, what changed, on what basis.

    `previous`, `algorithm` and `digest` tie it to the entry before (see `chain`).
    """

    sequence = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    actor = models.CharField("操作人编号", max_length=100)
    actor_name = models.CharField("操作人", max_length=LONGEST_NAME)
    organ_id = models.BigIntegerField("机关", null=True)
    address = models.CharField("来源地址", max_length=LONGEST_ADDRESS, blank=True)
    agent = models.CharField("来源程序", max_length=LONGEST_AGENT, blank=True)
    verb = models.CharField("事项", max_length=60)
    subject = models.CharField("对象", max_length=120)
    before = models.JSONField("之前", null=True)
    after = models.JSONField("之后", null=True)
    cite = models.CharField("依据", max_length=200, blank=True)
    previous = models.CharField("上一条校验值", max_length=64, blank=True)
    algorithm = models.CharField("算法", max_length=10)
    digest = models.CharField("校验值", max_length=64)

    objects = KeptRows["Entry"].as_manager()

    class Meta:
        ordering = ("-sequence",)
        verbose_name = "办理记录"
        indexes = (
            models.Index(fields=("subject", "sequence"), name="entry_by_subject"),
            models.Index(fields=("organ_id", "sequence"), name="entry_by_organ"),
            models.Index(fields=("actor", "sequence"), name="entry_by_actor"),
            models.Index(fields=("at",), name="entry_by_moment"),
        )

    def __str__(self) -> str:
        return f"{self.actor_name} {self.verb} {self.subject}"


class Head(models.Model):
    """The last entry of the chain; who adds one locks this row until the transaction ends."""

    sequence = models.BigIntegerField("序号", default=0)
    digest = models.CharField("校验值", max_length=64, blank=True)
    algorithm = models.CharField("算法", max_length=10, blank=True)

    class Meta:
        verbose_name = "办理记录末端"

    def __str__(self) -> str:
        return f"第 {self.sequence} 号"


class Checkpoint(Kept):
    """Where the chain begins after entries whose time was over were removed.

    The removal has an entry of its own further on in the chain, `recorded_in`, that says the same.
    """

    through = models.BigIntegerField("清理到", primary_key=True)
    digest = models.CharField("末条校验值", max_length=64)
    removed = models.BigIntegerField("清理条数")
    latest_at = models.DateTimeField("末条时间")
    recorded_in = models.BigIntegerField("记入")

    objects = KeptRows["Checkpoint"].as_manager()

    class Meta:
        ordering = ("-through",)
        verbose_name = "办理记录清理"

    def __str__(self) -> str:
        return f"清理到第 {self.through} 号"


class Verification(models.Model):
    """One verification of the chain: who asked for it, how far it is, what it came to."""

    asked_at = models.DateTimeField("提出时间")
    asked_by = models.CharField("提出人", max_length=100)
    state = models.CharField("状态", max_length=10, default=VerificationState.WAITING)
    total = models.BigIntegerField("总条数", default=0)
    checked = models.BigIntegerField("已核验", default=0)
    first = models.BigIntegerField("首条", default=0)
    last = models.BigIntegerField("末条", default=0)
    flaws = models.JSONField("问题", default=list)
    flaw_count = models.BigIntegerField("问题数", default=0)
    finished_at = models.DateTimeField("完成时间", null=True)
    note = models.CharField("附注", max_length=500, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "办理记录核验"

    def __str__(self) -> str:
        return f"{self.asked_by}提出的核验"

    @property
    def standing(self) -> VerificationState:
        """The state, as one of its values."""
        return VerificationState(self.state)
