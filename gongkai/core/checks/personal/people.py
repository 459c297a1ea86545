"""PER-19 to PER-22: birth dates, illness and need, and children, together with a name."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.personal.names import NAME
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.checks.tables import Cell, Table
from gongkai.core.finding import Severity
from gongkai.core.law import PERSONAL_INFORMATION

TITLES: Final = ("村民", "居民", "学生", "患者", "职工", "申请人", "当事人", "对象")
BEFORE: Final = (
    rf"(?:(?<=[\n\t ，,。；;、：:（(“])|^|{'|'.join(f'(?<={title})' for title in TITLES)})"
)
SEX: Final = (
    r"(?:[，,、（( ]{0,2}(?:[男女]|[\u4e00-\u9fff]{1,4}族|[0-9]{1,3}岁|同志|同学|女士|先生))*"
    r"[)）]?[，,、（( ]{0,2}"
)
WHO: Final = re.compile(rf"{BEFORE}(?P<name>{NAME}){SEX}$")
"""A name at the end of what stands before a cue."""
WINDOW = 24
BORN: Final = re.compile(
    r"(?P<day>(?:18|19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)(?:出?生|[，,)）])"
)
POOR: Final = (
    r"(?:低保户|低保对象|特困供养|特困人员|五保户|残疾人?(?=[，,。；;、)）\n]|$)|孤儿|建档立卡贫困户|吸毒人员|社区矫正对象"
    r"|精神障碍患者|艾滋病患者|刑满释放)"
)
STATE: Final = re.compile(
    r"(?:患有?|身患|因患|罹患|确诊(?:为|患)?|被诊断为?|感染)[^，,。；;\n]{0,10}?(?:病|癌|瘤|症|艾滋|HIV|肝炎|结核|尿毒|白血|障碍|感染|炎)"
    rf"|(?:系|属于?|是|为)[^，,。；;\n]{{0,4}}?{POOR}"
    r"|[^，,。；;\n]{0,4}?(?:[一二三四]级(?:肢体|视力|听力|言语|智力|精神|多重)残疾|(?:肢体|视力|听力|言语|智力|精神|多重)残疾[一二三四]级)"
)
STATE_WORDS: Final = (
    "患", "诊", "感染", "残疾", "低保", "特困", "五保", "孤儿", "贫困户", "吸毒", "矫正", "刑满",
)  # fmt: skip
AGE: Final = "岁"
CHILD: Final = re.compile(r"(?<![0-9])(?:[1-9]|1[0-7])(?:周?岁|岁半)(?!以|至|到|及|[-—~])")
NAMED: Final = re.compile(
    r"(?:.{0,4}姓名|.{0,6}对象|申请人|户主|残疾人|儿童|学生|患者|被保险人|救助人)(?:姓名)?"
)
SENSITIVE: Final = re.compile(
    r"残疾(?:类别|类型|等级|级别|证号|情况)|病种|病情|患病(?:名称|情况|病种)?|疾病(?:名称|种类)?|诊断(?:结果)?|病历号|致贫原因|困难原因|健康状况"
    r"|婚姻状况|婚育(?:状况|情况)|宗教信仰|民族成份|低保类别|救助原因|刑罚|犯罪(?:记录|情况)|监护人(?:姓名)?"
)
CHILDREN: Final = re.compile(
    r"(?:儿童|孤儿|学生|幼儿|婴儿|未成年人|子女|新生儿|适龄儿童|留守儿童|被监护人)(?:的)?(?:姓名|名单)?"
)
FULL_NAME: Final = re.compile(NAME)
BORN_HEAD: Final = re.compile(r"出生(?:日期|年月日|年月|时间)|生日")
FULL_DAY: Final = re.compile(
    r"(?:18|19|20)[0-9]{2}\s*(?:年|[-./])\s*[0-9]{1,2}\s*(?:月|[-./])\s*[0-9]{1,2}日?|(?:19|20)[0-9]{6}"
)
MONTH: Final = re.compile(r"^(.*?年.*?月)")


def _births(text: Text) -> Iterator[Outcome]:
    for _, found in _named(text, BORN):
        month = MONTH.match(found["day"])
        yield Outcome(
            "有姓名和出生日期。",
            text,
            found.start("day"),
            found.end("day"),
            month[1] if month else "",
        )
    for names, other in _pairs(text, BORN_HEAD, NAMED):
        shown = [cell for cell in other if FULL_DAY.fullmatch(cell.words)]
        if shown and names:
            yield _column(text, "姓名和出生日期", names, shown)


def _conditions(text: Text) -> Iterator[Outcome]:
    if text.has(*STATE_WORDS):
        for name, _ in _named(text, STATE):
            yield _person(text, name, "姓名和健康、残疾、救助等情况")
    for names, other in _pairs(text, SENSITIVE, NAMED):
        shown = [cell for cell in other if cell.words]
        if shown and names:
            yield _column(text, "姓名和健康、残疾、救助等情况", names, shown)


def _children(text: Text) -> Iterator[Outcome]:
    for name, _ in _named(text, CHILD) if text.has(AGE) else ():
        yield _person(text, name, "未成年人的姓名和年龄")
    for table in text.tables:
        for cells in _columns_of(table, CHILDREN):
            if names := _names(cells):
                yield _column(text, "未成年人的姓名", names, names)


def _named(text: Text, cue: re.Pattern[str]) -> Iterator[tuple[tuple[int, int], re.Match[str]]]:
    """Where a name stands before a cue, and the cue: the rarer of the two is looked for first."""
    for found in cue.finditer(text.plain):
        start = max(0, found.start() - WINDOW)
        who = WHO.search(text.plain, start, found.start())
        if who:
            yield who.span("name"), found


def _person(text: Text, name: tuple[int, int], what: str) -> Outcome:
    start, end = name
    mask = f"{text.plain[start]}某"
    return Outcome(f"有{what}（{mask}）。", text, start, end, mask)


def _column(text: Text, what: str, names: list[Cell], shown: list[Cell]) -> Outcome:
    first = names[0]
    words = "\n".join(cell.words for cell in (*names, *shown))
    says, mask = f"表格里有 {len(names)} 人的{what}。", f"{first.words[0]}某"
    return Outcome(says, text, first.start, first.end, mask, about=words)


def _pairs(
    text: Text, other: re.Pattern[str], named: re.Pattern[str]
) -> Iterator[tuple[list[Cell], list[Cell]]]:
    """The names of a table that are written out, with each column of that other kind."""
    for table in text.tables:
        others = list(_columns_of(table, other))
        if others:
            names = [cell for cells in _columns_of(table, named) for cell in _names(cells)]
            yield from ((names, cells) for cells in others)


def _columns_of(table: Table, wanted: re.Pattern[str]) -> Iterator[list[Cell]]:
    for number, row in enumerate(table.rows[:4]):
        for column, cell in enumerate(row):
            if wanted.fullmatch("".join(cell.words.split())):
                yield list(table.below(number, column))


def _names(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if FULL_NAME.fullmatch("".join(cell.words.split()))]


RULES = (
    Rule(
        "PER-19",
        Severity.WARNING,
        "有姓名和出生日期",
        "出生日期只写到年月，或者删去。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_births,
        bad=(
            Sample("处罚决定里的当事人", "当事人：王小明，男，汉族，1975年8月12日出生。"),
            Sample("名单里的出生日期", file="姓名\t出生日期\n王小明\t1975-08-12"),
        ),
        good=(
            CLEAN,
            Sample("只到年月", "王小明，男，汉族，1975年8月生，大学学历。"),
            Sample("成文日期", "示例市数据局，2025年6月20日，印发通知。"),
        ),
    ),
    Rule(
        "PER-20",
        Severity.ERROR,
        "有个人的健康、残疾、救助等情况",
        "遮盖姓名，或者删去所患疾病、残疾、困难原因；法律规定必须公示的，由审核人写明依据后放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(28),
        reads=_conditions,
        bad=(
            Sample("患病", "村民王小明，男，患有尿毒症，生活困难。"),
            Sample("残疾", "王小明，肢体残疾二级，纳入补贴。"),
            Sample("低保户", "王小明系低保户，申请减免。"),
            Sample("名单里的残疾类别", file="姓名\t残疾类别\n王小明\t肢体"),
            Sample("致贫原因", "户主\t致贫原因\n王小明\t因病"),
        ),
        good=(
            CLEAN,
            Sample("姓名已遮盖", "村民王某，患有尿毒症。"),
            Sample("统计", "全市有残疾人1200人，其中肢体残疾二级300人。"),
            Sample("名单已遮盖", file="姓名\t残疾类别\n王*明\t肢体"),
        ),
    ),
    Rule(
        "PER-21",
        Severity.ERROR,
        "有未成年人的姓名",
        "遮盖未成年人的姓名；确需公布的，须有监护人同意，由审核人写明理由后放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(31),
        reads=_children,
        bad=(
            Sample("年龄", "王小明，男，9岁，被救助。"),
            Sample("名单", file="序号\t学生姓名\t年级\n1\t王小明\t三年级"),
            Sample("孤儿名单", "孤儿姓名\t月补助\n王小明\t1200"),
        ),
        good=(
            CLEAN,
            Sample("成年人", "王小明，男，45岁，示例村人。"),
            Sample("已遮盖", "王某，男，9岁，被救助。"),
            Sample("年龄段", "3岁至6岁儿童免费体检。"),
        ),
    ),
)
