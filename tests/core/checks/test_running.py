"""Running all rules: order, places, floods, words, and what a fingerprint stands for."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.content import Attachment, Content, Part, PartKind
from gongkai.core.checks.fingerprint import fingerprint
from gongkai.core.checks.registry import rules_fingerprint
from gongkai.core.checks.running import MOST, examine
from gongkai.core.checks.samples import TODAY, Sample
from gongkai.core.finding import Finding, Severity, Span
from tests.core.checks.made import body, content, found, no_words

NUMBER = "11010519491231002X"


def marks(told: Content, code: str) -> list[str]:
    everything = examine(told, wording=no_words, today=TODAY)
    return [fingerprint(one, told) for one in everything if one.code == code]


def test_findings_stand_in_the_order_of_the_text() -> None:
    told = found(
        Sample("", f"内容，，如下。{NUMBER}，13812345678", title="关于检查的通知。", hidden="秘密")
    )
    places = [(one.span.part, one.span.start) for one in told if one.span]
    order = ["title", "summary", "body", "file:1:2"]
    assert places == sorted(places, key=lambda row: (order.index(row[0]), row[1]))


def test_words_are_asked_for_each_part() -> None:
    asked = []

    def wording(part: Part) -> Iterator[Finding]:
        asked.append(part.key)
        if part.key == "body":
            span = Span("body", 0, 2, part.text[:2], "部署")
            yield Finding("WORDING-typo", Severity.WARNING, "错字", "有错字。", span=span)

    made = content(Part("body", "正文", "布署工作"))
    told = examine(made, wording=wording, today=TODAY)
    assert asked == ["title", "summary", "body"]
    assert [one.code for one in told] == ["WORDING-typo"]


def test_a_flood_ends_in_one_finding_for_the_rest() -> None:
    text = "\n".join(f"王某1381234{place:04}" for place in range(MOST + 50))
    told = body(text, "PER-05")
    assert len(told) == MOST
    assert "还有 51 处" in told[-1].text
    more = body(f"{text}\n王某13912345678", "PER-05")
    assert told[-1].evidence != more[-1].evidence
    assert len(body("\n".join(["王某13812345678"] * MOST), "PER-05")) == MOST


@given(st.text("甲乙丙，。\n", max_size=30), st.text("丁戊，。\n", max_size=30))
def test_a_fingerprint_does_not_mind_edits_elsewhere(before: str, after: str) -> None:
    core = f"现将名单公布如下：张某，{NUMBER}，符合条件，予以公示"
    first = content(Part("body", "正文", core))
    second = content(Part("body", "正文", before + core + after))
    assert marks(first, "PER-02") == marks(second, "PER-02")


def test_a_fingerprint_knows_the_words_and_their_place() -> None:
    def mark(text: str) -> str:
        return marks(content(Part("body", "正文", text)), "PER-02")[0]

    base = mark(f"张某，{NUMBER}，符合条件")
    assert base == mark(f"张某，1101 0519 4912 3100 2X，符合 条件")  # noqa: F541
    assert base != mark(
        "张某，110105194912310021，符合条件".replace("310021", "31002X").replace("张", "李")
    )
    assert base != marks(content(Part("x", "字段", f"张某，{NUMBER}，符合条件")), "PER-02")[0]


def test_a_file_that_is_put_in_place_of_another_keeps_its_fingerprints() -> None:
    def in_file(key: str, name: str) -> str:
        part = Part(f"{key}:1", "附件", f"张某{NUMBER}", PartKind.FILE)
        made = replace(content(part), attachments=(Attachment(key, name),))
        return marks(made, "PER-02")[0]

    assert in_file("file:1", "名单.xlsx") == in_file("file:27", "名单.xlsx")
    assert in_file("file:1", "名单.xlsx") != in_file("file:1", "另一份.xlsx")
    part = Part("file:1:1", "附件“名单.xlsx”", f"张某{NUMBER}", PartKind.FILE)
    assert marks(content(part), "PER-02")


def test_fingerprints_without_a_place_in_a_text() -> None:
    def unread(key: str, name: str) -> str:
        attached = (Attachment(key, name, is_read=False),)
        return marks(replace(content(), attachments=attached), "FIL-02")[0]

    assert unread("file:1", "扫描件甲.pdf") == unread("file:2", "扫描件甲.pdf")
    assert unread("file:1", "扫描件甲.pdf") != unread("file:1", "扫描件乙.pdf")
    missing = Finding("X", Severity.ERROR, "x", "y", span=Span("gone", 0, 1, "x"))
    assert fingerprint(missing, content()) == fingerprint(missing, content())


def test_rules_have_a_fingerprint() -> None:
    assert "SEC-01 error never" in rules_fingerprint()
