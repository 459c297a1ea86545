"""A worker's name tells whether its process still runs, also when its number is given again."""

import os
import subprocess
import sys

import pytest

from gongkai.apps.wires.workers import is_alive, is_here, own_name

SAYS = "from gongkai.apps.wires.workers import own_name; print(own_name())"


def parts() -> list[str]:
    return own_name().split(":")


def test_this_process_is_here_and_alive() -> None:
    assert is_here(own_name())
    assert is_alive(own_name())
    assert parts()[1] == str(os.getpid())


def test_a_process_that_ended_is_here_no_longer_alive() -> None:
    done = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, check=True)
    name = done.stdout.strip()
    assert is_here(name)
    assert not is_alive(name)


def test_a_number_that_was_given_again_is_another_process() -> None:
    host, pid, start = parts()
    assert not is_alive(f"{host}:{pid}:1{start}")


def test_a_process_that_nobody_has_waited_for_is_not_alive() -> None:
    child = subprocess.Popen([sys.executable, "-c", SAYS], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    name = child.stdout.read().strip()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert not is_alive(name)
    child.stdout.close()
    child.wait()


@pytest.mark.parametrize("name", ["", "host", "host:", "host:x:1", "host:1", "host:99999999:1"])
def test_what_is_no_name_of_ours_is_not_alive(name: str) -> None:
    assert not is_alive(name)
    assert not is_here(name)


def test_another_machine_is_not_here() -> None:
    _, pid, start = parts()
    assert not is_here(f"elsewhere:{pid}:{start}")
