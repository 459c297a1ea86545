"""Filling in the forms of the pages."""

import re
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.reading import NamedFile

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

CHECK = "/report-check/"


def html(response: "Response") -> str:
    return response.content.decode()


def submission(client: Client, address: str = CHECK) -> str:
    found = re.search(r'name="submission" value="([^"]+)"', html(client.get(address)))
    assert found
    return found[1]


def send(
    client: Client,
    *files: NamedFile,
    address: str = CHECK,
    sealed: str | None = None,
    **headers: str,
) -> "Response":
    content = {
        "submission": sealed or submission(client, address),
        "files": [SimpleUploadedFile(file.name, file.data) for file in files],
    }
    return client.post(address, content, headers=headers)


def opened(client: Client, *files: NamedFile, address: str = CHECK) -> str:
    """Send files and give the address of what was read."""
    response = send(client, *(files or demo_files()[1:]), address=address)
    assert response.status_code == 302
    return response.headers["Location"]


def report_address(client: Client, session: str) -> str:
    found = re.search(rf'href="({session}reports/\w+/)cells/', html(client.get(session)))
    assert found
    return found[1]
