"""A wording read line by line (文书模板): what it names, what it lacks, what it becomes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.letters.fields import BY_LABEL, Field
from gongkai.core.applications.letters.kinds import HEAD, LetterKind
from gongkai.core.finding import Finding, Severity

MOST: Final = 20_000
"""How many characters a wording may have."""
NAMED: Final = re.compile(r"\{([^{}\n]*)\}")
CONDITION: Final = re.compile(r"^\{(如有|如无)\s*([^{}\n]+)\}")
WHERE_FILLED: Final = "如有"
STRAY: Final = re.compile(r"[{}]")
SAFE: Final = str.maketrans({"{": "\uff5b", "}": "\uff5d"})
FULL_HASH: Final = "\uff03"
HASH: Final = re.compile(r"^#", re.MULTILINE)
STOP: Final = "。"
STOPS: Final = "。；，、;,"
SIGNS: Final = ("。", "，", "；", "、")
"""Where the wording goes on with one of these, a value does not end with one of its own."""
ENDED: Final = re.compile(r"(?:[。！？；：…}]|[。！？][”）]|https?://\S+)$")
"""What needs no stop: a sentence that has one, a field without a value, an address."""
Values = Mapping[str, str]
"""What is filled in, by the key of the field."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a wording, and the field on which it depends."""

    number: int
    text: str
    label: str = ""
    if_filled: bool = True

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it names, the condition left aside."""
        return tuple(name.strip() for name in NAMED.findall(self.text))

    def stands(self, values: Values) -> bool:
        """Whether it belongs into a letter with these values."""
        field = BY_LABEL.get(self.label)
        if field is None:
            return True
        return bool(values.get(field.key, "").strip()) is self.if_filled


def lines(text: str) -> tuple[Line, ...]:
    """The paragraphs of a wording; empty lines are left out."""
    return tuple(
        _line(number, line.strip())
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    )


def _line(number: int, text: str) -> Line:
    found = CONDITION.match(text)
    if found is None:
        return Line(number, text)
    return Line(number, text[found.end() :].strip(), found[2].strip(), found[1] == WHERE_FILLED)


def examine(kind: LetterKind, text: str) -> tuple[Finding, ...]:
    """Everything that is wrong with a wording of that kind, said at once."""
    read = lines(text)
    if not read:
        return (
            _said("TEMPLATE-EMPTY", "没有文字", "模板是空的。", "请填写文字，或者恢复通用模板。"),
        )
    found = list(_too_long(text))
    for line in read:
        found += _of_line(kind, line)
    return (*found, *_lacking(kind, read))


def _too_long(text: str) -> Iterator[Finding]:
    if len(text) > MOST:
        said = f"模板有 {len(text)} 个字，最多 {MOST} 个。"
        yield _said("TEMPLATE-LONG", "太长", said, "请写得短些。")


def _of_line(kind: LetterKind, line: Line) -> Iterator[Finding]:
    where = f"第 {line.number} 行"
    for label in (*line.labels, *((line.label,) if line.label else ())):
        field = BY_LABEL.get(label)
        if field is None:
            text = f"{where}的“{{{label}}}”不是字段。"
            yield _said(
                "TEMPLATE-UNKNOWN", "没有这个字段", text, "请从字段表中选择，名称要完全一致。"
            )
        elif not field.is_known_to(kind.code):
            text = f"{where}的“{{{label}}}”不是“{kind.title}”的字段。"
            yield _said(
                "TEMPLATE-FOREIGN", "不是这种文书的字段", text, "请删去，或者换成别的字段。"
            )
        elif field.is_late and line.text != f"{{{label}}}":
            text = f"{where}的“{{{label}}}”应当单独成行。"
            yield _said("TEMPLATE-ALONE", "没有单独成行", text, "请把它前后的文字移到别的行。")
    if STRAY.search(NAMED.sub("", line.text)):
        text = f"{where}的花括号不成对。"
        yield _said(
            "TEMPLATE-BRACE", "括号不成对", text, "字段写成“{登记号}”；正文中请用别的括号。"
        )


def _lacking(kind: LetterKind, read: Iterable[Line]) -> Iterator[Finding]:
    """What is named nowhere, or only under a condition of another field's.

    Naming it in both ways, filled and not filled, will do.
    """
    sure = {label for line in read if not line.label for label in line.labels}
    ways = [
        {label for line in read if line.label and line.if_filled is way for label in line.labels}
        for way in (True, False)
    ]
    sure |= ways[0] & ways[1]
    for field in kind.needed:
        if field.label not in sure:
            text = f"没有写“{{{field.label}}}”，这种文书必须有。"
            yield _said("TEMPLATE-LACKS", "缺少必备字段", text, field.hint)


def filled(text: str, values: Values) -> tuple[str, ...]:
    """The paragraphs of a letter; late fields and those without a value stay in braces."""
    return tuple(_filled(line.text, values) for line in lines(text) if line.stands(values))


def _filled(text: str, values: Values) -> str:
    """One paragraph; a value that ends its sentence ends it with one stop, whoever wrote it."""

    def put(found: re.Match[str]) -> str:
        field = BY_LABEL.get(found[1].strip())
        if field is None or field.is_late:
            return found[0]
        value = safe(values.get(field.key, "").strip())
        if text.startswith(SIGNS, found.end()):
            value = value.rstrip(STOPS)
        return value or found[0]

    done = NAMED.sub(put, text)
    is_open = text.endswith("}") and NAMED.fullmatch(text) is None
    return done + STOP if is_open and not ENDED.search(done) else done


def safe(value: str) -> str:
    """A value as it may stand in a paragraph: it names no field and begins no heading."""
    return HASH.sub(FULL_HASH, value.translate(SAFE))


def deciding_part(text: str) -> str:
    """A reply's wording without opening and remedy: what it decides, to stand among others."""
    kept = [
        line
        for line, read in zip(_raw(text), lines(text), strict=True)
        if not any(_is_framing(label) for label in read.labels)
    ]
    return "\n".join(kept)


def _raw(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _is_framing(label: str) -> bool:
    field = BY_LABEL.get(label)
    return field is not None and (field.is_late or field.key in HEAD)


def unfilled(paragraphs: Iterable[str]) -> tuple[Field, ...]:
    """The fields that still stand in braces though they should be filled by now."""
    named = (BY_LABEL.get(name.strip()) for text in paragraphs for name in NAMED.findall(text))
    return tuple(dict.fromkeys(field for field in named if field and not field.is_late))


def lost(kind: LetterKind, paragraphs: Iterable[str]) -> tuple[Field, ...]:
    """The late fields a letter of that kind needs and that somebody has edited away."""
    alone = {text.strip() for text in paragraphs}
    return tuple(
        field for field in kind.needed if field.is_late and f"{{{field.label}}}" not in alone
    )


def faults_of(kind: LetterKind, paragraphs: Iterable[str]) -> tuple[Finding, ...]:
    """Why a text that was filled and edited cannot go out."""
    held = tuple(paragraphs)
    empty = (
        _said(
            "LETTER-UNFILLED",
            "有字段没有填写",
            f"文书中的“{{{field.label}}}”还没有填写。",
            field.hint,
        )
        for field in unfilled(held)
    )
    gone = (
        _said(
            "LETTER-LOST",
            "缺少必备内容",
            f"文书中的“{{{field.label}}}”被删去了。",
            "请单独成行写上，印发时自动填写。",
        )
        for field in lost(kind, held)
    )
    return (*empty, *gone)


def _said(code: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title, text, hint, paths=("text",))
