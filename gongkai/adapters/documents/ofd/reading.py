"""OFD files: text by position, ruled tables as grids."""

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.layout.blocks import blocks_of
from gongkai.adapters.documents.layout.page import lay_out
from gongkai.adapters.documents.ofd.content import sheet_of
from gongkai.adapters.documents.ofd.package import pages_of
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Document, DocumentKind


def read_ofd(job: Job) -> Document:
    """Read an OFD file."""
    package = Package(job, Kind.OFD.label)
    pages = []
    unread = []
    for number, page in enumerate(pages_of(package, job), start=1):
        job.check_time()
        sheet, pictures = sheet_of(page)
        laid = lay_out(sheet)
        pages.append(laid)
        if pictures and not laid.items:
            unread.append(str(number))
    if unread and not any(page.items for page in pages):
        raise job.refuse("FILE-NO-TEXT")
    if unread:
        job.note("FILE-PAGES-UNREAD", pages="、".join(unread))
    return job.document(DocumentKind.OFD, blocks_of(pages, job))
