"""The cleaner: takes out, verifies, and only then hands over new bytes."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from gongkai.adapters.cleaning import sheet, slides, word
from gongkai.adapters.cleaning.ofd import clean_ofd
from gongkai.adapters.cleaning.office import Rest, Step, is_signed
from gongkai.adapters.cleaning.package import OfficeParts
from gongkai.adapters.cleaning.pictures import stripped
from gongkai.adapters.cleaning.portable import clean_pdf
from gongkai.adapters.cleaning.verifying import verified
from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.reader import WITHIN, EverythingReader
from gongkai.core.ports import (
    Cleaned,
    FileKind,
    FileText,
    GivenFile,
    ReadingLimits,
)

LOG = logging.getLogger(__name__)
FAILED = "未能清除：{what}"
UNKNOWN = "隐藏信息"
SIGNED_LABEL = "电子签名（清除会使签名失效，没有改动）：{label}"
NOT_PICTURE = "图片结构异常"
OFFICE: Mapping[FileKind, tuple[tuple[Step, ...], tuple[Rest, ...]]] = {
    FileKind.DOCX: (word.STEPS, word.REST),
    FileKind.XLSX: (sheet.STEPS, sheet.REST),
    FileKind.PPTX: (slides.STEPS, slides.REST),
}


def clean_office(job: Job, kind: FileKind) -> Cleaned:
    """Clean an Office file. A signed one is left as it is, and what is in it is said."""
    parts = OfficeParts(job, kind)
    signed = is_signed(parts)
    steps, rest = OFFICE[kind]
    removed = tuple(step.label for step in steps if step.take(parts))
    remains = tuple(one.label for one in rest if one.find(parts))
    if signed:
        kept = tuple(SIGNED_LABEL.format(label=label) for label in removed)
        return Cleaned(job.data, (), (*remains, *kept))
    return Cleaned(parts.packed(), removed, remains) if removed else Cleaned(job.data, (), remains)


def clean_picture(job: Job, kind: FileKind) -> Cleaned:
    """Clean a picture; one that is oddly built stays, and it is said."""
    return stripped(kind, job.data) or Cleaned(job.data, (), (FAILED.format(what=NOT_PICTURE),))


def leave(job: Job) -> Cleaned:
    """Plain text holds nothing that is not seen."""
    return Cleaned(job.data)


CLEANERS: Mapping[FileKind, Callable[[Job], Cleaned]] = {
    **{kind: partial(clean_office, kind=kind) for kind in OFFICE},
    **{kind: partial(clean_picture, kind=kind) for kind in FileKind if kind.is_picture},
    FileKind.PDF: clean_pdf,
    FileKind.OFD: clean_ofd,
    FileKind.TEXT: leave,
    FileKind.CSV: leave,
    FileKind.MARKDOWN: leave,
}


class VerifiedCleaner:
    """Cleans a file; hands over what was made only if it opens and says what the file said."""

    def clean(self, file: GivenFile, limits: ReadingLimits) -> Cleaned:
        """Clean one file. Raises UnreadableError, never anything else."""
        text = EverythingReader().read(file, limits)
        what = UNKNOWN
        try:
            made = CLEANERS[file.kind](Job(file.name, file.data, limits))
            if not made.removed:
                return _told(made, text)
            what = "、".join(made.removed)
            found = verified(file, made.data, text, limits)
            if found is not None and _is_clean(file, made.data, limits):
                return _told(made, found)
        except Exception:  # whatever another program's reader raises, the cleaning has failed
            LOG.exception("cleaning of a %s file failed", file.kind)
        return _told(Cleaned(file.data, (), (FAILED.format(what=what),)), text)


def _is_clean(file: GivenFile, data: bytes, limits: ReadingLimits) -> bool:
    """Whether a second cleaning finds nothing more."""
    return not CLEANERS[file.kind](Job(file.name, data, limits)).removed


def _told(cleaned: Cleaned, text: FileText) -> Cleaned:
    """With all that the file says, and the names of what is hidden in it still."""
    hidden = [
        part.label for part in text.parts if part.hidden and not part.label.startswith(WITHIN)
    ]
    remains = tuple(dict.fromkeys((*cleaned.remains, *hidden)))
    return replace(cleaned, remains=remains, text=text)
