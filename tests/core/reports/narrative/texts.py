"""Invented reports as lines, for the tests of this folder."""

from gongkai.core.ports import Place
from gongkai.core.reports.report import Line

TITLE = "示例市商务局2023年政府信息公开工作年度报告"
LEAD = (
    "本报告根据《中华人民共和国政府信息公开条例》（国令第711号）编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成，"
    "所列数据的统计期限为2023年1月1日至2023年12月31日。"
)
PARTS = (
    (
        "一、总体情况",
        "2023年，市商务局认真落实条例。通过门户网站主动公开信息101条，其中工作动态58条、财政信息3条、政策解读40条。"
        "“示例商务”微信公众号发布信息1,200余条。共收到政府信息公开申请14件，办结14件，办结率100%。",
    ),
    ("二、主动公开政府信息情况", "制发行政规范性文件2件。"),
    ("三、收到和处理政府信息公开申请情况", "上年结转0件，结转下年度继续办理0件。"),
    ("四、政府信息公开行政复议、行政诉讼情况", "本年度未发生行政复议、行政诉讼。"),
    (
        "五、存在的主要问题及改进情况",
        "一是公开形式不够丰富；二是解读不够及时。2024年将公开信息500条。",
    ),
    ("六、其他需要报告的事项", "本年度未收取信息处理费。"),
)
SIGNATURE = ("示例市商务局", "2024年1月19日")
HEADINGS = tuple(heading for heading, _ in PARTS)


def lines_of(*texts: str) -> tuple[Line, ...]:
    """Lines from texts, each of which may hold several."""
    all_lines = [line for text in texts for line in text.split("\n")]
    return tuple(Line(text, Place(None, number)) for number, text in enumerate(all_lines, 1))


def whole() -> list[str]:
    """The whole report, a paragraph to a line."""
    body = [text for part in PARTS for text in part]
    return [TITLE, LEAD, *body, *SIGNATURE]


def with_sentence(sentence: str) -> tuple[Line, ...]:
    """A report of 2023 whose first part is one sentence."""
    return lines_of(TITLE, "一、总体情况", sentence, "二、主动公开政府信息情况")
