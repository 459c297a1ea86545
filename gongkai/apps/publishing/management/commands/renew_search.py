"""Note anew what the search of the portal goes by."""

from django.core.management.base import BaseCommand

from gongkai.apps.publishing.texts import renew


class Command(BaseCommand):
    """./gk manage renew_search."""

    help = "重建公开门户的检索索引。可重复执行。"

    def handle(self, *_args: object, **_options: object) -> None:
        """Do it in one transaction, and say how much it was."""
        self.stdout.write(f"已为 {renew()} 条公开信息建立检索索引。")
