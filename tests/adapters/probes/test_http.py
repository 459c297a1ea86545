"""What only a real connection meets: time, lies about names, certificates, broken servers."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from gongkai.adapters.probes.http import AGENT, HttpProber
from gongkai.adapters.probes.turns import TURNS
from gongkai.adapters.probes.walking import Answer
from tests.adapters.probes import local
from tests.adapters.probes.certificates import Authority
from tests.adapters.probes.local import OURS, Server, serving

PAGES: local.Pages = {
    "/": Answer(200, head=b"x" * 100_000),
    "/inside": Answer(302, "http://10.1.2.3/"),
    "/no-head": local.no_head,
    "/slow": local.slow,
    "/trickling": local.trickling,
    "/breaking-off": local.breaking_off,
    "/babbling": local.babbling,
    "/busy": local.busy,
    "/cookie": local.cookie_first,
}
INSIDE = "指向内部网络地址，系统不予访问，请人工确认公众能否打开"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(PAGES) as running:
        yield running


@pytest.fixture
def prober() -> HttpProber:
    return HttpProber(allowed=OURS, seconds=1.0)


@pytest.mark.parametrize(
    ("path", "reachable", "fault"),
    [
        ("/no-head", True, ""),
        ("/cookie", True, ""),
        ("/slow", False, "对方没有在规定时间内答复"),
        ("/trickling", False, "对方没有在规定时间内答复"),
        ("/breaking-off", False, "对方的答复不完整，或者不是网页"),
        ("/babbling", False, "对方的答复不完整，或者不是网页"),
        ("/inside", None, INSIDE),
    ],
)
def test_manners_of_servers(
    prober: HttpProber, server: Server, path: str, *, reachable: bool | None, fault: str
) -> None:
    began = time.monotonic()
    look = prober.look(server.base + path)
    assert (look.reachable, look.fault) == (reachable, fault)
    assert time.monotonic() - began < 4


def test_nobody_listens(prober: HttpProber) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        look = prober.look(f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert (look.reachable, look.fault) == (False, "连不上对方服务器")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_contacted_unless_allowed(server: Server, host: str) -> None:
    before = len(server.asked)
    look = HttpProber().look(f"http://{host}:{server.server_address[1]}/")
    assert (look.reachable, look.fault) == (None, INSIDE)
    assert len(server.asked) == before


def test_it_says_who_it_is(prober: HttpProber, server: Server) -> None:
    prober.look(f"{server.base}/")
    sent = server.headers[-1]
    assert sent["User-Agent"] == AGENT
    assert sent["Host"] == server.base.removeprefix("http://")
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)


def answering(monkeypatch: pytest.MonkeyPatch, *answers: list[str] | OSError) -> list[str]:
    """Let names resolve to these addresses, one list after the other; gives the names asked for."""
    left, asked = list(answers), []
    really = socket.getaddrinfo

    def resolve(host: str, *more: Any, **named: Any) -> list[tuple[Any, ...]]:
        if host[0] in ":0123456789":  # the connection itself, to an address
            return really(host, *more, **named)
        asked.append(host)
        answer = left.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, 0)) for text in answer]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_the_connection_goes_to_the_address_that_was_checked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers otherwise the second time is never asked a second time."""
    asked = answering(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
    port = server.server_address[1]
    look = HttpProber(allowed=("127.0.0.0/8",)).look(f"http://portal.example:{port}/")
    assert look.reachable is True
    assert asked == ["portal.example"]
    assert server.headers[-1]["Host"] == f"portal.example:{port}"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ["114.114.114.114", "192.168.1.1"])
    assert HttpProber().look("http://mixed.example/").fault == INSIDE


def test_the_second_address_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ["::1", "127.0.0.1"])
    port = server.server_address[1]
    assert HttpProber(allowed=OURS).look(f"http://two.example:{port}/").reachable is True


@pytest.mark.parametrize(
    ("error", "reachable", "fault"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no name"), False, "域名不存在"),
        (socket.gaierror(socket.EAI_AGAIN, "later"), None, "域名暂时无法解析，请稍后再试"),
    ],
)
def test_names_that_do_not_resolve(
    monkeypatch: pytest.MonkeyPatch, error: OSError, *, reachable: bool | None, fault: str
) -> None:
    answering(monkeypatch, error)
    look = HttpProber().look("http://nowhere.example/")
    assert (look.reachable, look.fault) == (reachable, fault)


def test_slow_name_servers_do_not_hold_it_up(
    prober: HttpProber, monkeypatch: pytest.MonkeyPatch
) -> None:

    def resolve(*_: object, **__: object) -> list[tuple[Any, ...]]:
        time.sleep(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    began = time.monotonic()
    assert prober.look("http://slow.example/").fault == "域名暂时无法解析，请稍后再试"
    assert time.monotonic() - began < 4


def test_one_request_at_a_time_to_a_host() -> None:
    prober = HttpProber(allowed=OURS, seconds=1.5)
    with serving(PAGES) as server, ThreadPoolExecutor(8) as pool:
        looks = list(pool.map(prober.look, [f"{server.base}/busy"] * 12))
    assert all(look.reachable for look in looks)  # waiting for one another does not count
    assert server.most == 1
    assert TURNS.waiting() == 0


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.mark.parametrize(
    ("name", "days", "trusted", "fault"),
    [
        pytest.param("localhost", 1, True, "", id="有效"),
        pytest.param("localhost", -1, True, "对方的安全证书已过期", id="过期"),
        pytest.param("other.example", 1, True, "对方的安全证书与域名不符", id="域名不符"),
        pytest.param("localhost", 1, False, "对方的安全证书不受信任", id="自己签发"),
    ],
)
def test_certificates(  # noqa: PLR0913 - a table of cases and three fixtures
    authority: Authority,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    days: int,
    *,
    trusted: bool,
    fault: str,
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    with serving({"/": Answer(200)}, authority.context(name, days, tmp_path)) as server:
        port = server.server_address[1]
        look = HttpProber(allowed=OURS, seconds=5).look(f"https://localhost:{port}/")
    assert (look.reachable, look.fault) == (not fault, fault)


def test_a_server_without_encryption(prober: HttpProber, server: Server) -> None:
    look = prober.look(server.base.replace("http:", "https:"))
    assert (look.reachable, look.fault) == (None, "无法与对方建立安全连接，请人工打开确认")


def test_an_operator_who_misspells_a_network_hears_of_it() -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.0/99"):
        HttpProber(allowed=("10.0.0.0/99",))
