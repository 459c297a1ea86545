"""The table of all checks as a document, written from the rules themselves."""

from collections.abc import Iterator

from gongkai.core.reports.checks.figures.relations import (
    applicants,
    flow,
    outcomes,
    publicity,
    results,
    stock,
)
from gongkai.core.reports.checks.registry import FAMILIES, RULES, family
from gongkai.core.reports.checks.rule import FORM_NAMES, Rule
from gongkai.core.reports.forms import FORM_2019, FORM_2021, Form

OPENING = """# 年报检查项目 / Report checks

本页由程序从检查规则生成，请勿手工修改。This page is written by the program from its rules.

每项检查的结论有四种：通过、不通过、存疑（涉及读数存疑的单元格）、无法判断（缺少材料，或者单元格空白、缺失）。
"""
FORMULAS = "## 勾稽关系"


def guide() -> str:
    """The whole document, as Markdown."""
    lines = [OPENING]
    for key, label in FAMILIES.items():
        lines.append(f"## {key} {label}\n")
        for rule in RULES:
            if family(rule.code) == key:
                lines.extend(_rule(rule))
    lines.append(f"{FORMULAS}\n")
    for form in (FORM_2019, FORM_2021):
        lines.append(f"### {FORM_NAMES[form.key]}\n")
        lines.extend(f"- {formula}" for formula in _formulas(form))
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.title}\n"
    yield f"- 程度：{rule.severity.label}"
    yield f"- 依据：{rule.cite}"
    yield f"- 处理：{rule.hint}"
    yield f"- 适用：{'、'.join(FORM_NAMES[form] for form in rule.forms)}"
    yield f"- 会指出：{'；'.join(sample.says for sample in rule.bad)}"
    yield f"- 不会指出：{'；'.join(sample.says for sample in rule.good)}"
    yield ""


def _formulas(form: Form) -> Iterator[str]:
    own = stock() if form is FORM_2021 else publicity()
    for formula in (*own, *flow(form)[:1], *results(form)[:1], *applicants(form)[:1]):
        yield str(formula)
    yield from (str(formula) for formula in outcomes(form))
