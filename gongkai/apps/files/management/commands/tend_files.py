"""Look after the files: queue again what got stuck, delete bytes to which nothing leads."""

from django.core.management.base import BaseCommand
from django.utils.timezone import localtime

from gongkai.apps.files.tasks import requeue_stuck, sweep_orphans


class Command(BaseCommand):
    """./gk manage tend_files."""

    help = "重新检查中断的文件，删除一天以前中断的上传留下的内容。可重复执行，宜每日执行一次。"

    def handle(self, *_args: object, **_options: object) -> None:
        """Do both, and say how many there were."""
        now = localtime()
        self.stdout.write(f"重新检查 {requeue_stuck(now)} 个文件。")
        self.stdout.write(f"删除 {sweep_orphans(now)} 份无人使用的内容。")
