"""LAY-01 to LAY-05: the title (§13.5): one sentence, not too long, not left from a trial."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from gongkai.core.checks.content import PartKind
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Reading, Rule, TextJudge, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI

LONGEST = 50
SENTENCES: Final = re.compile(r"[。！？!?；;](?=.)|\n\s*\S")
END: Final = re.compile(r"[。．，,；;：:、.]\s*$")
TRIAL: Final = re.compile(
    r"^\s*(?:测试|test|demo|标题|无标题|未命名|新建|asdf|aaa+|111+|123+|xx+)\s*[0-9A-Za-z]{0,6}\s*$"
    r"|^测试(?:文章|信息|数据|标题|稿件|发布|一下|内容|新闻|公告|通知|[0-9])|(?:测试|test)\s*[0-9]*$|[（(【\[]\s*测试\s*[）)】\]]",
    re.IGNORECASE,
)
ABOUT_TESTS: Final = re.compile(
    r"(?:水平|能力|体能|体质|体育|心理|性能|安全|压力|渗透|核酸|驾驶|普通话|软件|产品|道路|身体素质|技能|竞赛|专业|学业|入学|招生|抽样|模拟|素质|测评|"
    r"自动驾驶|网联汽车|验收)[\u4e00-\u9fff]{0,6}测试$|测试(?:结果|成绩|大纲|方案|工作|中心|员|基地|示范|道路|标准|规范|机构)"
)


def _title(is_wrong: Callable[[str], str]) -> TextJudge:
    """A judge of titles, from a function that says what is wrong with one, or nothing."""

    def judge(text: Text) -> Iterator[Outcome]:
        if (
            text.part.kind is PartKind.TITLE
            and text.plain.strip()
            and (says := is_wrong(text.plain))
        ):
            yield Outcome(says, text, 0, len(text.plain))

    return judge


def _missing(reading: Reading) -> Iterator[Outcome]:
    if not any(text.plain.strip() for text in reading.texts if text.part.kind is PartKind.TITLE):
        yield Outcome("没有标题。", paths=(PartKind.TITLE,))


def _long(title: str) -> str:
    length = len("".join(title.split()))
    return f"标题有 {length} 个字。" if length > LONGEST else ""


def _sentences(title: str) -> str:
    if SENTENCES.search(title.strip()):
        return "标题有几个句子，或者分成了几行。"
    return "标题末尾有标点。" if END.search(title) else ""


def _trial(title: str) -> str:
    is_trial = TRIAL.search(title) and not ABOUT_TESTS.search(title)
    return f"标题“{title.strip()}”像是测试或者没有填写。" if is_trial else ""


RULES = (
    Rule(
        "LAY-01",
        Severity.ERROR,
        "没有标题",
        "填写标题。",
        Waivable.NEVER,
        OGI.at(12),
        weighs=_missing,
        bad=(Sample("没有标题", title=""), Sample("只有空格", title="　 ")),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-02",
        Severity.WARNING,
        "标题太长",
        f"压缩到 {LONGEST} 个字以内；文件原名较长的，可以说明后保留。",
        Waivable.DRAFTER,
        OGI.at(12),
        reads=_title(_long),
        bad=(Sample("超过五十字", title=f"示例市数据局关于{'加快' * 25}的通知"),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-03",
        Severity.WARNING,
        "标题不是一句话",
        "标题写成一句话，末尾不加标点，不分行。",
        Waivable.DRAFTER,
        OGI.at(12),
        reads=_title(_sentences),
        bad=(
            Sample("两个句子", title="示例市召开会议。部署公共数据检查"),
            Sample("末尾句号", title="示例市数据局关于开展检查的通知。"),
            Sample("分成两行", title="示例市数据局\n关于开展检查的通知"),
        ),
        good=(CLEAN, Sample("问句", title="公共数据怎样申请？")),
    ),
    Rule(
        "LAY-04",
        Severity.ERROR,
        "标题像是测试",
        "改成正式的标题；测试信息不要发布。确为正式标题的，由审核人放行。",
        Waivable.REVIEWER,
        OGI.at(6),
        reads=_title(_trial),
        bad=(
            Sample("测试", title="测试"),
            Sample("测试加数字", title="测试123"),
            Sample("带括号的测试", title="关于检查的通知（测试）"),
            Sample("英文", title="test"),
            Sample("没有填写", title="无标题"),
        ),
        good=(
            CLEAN,
            Sample("普通话测试", title="关于开展普通话水平测试"),
            Sample("测试结果", title="示例市智能网联汽车道路测试结果公示"),
        ),
    ),
)
