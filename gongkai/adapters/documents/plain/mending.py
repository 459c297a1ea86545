"""Files whose bytes are not all of one encoding: lines decoded one by one, old accidents undone."""

import codecs
import re

from gongkai.adapters.documents.ideographs import ideographs_in, is_rubbish
from gongkai.adapters.documents.job import Job

REPLACEMENT = "\ufffd"
FEW = 8
FIRST_SIGNS = 64
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
UTF8, NATIONAL = "utf-8", "gb18030"
PIECEWISE = codecs.getincrementaldecoder(UTF8)


def strict(data: bytes, encoding: str) -> str | None:
    """The text, if every byte has a meaning in this encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def lenient(job: Job, encoding: str, skip: int = 0) -> str:
    """Decode and put a sign where bytes have no meaning, saying so."""
    return _noting_damage(job, job.data[skip:].decode(encoding, "replace"))


def mended(job: Job) -> str:
    """Decode line by line a file whose lines differ, or whose bytes are damaged."""
    usual, other = (UTF8, NATIONAL) if _is_rather_utf8(job.data) else (NATIONAL, UTF8)
    texts = []
    changed = 0
    for number, line in enumerate(job.data.split(b"\n"), start=1):
        text = strict(line, usual)
        if text is None:
            text = strict(line, other)
            if text is not None and _is_plausible(text):
                changed = changed or number
            else:
                text = line.decode(usual, "replace")
        texts.append(text)
    if changed:
        job.note("FILE-ENCODING-MIXED", line=changed)
    return _noting_damage(job, "\n".join(texts))


def restored(job: Job, text: str) -> str:
    """Undo the commonest accident: UTF-8 bytes read as GB18030 and saved again."""
    if not (_may_be_utf8(text) and is_rubbish(text)):
        return text
    try:
        better = text.encode(NATIONAL).decode(UTF8)
    except UnicodeError:
        return text
    if is_rubbish(better) or not ideographs_in(better):
        return text  # a few rare words, whose bytes happen to make other letters as well
    job.note("FILE-MOJIBAKE")
    return better


def _may_be_utf8(text: str) -> bool:
    """Whether the first characters beyond ASCII, as bytes of GB18030, also make sense as UTF-8;
    it is the quickest way to see that nothing happened to a file."""
    first = BEYOND_ASCII.search(text)
    if first is None:
        return False
    try:
        head = text[first.start() : first.start() + FIRST_SIGNS].encode(NATIONAL)
        PIECEWISE().decode(head)  # an unfinished sign at the end is no error
    except UnicodeError:
        return False
    return True


def _noting_damage(job: Job, text: str) -> str:
    """The same text, after saying where bytes had no meaning."""
    if REPLACEMENT in text:
        line = text.count("\n", 0, text.index(REPLACEMENT)) + 1
        job.note("FILE-ENCODING-DAMAGED", count=text.count(REPLACEMENT), line=line)
    return text


def _is_rather_utf8(data: bytes) -> bool:
    """Whether UTF-8 leaves fewer bytes without meaning than GB18030, or at least reads better."""
    wide, national = data.decode(UTF8, "replace"), data.decode(NATIONAL, "replace")
    if is_rubbish(national) != is_rubbish(wide):
        return is_rubbish(national)
    return wide.count(REPLACEMENT) <= national.count(REPLACEMENT)


def _is_plausible(text: str) -> bool:
    """Whether a line decoded the other way holds characters that reports use."""
    return ideographs_in(text) < FEW or not is_rubbish(text)
