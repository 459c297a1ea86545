"""LNK-08 to LNK-11: links that do not work, or not well."""

from gongkai.core.checks.content import Link
from gongkai.core.checks.links.addresses import Address
from gongkai.core.checks.links.dangerous import GOOD, each_link
from gongkai.core.checks.rule import Rule, Waivable
from gongkai.core.checks.samples import Sample
from gongkai.core.finding import Severity
from gongkai.core.law import ACCESSIBILITY, OGI

PLAIN = "http"
NOWHERE = frozenset({"", "#"})


def _dead(link: Link, address: Address) -> bool:
    return link.reachable is False


def _empty(link: Link, address: Address) -> bool:
    return address.written in NOWHERE


def _bare(link: Link, address: Address) -> bool:
    return address.is_web and address.ip is not None and not address.is_inner


def _plain(link: Link, address: Address) -> bool:
    return address.scheme == PLAIN and not address.is_inner and address.ip is None


RULES = (
    Rule(
        "LNK-08",
        Severity.WARNING,
        "链接打不开或者转到了别处",
        "打开核对：地址有误的改正，页面不在了的换一个或者删去。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=each_link("链接“{words}”（{address}）有问题：{fault}。", _dead),
        bad=(
            Sample(
                "页面不存在",
                links=(Link("https://www.example.gov.cn/x", "查看", False, "页面不存在"),),  # noqa: FBT003 - what a sample shows
            ),
        ),
        good=(
            *GOOD,
            Sample("能打开", links=(Link("https://www.example.gov.cn/", "查看", True),)),  # noqa: FBT003 - what a sample shows
        ),
    ),
    Rule(
        "LNK-09",
        Severity.WARNING,
        "链接没有地址",
        "补上地址，或者去掉链接。",
        Waivable.DRAFTER,
        ACCESSIBILITY.at(32),
        weighs=each_link("链接“{words}”没有地址。", _empty),
        bad=(
            Sample("空地址", links=(Link("", "查看"),)),
            Sample("只有井号", links=(Link("#", "查看"),)),
        ),
        good=(*GOOD, Sample("页内位置", links=(Link("#part2", "第二部分"),))),
    ),
    Rule(
        "LNK-10",
        Severity.WARNING,
        "链接用 IP 地址代替域名",
        "换成域名；不能确认是哪个网站的不要链接。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=each_link("链接“{words}”直接写 IP 地址：{address}。", _bare),
        bad=(Sample("IP 地址", links=(Link("http://8.8.8.8/a", "查看"),)),),
        good=(*GOOD, Sample("内部网络", links=(Link("http://10.1.2.3/", "查看"),))),
    ),
    Rule(
        "LNK-11",
        Severity.INFORMATION,
        "链接没有加密",
        "对方支持时改用 https。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=each_link("链接“{words}”用的是 http：{address}。", _plain),
        bad=(Sample("http", links=(Link("http://www.example.gov.cn/", "查看"),)),),
        good=GOOD,
    ),
)
