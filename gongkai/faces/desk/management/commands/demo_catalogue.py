"""Give the demo's city its site and columns, its guides and standard directories."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from gongkai.apps.catalogue.demo import KEEPERS, prepare_site
from gongkai.apps.catalogue.demo_directories import prepare_directories
from gongkai.apps.catalogue.demo_guides import prepare_guides


class Command(BaseCommand):
    """./gk manage demo_catalogue."""

    help = "为演示的城市设置网站和栏目。可重复执行，已有网站时不再设置。"

    def add_arguments(self, parser: CommandParser) -> None:
        """A site has its columns once, however much there is in them."""
        parser.add_argument("--scale", type=int, default=1, help="倍数（不影响网站和栏目）")

    def handle(self, *_args: object, **_options: object) -> None:
        """Set what is missing; say how much it was."""
        if columns := prepare_site(timezone.now()):
            self.stdout.write(f"已设置演示网站和 {columns} 个栏目。")
        if guides := prepare_guides(timezone.now()):
            self.stdout.write(f"已编制 {guides} 个演示公开指南。")
        if entries := prepare_directories(timezone.now()):
            self.stdout.write(f"已导入演示标准目录，{entries} 个事项。")
        self.stdout.write(f"网站和栏目由演示账号 {'、'.join(KEEPERS)} 维护。")
