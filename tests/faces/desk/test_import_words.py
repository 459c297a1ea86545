"""./gk manage import_words: a list for all organs from a file."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gongkai.apps.checks.models import WordDraft, WordList

pytestmark = pytest.mark.django_db


def run(file: Path, *options: str) -> tuple[str, str]:
    """What the command says, and what it complains of."""
    said, complained = StringIO(), StringIO()
    call_command(
        "import_words", str(file), "--name", "全市词表", *options, stdout=said, stderr=complained
    )
    return said.getvalue(), complained.getvalue()


def written(folder: Path, text: str) -> Path:
    file = folder / "词表.csv"
    file.write_text(text, encoding="gb18030")
    return file


def test_a_file_becomes_a_list_for_all(tmp_path: Path) -> None:
    said, _ = run(written(tmp_path, "蓝皮方案,蓝色方案\n红皮方案,红色方案"))
    row = WordList.objects.get()
    assert (row.organ_id, row.name, row.entries.count()) == (None, "全市词表", 2)
    assert "已经导入 2 个词条" in said
    run(written(tmp_path, "蓝皮方案,蓝本\n紫皮方案,紫色方案"))
    assert row.entries.count() == 3


def test_a_bad_row_keeps_the_others_out_unless_asked(tmp_path: Path) -> None:
    file = written(tmp_path, "蓝皮方案,蓝色方案\n红,红色")
    with pytest.raises(CommandError, match="1 行有问题，没有导入"):
        run(file)
    assert WordList.objects.get().entries.count() == 0
    assert WordDraft.objects.count() == 0
    _, complained = run(file, "--partial")
    assert "第 2 行，错误写法：“红”少于 2 个字" in complained
    assert WordList.objects.get().entries.count() == 1


def test_what_is_right_may_stand_first_and_words_may_be_allowed(tmp_path: Path) -> None:
    run(written(tmp_path, "蓝色方案-蓝皮方案\n红色方案-红皮方案"), "--right-first", "--allow")
    row = WordList.objects.get()
    assert row.allows
    assert [entry.wrong for entry in row.entries.all()] == ["蓝皮方案", "红皮方案"]


def test_a_file_that_is_missing_or_damaged_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="文件打不开"):
        run(tmp_path / "没有.csv")
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04broken")
    with pytest.raises(CommandError, match="不是 TSV"):
        run(broken)
