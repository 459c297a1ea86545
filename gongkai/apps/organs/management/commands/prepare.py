"""Bring the database and the collected files up to date; in demo mode add the demo accounts."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from gongkai.apps.organs.demo import prepare_demo
from gongkai.apps.organs.seed import seed_workdays
from gongkai.apps.wires.secrets import kept_secret
from gongkai.core.identity import SYSTEM


class Command(BaseCommand):
    """./gk manage prepare."""

    help = "建立或升级数据库、收集静态文件、装入工作日；GONGKAI_DEMO=1 时另建演示账号。可重复执行。"

    def add_arguments(self, parser: CommandParser) -> None:
        """How large the demo shall be."""
        parser.add_argument("--scale", type=int, default=1, help="演示数据的倍数（默认 1）")

    def handle(self, *_args: object, **options: object) -> None:
        """Do what is still missing, and say what was done."""
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        if years := seed_workdays():
            self.stdout.write(f"已装入 {years[0]} 至 {years[-1]} 年的工作日。")
        if settings.GONGKAI_DEMO:
            password = kept_secret(settings.GONGKAI_DATA / "demo-password", 9)
            made = prepare_demo(SYSTEM, password=password)
            accounts = "、".join(f"{name}（{label}）" for name, label in made)
            scaled = {} if options["scale"] == 1 else {"scale": options["scale"]}
            for command in settings.GONGKAI_DEMO_COMMANDS:
                call_command(command, stdout=self.stdout, **scaled)
            self.stdout.write(f"演示账号：{accounts}；密码：{password}")
