"""Measures the reader: `python -m tests.factories.measure --seeds 20 --layout NAME`.

Prints a line per layout and the first faults, each with the seed that makes it again;
`--failures FILE` writes them with the text around, `--show LAYOUT SEED` prints one case.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.factories.cases import make, names
from tests.factories.failures import written_failures
from tests.factories.model import Case
from tests.factories.reader import read
from tests.factories.scoring import Score, score


def scored(layout: str, seeds: Sequence[int]) -> Iterator[tuple[Case, Score]]:
    """Make and read the cases of one layout."""
    for seed in seeds:
        case = make(layout, seed)
        yield case, score(case.truth, read(case), case.unclear, case.untold)


def line(name: str, total: Score, seconds: float) -> str:
    """One row of the printed table."""
    counts, nonzero = total.counts, total.nonzero
    heads = " ".join(f"{key} {number}" for key, number in total.heads.items())
    size, more = max(sum(counts.values()), 1), max(sum(nonzero.values()), 1)
    return (
        f"{name:20} {counts['right'] / size:7.2%} {counts['fair']:6} {counts['doubted']:8}"
        f" {counts['wrong']:6} {counts['missed']:7} | {nonzero['right'] / more:7.2%}"
        f" {nonzero['wrong']:6} {nonzero['missed']:6} | {seconds * 1000:6.1f} ms {heads}"
    )


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Measure as told on the command line."""
    options = _options()
    if options.show:
        case = make(options.show[0], int(options.show[1]))
        say(f"{case.planted}\n{sorted(case.unclear)}\n{case.text}")
        return
    say(f"{'layout':20} {'right':>7} {'fair':>6} {'doubted':>8} {'wrong':>6} {'missed':>7}")
    seeds = range(options.first, options.first + options.seeds)
    chosen = options.layout or names(slow=options.slow)
    whole = Score()
    sections: list[str] = []
    for layout in chosen:
        begun = time.perf_counter()
        results = list(scored(layout, seeds))
        spent = (time.perf_counter() - begun) / len(results)
        total = Score()
        for _, result in results:
            total.add(result)
        whole.add(total)
        say(line(layout, total, spent))
        sections += written_failures(results)
    say(line("all", whole, 0.0))
    if options.failures:
        options.failures.write_text("\n".join(sections), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure the reader on synthetic reports")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--layout", action="append")
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--failures", type=Path)
    parser.add_argument("--show", nargs=2, metavar=("LAYOUT", "SEED"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
