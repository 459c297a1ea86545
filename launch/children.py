"""Programs started together that end together."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from types import FrameType

PATIENCE = 10.0  # seconds to finish in, before a program is killed
GLANCE = 0.2  # seconds between two looks


class Stop(BaseException):
    """Ctrl-C was pressed, the terminal was closed, or the program was told to end."""


class Children:
    """Programs that run until one of them ends or somebody asks to stop.

    Each has a process group of its own, so that whatever it starts ends with it.
    """

    def __init__(self) -> None:
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, command: list[str], env: Mapping[str, str]) -> None:
        """Start one program."""
        self.running.append(subprocess.Popen(command, env=env, start_new_session=True))

    def ended(self) -> bool:
        """Whether one of them is no longer there."""
        return any(child.poll() is not None for child in self.running)

    def watch(self) -> None:
        """Return when one of them has ended."""
        while not self.ended():
            time.sleep(GLANCE)

    def stop(self) -> None:
        """End them all, gently at first."""
        for signum in (signal.SIGTERM, signal.SIGKILL):
            for child in self.running:
                signal_group(child.pid, signum)
            deadline = time.monotonic() + PATIENCE
            while any(group_lives(child) for child in self.running):
                if time.monotonic() > deadline:
                    break
                time.sleep(GLANCE / 4)


def group_lives(child: subprocess.Popen[bytes]) -> bool:
    """Whether anything of the program, or of what it started, still runs."""
    child.poll()
    return signal_group(child.pid, 0)


def signal_group(group: int, signum: int) -> bool:
    """Send a signal to a process group; false where nothing is left of it."""
    try:
        os.killpg(group, signum)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def stop_on_signals() -> None:
    """Turn every polite request to end into Stop."""

    def stop(_signum: int, _frame: FrameType | None) -> None:
        raise Stop

    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, stop)
