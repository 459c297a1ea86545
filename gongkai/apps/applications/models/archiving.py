"""Tables of the archive (归档): what was filed, for how long, when it was handed over."""

from django.db import models

from gongkai.apps.applications.models.cases import Application


class ArchiveRecord(models.Model):
    """That a case was filed (归档), with the digests of what is in it."""

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="archive_record"
    )
    retention = models.CharField("保管期限", max_length=20)
    keep_until = models.DateField("保管至", null=True)
    manifest = models.JSONField("清单", default=list)
    filed_on = models.DateField("归档日期")
    filed_by = models.CharField("归档人", max_length=100)
    transferred_on = models.DateField("移交日期", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "归档"

    def __str__(self) -> str:
        return f"{self.application_id}"
