"""Tables of what has not been received yet: what somebody is filling in on the portal."""

from django.db import models

from gongkai.apps.organs.models import Organ
from gongkai.apps.sealing.fields import SealedTextField


class PortalDraft(models.Model):
    """What a visitor is writing (未提交的申请): sealed, forgotten after a while.

    `token` is the digest of what the visitor's address holds; `application` makes a second press of
    the button give the same application. A form of the desk leaves such a row too, which has never
    any content.
    """

    token = models.CharField("标识", max_length=64, unique=True)
    organ = models.ForeignKey(Organ, null=True, on_delete=models.CASCADE, related_name="+")
    content = SealedTextField("内容")
    saved_at = models.DateTimeField("保存时间")
    expires_at = models.DateTimeField("失效时间", db_index=True)
    application = models.OneToOneField(
        "Application", null=True, on_delete=models.CASCADE, related_name="draft"
    )

    class Meta:
        ordering = ("id",)
        verbose_name = "未提交的申请"

    def __str__(self) -> str:
        return self.token[:8]


class DraftFile(models.Model):
    """A file that a visitor wants to send with what he is writing."""

    draft = models.ForeignKey(PortalDraft, on_delete=models.CASCADE, related_name="files")
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=200)

    class Meta:
        ordering = ("id",)
        verbose_name = "未提交的附件"

    def __str__(self) -> str:
        return self.name


class Throttle(models.Model):
    """How often something was tried lately (频次限制): the key does not say by whom.

    `moments` are seconds of Unix time, those that still count.
    """

    key = models.CharField("标识", max_length=90, unique=True)
    moments = models.JSONField("时间", default=list)
    ends_at = models.DateTimeField("失效时间", db_index=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "频次限制"

    def __str__(self) -> str:
        return self.key[:20]
