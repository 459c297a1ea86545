"""Web pages: the report alone, with what the page says about itself."""

from gongkai.adapters.documents.html.article import article_of
from gongkai.adapters.documents.html.flow import blocks_in
from gongkai.adapters.documents.html.heading import attachments, published_on, title_of
from gongkai.adapters.documents.html.parsing import (
    Element,
    Hidden,
    hidden_in,
    tree_of,
    without_hidden,
    without_scripts,
    words_of,
)
from gongkai.adapters.documents.html.words import REPORT
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.marked import Blocks
from gongkai.core.ports.documents import Document, DocumentKind

HIDDEN_REPORT = 3
SHORTEST_HIDDEN = 12
SHOWN = 40


def read_html(job: Job) -> Document:
    """Read a web page."""
    root = tree_of(job)
    files = attachments(root)
    job.title = title_of(root)
    body = root.find("body")
    body = root if body is None else body
    hidden = _visible(body)
    page_text = " ".join(words_of(body).split())
    job.published_on = published_on(root, page_text)
    left_out: set[str] = set()
    article = article_of(body, left_out)
    blocks = Blocks()
    _note_hidden(hidden, article, job)
    blocks_in(article, job, blocks)
    if left_out:
        job.note("FILE-LEFT-OUT", what="、".join(sorted(left_out)))
    if files:
        job.note("FILE-ATTACHMENT", what="、".join(files[:5]))
    return job.document(DocumentKind.HTML, blocks.kept)


def _visible(body: Element) -> Hidden:
    """Take out scripts and hidden parts, unless the report itself is only shown by a script."""
    without_scripts(body)
    hidden = hidden_in(body)
    phrases = sum(len(REPORT.findall(words_of(element))) for element in hidden)
    if phrases >= HIDDEN_REPORT and phrases >= len(REPORT.findall(words_of(body))):
        return []
    return without_hidden(hidden)


def _note_hidden(hidden: Hidden, article: Element, job: Job) -> None:
    """Say what was hidden inside the article."""
    inside = [
        text
        for parent, text in hidden
        if len(text) >= SHORTEST_HIDDEN and (parent is article or article in parent.iterancestors())
    ]
    if inside:
        job.note("FILE-HIDDEN", what=inside[0][:SHOWN])
