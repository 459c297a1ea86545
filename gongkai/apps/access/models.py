"""Tables of signing in: guards, sessions, passwords, backup codes, forms that wait."""

from django.conf import settings
from django.db import models


class Guard(models.Model):
    """Attempts at one door: an account name, a network address, somebody's second factor.

    `attempts` are seconds of Unix time. Every attempt is counted before it is judged, and taken off
    again when it was right: so several browsers together have no more attempts than one.
    """

    key = models.CharField("门", max_length=90, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    address = models.CharField("网络地址", max_length=64, blank=True)
    attempts = models.JSONField("尝试", default=list)
    locked_until = models.DateTimeField("锁定到", null=True, db_index=True)

    class Meta:
        verbose_name = "登录防护"

    def __str__(self) -> str:
        return self.key


class DeskSession(models.Model):
    """Somebody's time at the desk (登录会话), from signing in to the end."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_sessions"
    )
    opened_at = models.DateTimeField("登录时间")
    seen_at = models.DateTimeField("最近操作")
    ended_at = models.DateTimeField("结束时间", null=True)
    reason = models.CharField("结束原因", max_length=20, blank=True)
    way = models.CharField("方式", max_length=20)
    strong = models.BooleanField("已验证第二因素", default=False)
    standing = models.CharField("身份指纹", max_length=64)
    address = models.CharField("网络地址", max_length=64, blank=True)
    agent = models.CharField("浏览器", max_length=200, blank=True)

    class Meta:
        ordering = ("-opened_at",)
        verbose_name = "登录会话"

    def __str__(self) -> str:
        return f"{self.user}：{self.opened_at:%Y-%m-%d %H:%M}"


class PasswordChange(models.Model):
    """A password somebody chose: only as its hash, to know its age and refuse it again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="password_changes"
    )
    encoded = models.CharField("散列", max_length=255)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-at", "-id")
        verbose_name = "密码记录"

    def __str__(self) -> str:
        return f"{self.user}：{self.at:%Y-%m-%d}"


class BackupCode(models.Model):
    """A code for the day the phone is lost: kept as a keyed digest, gone once used."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    mark = models.CharField("摘要", max_length=64, unique=True)

    class Meta:
        verbose_name = "备用码"

    def __str__(self) -> str:
        return str(self.user)


class HeldForm(models.Model):
    """What somebody sent when the session had just ended; waits until they are back."""

    token = models.CharField("编号", max_length=43, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    address = models.CharField("页面", max_length=500)
    fields = models.JSONField("内容")
    files = models.JSONField("文件名", default=list)
    held_at = models.DateTimeField("时间", db_index=True)

    class Meta:
        verbose_name = "留存的填写内容"

    def __str__(self) -> str:
        return f"{self.user}：{self.address}"
