"""A server of PostgreSQL for one measurement, where its programs are installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql")
OWNER = "postgres"


def programs() -> Path | None:
    """The folder of the newest server's programs; None where there is none."""
    found = [folder / "bin" for folder in PROGRAMS.glob("*") if (folder / "bin/initdb").exists()]
    return max(found, key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def cluster() -> Iterator[str | None]:
    """The address of a server that is gone afterwards; None where there are no programs."""
    bin_ = programs()
    if bin_ is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="gongkai-bench-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER)
    data = str(folder / "data")
    try:
        as_owner(bin_ / "initdb", "-D", data, "-U", "gongkai", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8")  # fmt: skip
        here = f"-c listen_addresses='' -c unix_socket_directories={folder}"
        as_owner(bin_ / "pg_ctl", "-D", data, "-w", "-l", f"{data}/log", "-o", here, "start")
        yield f"postgresql://gongkai@/postgres?host={folder}"
    finally:
        as_owner(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def as_owner(program: Path, *arguments: str, check: bool = True) -> None:
    """Run a program as somebody the server accepts: not as root."""
    before = ("runuser", "-u", OWNER, "--") if os.geteuid() == 0 else ()
    command = [*before, str(program), *arguments]
    quiet = subprocess.DEVNULL
    subprocess.run(command, cwd="/", check=check, stdout=quiet, stderr=quiet)  # noqa: S603 - its own
