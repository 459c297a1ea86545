"""PER-14 to PER-16: mail addresses, and names in chat services."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.once import once
from gongkai.core.checks.personal.cues import is_office
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI, PERSONAL_INFORMATION

MAIL: Final = re.compile(
    r"(?<![0-9A-Za-z._+\-])[0-9A-Za-z][0-9A-Za-z._+\-]{0,60}\s?@\s?(?:[0-9A-Za-z\-]{1,60}\.){1,4}[A-Za-z]{2,8}(?![0-9A-Za-z])"
)
AT: Final = "@"
GOVERNMENT: Final = re.compile(r"[@.]gov\.cn$", re.IGNORECASE)
SERVICES: Final = ("QQ", "qq", "Qq", "微信", "WeChat", "wechat", "VX", "vx")
CHAT: Final = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(SERVICES)})(?:号码?|帐号|账号)?(?:[:：\s]\s*|为|是)([1-9][0-9]{{4,11}}|[A-Za-z][0-9A-Za-z_\-]{{5,19}})(?![0-9A-Za-z])"
)


@once
def _mails(text: Text) -> tuple[tuple[int, int, bool], ...]:
    """Where mail addresses stand that are not a government's, and whether each is an office's."""
    if not text.has(AT):
        return ()
    return tuple(
        (*found.span(), is_office(text, found.start()))
        for found in MAIL.finditer(text.plain)
        if not GOVERNMENT.search(found[0].strip())
    )


def _private(text: Text) -> Iterator[Outcome]:
    for start, end, of_office in _mails(text):
        if not of_office:
            shown = text.plain[start:end]
            mask = f"{shown[:1]}***{shown[shown.index('@') :]}"
            yield Outcome(f"有电子邮箱 {mask}。", text, start, end, mask)


def _office(text: Text) -> Iterator[Outcome]:
    for start, end, of_office in _mails(text):
        if of_office:
            yield Outcome(f"公务联系用了非政府邮箱“{text.plain[start:end]}”。", text, start, end)


def _chats(text: Text) -> Iterator[Outcome]:
    for found in CHAT.finditer(text.plain) if text.has(*SERVICES) else ():
        mask = f"{found[1][:2]}****"
        yield Outcome(f"有社交账号 {mask}。", text, found.start(1), found.end(1), mask)


RULES = (
    Rule(
        "PER-14",
        Severity.WARNING,
        "有个人电子邮箱",
        "删去或者遮盖；确为办公邮箱的，写明“电子邮箱”。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_private,
        bad=(
            Sample("私人邮箱", "王某（wang.mou@example.com）提出意见。"),
            Sample("申请人的邮箱", "申请人邮箱：wang@example.com"),
        ),
        good=(
            CLEAN,
            Sample("政府邮箱", "王某（wang@example.gov.cn）。"),
            Sample("办公邮箱", "电子邮箱：office@example.com"),
        ),
    ),
    Rule(
        "PER-15",
        Severity.INFORMATION,
        "公务联系用了非政府邮箱",
        "建议改用 gov.cn 后缀的政务邮箱。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_office,
        bad=(Sample("办公邮箱", "意见请发送至电子邮箱 office@example.com。"),),
        good=(CLEAN, Sample("政府邮箱", "电子邮箱：office@example.gov.cn")),
    ),
    Rule(
        "PER-16",
        Severity.WARNING,
        "有社交账号",
        "个人的 QQ 号、微信号应当删去；机关的公众号请写名称。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_chats,
        bad=(
            Sample("QQ号", "王某，QQ号：123456789"),
            Sample("微信号", "王某，微信：wangmou123"),
        ),
        good=(
            CLEAN,
            Sample("公众号", "关注微信公众号“示例发布”。"),
            Sample("工作群", "加入QQ工作群：123456789"),
        ),
    ),
)
