"""./gk run serves, and ends everything it started."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from launch.environment import ROOT

pytestmark = pytest.mark.slow

START_SECONDS = 90.0
STOP_SECONDS = 30.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def parents() -> dict[int, int]:
    """Every process that runs, with its parent."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = status.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            found[int(status.parent.name)] = int(parent)
    return found


def descendants(root: int) -> set[int]:
    """Everything a process has started, directly or not."""
    table, found = parents(), {root}
    while more := {pid for pid, parent in table.items() if parent in found} - found:
        found |= more
    return found - {root}


class Running:
    """./gk run on a free port, with a data folder of its own."""

    def __init__(self, data: Path) -> None:
        self.port, self.log = free_port(), data.parent / "log"
        unwanted = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "GONGKAI_DATA"}
        env = {name: value for name, value in os.environ.items() if name not in unwanted}
        command = [sys.executable, str(ROOT / "gk"), "run", "--port", str(self.port)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--data", str(data)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env, start_new_session=True,
            )  # fmt: skip

    def said(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(encoding="utf-8")

    def wait_until_up(self) -> None:
        """Return when it has said that it is ready."""
        deadline = time.monotonic() + START_SECONDS
        while "按 Ctrl-C 停止" not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)

    def get(self, path: str) -> http.client.HTTPResponse:
        """Ask for one page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    started = Running(tmp_path / "data")
    try:
        started.wait_until_up()
        yield started
    finally:
        if started.process.poll() is None:
            started.process.terminate()
            started.process.wait(STOP_SECONDS)


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_every_way_to_stop_ends_everything_it_started(
    running: Running, signum: signal.Signals
) -> None:
    started = descendants(running.process.pid)
    assert len(started) >= 3  # the server, its worker process, the worker of the tasks
    running.process.send_signal(signum)
    assert running.process.wait(STOP_SECONDS) == 0
    assert started & parents().keys() == set()
    assert "Traceback" not in running.said()


def test_portal_desk_and_static_files_are_served(running: Running, tmp_path: Path) -> None:
    assert running.get("/").status == 200
    assert running.get("/desk/").status in {200, 302}
    static = running.get("/static/django_htmx/htmx-2.min.js")
    assert static.status == 200
    assert "javascript" in (static.getheader("Content-Type") or "")
    said = running.said()
    assert f"http://127.0.0.1:{running.port}/desk/" in said
    assert "演示账号：" in said
    assert "handler（经办人）" in said
    data = tmp_path / "data"
    assert (data / "secret-key").stat().st_mode & 0o777 == 0o600
    assert (data / "gongkai.sqlite3").exists()


def test_when_the_server_dies_the_rest_ends_too(running: Running) -> None:
    started = descendants(running.process.pid)
    server = next(pid for pid in started if parents()[pid] == running.process.pid)
    os.kill(server, signal.SIGKILL)
    assert running.process.wait(STOP_SECONDS) == 2
    assert "服务意外停止" in running.said()
    assert started & parents().keys() == set()
