"""SEC-05 and SEC-06: words by which a document is kept inside the house (R13-02)."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI, SECRETS_RULES

MATERIAL: Final = r"内部(?:资料|文件|参考|刊物|材料|明电|传真|使用|掌握|讨论稿)"
KEEP: Final = (
    r"(?:(?:请勿|不得|严禁|禁止|切勿|不准|勿)(?:擅自)?(?:外传|公开|上网|翻印|外泄|扩散|复印|转发|传播)"
    r"|阅后(?:即焚|收回|退回)|注意保[存密管]|妥善保[存管])"
)
STRONG: Final = re.compile(
    rf"{MATERIAL}\s*[,，、;；:：—\- ]?\s*{KEEP}"
    r"|此件(?:不(?:予|宜)?|免于|暂不|依申请|不得)公开|(?:本|此)(?:件|文)发至[县市乡省地厅处军师团][^\n。，]{0,6}级"
    r"|阅后(?:即焚|收回|退回)|仅供(?:内部|领导)(?:(?:工作)?(?:使用|参考|参阅|掌握|阅示|交流)|(?=[)）\]】\s]|$))"
    r"|(?:内部|工作)(?:资料|文件|秘密)\s*[★☆]"
)
ALONE: Final = re.compile(
    rf"[【\[（(<《★☆※\s]*(?:(?:{MATERIAL}|工作秘密|明\s*电|密\s*电|机要(?:件|文件)?|{KEEP}|机\s*要|涉密(?:文件|资料)?"
    r"|敏感信息)[\s,，、;；!！★☆]*){1,3}[】\]）)>》★☆※。!！\s]*"
)
PLAIN_KEEP: Final = re.compile(rf"[（(【\[]\s*{KEEP}\s*")
TALK: Final = re.compile(
    r"字样|标注|标明|注明|标识|印有|标有|加盖|属于|不属于|认定|视为|作为|包括|是否|确定为|定为|规定|应当|凡"
    r"|不宜公开的|不予公开的|理由|违规|泄露|擅自将|审查"
)
ISSUED: Final = re.compile(r"发电|等级|发往|签批")
NEAR = 25


def _strong(text: Text) -> Iterator[Outcome]:
    for found in STRONG.finditer(text.plain):
        if not _is_talk(text, found):
            yield _shown(text, *found.span())


def _told(text: Text) -> Iterator[Outcome]:
    for found in STRONG.finditer(text.plain):
        if _is_talk(text, found):
            yield _shown(text, *found.span())


def _is_talk(text: Text, found: re.Match[str]) -> bool:
    """Whether a sentence speaks of such marks; a mark in brackets or on its own line does not."""
    line = text.line_at(found.start()).strip(" \t()（）【】[]。！!")
    if line.startswith(found[0]) and len(line) <= len(found[0]) + 2 * NEAR:
        return False
    before = text.before(found.start(), NEAR)
    if before.rstrip().endswith(("(", "（", "【", "[")):
        return False
    return TALK.search(before + text.after(found.end(), NEAR)) is not None


def _alone(text: Text) -> Iterator[Outcome]:
    for row in text.rows:
        if len(row) > 1 and not any(ISSUED.search(cell.words) for cell in row):
            continue
        for cell in row:
            if cell.words and ALONE.fullmatch(cell.words) and not STRONG.search(cell.words):
                yield _shown(text, cell.start, cell.end)


def _shown(text: Text, start: int, end: int) -> Outcome:
    return Outcome(f"有内部文件的标志“{text.plain[start:end].strip()}”。", text, start, end)


GOOD: Final = (
    CLEAN,
    Sample("依法不得公开", "涉及商业秘密、个人隐私的政府信息，行政机关不得公开。"),
    Sample("明电文号", "根据《关于做好防汛工作的通知》（示办发明电〔2025〕1号）办理。"),
    Sample("主动公开", "（此件公开发布）"),
    Sample("机要部门", "由市委机要局负责传递。\n机要交通人员应当妥善保管文件。"),
    Sample("工作制度", "工作人员不得擅自将内部资料带出办公场所。"),
)
RULES = (
    Rule(
        "SEC-05",
        Severity.ERROR,
        "有内部文件的标志",
        "核对公开属性和来源：确属内部文件的不公开；可以公开的，换用没有标志的文本，或者由审核人说明理由放行。",
        Waivable.REVIEWER,
        SECRETS_RULES.at(42),
        reads=lambda text: (*_strong(text), *_alone(text)),
        bad=(
            Sample("内部资料", "内部资料 不得外传\n关于某事项的说明"),
            Sample("带括号", "关于某事项的说明。\n（内部资料，注意保存）"),
            Sample("此件不公开", "特此通知。\n（此件不公开）"),
            Sample("阅后收回", "（阅后收回）"),
            Sample("仅供领导参阅", "信息专报（仅供领导参阅）"),
            Sample("独立成行", "工作秘密\n关于某事项的报告"),
            Sample("密电", "发电单位\t某局\t等级\t特急\t密电"),
            Sample("隐藏内容", hidden="内部讨论稿"),
        ),
        good=GOOD,
    ),
    Rule(
        "SEC-06",
        Severity.WARNING,
        "提到内部文件的标志",
        "看上去是在说明这类标志的用法；确认本件可以公开后，说明理由放行。",
        Waivable.DRAFTER,
        OGI.at(17),
        reads=_told,
        bad=(Sample("说明用法", "不宜公开的文件应当在文末标明“此件不公开”，并说明理由。"),),
        good=GOOD,
    ),
)
