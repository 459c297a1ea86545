"""From the paths on the command line to reports."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gongkai.apps.reports.reading import NamedFile, Outcome, read_files
from gongkai.apps.wires.adapters import document_reader
from gongkai.core.finding import Evidence, Finding, Severity
from gongkai.core.ports import ReadingLimits
from gongkai.faces.console import words

NOT_OPENED = "FILE-NOT-OPENED"


class UnopenedError(Exception):
    """A file cannot be opened; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.text)
        self.finding = finding


def load(paths: Iterable[Path], limits: ReadingLimits) -> Outcome:
    """Read the files together; those that cannot be opened are among the unreadable."""
    unopened: list[Finding] = []
    outcome = read_files(_opened(paths, limits, unopened), limits, document_reader())
    return Outcome(outcome.reports, (*unopened, *outcome.unreadable))


def _opened(
    paths: Iterable[Path], limits: ReadingLimits, unopened: list[Finding]
) -> Iterator[NamedFile]:
    """Open one file after the other, so that no more than one is held."""
    for path in paths:
        try:
            yield open_file(path, limits)
        except UnopenedError as error:
            unopened.append(error.finding)


def open_file(path: Path, limits: ReadingLimits) -> NamedFile:
    """Take a file's bytes; one that is too big is refused before it is read."""
    try:
        if path.is_dir():
            raise UnopenedError(_unopened(path, words.IS_FOLDER.format(path=path)))
        size = path.stat().st_size
        if size > limits.file_bytes:
            text = words.TOO_BIG.format(path=path, size=size >> 20, most=limits.file_bytes >> 20)
            raise UnopenedError(_unopened(path, text))
        return NamedFile(str(path), path.read_bytes())
    except FileNotFoundError as error:
        raise UnopenedError(_unopened(path, words.NO_FILE.format(path=path))) from error
    except OSError as error:
        text = words.CANNOT_OPEN.format(path=path, reason=error.strerror)
        raise UnopenedError(_unopened(path, text)) from error


def _unopened(path: Path, text: str) -> Finding:
    evidence = (Evidence(str(path), None, None, ""),)
    return Finding(NOT_OPENED, Severity.ERROR, words.UNREADABLE, text, evidence=evidence)
