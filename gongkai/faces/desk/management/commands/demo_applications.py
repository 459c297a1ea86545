"""Fill the demo's organs with three years of applications, and its home organ with open ones."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from gongkai.apps.applications.demo.rows import prepare_register
from gongkai.apps.applications.demo.work import prepare_work
from gongkai.core.identity import SYSTEM


class Command(BaseCommand):
    """./gk manage demo_applications."""

    help = "为演示的机关写入三年的依申请公开登记和正在办理的申请。可重复执行，已有登记时不再写入。"

    def handle(self, *_args: object, **_options: object) -> None:
        """Write what is missing; say how much it was."""
        now = timezone.now()
        many = prepare_register(SYSTEM, today=timezone.localdate(now))
        if not many:
            return
        going = prepare_work(timezone.localtime(now))
        self.stdout.write(f"已写入 {many} 件演示申请，另有 {going} 件正在办理。")
