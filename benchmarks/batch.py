"""Many reports through one batch: files per second, and memory at several points of the run.

Reports are generated into a temporary folder and read by the console as a person would do it. The
floor is one process that opens the same files and decodes them.

./gk bench batch [NUMBER] [--points 10]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks._line import line
from tests.factories.quick import annual_report_text

FOLDER_SIZE = 1000
MB = 1024 * 1024


def main() -> None:
    """Generate, run, report."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("number", nargs="?", type=int, default=2000)
    words.add_argument("--points", type=int, default=10)
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        folder, out = Path(name) / "reports", Path(name) / "out"
        generate(folder, given.number)
        floor = given.number / bare(folder)
        seconds, peaks = run(folder, out, given.number, given.points)
        size = sum(path.stat().st_size for path in out.iterdir()) / MB
    for done, memory in peaks:
        print(f"after {done:>7} files: {memory / MB:7.1f} MB in all processes")
    half = [memory for done, memory in peaks if done >= given.number / 2] or [0]
    first = [memory for done, memory in peaks if given.number / 10 <= done < given.number / 2]
    growth = max(half) / max(first or half)
    print(f"peak of the second half {growth:.2f} times that of the first; results {size:.0f} MB")
    print(line("batch", given.number / seconds, "files/s", floor))


def generate(folder: Path, number: int) -> None:
    """Write that many different reports, a thousand to a folder."""
    for seed in range(number):
        below = folder / f"{seed // FOLDER_SIZE:03d}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{seed:06d}.txt").write_text(annual_report_text(seed), encoding="utf-8")


def bare(folder: Path) -> float:
    """Seconds to open and decode them all."""
    start = time.perf_counter()
    for path in folder.rglob("*.txt"):
        path.read_text(encoding="utf-8").splitlines()
    return time.perf_counter() - start


def run(folder: Path, out: Path, number: int, points: int) -> tuple[float, list[tuple[int, int]]]:
    """Run the batch; seconds it took, and memory at several points of it."""
    command = [sys.executable, "-m", "gongkai.faces.console", "report", "batch"]
    start = time.perf_counter()
    process = subprocess.Popen([*command, str(folder), "--out", str(out)])  # noqa: S603 - ourselves
    watch = Watch(process.pid, out / "reports.jsonl")
    while process.poll() is None:
        watch.look([number * (point + 1) // points for point in range(points)])
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"the batch ended with {process.returncode}")
    return seconds, watch.finish(number)


@dataclass
class Watch:
    """The highest memory of all processes of a run between points of its progress."""

    pid: int
    lines: Path
    highest: int = 0
    done: int = 0
    offset: int = 0
    points: list[tuple[int, int]] = field(default_factory=list)

    def look(self, marks: Sequence[int]) -> None:
        """Look once; at each mark note the highest memory since the last."""
        self.highest = max(self.highest, sum(memory(one) for one in family(self.pid)))
        self.count()
        if len(self.points) < len(marks) and self.done >= marks[len(self.points)]:
            self.finish(self.done)

    def count(self) -> None:
        """Count the lines so far; each byte is looked at once."""
        if not self.lines.exists():
            return
        with self.lines.open("rb") as file:
            file.seek(self.offset)
            while chunk := file.read(MB):
                self.done += chunk.count(b"\n")
                self.offset += len(chunk)

    def finish(self, done: int) -> list[tuple[int, int]]:
        """Note what was seen last."""
        if self.highest:
            self.points.append((done, self.highest))
        self.highest = 0
        return self.points


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                status = Path(entry.path, "stat").read_text(encoding="utf-8")
            except OSError:
                continue
            parent = int(status.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for one in found:
        found.extend(children.get(one, []))
    return found


def memory(pid: int) -> int:
    """Memory a process has for itself alone, and its share of what is shared."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next(int(row.split()[1]) for row in text.splitlines() if row.startswith("Pss:")) * 1024


if __name__ == "__main__":
    main()
