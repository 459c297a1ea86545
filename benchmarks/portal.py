"""The portal under load: item pages, kept pages and lists, by two workers as they are launched.

Items are written in bulk into a database of its own (20,000 unless told otherwise), then granian
serves them as `./gk run` does. What is asked for, beside the floor, which is a page of constant
bytes from the same server, measured in the same run:

item-first    item pages all over the database, hardly one of them asked for twice
list-first    pages of a column and of the catalogue, far more than are asked for twice
item          a few hundred item pages, as people ask for what is new
list          some dozens of pages of lists
kept          twenty item pages
search        words of one to eight signs, alone and in twos, in all items (aim: within 100 ms)

Beside each figure stands what a page cost the server's processors: that hardly changes when others
use the machine too. The database is read through once before, as it would have been in use.

wrk measures where it is installed; else a small client in Python does, which is slower than the
server and says so.

./gk bench portal [--items 200000] [--seconds 8]
"""

import argparse
import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import django
from django.utils.module_loading import import_string

from benchmarks._line import line

GRANIAN = Path(sys.executable).with_name("granian")
SETTINGS = "gongkai.config.settings.base"
PORTAL = "gongkai.config.wsgi:application"
FLOOR = "benchmarks._constant:application"
HOST = "127.0.0.1"
WORKERS = 2
CONNECTIONS = 16
START_SECONDS = 60.0
PIECE = 1 << 20
MOST_PAGES = 1000
WARM = 300
WARM_LISTS = 60
SEARCH_AIM = 100
WORDS = (
    *("的", "检查", "通知", "公共数据", "文物保护", "监测数据", "二〇二六"),
    *("第777批", "99/0000777", "市数据局关于做好", "没有这个词"),
)
SCRIPT = """
local paths = {{ {paths} }}
local at = 0
local thread = 0
function setup(t) t:set("begin", thread * 7919); thread = thread + 1 end
function request()
  at = at + 1
  return wrk.format("GET", paths[((begin + at * 611953) % #paths) + 1])
end
"""


@dataclass(frozen=True)
class Measured:
    """How many answers a second, and within how many milliseconds 99 of 100 came."""

    rate: float
    late: float
    wrong: int
    cost: float = 0.0
    """Milliseconds of processor that the server took for one of them."""


@dataclass(frozen=True)
class Server:
    """One that runs."""

    port: int
    pid: int

    def spent(self) -> float:
        """Seconds of processor that it and its workers have taken so far."""
        ticks = sum(map(sum, filter(None, map(self._of, Path("/proc").glob("[0-9]*/stat")))))
        return ticks / os.sysconf("SC_CLK_TCK")

    def _of(self, stat: Path) -> tuple[int, int] | None:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            said = stat.read_text().rpartition(")")[2].split()
            if self.pid in {int(stat.parent.name), int(said[1])}:
                return int(said[11]), int(said[12])
        return None


