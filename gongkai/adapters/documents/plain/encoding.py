"""From bytes to characters: the encoding is told by marks, by form and by what reads as Chinese."""

import codecs
import re
from dataclasses import dataclass

from gongkai.adapters.documents.ideographs import is_rubbish
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.plain.mending import (
    NATIONAL,
    UTF8,
    lenient,
    mended,
    restored,
    strict,
)

LOW_FIRST, HIGH_FIRST = "utf-16-le", "utf-16-be"
MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, LOW_FIRST),
    (codecs.BOM_UTF16_BE, HIGH_FIRST),
)
LABELS = {UTF8: "UTF-8", NATIONAL: "GB18030", LOW_FIRST: "UTF-16 LE", HIGH_FIRST: "UTF-16 BE"}
NATIONAL_NAMES = frozenset({"gb2312", "gbk", "gb-2312", "x-gbk", "gb18030", "gb-18030"})
SAMPLE = 64 * 1024
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
HIGHEST_CONTROL_SHARE = 0.02
SHORTEST_WIDE = 4
READABLE = re.compile(
    "[ -~\r\n\t\u2010-\u2030\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
READABLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters and the encoding they came in."""

    text: str
    encoding: str


def decoded(job: Job, declared: str = "") -> Decoded | None:
    """Decode the file, noting what had to be guessed or given up; none for binary data."""
    for mark, encoding in MARKS:
        if job.data.startswith(mark):
            return Decoded(lenient(job, encoding, len(mark)), encoding)
    wide = _wide_encoding(job.data[:SAMPLE])
    if wide:
        job.note("FILE-ENCODING", encoding=LABELS[wide])
        return Decoded(lenient(job, wide), wide)
    if _is_binary(job.data[:SAMPLE]):
        return None
    named = NATIONAL if declared.strip().lower().replace("_", "-") in NATIONAL_NAMES else UTF8
    for encoding in (named, UTF8, NATIONAL):
        text = strict(job.data, encoding)
        if text is not None and (encoding == UTF8 or not is_rubbish(text)):
            if encoding not in {named, UTF8}:
                job.note("FILE-ENCODING", encoding=LABELS[encoding])
            return Decoded(restored(job, text), encoding)
    return Decoded(mended(job), UTF8)


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark: line ends and digits have a zero byte on one side."""
    if len(sample) < SHORTEST_WIDE:
        return ""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    guess = LOW_FIRST if second > first else HIGH_FIRST
    return guess if first != second and _is_readable(sample, guess) else ""


def _is_readable(sample: bytes, encoding: str) -> bool:
    """Whether nearly all characters are ideographs, punctuation or plain ASCII."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return len(READABLE.findall(text)) > READABLE_SHARE * len(text)


def _is_binary(sample: bytes) -> bool:
    """Whether there are too many control characters for text."""
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > HIGHEST_CONTROL_SHARE * len(sample)
