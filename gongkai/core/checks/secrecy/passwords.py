"""SEC-07: a password that is written down (found in real notices beside mail boxes)."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import DATA_SECURITY

PASSWORD: Final = re.compile(
    r"(?:密码|口令|password|passwd|pwd)\s*(?:均|统一)?(?:[:：=]|为|是|设为)?\s*[“\"]?"
    r"(?P<word>(?=[!-~]*[0-9A-Za-z])[!-+\--~]{4,40})",
    re.IGNORECASE,
)


def _judge(text: Text) -> Iterator[Outcome]:
    for found in PASSWORD.finditer(text.plain):
        if not text.in_address(found.start()):
            yield Outcome("写有登录密码。", text, *found.span("word"), suggestion="******")


RULES = (
    Rule(
        "SEC-07",
        Severity.ERROR,
        "写有密码",
        "删去密码，另行单独告知；已经公开过的，立即更换。",
        Waivable.REVIEWER,
        DATA_SECURITY.at(27),
        reads=_judge,
        bad=(
            Sample("邮箱密码", "请到邮箱 office@example.com（密码abc12345）下载。"),
            Sample("初始密码", "用户名为单位代码，初始密码为123456。"),
        ),
        good=(
            CLEAN,
            Sample("网址里的提取码", "https://pan.example.com/s/1?pwd=abcd"),
            Sample("密码法", "贯彻落实《密码法》，加强密码应用。"),
            Sample("没有写出", "忘记密码的，请联系管理员。密码：见短信"),
        ),
    ),
)
