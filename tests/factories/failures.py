"""Writes down what the reader got wrong, with the text around, for the one who repairs it."""

from collections.abc import Iterable, Iterator, Sequence

from tests.factories.model import Case
from tests.factories.scoring import Fault, Score

SHOWN_CASES, SHOWN_FAULTS, AROUND, WIDE = 3, 6, 5, 300


def written_failures(results: Iterable[tuple[Case, Score]]) -> Iterator[str]:
    """The worst cases of one layout: path, wanted, read, and where it stands."""
    bad = [(case, score) for case, score in results if score.faults]
    bad.sort(key=lambda pair: -len(pair[1].faults))
    for case, score in bad[:SHOWN_CASES]:
        counts = ", ".join(f"{kind} {number}" for kind, number in score.counts.items())
        yield f"\n## {case.layout} seed {case.seed} — planted {case.planted} — {counts}\n"
        for fault in score.faults[:SHOWN_FAULTS]:
            mark = " (unclear)" if fault.path in case.unclear else ""
            yield f"- {fault.kind} {fault.path}: want {fault.want!r} got {fault.got!r}{mark}"
        yield from _around(case, score.faults[0])


def _around(case: Case, fault: Fault) -> Iterator[str]:
    try:
        lines = case.text.split("\n")
    except UnicodeDecodeError:
        return
    want = "" if fault.want is None else str(fault.want)
    part, row = fault.path.split(".")[:2]
    at = _last(lines, _KEYS.get(row) or _KEYS.get(part, ""), want)
    yield "```"
    mark = _KEYS.get(row) or _KEYS.get(part, "")
    yield from (_cut(line, mark) for line in lines[max(at - AROUND, 0) : at + AROUND])
    yield "```"


def _cut(line: str, mark: str) -> str:
    """A long line only around the mark."""
    at = line.rfind(mark) if mark in line else 0
    return line if len(line) <= WIDE else line[max(at - WIDE // 2, 0) : at + WIDE // 2]


def _last(lines: Sequence[str], mark: str, want: str) -> int:
    """The last line with the row's mark; one that also has the number is better."""
    marked = [n for n, line in enumerate(lines) if mark and mark in line]
    both = [n for n in marked if want and want in lines[n]]
    return (both or marked or [0])[-1]


_KEYS = {
    "new": "本年新收",
    "carried_in": "上年结转",
    "carried_out": "结转下年",
    "granted": "予以公开",
    "partial": "部分公开",
    "refused_1": "国家秘密",
    "refused_2": "行政法规",
    "refused_3": "三安全",
    "refused_4": "第三方",
    "refused_5": "内部事务",
    "refused_6": "过程性",
    "refused_7": "执法案卷",
    "refused_8": "行政查询",
    "unable_1": "不掌握",
    "unable_2": "现成信息",
    "unable_3": "补正后",
    "not_processed_1": "信访举报",
    "not_processed_2": "重复申请",
    "not_processed_3": "公开出版物",
    "not_processed_4": "大量反复",
    "not_processed_5": "重新出具",
    "other_1": "不补正",
    "other_2": "收费通知",
    "other_3": "3.其他",
    "total": "总计",
    "regulations": "规章",
    "normative_docs": "规范性文件",
    "licensing": "行政许可",
    "penalty": "行政处罚",
    "coercion": "行政强制",
    "other_services": "对外管理",
    "fees": "事业性收费",
    "fees_wan": "事业性收费",
    "procurement": "集中采购",
    "review": "结果维持",
}
