"""LNK-01 to LNK-06: links that carry programs, lead inside, or mislead."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from gongkai.core.checks.content import Content, Link, PartKind, Picture
from gongkai.core.checks.links.addresses import Address, address_of
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import ContentJudge, Outcome, Reading, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import DATA_SECURITY, OGI

PROGRAMS: Final = frozenset({"javascript", "vbscript", "data", "blob", "view-source", "about"})
LOCAL: Final = frozenset({"file", "res", "ms-its", "mhtml", "cid"})
HOST_IN_WORDS: Final = re.compile(
    r"(?:https?://)?(?P<host>(?:[0-9A-Za-z\-]{1,63}\.){1,5}(?:cn|com|net|org|gov|edu|info|xyz|top|vip|cc|io))(?![0-9A-Za-z.\-])",
    re.IGNORECASE,
)
IN_TEXT: Final = re.compile(
    r"(?:https?|ftp)://(?:[^\s/@，。；）)]*@)?(?P<host>[0-9A-Za-z.\-]+|\[[0-9A-Fa-f:.]+\])[^\s，。；）)]*",
    re.IGNORECASE,
)
AUTHORITY: Final = "://"
PATH_IN_TEXT: Final = re.compile(
    r"(?<![A-Za-z])(?:file:/{2,3}[^\s，。；]+|[C-Zc-z]:[\\/](?:[^\s\\/，。；:：]+[\\/])+[^\s，。；]*|\\\\[0-9A-Za-z.\-]+\\[^\s，。；]+)"
)
PATH_SIGN: Final = re.compile(r"\\|:/")
PUNYCODE: Final = "xn--"
MIXED: Final = re.compile(
    r"[\u0370-\u052f\u1e00-\u1fff\uff00-\uffef]|[a-z][^\x00-\x7f]|[^\x00-\x7f][a-z]"
)
WWW: Final = "www."


def where(reading: Reading, link: Link) -> tuple[Text | None, int, int]:
    """The words of a link in the body, where they can be found."""
    words = link.words.strip()
    for text in reading.texts:
        place = text.plain.find(words) if words and text.part.kind is PartKind.BODY else -1
        if place >= 0:
            return text, place, place + len(words)
    return None, 0, 0


def each_link(says: str, is_wrong: Callable[[Link, Address], bool]) -> ContentJudge:
    """A judge that says this of every link of that kind."""

    def judge(reading: Reading) -> Iterator[Outcome]:
        for link in _everything(reading.content):
            if is_wrong(link, address_of(link.address)):
                text, start, end = where(reading, link)
                words = says.format(address=link.address, words=link.words, fault=link.fault)
                yield Outcome(words, text, start, end, paths=("links",), about=link.address)

    return judge


def _everything(content: Content) -> Iterator[Link]:
    """The links, and the pictures that are not among them."""
    yield from content.links
    known = {link.address for link in content.links}
    for picture in content.pictures:
        if picture.address not in known:
            yield Link(picture.address, picture.alt)


def _program(link: Link, address: Address) -> bool:
    return address.scheme in PROGRAMS


def _local(link: Link, address: Address) -> bool:
    return address.is_local_path or address.scheme in LOCAL


def _inner(link: Link, address: Address) -> bool:
    return address.is_inner and not _local(link, address)


def _password(link: Link, address: Address) -> bool:
    return bool(address.user)


def _other_host(link: Link, address: Address) -> bool:
    shown = HOST_IN_WORDS.search(link.words)
    if not shown or not address.host:
        return False
    named, real = (name.lower().removeprefix(WWW) for name in (shown["host"], address.host))
    return named != real and not real.endswith(f".{named}")


def _look_alike(link: Link, address: Address) -> bool:
    """A host written in Chinese is fine; one that mixes alphabets, or hides them, is not."""
    return any(part.startswith(PUNYCODE) or MIXED.search(part) for part in address.host.split("."))


def _in_text(text: Text) -> Iterator[Outcome]:
    for found in IN_TEXT.finditer(text.plain) if text.has(AUTHORITY) else ():
        if address_of(found[0]).is_inner:
            yield Outcome(f"写有内部网络地址“{found[0]}”。", text, *found.span())
    if not PATH_SIGN.search(text.plain):
        return
    for found in PATH_IN_TEXT.finditer(text.plain):
        yield Outcome(f"写有本机或者共享文件夹的路径“{found[0]}”。", text, *found.span())


def _link(address: str, words: str = "查看") -> tuple[Link, ...]:
    return (Link(address, words),)


GOOD: Final = (
    CLEAN,
    Sample("普通链接", links=_link("https://www.example.gov.cn/a.html")),
    Sample("本站链接", links=_link("/zwgk/a.html", "政务公开")),
    Sample("邮箱", links=_link("mailto:office@example.gov.cn")),
)
RULES = (
    Rule(
        "LNK-01",
        Severity.ERROR,
        "链接会运行程序",
        "删去这个链接，换成 https 开头的网页地址。",
        Waivable.NEVER,
        DATA_SECURITY.at(27),
        weighs=each_link("链接“{words}”的地址会在读者的浏览器里运行程序。", _program),
        bad=(
            Sample("脚本", links=_link("javascript:alert(1)")),
            Sample("大小写和空格", links=_link(" JaVa\tScript:alert(1)")),
            Sample("内嵌数据", links=_link("data:text/html;base64,AAAA")),
        ),
        good=GOOD,
    ),
    Rule(
        "LNK-02",
        Severity.ERROR,
        "链接指向本机或者共享文件夹",
        "把文件作为附件上传，再链接到附件。",
        Waivable.NEVER,
        OGI.at(6),
        weighs=each_link("链接“{words}”指向“{address}”，别人打不开。", _local),
        bad=(
            Sample("粘贴来的图片", pictures=(Picture("file:///C:/1.png", "图"),)),
            Sample("本机文件", links=_link("file:///C:/Users/wang/1.docx")),
            Sample("盘符", links=_link(r"D:\公开\1.docx")),
            Sample("共享文件夹", links=_link(r"\\server\share\1.docx")),
        ),
        good=GOOD,
    ),
    Rule(
        "LNK-03",
        Severity.ERROR,
        "链接指向内部网络",
        "换成公众能够访问的地址。",
        Waivable.REVIEWER,
        DATA_SECURITY.at(27),
        weighs=each_link("链接“{words}”指向内部网络“{address}”。", _inner),
        bad=(
            Sample("10段", links=_link("http://10.1.2.3/oa/")),
            Sample("172段", links=_link("http://172.20.0.1/")),
            Sample("192.168段", links=_link("https://192.168.1.1:8080/a")),
            Sample("本机", links=_link("http://localhost:8000/")),
            Sample("十进制写法", links=_link("http://2130706433/")),
            Sample("十六进制写法", links=_link("http://0x7f.1/")),
            Sample("内部域名", links=_link("http://oa.local/a")),
            Sample("没有点的主机名", links=_link("http://oa/a")),
            Sample("IPv6", links=_link("http://[::1]/")),
            Sample("映射的IPv4", links=_link("http://[::ffff:10.0.0.1]/")),
        ),
        good=(*GOOD, Sample("外部地址", links=_link("https://172.32.0.1/"))),
    ),
    Rule(
        "LNK-04",
        Severity.ERROR,
        "链接里有用户名、密码",
        "去掉地址里 @ 以前的部分；密码已经外泄的，立即更换。",
        Waivable.NEVER,
        DATA_SECURITY.at(27),
        weighs=each_link("链接“{words}”的地址里写有用户名或者密码。", _password),
        bad=(
            Sample("密码", links=_link("https://admin:pass@www.example.gov.cn/")),
            Sample("伪装成别的网站", links=_link("https://www.example.gov.cn@evil.example/")),
        ),
        good=GOOD,
    ),
    Rule(
        "LNK-05",
        Severity.ERROR,
        "链接文字与地址不是同一个网站",
        "核对要去的网站，让文字和地址一致。",
        Waivable.REVIEWER,
        OGI.at(6),
        weighs=each_link("链接文字是“{words}”，实际打开的是“{address}”。", _other_host),
        bad=(
            Sample("不同域名", links=_link("https://evil.example/", "www.example.gov.cn")),
            Sample(
                "形近域名", links=_link("https://www.example.com.cn/", "http://www.example.com/")
            ),
        ),
        good=(
            *GOOD,
            Sample("一致", links=_link("https://www.example.gov.cn/a", "www.example.gov.cn")),
            Sample("子站", links=_link("https://zwgk.example.gov.cn/", "example.gov.cn")),
        ),
    ),
    Rule(
        "LNK-06",
        Severity.WARNING,
        "域名可能是仿冒的",
        "逐个字母核对域名；不能确认的不要链接。",
        Waivable.REVIEWER,
        OGI.at(6),
        weighs=each_link("链接“{words}”的域名混用了不同文字的字母：{address}。", _look_alike),
        bad=(
            Sample("编码域名", links=_link("https://xn--80ak6aa92e.com/")),
            Sample("混入西里尔字母", links=_link("https://www.ex\u0430mple.com/")),
        ),
        good=(*GOOD, Sample("中文域名", links=_link("https://示例.政务/"))),
    ),
    Rule(
        "LNK-07",
        Severity.ERROR,
        "文字里有内部地址",
        "删去，或者换成公众能够访问的地址。",
        Waivable.REVIEWER,
        DATA_SECURITY.at(27),
        reads=_in_text,
        bad=(
            Sample("内部网址", "请登录http://10.1.2.3/oa/填报。"),
            Sample("本机路径", r"文件在D:\公开\2025\1.docx。"),
            Sample("共享路径", r"见\\192.168.1.5\share\a.docx"),
            Sample("隐藏内容", hidden="file:///C:/Users/wang/1.docx"),
        ),
        good=(CLEAN, Sample("公开网址", "请登录https://www.example.gov.cn/填报。")),
    ),
)
