"""Import a file into a word list that holds for all organs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gongkai.apps.checks.word_importing import discard_words, import_words, look_through
from gongkai.apps.checks.word_keeping_queries import common_list
from gongkai.apps.checks.word_lists import open_word_list
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM

if TYPE_CHECKING:
    from gongkai.apps.checks.models import WordDraft, WordList


class Command(BaseCommand):
    """./gk manage import_words FILE --name NAME."""

    help = "把 TSV、CSV、TXT、XLSX 文件导入各机关共用的词表；默认一行有问题就都不导入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, the list, and what to do about bad rows."""
        parser.add_argument("file", type=Path, help="词表文件")
        parser.add_argument("--name", required=True, help="共用词表的名称，没有就建立")
        parser.add_argument("--allow", action="store_true", help="新建时作为放行词表")
        parser.add_argument("--right-first", action="store_true", help="没有表头，建议写法在前")
        parser.add_argument("--partial", action="store_true", help="导入没有问题的行")

    def handle(self, *_args: object, **options: object) -> None:
        """Read the file, say what is wrong with it, import what is to be imported."""
        file, name = Path(str(options["file"])), str(options["name"])
        try:
            row = self._list(name, allows=bool(options["allow"]))
            draft = look_through(
                SYSTEM,
                list_id=row.pk,
                name=file.name,
                data=file.read_bytes(),
                right_first=bool(options["right_first"]),
                now=timezone.now(),
            )
            self._decide(row, draft, takes_part=bool(options["partial"]))
        except BlockedError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            message = f"文件打不开：{file}"
            raise CommandError(message) from error

    def _list(self, name: str, *, allows: bool) -> "WordList":
        now = timezone.now()
        return common_list(name) or open_word_list(
            SYSTEM, organ_id=None, name=name, allows=allows, now=now
        )

    def _decide(self, row: "WordList", draft: "WordDraft", *, takes_part: bool) -> None:
        for fault in draft.faults:
            place = f"第 {fault['row']} 行，{fault['column']}"
            self.stderr.write(f"{place}：“{fault['cell']}”{fault['cause']}")
        if draft.faults and not takes_part:
            discard_words(SYSTEM, list_id=row.pk, draft_id=draft.pk)
            message = f"{len(draft.faults)} 行有问题，没有导入。加 --partial 可以导入其余的行。"
            raise CommandError(message)
        count = import_words(SYSTEM, list_id=row.pk, draft_id=draft.pk, now=timezone.now())
        self.stdout.write(f"已经导入 {count} 个词条到“{row.name}”。")
