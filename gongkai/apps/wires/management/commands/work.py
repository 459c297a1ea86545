"""Do what waits in the background: reactions to events, reading of files, what was scheduled."""

import logging
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from gongkai.apps.wires.working import PatientWorker

LIBRARY = ("django_tasks", "django_tasks_db")


class Command(BaseCommand):
    """./gk manage work."""

    help = "办理后台任务：事件、读取文件、定时发布。上次中断的任务会接着办，失败的会再试。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How long to go on, how often to look."""
        parser.add_argument("--batch", action="store_true", help="办完现有的任务就结束")
        parser.add_argument(
            "--interval", type=float, default=1.0, help="没有任务时，隔几秒再看（默认 1）"
        )

    def handle(self, *_args: object, batch: bool, interval: float, **_options: object) -> None:
        """Work until told to stop."""
        for name in LIBRARY:
            logging.getLogger(name).setLevel(logging.ERROR)
        worker = PatientWorker(interval=max(0.0, interval), batch=batch)
        worker.configure_signals()
        worker.run()
