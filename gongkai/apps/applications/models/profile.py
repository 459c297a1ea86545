"""Tables of how an organ handles applications: what its letters need to know, who reviews."""

from django.db import models

from gongkai.apps.organs.models import Organ


class Profile(models.Model):
    """What an organ says of itself in letters and on the portal (受理信息)."""

    organ = models.OneToOneField(Organ, on_delete=models.PROTECT, related_name="+")
    code_word = models.CharField("机关代字", max_length=20)
    number_pattern = models.CharField("编号格式", max_length=60, blank=True)
    office = models.CharField("公开工作机构", max_length=100, blank=True)
    address = models.CharField("受理地址", max_length=200, blank=True)
    postcode = models.CharField("邮政编码", max_length=6, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    fax = models.CharField("传真", max_length=40, blank=True)
    email = models.CharField("电子邮箱", max_length=200, blank=True)
    hours = models.CharField("办公时间", max_length=100, blank=True)
    ways = models.JSONField("开通的提交方式", default=list)
    review_body = models.CharField("复议机关", max_length=100, blank=True)
    review_address = models.CharField("网上复议渠道", max_length=300, blank=True)
    court = models.CharField("管辖法院", max_length=100, blank=True)
    account = models.TextField("缴费账户", blank=True)
    internal_terms = models.JSONField("内部期限", default=dict)
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        verbose_name = "受理信息"

    def __str__(self) -> str:
        return f"{self.organ_id}"


class ReplyChain(models.Model):
    """The review chain of an organ's replies (答复审核流程)."""

    organ = models.OneToOneField(Organ, on_delete=models.PROTECT, related_name="+")
    levels = models.JSONField("各级")
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        verbose_name = "答复审核流程"

    def __str__(self) -> str:
        return f"{self.organ_id}"
