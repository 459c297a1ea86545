"""Give the demo a ledger of reconsideration and litigation."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from gongkai.apps.applications.demo.refusals import refusals
from gongkai.apps.disputes.demo import Refused, prepare_disputes


class Command(BaseCommand):
    """./gk manage demo_disputes."""

    help = "为演示装入复议诉讼台账。可重复执行，已有案件时不再装入。"

    def add_arguments(self, parser: CommandParser) -> None:
        """The ledger is the same, however much else there is."""
        parser.add_argument("--scale", type=int, default=1, help="倍数（不影响台账）")

    def handle(self, *_args: object, **_options: object) -> None:
        """Enter what is missing; say how much it was."""
        refused = [Refused(*row) for row in refusals()]
        if count := prepare_disputes(timezone.now(), refused):
            self.stdout.write(f"已装入 {count} 件演示复议诉讼案件。")
