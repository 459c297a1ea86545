"""Tables of the files (文件): what was stored, what it says, what was cleaned out of it."""

from django.db import models

from gongkai.apps.files.states import FileState
from gongkai.apps.organs.models import Organ
from gongkai.apps.sealing.fields import SealedJSONField


class StoredFile(models.Model):
    """A file as it is kept. `state` is `reading` until the worker has read and cleaned it, then
    `ready`, or `refused` with `fault`.

    `key` names its bytes in the storage. `original_key` names the bytes as they came, kept until
    the cleaned ones have been verified. `parts` is what the file says: a list of
    {label, text, hidden}; `unread` tells what could not be read. `removed` is what the cleaning
    took out, `remains` what it could not. `queued_at` is when the worker was last asked to read
    it, `tries` how often a worker has begun to.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("文件名", max_length=200)
    kind = models.CharField("格式", max_length=20)
    size = models.PositiveBigIntegerField("大小")
    digest = models.CharField("摘要值", max_length=64)
    key = models.CharField("存储名", max_length=200)
    original_key = models.CharField("原件存储名", max_length=200, blank=True)
    state = models.CharField("状态", max_length=20, default=FileState.READING)
    fault = models.CharField("问题", max_length=500, blank=True)
    queued_at = models.DateTimeField("排队时间")
    tries = models.PositiveSmallIntegerField("读取次数", default=0)
    parts = SealedJSONField("文字", default=list)
    unread = models.JSONField("未读入", default=list)
    removed = models.JSONField("已清除", default=list)
    remains = models.JSONField("未清除", default=list)
    stored_at = models.DateTimeField("存入时间")
    stored_by = models.CharField("存入人", max_length=60)

    class Meta:
        ordering = ("id",)
        verbose_name = "文件"
        indexes = (
            models.Index(fields=("organ", "id"), name="files_of_an_organ"),
            models.Index(fields=("state", "queued_at"), name="files_that_wait"),
        )

    def __str__(self) -> str:
        return self.name
