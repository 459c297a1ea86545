"""The words and numbers that the search for figures walks over, found in one pass."""

import re

from gongkai.core.reports.narrative.figure_rules import Topic
from gongkai.core.reports.text.numerals import SCALE

UNITS = (
    "件次|件|条(?!例)|篇|期(?![间限中末内])|场次|场(?!所)|人次|人(?![大民员社])|次(?!全会|会议|全体)"
    "|份|个(?!月|工作日|百分点|小时|方面)|项|起(?!至)|宗|例|则|部(?!门)|册|批|家|幅|页|套|类|种|户|处|元"
    "|%|％|组|名|封|首|段|版|集|档|余(?=[。，；）、])|台|桩"
)
WORDS = {
    Topic.APPLICATIONS: "信息公开申请|依申请公开|申请公开|公开申请|依申请信息公开|申请方式",
    Topic.LITIGATION: "行政诉讼|诉讼|起诉|行政应诉",
    Topic.REVIEW: "行政复议|复议",
    Topic.PROPOSALS: "代表建议|人大建议|建议提案|提案|议案",
    Topic.DOCUMENTS: "文件进行[^，。；]{0,6}清理|文件清理|清理",
    Topic.MESSAGES: "留言|来信|信箱|热线|工单|咨询|投诉|网民",
    Topic.FEES: "收费通知|处理费",
    Topic.NEW_MEDIA: "微信|微博|公众号|新媒体|视频号|客户端",
}
COUNTED = re.compile(
    "[0-9一二两三四五六七八九十百](?:"
    rf"(?<=[0-9])[0-9.,，]{{0,18}}[余多几]?[百千]?[万亿]?[余多几]?(?:{UNITS}|[万亿])"
    rf"|(?<=[一-龥])[一二两三四五六七八九十百]{{0,7}}[余多几]?(?:{UNITS}))"
)
"""Tells at a glance whether a sentence counts anything."""
SENTENCE = re.compile("[^。！？]+[。！？]*|[。！？]+")
# Every kind of token begins with a letter or a class and names itself by an empty group at its
# end: so the kinds that cannot begin here are passed over quickly. What is only to be skipped
# (titles of books, other years compared with, dates) has no name.
SKIPPED = (
    "《[^》]{1,80}》",
    r"[较比与同跟](?:去年|上一?年|(?:19|20)\d\d年)(?:度|同期)?(?:相?比)?",
)
YEAR = (
    r"[12](?:(?<=1)9|(?<=2)0)(?<!结转..)\d\d(?=年(?!度?[^，。；]{0,4}结转))(?P<year>)",
    r"[0-9][0-9]?(?:月(?:\d{1,2}日)?|日|时|[:：]\d)",
)
ARABIC = (
    r"[0-9](?<![第0-9].)(?:\d{0,2}(?:[,，]\d{3}){1,5}(?!\d)|\d{0,14})(?:\.\d{1,8})?(?P<digits>)"
)
CHINESE = (
    "[一二两三四五六七八九十百](?<![第零〇一二三四五六七八九十百千万两].)"
    rf"[〇零○一二两三四五六七八九十百千]{{0,12}}(?=[余多几]?(?:{UNITS}))(?P<numeral>)"
)
NUMBER = rf"{{}}{SCALE}(?P<unit>{UNITS})?(?P<vague>以上|左右)?"
PHRASES = {
    "among": "(?:其中|主要包括|包括|含(?<=[，（、]含))",
    "past": "[去上](?:(?<=去)年|(?<=上)一?年)(?!度?[^，。；]{0,8}结转)",
    "now": "(?:今年|本年|全年|年内)",
    "stock": "(?:截至目前|目前|至今|以(?<!年以)来|历年|现有)",
    "topic": f"(?:{'|'.join(WORDS.values())})",
}
FIRST = frozenset(
    "，；（）《较比与同跟0123456789一二两三四五六七八九十百其主包含去上今本全年截目至以历现"
) | {word[0] for words in WORDS.values() for word in words.split("|")}
"""What a token may begin with: a cheap test that spares most of the text the dear one."""
TOKEN = re.compile(
    f"(?=[{''.join(sorted(FIRST))}])(?:"
    + "|".join(
        (
            "[，；（）](?P<mark>)",
            *SKIPPED,
            *YEAR,
            NUMBER.format(f"(?:{ARABIC}|{CHINESE})"),
            *(f"{pattern}(?P<{name}>)" for name, pattern in PHRASES.items()),
        )
    )
    + ")"
)
TOPIC_OF = {word: topic for topic, words in WORDS.items() for word in words.split("|")}
TOPIC_WORDS = tuple((word, topic) for word, topic in TOPIC_OF.items() if "[" not in word)
ANY_TOPIC = re.compile("|".join(word for word, _ in TOPIC_WORDS))


def topic_of(word: str) -> Topic:
    """The topic of a word that the search found."""
    return TOPIC_OF.get(word, Topic.DOCUMENTS)


def last_topic(plain: str, start: int, end: int) -> Topic | None:
    """What the text between two offsets speaks of last."""
    if not ANY_TOPIC.search(plain, start, end):
        return None
    best, found = -1, None
    for word, topic in TOPIC_WORDS:
        at = plain.rfind(word, max(start, best), end)
        if at > best:
            best, found = at, topic
    return found
