"""Reports per second and peak memory, read and checked on one core, against bare extraction.

Every kind of file is measured in a process of its own, so that its peak memory is its own. The
floor is what it takes to get any text out of the same files with the library underneath. Seconds
are those of the processor, so that a busy machine does not blur the figures.

./gk bench reading [--seconds 10] [--kind text|html|docx|pdf]
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

import pypdfium2
from lxml import etree, html

from benchmarks._line import line, samples
from gongkai.apps.reports.reading import NamedFile, checked, read_files
from gongkai.apps.wires.adapters import document_reader
from gongkai.core.ports import ReadingLimits
from tests.factories.cases import make
from tests.factories.quick import annual_report_text

LAYOUTS = {
    "text": ("spaces", "tabs", "cells", "run", "run_rows", "pdf_pieces", "wide_spaces", "markdown"),
    "html": ("html", "html_heads", "html_word", "html_nested", "html_page", "html_rows"),
    "docx": ("docx", "docx_unmerged"),
    "pdf": ("pdf_ruled", "pdf_open"),
}
SUFFIXES = {"text": {".txt", ".md"}, "html": {".html", ".htm"}, "docx": {".docx"}, "pdf": {".pdf"}}
SEEDS = {"text": 12, "html": 12, "docx": 12, "pdf": 4}
SLOWEST = 5
AIMS = {"text": 300, "html": 300, "docx": 100, "pdf": 40}


@dataclass(frozen=True)
class Measured:
    """What one kind of file came to."""

    kind: str
    files: int
    full: float
    floor: float
    extraction: float
    memory: int
    unread: int
    slowest: list[tuple[str, float]]


def main() -> None:
    """Measure every kind, or one of them."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--kind", choices=LAYOUTS)
    words.add_argument("--seconds", type=float, default=10.0)
    given = words.parse_args()
    if given.kind:
        print(json.dumps(vars(measure(given.kind, given.seconds))))
        return
    found = [measured_apart(kind, given.seconds) for kind in LAYOUTS]
    for one in found:
        print(
            f"{one.kind}: {one.full:.1f} reports/s (aim {AIMS[one.kind]}), "
            f"extraction alone {one.extraction:.1f}/s, peak {one.memory} MB, "
            f"{one.files} different files, {one.unread} without a report"
        )
        slow = ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in one.slowest)
        print(f"{'':{len(one.kind)}}  slowest: {slow}")
        print(line(f"reading-{one.kind}", one.full, "reports/s", one.floor))
    full = len(found) / sum(1 / one.full for one in found)
    floor = len(found) / sum(1 / one.floor for one in found)
    print(line("reading", full, "reports/s", floor))


def measured_apart(kind: str, seconds: float) -> Measured:
    """Measure one kind in a process of its own."""
    command = [sys.executable, __file__, "--kind", kind, "--seconds", str(seconds)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    return Measured(**json.loads(answer.stdout.splitlines()[-1]))


def measure(kind: str, seconds: float) -> Measured:
    """Measure one kind on one core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    files = inputs(kind)
    reader, limits = document_reader(), ReadingLimits()

    def read_and_check(file: NamedFile) -> int:
        outcome = read_files([file], limits, reader)
        return sum(bool(checked(report)) for report in outcome.reports)

    floor = rate(BARE[kind], files, seconds / 5)
    extraction = rate(lambda file: reader.read(file.name, file.data, limits), files, seconds / 2)
    unread = sum(not read_and_check(file) for file in files)
    slowest = sorted(timed(read_and_check, files), key=lambda one: -one[1])[:SLOWEST]
    full = rate(read_and_check, files, seconds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Measured(kind, len(files), full, floor, extraction, memory, unread, slowest)


def inputs(kind: str) -> Sequence[NamedFile]:
    """Generated reports of the kind, and the real ones where they are."""
    files = []
    for layout in LAYOUTS[kind]:
        cases = (make(layout, seed) for seed in range(SEEDS[kind]))
        files += [NamedFile(case.name, case.data) for case in cases]
    if kind == "text":
        files += [NamedFile(f"{n}.txt", annual_report_text(n).encode()) for n in range(100)]
    folder = samples() / "reports"
    known = {path.stem for path in folder.glob("truth/*.json")}
    real = (path for path in sorted(folder.glob("*.*")) if path.stem in known)
    files += [NamedFile(p.name, p.read_bytes()) for p in real if p.suffix in SUFFIXES[kind]]
    return files


def rate(work: Callable[[NamedFile], object], files: Sequence[NamedFile], seconds: float) -> float:
    """How many files a second, over whole rounds of all of them."""
    done, start = 0, time.process_time()
    for done, file in enumerate(cycle(files), start=1):
        work(file)
        if done % len(files) == 0 and time.process_time() - start > seconds:
            break
    return done / (time.process_time() - start)


def timed(
    work: Callable[[NamedFile], object], files: Sequence[NamedFile]
) -> Iterator[tuple[str, float]]:
    """What each file takes."""
    for file in files:
        start = time.process_time()
        work(file)
        yield file.name, time.process_time() - start


def bare_text(file: NamedFile) -> object:
    """Decode it and cut it into lines."""
    return file.data.decode("utf-8", errors="replace").splitlines()


def bare_html(file: NamedFile) -> object:
    """Parse it and take all its text."""
    return list(html.fromstring(file.data).itertext())


def bare_docx(file: NamedFile) -> object:
    """Unpack its main part and take all its text."""
    with zipfile.ZipFile(io.BytesIO(file.data)) as packed:
        tree = etree.fromstring(packed.read("word/document.xml"))
    return list(tree.itertext())


def bare_pdf(file: NamedFile) -> object:
    """Take the text of every page."""
    document = pypdfium2.PdfDocument(file.data)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


BARE = {"text": bare_text, "html": bare_html, "docx": bare_docx, "pdf": bare_pdf}

if __name__ == "__main__":
    main()
