"""What can be wrong with a link, in Chinese; and whether a machine can be sure of it."""

import socket
import ssl
from dataclasses import dataclass
from enum import Enum

import httpcore
import httpx

from gongkai.adapters.probes.networks import NotPublicError, SlowNamesError


@dataclass(frozen=True, slots=True)
class Trouble:
    """A word for a fault; `dead` where nobody can follow the link, else a person has to look."""

    label: str
    dead: bool = True


class Fault(Enum):
    """Every way a link can fail."""

    NO_ADDRESS = Trouble("不是完整的网页地址")
    SCHEME = Trouble("不是 http 或 https 地址，未作检查", dead=False)
    CREDENTIALS = Trouble("地址里带有用户名或密码")
    PRIVATE = Trouble("指向内部网络地址，系统不予访问，请人工确认公众能否打开", dead=False)
    UNKNOWN_HOST = Trouble("域名不存在")
    NAMES_FAIL = Trouble("域名暂时无法解析，请稍后再试", dead=False)
    UNCONNECTED = Trouble("连不上对方服务器")
    OVERDUE = Trouble("对方没有在规定时间内答复")
    BROKEN_OFF = Trouble("对方中途断开连接")
    NO_HTTP = Trouble("对方的答复不完整，或者不是网页")
    EXPIRED = Trouble("对方的安全证书已过期")
    OTHER_NAME = Trouble("对方的安全证书与域名不符")
    UNTRUSTED = Trouble("对方的安全证书不受信任")
    NO_TLS = Trouble("无法与对方建立安全连接，请人工打开确认", dead=False)
    REDIRECTS = Trouble("跳转次数过多")
    NOWHERE = Trouble("跳转没有说明去处")
    GONE = Trouble("页面已删除（410）")
    MISSING = Trouble("页面不存在（404）")
    SIGN_IN = Trouble("需要登录才能打开，请人工确认（401）", dead=False)
    REFUSED = Trouble("对方拒绝自动访问，请人工打开确认", dead=False)
    CLIENT = Trouble("对方认为地址有误（{status}）")
    SERVER = Trouble("对方服务器出错（{status}）")


STATUSES = {401: Fault.SIGN_IN, 404: Fault.MISSING, 410: Fault.GONE}
# Answers of servers and shields that turn away machines but not people.
TURNED_AWAY = frozenset({202, 403, 405, 406, 412, 418, 428, 429, 468, 521})
CHALLENGES = (b"captcha", b"acw_sc__v2", b"__jsl_clearance", b"$_ts=", b"cf-chl", b"_waf_")
CHALLENGE_BYTES = 4096
FIRST_FAULT, FIRST_SERVER_FAULT = 400, 500
EXPIRED_CODE, OTHER_NAME_CODES = 10, frozenset({62, 64})


def of_status(status: int) -> Fault | None:
    """What a status says; nothing where the page is there."""
    if status in TURNED_AWAY:
        return Fault.REFUSED
    if status < FIRST_FAULT:
        return None
    return STATUSES.get(status, Fault.SERVER if status >= FIRST_SERVER_FAULT else Fault.CLIENT)


def is_challenge(head: bytes) -> bool:
    """Whether a page only wants to know whether a person is there."""
    start = head[:CHALLENGE_BYTES].lower()
    return any(mark in start for mark in CHALLENGES)


ERRORS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Fault], ...] = (
    (NotPublicError, Fault.PRIVATE),
    (SlowNamesError, Fault.NAMES_FAIL),
    ((httpcore.TimeoutException, httpx.TimeoutException, TimeoutError), Fault.OVERDUE),
    ((httpcore.ProtocolError, httpx.ProtocolError, httpx.DecodingError), Fault.NO_HTTP),
    ((httpcore.ReadError, httpcore.WriteError), Fault.BROKEN_OFF),
)
TROUBLES = (
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.NetworkError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    httpx.InvalidURL,
    NotPublicError,
    SlowNamesError,
    OSError,
)


def of_error(error: Exception) -> Fault:
    """What an error on the way says."""
    for inner in _chain(error):
        if isinstance(inner, ssl.SSLCertVerificationError):
            return _certificate(inner)
        if isinstance(inner, ssl.SSLError):
            return Fault.NO_TLS
        if isinstance(inner, socket.gaierror):
            again = inner.errno == socket.EAI_AGAIN
            return Fault.NAMES_FAIL if again else Fault.UNKNOWN_HOST
    return next((fault for kinds, fault in ERRORS if isinstance(error, kinds)), Fault.UNCONNECTED)


def _chain(error: BaseException | None) -> list[BaseException]:
    """An error and what led to it."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _certificate(error: ssl.SSLCertVerificationError) -> Fault:
    if error.verify_code == EXPIRED_CODE:
        return Fault.EXPIRED
    return Fault.OTHER_NAME if error.verify_code in OTHER_NAME_CODES else Fault.UNTRUSTED
