"""Wrong wording found in sentences whose right form is known, and how fast texts are searched.

A file of lines `number of errors, sentence, right sentence`, parted by tabs. The sentences are
halved by a digest of the right one: the weights of likely slips were fitted on the one half only,
the other half is the measure. It flatters a little: whoever wrote the tables of look-alikes and of
terms had seen confused characters and false alarms of both halves. A place is found when a finding
lies over a wrong character. Beside the speed stands that of the bare automaton over the same text.

./gk bench wording [FILE]
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path
from time import perf_counter

import django
from ahocorasick_rs import AhoCorasick

from benchmarks._documents import documents
from benchmarks._line import line, samples

django.setup()

from gongkai.apps.checks.word_shipped import shipped_entries  # noqa: E402 - needs the settings
from gongkai.apps.checks.word_tables import table_of  # noqa: E402
from gongkai.apps.checks.wording import Searcher, Wording, shipped  # noqa: E402
from gongkai.core.checks.content import Part  # noqa: E402
from gongkai.core.checks.wording.importing import imported  # noqa: E402
from gongkai.core.finding import Severity, Span  # noqa: E402

MEGABYTE = 1_000_000
CHARACTERS = 12_000_000
PROSE, ARTICLES = 5_000, 60
HEADS = ("", "place recall", "sentence recall", "right word", "alarms", "alarms with information")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence, as it was written and as it should have been."""

    written: str
    right: str

    @property
    def places(self) -> frozenset[int]:
        """Where a wrong character stands."""
        both = zip(self.written, self.right, strict=True)
        return frozenset(place for place, (one, other) in enumerate(both) if one != other)

    @property
    def is_measure(self) -> bool:
        """Whether it is of the half by which nothing was fitted."""
        return md5(self.right.encode(), usedforsecurity=False).digest()[-1] % 2 == 1


@dataclass(slots=True)
class Tally:
    """What was found in the sentences so far."""

    places: int = 0
    found: int = 0
    mended: int = 0
    faulty: int = 0
    noticed: int = 0
    clean: int = 0
    alarmed: int = 0
    informed: int = 0

    def add(self, check: Wording, pair: Pair) -> None:
        """Check both sentences of a pair."""
        self.clean += 1
        heard = {weight for weight, _ in spans(check, pair.right)}
        self.alarmed += bool(heard - {Severity.INFORMATION})
        self.informed += bool(heard)
        if not pair.places:
            return
        told = [span for weight, span in spans(check, pair.written) if blocks(weight)]
        over = {place: span for span in told for place in range(span.start, span.end)}
        met = pair.places & over.keys()
        self.places += len(pair.places)
        self.found += len(met)
        self.mended += sum(is_mended(over[place], pair) for place in met)
        self.faulty += 1
        self.noticed += bool(met)

    def shares(self) -> tuple[float, ...]:
        """In the order of the heads."""
        return (
            self.found / self.places,
            self.noticed / self.faulty,
            self.mended / self.places,
            self.alarmed / self.clean,
            self.informed / self.clean,
        )


def blocks(severity: Severity) -> bool:
    """Whether such a finding keeps a text from being published until it is dealt with."""
    return severity is not Severity.INFORMATION


def is_mended(span: Span, pair: Pair) -> bool:
    """Whether the suggestion is what should have been written."""
    return span.suggestion == pair.right[span.start : span.end]


def spans(check: Wording, text: str) -> Iterator[tuple[Severity, Span]]:
    """The places of a text's findings, with their weight."""
    for finding in check(Part("text", "", text)):
        if finding.span is not None:
            yield finding.severity, finding.span


def pairs_of(file: Path) -> list[Pair]:
    """The pairs of a file that differ in characters only, not in length."""
    rows = (row.split("\t") for row in file.read_text(encoding="utf-8").splitlines())
    return [Pair(*row[1:3]) for row in rows if len(row) >= 3 and len(row[1]) == len(row[2])]


def customers(folder: Path) -> tuple[Searcher, ...]:
    """The lists that lie in a folder, imported as an organ would import them."""
    files = ((folder / "proofread-lexicon.tsv", False), (folder / "common_wrong_words.txt", True))
    return tuple(
        Searcher(imported(table_of(file.read_bytes()), right_first=first).entries)
        for file, first in files
        if file.is_file()
    )


def checks(folder: Path) -> dict[str, Wording]:
    """The ways to check that are compared."""
    own, more = (shipped(),), (*customers(folder), shipped())
    return {
        "shipped list": Wording("", own, tells_slips=False),
        "with imported lists": Wording("", more, tells_slips=False),
        "with likely slips": Wording("", own),
        "all together": Wording("", more),
    }


def measure(pairs: Sequence[Pair], folder: Path) -> dict[str, Tally]:
    """The tally of every way."""
    tallies = {name: Tally() for name in checks(folder)}
    for name, check in checks(folder).items():
        for pair in pairs:
            tallies[name].add(check, pair)
    return tallies


def show(title: str, pairs: Sequence[Pair], tallies: dict[str, Tally]) -> None:
    """A table of what was found."""
    faulty = sum(bool(pair.places) for pair in pairs)
    print(f"{title}: {len(pairs)} sentences, {faulty} of them with errors")
    print(f"{HEADS[0]:<20}" + "".join(f"{head:>25}" for head in HEADS[1:]))
    for name, tally in tallies.items():
        print(f"{name:<20}" + "".join(f"{share:>25.1%}" for share in tally.shares()))


def texts(folder: Path, pairs: Iterable[Pair]) -> list[str]:
    """Real documents where they are, else the sentences again and again."""
    found, size = list[str](), 0
    for text in documents(folder):
        if size >= CHARACTERS:
            break
        found.append(text)
        size += len(text)
    return found or ["\n".join(pair.right for pair in pairs)] * 50


def speed(check: Wording, found: Sequence[str]) -> float:
    """Megabytes of text (UTF-8) in a second."""
    size = sum(len(text.encode()) for text in found)
    start = perf_counter()
    for text in found:
        for _ in check(Part("text", "", text)):
            pass
    return size / MEGABYTE / (perf_counter() - start)


def floor(found: Sequence[str]) -> float:
    """The same of the automaton alone."""
    automaton = AhoCorasick([entry.wrong for entry in shipped_entries()])
    size = sum(len(text.encode()) for text in found)
    start = perf_counter()
    for text in found:
        automaton.find_matches_as_indexes(text, overlapping=True)
    return size / MEGABYTE / (perf_counter() - start)


def main() -> None:
    """Print what is found in both halves, then the speed."""
    words = argparse.ArgumentParser(description=__doc__)
    default = samples() / "wordlists" / "ecspell_odw.train"
    words.add_argument("file", nargs="?", type=Path, default=default)
    file = words.parse_args().file
    if not file.is_file():
        print(f"没有 {file}，未作统计。")
        return
    pairs = pairs_of(file)
    fitted = [pair for pair in pairs if not pair.is_measure]
    held = [pair for pair in pairs if pair.is_measure]
    for title, half in (("half for fitting", fitted), ("half for measuring", held)):
        show(title, half, measure(half, file.parent))
    found, ways = texts(samples(), pairs), checks(file.parent)
    prose = [text[:PROSE] for text in found[:ARTICLES]]
    print(f"with likely slips {speed(ways['all together'], prose):.2f} MB/s")
    print(line("wording", speed(ways["shipped list"], found), "MB/s", floor(found)))


if __name__ == "__main__":
    main()
