"""Names of workers: which process on which machine it is, and whether that process still runs.

A name is `host:pid:start`. The host comes with its space of process numbers, because two containers
may bear one name. The start comes with the boot of the machine: a number that is given again, or
again after a restart, is another process.
"""

import os
import socket
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")
SHOWN: Final = 30
"""So much of a host's name is kept: a worker's name has to fit where it is shown."""
BOOT: Final = 8
STATE, START = 0, 19
"""Where /proc/<pid>/stat holds state and start, counted from behind the program's name."""
ENDED: Final = frozenset("ZX")


def own_name() -> str:
    """The name of the worker that this process is."""
    pid = os.getpid()
    return f"{_host()}:{pid}:{_start(pid)}"


def is_here(name: str) -> bool:
    """Whether a worker's process would be found on this machine."""
    return name.partition(":")[0] == _host()


def is_alive(name: str) -> bool:
    """Whether the process of a worker of this machine still runs."""
    _, _, rest = name.partition(":")
    pid, _, start = rest.partition(":")
    return pid.isdecimal() and bool(start) and _start(int(pid)) == start


def _host() -> str:
    """This machine: its name, and which processes it sees."""
    name = socket.gethostname().replace(":", "-")[:SHOWN]
    try:
        space = os.readlink(PROC / "self/ns/pid")
    except OSError:
        return name
    return f"{name}-{''.join(char for char in space if char.isdecimal())}"


def _start(pid: int) -> str:
    """When a process started, in a form of its own for each boot; nothing when it has ended."""
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return "" if PROC.joinpath("self").exists() else _start_unknown(pid)
    except (OSError, UnicodeDecodeError):
        return ""
    return "" if fields[STATE] in ENDED else f"{fields[START]}-{_boot()}"


def _boot() -> str:
    """Which start of the machine this is."""
    try:
        return (PROC / "sys/kernel/random/boot_id").read_text()[:BOOT]
    except OSError:
        return ""


def _start_unknown(pid: int) -> str:
    """Where the system does not tell when a process started: only whether it runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return ""
    except PermissionError:
        return "unknown"
    return "unknown"
