"""How labels are spelled in the wild."""

from collections.abc import Callable, Mapping
from random import Random

from gongkai.core.reports.forms import Form

HALF_BRACKETS = str.maketrans("（）", "()")
FULL_DIGITS = {ord(char): ord(char) + 0xFEE0 for char in "12345678."}

Spelling = Callable[[str], str]


def _point(mark: str) -> Spelling:
    def spelled(label: str) -> str:
        return f"{label[0]}{mark}{label[2:]}" if label[1:2] == "." else label

    return spelled


def _numbered(label: str, table: dict[int, int]) -> str:
    head = 2 if label[1:2] == "." else 0
    return label[:head].translate(table) + label[head:]


def _bare(label: str) -> str:
    return label[2:] if label[1:2] in ".、" else label


def _spaced_number(label: str) -> str:
    return f"{label[:2]} {label[2:]}" if label[1:2] == "." else label


SPELLINGS: dict[str, Spelling] = {
    "as_on_the_form": str,
    "half_brackets": lambda label: label.translate(HALF_BRACKETS),
    "enumeration_comma": _point("、"),
    "full_width_point": lambda label: _numbered(label, FULL_DIGITS),
    "space_after_number": _spaced_number,
    "no_number": _bare,
    "straight_quotes": lambda label: label.replace("“", '"').replace("”", '"'),
    "no_quotes": lambda label: label.replace("“", "").replace("”", ""),
    "no_commas": lambda label: label.replace("、", "").replace("，", ""),
}
MISSING = 0.06
FREQUENCY = (12, 3, 3, 2, 3, 1, 2, 1, 1)

VARIANTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("applications.new", ("本年新收政府信息公开申请数量", "一、本年度新收政府信息公开申请数量")),
    (
        "applications.carried_in",
        ("上年结转政府信息公开申请数量", "二、上年度结转政府信息公开申请数量"),
    ),
    ("applications.carried_out", ("结转下年度继续办理", "四、结转到下年度继续办理")),
    ("applications.refused_2", ("2.其他法律行政法规禁止公开的", "2.其他法律、行政法规禁止公开")),
    ("applications.refused_3", ("3.危及三安全一稳定", "3.危及“三安全—稳定”")),
    ("applications.partial", ("（二）部分公开",)),
    ("applications.total", ("（七）总 计", "（七）合计", "总计")),
    ("table2.regulations", ("规 章", "规  章")),
)


def spellings(rng: Random, form: Form) -> Mapping[str, str]:
    """Choose how this report spells the labels of its rows and groups."""
    spell = rng.choices(list(SPELLINGS.values()), FREQUENCY)[0]
    labels: dict[str, str] = {}
    for table in form.tables:
        for row in table.rows:
            labels[f"{table.key}.{row.key}"] = spell(row.label)
            labels |= {group: spell(group) for group in row.group}
    if rng.random() < MISSING:
        labels["header_3"] = ""
    labels |= _captions(rng, form, spell)
    for key, variants in VARIANTS:
        if rng.random() < 0.06:
            labels[key] = rng.choice(variants)
    if form.key == "2021" and rng.random() < 0.2:
        labels["table2.normative_docs"] = "规范性文件"
    if rng.random() < 0.1:
        labels["三、本年度办理结果"] = "三、本年度办理结果 "
    return labels


def _captions(rng: Random, form: Form, spell: Spelling) -> dict[str, str]:
    """The captions of table 2, which now and then are not there at all."""
    captions = form.table("table2").captions
    if rng.random() < MISSING:
        return dict.fromkeys(captions, "")
    gap = " " if rng.random() < MISSING else ""
    return {caption: spell(f"{caption[:4]}{gap}{caption[4:]}") for caption in captions}
