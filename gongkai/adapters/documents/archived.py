"""Web pages saved in one file (MHT), also under the name of a Word document."""

from email import message_from_bytes
from email.message import Message

from gongkai.adapters.documents.html.reading import read_html
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Document


def read_web_archive(job: Job) -> Document:
    """Read the first page in the archive."""
    message = message_from_bytes(job.data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return read_html(job.with_data(_bytes_of(part)))
    raise job.refuse("FILE-DAMAGED", kind=Kind.WEB_ARCHIVE.label)


def _bytes_of(part: Message) -> bytes:
    """The page itself, decoded from its transport form."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
