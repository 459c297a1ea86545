"""The provider as a process of its own, and what a browser would do with it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import httpx

from tests.house.sources import ROOT
from tests.providers.oidc import CLIENT, SECRET


@dataclass(frozen=True)
class Running:
    """A provider that runs."""

    issuer: str

    @property
    def settings(self) -> dict[str, str]:
        """What the system has to be told of it."""
        return {"issuer": self.issuer, "client_id": CLIENT, "client_secret": SECRET}

    def turn(self, mode: str) -> None:
        """Have it behave like that from now on."""
        httpx.post(f"{self.issuer}/mode", data={"mode": mode}).raise_for_status()

    def sign_in(self, address: str, name: str) -> str:
        """Fill in its form as that person; gives the address the browser is sent back to."""
        form = dict(parse_qsl(urlsplit(address).query)) | {"login": name}
        answer = httpx.post(f"{self.issuer}/authorize", data=form)
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]


@contextmanager
def running_provider() -> Iterator[Running]:
    """Start one, and end it."""
    command = [sys.executable, "-m", "tests.providers.oidc"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        port = process.stdout.readline().strip()
        assert port
        yield Running(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
