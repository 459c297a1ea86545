"""Fill the demo's organs with three years of items, and its home organ with work in progress."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from gongkai.apps.publishing.demo_work import prepare_items


class Command(BaseCommand):
    """./gk manage demo_items."""

    help = "为演示的机关写入三年的信息、版本和审核记录。可重复执行，已有信息时不再写入。"

    def add_arguments(self, parser: CommandParser) -> None:
        """How many times as much."""
        parser.add_argument("--scale", type=int, default=1, help="倍数（默认 1）")

    def handle(self, *_args: object, **options: object) -> None:
        """Write what is missing; say how much it was."""
        scale = options["scale"]
        wanted = scale if isinstance(scale, int) and scale > 0 else 1
        many, going = prepare_items(now=timezone.now(), scale=wanted)
        if not many:
            return
        self.stdout.write(f"已写入 {many} 条演示信息，另有 {going} 条正在办理。")
