"""Seal personal data and files anew with the current key."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from gongkai.apps.sealing.resealing import (
    BATCH,
    SealedPlace,
    keys_in_use,
    make_key,
    note_resealing,
    sealed_places,
)
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM

MADE = "已生成新密钥 {name}，新存的内容一律用它加密。请立即备份数据目录中的 field-keys。"
SO_FAR = "{column}：重新加密 {done} 项"
DONE = "共重新加密 {done} 项。现在各密钥加密的内容：{keys}。没有列出的旧密钥不再需要。"
ONE_KEY = "{name} {count} 项"
NOTHING = "没有"
FAULTS = "有 {count} 项打不开，原样未动。"
NOT_SEALED = "（不是加密格式）"


class Command(BaseCommand):
    """./gk manage reseal."""

    help = "用当前密钥重新加密个人信息和文件：分批进行，系统照常使用；中断后再次执行即可接着办。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to make a new key, and how large a batch is."""
        parser.add_argument("--new-key", action="store_true", help="先生成新密钥并改用它")
        parser.add_argument("--batch", type=int, default=BATCH, help="每批多少项（默认 500）")

    def handle(self, *_args: object, new_key: bool, batch: int, **_options: object) -> None:
        """Do it, say what was done, and end with an error if something did not open."""
        if new_key:
            self._make_key()
        faults, done = list[str](), 0
        for place in sealed_places():
            done += self._reseal(place, max(batch, 1), faults)
        note_resealing(SYSTEM, resealed=done, faults=len(faults))
        told = (
            ONE_KEY.format(name=name or NOT_SEALED, count=count)
            for name, count in sorted(keys_in_use().items())
        )
        self.stdout.write(DONE.format(done=done, keys="、".join(told) or NOTHING))
        if faults:
            raise CommandError("\n".join([FAULTS.format(count=len(faults)), *faults]))

    def _make_key(self) -> None:
        try:
            self.stdout.write(MADE.format(name=make_key(SYSTEM)))
        except BlockedError as error:
            said = "".join(f"{finding.text}{finding.hint}" for finding in error.findings)
            raise CommandError(said) from error

    def _reseal(self, place: SealedPlace, size: int, faults: list[str]) -> int:
        done = 0
        for batch in place.reseal(size):
            done += batch.resealed
            faults.extend(batch.faults)
            if batch.resealed:
                self.stdout.write(SO_FAR.format(column=place.name, done=done))
        return done
