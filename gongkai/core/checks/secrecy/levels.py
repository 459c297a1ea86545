"""SEC-01 to SEC-04: marks of the three levels (R13-01 to R13-03), not mere mentions of them."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.checks.tables import Cell
from gongkai.core.finding import Severity
from gongkai.core.law import SECRETS_RULES

LEVEL: Final = r"(?:绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)"
STAR: Final = r"[★☆✩✪✫✭✮✯✰⭐*\uff0a·・]"
NUMBER: Final = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
TERM: Final = rf"(?:{NUMBER}\s*(?:年|个月)|长期|启用前|解密条件[^\n]{{0,20}}|启封前)"
URGENCY: Final = r"(?:特\s*急|加\s*急|特\s*提|平\s*急|急\s*件)"
SERIAL: Final = r"(?:(?:份\s*号|№|[Nn][Oo]\.?)\s*[:：]?\s*[0-9]{4,8}|[0-9]{6})"
SHAPE: Final = rf"{LEVEL}\s*(?:[★☆✩✪✫✭✮✯✰⭐]\s*(?:{TERM})?|[*\uff0a·・]\s*{TERM})"
STARRED: Final = re.compile(SHAPE)
MARK: Final = rf"{LEVEL}(?:级|件)?\s*(?:{STAR}?\s*{TERM}|[（(]\s*{TERM}\s*[）)])?"
ALONE: Final = re.compile(
    rf"[【\[（(《]?\s*(?:(?:{SERIAL}|{URGENCY})[\s,，;；/]*)*{MARK}"
    rf"(?:[\s,，;；/]*(?:{SERIAL}|{URGENCY}))*\s*[】\]）)》]?"
)
FIELD: Final = re.compile(
    r"(?:密\s{0,4}级|秘密等级|涉密等级|保密等级)(?:[^\S\n]*[:：][^\S\n]*|[^\S\n]+)"
    r"(?:[☑■√✓☒]\s*)?(绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)(?!\s*(?:[□○、/\uff0f或和及与]|[（(]))"
)
HEAD: Final = re.compile(r"(?:文件|信息|原定|涉密|事项)?密\s{0,4}级")
QUOTED: Final = re.compile(r"[“\"「『\u2018]\s*$")
TALK: Final = re.compile(
    r"标注|标明|标志|标识|注明|标有|字样|形式|格式|样式|例如|比如|示例|填写|印有|应当标|如何|加盖"
)
NEAR, LONG_LINE, TOP = 30, 24, 3


def _starred(text: Text) -> Iterator[Outcome]:
    for found in STARRED.finditer(text.plain):
        if not _is_talk(text, found):
            yield _shown(text, *found.span())


def _told(text: Text) -> Iterator[Outcome]:
    for found in STARRED.finditer(text.plain):
        if _is_talk(text, found):
            yield _shown(text, *found.span())


def _is_talk(text: Text, found: re.Match[str]) -> bool:
    """Whether a sentence explains how marks look, and quotes one."""
    line = text.line_at(found.start()).strip()
    if len(line) < LONG_LINE or not QUOTED.search(text.before(found.start(), 2)):
        return False
    around = text.before(found.start(), NEAR) + text.after(found.end(), NEAR)
    return TALK.search(around) is not None


def _alone(text: Text) -> Iterator[Outcome]:
    for place, row in enumerate(text.rows):
        for cell in row:
            is_mark = cell.words and (len(row) == 1 or place < TOP) and ALONE.fullmatch(cell.words)
            if is_mark and not STARRED.search(cell.words):
                yield _shown(text, cell.start, cell.end)


def _field(text: Text) -> Iterator[Outcome]:
    for found in FIELD.finditer(text.plain):
        if not STARRED.match(text.plain, found.start(1)):
            yield _shown(text, *found.span())
    for value in _under_heads(text):
        if ALONE.fullmatch(value.words) and not STARRED.search(value.words):
            yield _shown(text, value.start, value.end)


def _under_heads(text: Text) -> Iterator[Cell]:
    """The cells of a column that holds levels."""
    for table in text.tables:
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if HEAD.fullmatch(cell.words):
                    yield from table.below(number, column)


def _shown(text: Text, start: int, end: int) -> Outcome:
    return Outcome(f"有密级标志“{text.plain[start:end].strip()}”。", text, start, end)


BLOCKED: Final = (
    "立即停止处理，不要转发；按保密规定报告保密工作机构核实。标有密级的文件不得进入本系统，"
    "确已解密的，使用去除标志后的解密文本。"
)
MENTIONS: Final = (
    CLEAN,
    Sample("提到国家秘密", "本机关对涉及国家秘密的政府信息不予公开，商业秘密依法保护。"),
    Sample("法律名称", "根据《中华人民共和国保守国家秘密法》，做好保密审查。"),
    Sample("年报的行名", "三、不予公开\t1.属于国家秘密\t0\t0\n2.属于商业秘密\t0\t0"),
    Sample("三个等级", "国家秘密的密级分为绝密、机密、秘密三级。"),
    Sample("句中的秘密", "任何人不得泄露其掌握的秘密。\n严守工作秘密。"),
    Sample("待选的密级", "密级：绝密□ 机密□ 秘密□"),
)

RULES = (
    Rule(
        "SEC-01",
        Severity.ERROR,
        "有密级标志",
        BLOCKED,
        Waivable.NEVER,
        SECRETS_RULES.at(21),
        reads=_starred,
        bad=(
            Sample("密级加保密期限", "机密★10年\n关于某事项的报告"),
            Sample("绝密长期", "绝密★长期\n特急"),
            Sample("只有五角星", "秘密★\n关于某事项的请示"),
            Sample("字间空格和全角数字", "机　密 ★ \uff11\uff10 年\n报告"),
            Sample("零宽字符", "秘\u200b密\u200b★5年\n报告"),
            Sample("隐藏内容里的标志", hidden="机密★20年"),
            Sample("启用前", "绝密★启用前\n试题"),
            Sample("星号代替五角星", "秘密*5年\n报告"),
        ),
        good=(*MENTIONS, Sample("说明标志样式", "国家秘密标志的形式为“密级★保密期限”。")),
    ),
    Rule(
        "SEC-02",
        Severity.ERROR,
        "密级独立成行",
        BLOCKED,
        Waivable.NEVER,
        SECRETS_RULES.at(21),
        reads=_alone,
        bad=(
            Sample("首页左上角", "机密\n关于某事项的报告"),
            Sample("份号和密级", "000012\n机密 10年\n特急"),
            Sample("同一行的份号、密级、紧急程度", "000012 秘密 特急\n关于某事项的报告"),
            Sample("字间空格", "秘　　密\n关于某事项的报告"),
            Sample("带括号", "【绝密】\n关于某事项的报告"),
            Sample("页眉", "第一页的内容在这里。\n秘密\n第二页的内容在这里。"),
            Sample("附件里的标志", file="机密\t\t第1页\n序号\t名称\n1\t某事项"),
        ),
        good=(*MENTIONS, Sample("六位数字", "邮政编码\n050000\n联系方式")),
    ),
    Rule(
        "SEC-03",
        Severity.ERROR,
        "注明了密级",
        BLOCKED,
        Waivable.NEVER,
        SECRETS_RULES.at(21),
        reads=_field,
        bad=(
            Sample("密级一栏", "文件名称：某报告\n密级：机密"),
            Sample("表格里的密级", "文号\t密级\t份数\n某发1号\t秘密\t5"),
            Sample("并排的格", "密级\t秘密\t份号\t000012"),
            Sample("字间空格", "密　级：秘 密"),
        ),
        good=(*MENTIONS, Sample("不涉密", "密级：公开"), Sample("无密级", "密级：非密\n份数：5")),
    ),
    Rule(
        "SEC-04",
        Severity.ERROR,
        "引用了密级标志的样式",
        "确认这里只是说明标志的写法、文件本身不涉密后，由审核人说明理由放行；不能确认的，按保密规定处理。",
        Waivable.REVIEWER,
        SECRETS_RULES.at(42),
        reads=_told,
        bad=(
            Sample(
                "说明如何标注",
                "涉密文件应当在首页左上角标注密级和期限，例如“机密★10年”，不得漏标、错标。",
            ),
        ),
        good=MENTIONS,
    ),
)
