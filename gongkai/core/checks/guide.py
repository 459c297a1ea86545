"""The table of all content rules as a document, written from the rules themselves."""

from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.registry import FAMILIES, RULES, family
from gongkai.core.checks.rule import Rule

OPENING: Final = """# 内容检查项目 / Content checks

本页由程序从检查规则生成，请勿手工修改。This page is written by the program from its rules.

“错误”和“提醒”没有改正或者豁免以前，不能送审、发布；“提示”只供参考。正文、附件的文字、附件里看不见的内容（隐藏的工作表、\
批注、修订痕迹、文件属性）都要检查；全角数字、零宽字符、数字中间的空格和连字符不影响检查。词语检查按词表进行，不在本页列出。
"""


def guide() -> str:
    """The whole document, as Markdown."""
    lines = [OPENING]
    for key, label in FAMILIES.items():
        lines.append(f"## {key} {label}\n")
        for rule in RULES:
            if family(rule.code) == key:
                lines.extend(_rule(rule))
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.title}\n"
    yield f"- 程度：{rule.severity.label}"
    yield f"- 豁免：{rule.waiver.label}"
    yield f"- 依据：{rule.cite}"
    yield f"- 处理：{rule.hint}"
    yield f"- 会指出：{'；'.join(sample.says for sample in rule.bad)}"
    yield f"- 不会指出：{'；'.join(sample.says for sample in rule.good)}"
    yield ""
