"""The ledger's tables: disputes, and what happened to each."""

from datetime import date

from django.db import models

from gongkai.apps.organs.models import Organ
from gongkai.apps.sealing.fields import SealedTextField
from gongkai.core.disputes.kinds import DisputeKind, JudgmentForm, Result, label_of
from gongkai.core.disputes.pauses import Pause


class Dispute(models.Model):
    """One reconsideration or lawsuit over what an organ decided, or did not decide.

    An application it is about is known by its number only, since areas of one floor do not know one
    another; an old case has none. `received_on` and `closed_on` alone decide in which years it
    counts. `pauses` are pairs of days, from suspension to resumption. `due` is what the organ has
    to see to next (`duty`), kept here for lists; whether it is overdue is reckoned. `version` rises
    with every change.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("类别", max_length=10)
    state = models.CharField("状态", max_length=10, default="notified")
    version = models.PositiveIntegerField("版本号", default=0)
    application_id = models.BigIntegerField("申请编号", null=True)
    application_number = models.CharField("申请登记号", max_length=60, blank=True)
    follows = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followed", verbose_name="前案"
    )

    party = SealedTextField("申请人、原告")
    party_masked = models.CharField("申请人、原告（遮盖）", max_length=100)
    party_key = models.CharField("申请人、原告索引", max_length=64, blank=True, db_index=True)
    is_person = models.BooleanField("是公民", default=True)
    act = models.CharField("被争议的行为", max_length=300)
    body = models.CharField("复议机关、法院", max_length=200)
    case_number = models.CharField("案号", max_length=100, blank=True)
    is_simplified = models.BooleanField("简易程序", default=False)

    known_on = models.DateField("知道行为之日", null=True)
    filed_on = models.DateField("提出之日", null=True)
    accepted_on = models.DateField("受理、立案之日", null=True)
    received_on = models.DateField("收到副本之日")
    answered_on = models.DateField("答复举证之日", null=True)
    judged_on = models.DateField("收到一审裁判之日", null=True)
    judgment = models.CharField("一审裁判形式", max_length=10, blank=True)
    appealed_on = models.DateField("上诉之日", null=True)
    extended_until = models.DateField("审理期限延长到", null=True)
    evidence_until = models.DateField("准许举证到", null=True)

    remanded_on = models.DateField("发回重审之日", null=True)
    pauses = models.JSONField("中止审理", default=list)

    closed_on = models.DateField("审结之日", null=True)
    result = models.CharField("结果", max_length=10, default=Result.PENDING.value)
    outcome = SealedTextField("裁判要旨", blank=True)
    asks_again = models.BooleanField("要求重新办理", default=False)
    redo_by = models.DateField("限期办完", null=True)
    redone_on = models.DateField("已经办完", null=True)
    lessons = SealedTextField("经验教训", blank=True)

    due = models.DateField("下一个期限", null=True)
    duty = models.CharField("下一件事", max_length=10, blank=True)
    is_provisional = models.BooleanField("期限暂定", default=False)
    created_at = models.DateTimeField("登记时间")
    created_by = models.CharField("登记人", max_length=60)

    class Meta:
        ordering = ("-received_on", "-id")
        verbose_name = "复议诉讼案件"
        indexes = (
            models.Index(fields=("organ", "state", "due"), name="disputes_queue"),
            models.Index(fields=("organ", "received_on", "closed_on"), name="disputes_counted"),
            models.Index(fields=("application_id",), name="disputes_of_application"),
        )

    def __str__(self) -> str:
        return self.case_number or f"台账第 {self.pk} 号"

    @property
    def sort(self) -> DisputeKind:
        """The kind, as one of its values."""
        return DisputeKind(self.kind)

    @property
    def is_retrial(self) -> bool:
        """Whether it follows a lawsuit: what a court had decided is tried again (再审)."""
        return self.follows is not None and self.follows.sort.is_litigation

    @property
    def sort_label(self) -> str:
        """The kind in words, with whether it is a retrial."""
        return label_of(self.sort, is_retrial=self.is_retrial)

    @property
    def breaks(self) -> tuple[Pause, ...]:
        """The times in which it rested."""
        days = ([day and date.fromisoformat(day) for day in pair] for pair in self.pauses)
        return tuple(Pause(first, last) for first, last in days)

    def end_break(self, day: date) -> None:
        """Let it rest no longer than to that day."""
        if self.breaks and self.breaks[-1].last is None:
            self.pauses = [*self.pauses[:-1], [self.pauses[-1][0], day.isoformat()]]

    def rest_again(self, day: date) -> None:
        """Let it rest on, where a rest was taken to have ended on that day."""
        if self.breaks and self.breaks[-1].last == day:
            self.pauses = [*self.pauses[:-1], [self.pauses[-1][0], None]]

    @property
    def judgment_form(self) -> JudgmentForm:
        """The form of the judgment; a judgment as long as there is none."""
        return JudgmentForm(self.judgment or JudgmentForm.JUDGMENT.value)


class DisputeEntry(models.Model):
    """One line of a dispute's history: which step, the day it counts for, by whom."""

    dispute = models.ForeignKey(Dispute, on_delete=models.CASCADE, related_name="entries")
    verb = models.CharField("步骤", max_length=30)
    before = models.CharField("之前", max_length=10)
    after = models.CharField("之后", max_length=10)
    day = models.DateField("日期")
    note = SealedTextField("说明", blank=True)
    actor_key = models.CharField("经办人", max_length=60)
    actor_name = models.CharField("经办人姓名", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("id",)
        verbose_name = "复议诉讼经过"

    def __str__(self) -> str:
        return f"{self.dispute_id}：{self.verb}"
