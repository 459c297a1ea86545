"""The tables of applications as a page for readers, so that it never differs from the program."""

from collections.abc import Iterator, Sequence

from gongkai.core.applications.decisions import DECISIONS, Decision
from gongkai.core.applications.decisions_facts import Fact
from gongkai.core.applications.decisions_rows import ROWS
from gongkai.core.applications.evidence import EVIDENCE
from gongkai.core.applications.guide_of_work import parts_of_work
from gongkai.core.applications.letters.fields import FIELDS
from gongkai.core.applications.letters.kinds import LETTERS
from gongkai.core.applications.remedies import BASES, TERMS
from gongkai.core.applications.wizard import ALL, QUESTIONS, Option

HEAD = "# 依申请公开\n\n由程序中的表生成，请不要手工修改。\n"
YES, NO = "是", "否"
OPTIONAL = "（可不填）"
INSIDE = "（只存卷）"
NO_LETTER = "（不发文书）"
REST = "其余各种"


def guide() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_parts())) + "\n"


def _parts() -> Iterator[str]:
    yield from parts_of_work()
    yield "## 处理决定\n"
    yield "每一种决定同时确定文书、依据、救济途径和年度报告表三的统计行。\n"
    yield from _table(
        ("决定", "文书", "表三", "救济", "依据", "应当查明的事实"),
        [_decision(row) for row in DECISIONS],
    )
    yield "## 救济途径\n"
    yield from _table(
        ("途径", "依据"),
        [(remedy.label, "，".join(map(str, cites))) for remedy, cites in BASES.items()],
    )
    yield "## 救济期限\n"
    yield from _table(
        ("途径", "期限", "依据"),
        [(row.label, f"{row.length}{row.unit}", str(row.cite)) for row in TERMS],
    )
    yield "## 答复向导\n"
    for question in QUESTIONS:
        yield f"### {question.text}\n\n{question.hint}（{question.cite}）\n"
        yield from _table(
            ("回答", "剩下的决定"), [(option.label, _kinds(option)) for option in question.options]
        )
    yield "## 文书\n"
    yield from _table(
        ("代码", "文书", "类别字", "送给", "依据", "必备字段"),
        [
            (
                row.code,
                row.title,
                row.word,
                row.party.label,
                str(row.cite),
                "、".join(field.label for field in row.needed),
            )
            for row in LETTERS
        ],
    )
    yield "## 文书字段\n"
    yield from _table(
        ("字段", "含义", "示例", "用于"),
        [
            (field.label, field.hint, field.sample, "、".join(sorted(field.letters)) or "各种文书")
            for field in FIELDS
        ],
    )
    yield "## 证据目录\n"
    yield from _table(
        ("材料", "证明什么", "必备", "依据"),
        [(row.label, row.proves, YES if row.always else NO, str(row.cite)) for row in EVIDENCE],
    )


def _decision(row: Decision) -> tuple[str, ...]:
    return (
        row.label,
        row.letter or NO_LETTER,
        ROWS[row.row],
        row.remedy.label,
        "，".join(map(str, row.cites)),
        "；".join(map(_fact, row.facts)),
    )


def _fact(fact: Fact) -> str:
    return fact.label + ("" if fact.required else OPTIONAL) + (INSIDE if fact.stays_inside else "")


def _kinds(option: Option) -> str:
    """What remains; where that is most of them, it is said so."""
    if len(option.kinds) > len(ALL) // 2:
        return REST
    return "、".join(row.label for row in DECISIONS if row.key in option.kinds)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
