"""Put the demo's invented reports into the library of the demo's organ."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from gongkai.apps.organs.queries import actor_of
from gongkai.apps.reports.demo import prepare_demo


class Command(BaseCommand):
    """./gk manage demo_reports."""

    help = "把两份虚构的年度报告放进演示机关的年报库。可重复执行。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Two reports are enough at any scale."""
        parser.add_argument("--scale", type=int, default=1)

    def handle(self, *_args: object, **_options: object) -> None:
        """Do it for the organ of the demo's handler; say so when there is none."""
        user = get_user_model().objects.filter(username="handler").first()
        who = actor_of(user, timezone.localdate()) if user else None
        if who is None or who.organ_id is None:
            self.stderr.write("没有演示账号，先设置 GONGKAI_DEMO=1 并执行 prepare。")
            return
        many = prepare_demo(who, now=timezone.now())
        self.stdout.write(f"演示年报库中有 {many} 份虚构的年度报告。")
