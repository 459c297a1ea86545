"""What stands in the way of a change to word lists, as findings; `paths` names the field."""

from gongkai.core.finding import Finding, Severity


def _obstacle(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,))


def no_name() -> Finding:
    """A list is to be entered without a name."""
    return _obstacle("WORDS-NAME", "name", "没有名称", "名称是空的。", "请填写词表的名称。")


def name_taken(name: str) -> Finding:
    """The organ has a list of that name."""
    return _obstacle(
        "WORDS-NAME-TAKEN",
        "name",
        "名称已经有了",
        f"本机关已经有一个词表叫“{name}”。",
        "请换一个名称，或者在原来的词表里修改。",
    )


def bad_cell(field: str, label: str, cause: str) -> Finding:
    """One of an entry's cells cannot be taken."""
    return _obstacle("WORDS-ENTRY", field, "词条填写不对", f"{label}：{cause}", "")


def word_taken(word: str) -> Finding:
    """The list has an entry of that word."""
    return _obstacle(
        "WORDS-TAKEN",
        "wrong",
        "词语已经有了",
        f"这个词表里已经有“{word}”。",
        "请修改原来的词条。",
    )


def file_too_big(most: int) -> Finding:
    """The file is bigger than is taken."""
    return _obstacle(
        "WORDS-FILE-SIZE",
        "file",
        "文件太大",
        f"文件超过 {most // 1024 // 1024} MB，或者展开后过大。",
        "请分成几个文件导入。",
    )


def too_many_rows(most: int) -> Finding:
    """The file has more rows than are taken."""
    return _obstacle(
        "WORDS-FILE-ROWS", "file", "行数太多", f"文件超过 {most} 行。", "请分成几个文件导入。"
    )


def empty_file() -> Finding:
    """There is nothing in the file."""
    return _obstacle("WORDS-FILE-EMPTY", "file", "文件是空的", "文件里没有内容。", "请换一个文件。")


def unreadable_file() -> Finding:
    """The file is damaged or of another kind."""
    return _obstacle(
        "WORDS-FILE",
        "file",
        "文件读不出来",
        "文件不是 TSV、CSV、TXT 或者 XLSX，或者已经损坏、加了密码。",
        "文本文件请用 UTF-8 或者 GB18030 编码；表格请另存为 XLSX。",
    )


def nothing_to_import() -> Finding:
    """No row of the file can be taken."""
    return _obstacle(
        "WORDS-NOTHING",
        "file",
        "没有可以导入的词条",
        "文件里没有一行可以导入。",
        "请按提示修改文件后重新选择。",
    )
