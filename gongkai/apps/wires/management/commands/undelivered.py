"""What of the background work failed, and when it is tried again."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils.timezone import localtime

from gongkai.apps.wires.queries import Undelivered, retry_all, undelivered

MOMENT = "%Y-%m-%d %H:%M"
NEXT = "{at} 再试"
STAYS = "不再自动重试"
NOTHING = "没有失败的后台任务。"
AGAIN = "{count} 项已重新排队，后台程序随即办理。"


class Command(BaseCommand):
    """./gk manage undelivered."""

    help = "列出失败的后台任务：是什么、失败几次、原因、何时再试；--again 让它们立即重新办理。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to try again."""
        parser.add_argument("--again", action="store_true", help="全部立即重新办理")

    def handle(self, *_args: object, again: bool, **_options: object) -> None:
        """List them, or have them tried again."""
        if again:
            self.stdout.write(AGAIN.format(count=retry_all()))
            return
        for row in undelivered():
            self.stdout.write(_line(row))
        if not undelivered():
            self.stdout.write(NOTHING)


def _line(row: Undelivered) -> str:
    fate = STAYS if row.next_at is None else NEXT.format(at=localtime(row.next_at).strftime(MOMENT))
    since = localtime(row.since).strftime(MOMENT)
    return f"{since}  {row.what} {row.about}\n    失败 {row.attempts} 次，{fate}：{row.fault}"