def main() -> None:
    """Write the items, serve them, measure."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--items", type=int, default=20_000)
    words.add_argument("--seconds", type=int, default=8)
    words.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.write:
        django.setup()
        print(*import_string("benchmarks._public.write")(given.items))
        return
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
        os.environ |= {"GONGKAI_DATA": folder, "DJANGO_SETTINGS_MODULE": SETTINGS}
        os.environ.pop("DATABASE_URL", None)
        first, last = written(given.items)
        read_through(Path(folder))
        measure_all(first, last, given.seconds)


def written(items: int) -> tuple[int, int]:
    """Items in a new database: the number of the first and of the last."""
    command = [sys.executable, __file__, "--write", "--items", str(items)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - ourselves
    first, last = done.stdout.split()[-2:]
    return int(first), int(last)


def read_through(folder: Path) -> None:
    """Have the database in memory, where that is large enough."""
    for file in folder.glob("*.sqlite3"):
        with file.open("rb") as data:
            while data.read(PIECE):
                pass


def measure_all(first: int, last: int, seconds: int) -> None:
    """The floor, then the portal."""
    items = [f"/items/{pk}/" for pk in range(first, last + 1)]
    pages = range(2, min(MOST_PAGES, len(items) // 40))
    places = ("/columns/notices/?", "/columns/news/?", "/catalogue/?", "/catalogue/?code=20-15&")
    lists = [f"{place}page={page}" for page in pages for place in places]
    with serving(FLOOR) as server:
        floor = measure(server, ["/"], seconds)
        print(f"floor: {floor.rate:.0f}/s, p99 {floor.late:.1f} ms")
    print(f"{len(items)} items in the database, {WORKERS} workers")
    with serving(PORTAL) as server:
        measure(server, ["/", *items[:2], *lists[:2]], 2)
        show("item-first", measure(server, items, seconds), floor, 3000)
        show("list-first", measure(server, lists, seconds), floor, 1000)
        for name, paths, aim in (
            ("item", items[:WARM], 3000),
            ("list", lists[:: len(lists) // WARM_LISTS], 1000),
            ("kept", items[:20], 6000),
        ):
            measure(server, paths, seconds * 2)
            show(name, measure(server, paths, seconds), floor, aim)
        show("search", measure(server, searches(), seconds, connections=2), floor, 0)


def searches() -> list[str]:
    """Words that people may look for."""
    words = (*WORDS, *(f"{one} {other}" for one in WORDS for other in WORDS if one != other))
    return [f"/search/?q={quote(word)}" for word in words]


def show(name: str, found: Measured, floor: Measured, aim: int) -> None:
    """One line."""
    wrong = f", {found.wrong} wrong answers" if found.wrong else ""
    said = line(f"portal-{name}", found.rate, "pages/s", floor.rate)
    wanted = f"(aim {aim})" if aim else f"(aim {SEARCH_AIM} ms)"
    cost = f"{found.cost:.2f} ms of processor"
    print(f"{said}, p99 {found.late:.1f} ms, {cost} {wanted}{wrong}", flush=True)


@contextlib.contextmanager
def serving(application: str) -> Iterator[Server]:
    """A server as `./gk run` starts it."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    command = [str(GRANIAN), "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    command += ["--workers", str(WORKERS), "--blocking-threads", "1", "--log-level", "warning"]
    server = subprocess.Popen([*command, application])  # noqa: S603 - our own server
    try:
        wait_for(port)
        yield Server(port, server.pid)
    finally:
        server.terminate()
        server.wait(30)


def wait_for(port: int) -> None:
    """Until the server answers."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(URLError, ConnectionError):
            urlopen(f"http://{HOST}:{port}/", timeout=5).read()
            return
        time.sleep(0.1)
    raise TimeoutError(port)


def measure(
    server: Server, paths: Sequence[str], seconds: int, connections: int = CONNECTIONS
) -> Measured:
    """Ask for these again and again."""
    before = server.spent()
    if shutil.which("wrk"):
        found = by_wrk(server.port, paths, seconds, connections)
    else:
        print("wrk is not installed: measured by a client in Python, which shares the processors")
        found = by_python(server.port, paths, seconds, connections)
    spent = server.spent() - before
    return replace(found, cost=spent * 1000 / max(1.0, found.rate * seconds))


def by_wrk(port: int, paths: Sequence[str], seconds: int, connections: int) -> Measured:
    """What wrk says."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(paths=",".join(f'"{path}"' for path in paths)))
        script.flush()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
        command += ["-s", script.name, f"http://{HOST}:{port}"]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - wrk
    rate = re.search(r"Requests/sec:\s*([\d.]+)", done.stdout)
    late = re.search(r"99%\s*([\d.]+)(us|ms|s)\b", done.stdout)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    assert rate is not None, done.stdout
    assert late is not None, done.stdout
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}[late[2]]
    return Measured(float(rate[1]), float(late[1]) * unit, int(wrong[1]) if wrong else 0)


def by_python(port: int, paths: Sequence[str], seconds: int, connections: int) -> Measured:
    """What threads of this process come to, each on one connection."""
    times: list[float] = []
    until = time.monotonic() + seconds
    askers = [
        Thread(target=ask, args=(port, paths, start * 7919, until, times))
        for start in range(connections)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    times.sort()
    return Measured(len(times) / seconds, times[int(len(times) * 0.99)] * 1000, 0)


def ask(port: int, paths: Sequence[str], at: int, until: float, times: list[float]) -> None:
    """One connection that is kept open."""
    with socket.create_connection((HOST, port)) as line_:
        answers = line_.makefile("rb")
        while (began := time.monotonic()) < until:
            at += 611953
            path = paths[at % len(paths)]
            line_.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            length = 0
            while (head := answers.readline()) not in {b"\r\n", b""}:
                name, _, value = head.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
            answers.read(length)
            times.append(time.monotonic() - began)


if __name__ == "__main__":
    main()
