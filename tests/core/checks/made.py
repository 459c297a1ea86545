"""Contents for the tests of the rules."""

from collections.abc import Iterable

from gongkai.core.checks.content import Content, Part, PartKind
from gongkai.core.checks.running import examine
from gongkai.core.checks.samples import FACTS, SUMMARY, TITLE, TODAY, Sample
from gongkai.core.finding import Finding


def no_words(part: Part) -> Iterable[Finding]:
    """A wording check that knows no word."""
    return ()


def found(sample: Sample, code: str = "") -> list[Finding]:
    """What is found in a sample, all of it or by one rule."""
    everything = examine(sample.content(), wording=no_words, today=TODAY)
    return [one for one in everything if not code or one.code == code]


def body(text: str, code: str = "") -> list[Finding]:
    """What is found in a body of these words."""
    return found(Sample("", text), code)


def content(*parts: Part) -> Content:
    """A content that has a title, a summary and facts, and these parts."""
    head = (
        Part("title", "标题", TITLE, PartKind.TITLE),
        Part("summary", "内容概述", SUMMARY, PartKind.SUMMARY),
    )
    return Content(parts=(*head, *parts), facts=FACTS)
