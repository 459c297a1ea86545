"""Names of organs as they stand in titles, signatures and sentences."""

import re
from collections import Counter
from collections.abc import Iterator

REGION = "省|自治区|市|县|区|州|盟|旗|兵团"
KIND = (
    "人民政府办公厅|人民政府办公室|政府办公厅|政府办公室|人民政府|人民法院|人民检察院|街道办事处|办事处|管理委员会|管委会"
    "|委员会|办公厅|办公室|督查室|研究室|公安厅|厅|总局|分局|局|总队|支队|大队|指挥部|本部|公署|署|总站|中心|联合会|总会|联社"
    "|大学|学院|中学|小学|学校|医院|集团|公司|银行|党校|档案馆|图书馆|博物馆|气象台|服务站|事务所|研究所|研究院|委|院|部"
    "|处|所|馆|站|社|会|街道|镇|乡"
)
WHOLE = re.compile(rf"[一-龥A-Za-z（）()·〇]{{2,40}}?(?:{KIND})(?:（[^（）]{{2,20}}）)?")
ENDING = re.compile(rf"(?:{KIND})(?:（[^（）]{{2,20}}）)?$")
ABBREVIATED = re.compile(
    "(?:我|本(?!溪)|该|各|全(?!椒|州|南)|省(?!直)|市(?![中南北辖])|区|县|州|盟|旗|厅|局|委|办)(?!人民)|(?:本级|机关)"
)
REGION_ALONE = re.compile(rf"[一-龥]{{2,24}}(?:{REGION}|开发区|新区|示范区)")
PLACE = re.compile(f"{REGION}|镇|乡|街道")
NATIONAL = re.compile("国务院|国家|中国|中央|最高|中华|全国|.{2,12}部$")
LEADING = re.compile("^(?:关于|现将|公布|发布机构|发布单位|信息来源|来源|年度?|度)+")
FOLLOWED = (
    "(?=坚持|认真|严格|深入|全面|始终|高度|按照|积极|紧紧|切实|以|在|根据|编制|编写|网站|门户|联系|2|，|。|\\d|主动|共"
    "|收到|未|持续|不断|围绕|着眼|政府信息|信息公开|的|$)"
)
CLAUSE = re.compile("[一-龥]{5,}")
LINKS = "由在向与请是将到至的"
NAMED = re.compile(
    rf"(?:(?<![一-龥])|[{LINKS}]|根据|按照|经)(?P<name>[^{LINKS}\W\d]{{2,9}}?(?:{REGION})"
    rf"[一-龥]{{0,24}}?(?:{KIND})){FOLLOWED}"
)
SHORT_NAME = re.compile(
    rf"(?<![一-龥])(?P<level>[省市县区州])(?P<rest>[一-龥]{{2,18}}?(?:厅|局|委员会|委|办公室|政府)){FOLLOWED}"
)
NO_ORGAN = re.compile("国务院$|(?:[省市区县州]|党|纪)委$|国务院[和、]|和[省市区县](?:委|政府)")
PEOPLES, GOVERNMENT = "人民", "政府"
REGIONS = {
    level: re.compile(rf"(?<![一-龥])([一-龥]{{2,7}}?{level})(?!委|政|人大|级)")
    for level in "省市县区州"
}
BOOK_TITLE = re.compile("《[^》]{0,120}》")


def is_full(name: str) -> bool:
    """Whether a name says by itself which organ it is (not 我局, 市政府, 区商务局)."""
    if ABBREVIATED.match(name) or not ENDING.search(name) or NO_ORGAN.search(name):
        return False
    if NATIONAL.match(name):
        return True
    return PLACE.search(name, 1) is not None


def is_region(name: str) -> bool:
    """Whether a name is that of a place and of no organ (淮安市)."""
    return bool(REGION_ALONE.fullmatch(name)) and not ENDING.search(name)


def organ_in(text: str) -> str:
    """The organ's name that a short text consists of; empty if it is something else."""
    name = LEADING.sub("", text.strip("：:，,。.、 "))
    if name.endswith(PEOPLES):
        name += GOVERNMENT
    return name if WHOLE.fullmatch(name) else ""


def mentioned(text: str) -> Iterator[str]:
    """Full names of organs in running text, those in titles of other documents left out."""
    for clause in CLAUSE.finditer(BOOK_TITLE.sub("《》", text)):
        for found in NAMED.finditer(clause.group() + "，"):
            name = LEADING.sub("", found["name"])
            if is_full(name):
                yield name


def commonest(text: str) -> str:
    """The organ that a text speaks of most often; empty where it names none in full."""
    counted = Counter(mentioned(text)).most_common(1)
    return counted[0][0] if counted else ""


def put_together(text: str) -> str:
    """An organ's name from its short form (省教育厅) and the one region the text names (河北省)."""
    short = SHORT_NAME.search(BOOK_TITLE.sub("《》", text))
    if short is None:
        return ""
    level, rest = short.groups()
    regions = Counter(REGIONS[level].findall(text))
    named = regions.most_common(1)
    return named[0][0] + rest if named and not ABBREVIATED.match(named[0][0]) else ""
