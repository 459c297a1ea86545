"""What every prober says of the same small world, in memory and over a real connection."""

from collections.abc import Callable, Iterator

import pytest

from gongkai.adapters.probes.http import HttpProber
from gongkai.adapters.probes.memory import MemoryProber
from gongkai.adapters.probes.walking import Answer
from gongkai.core.ports import LinkProber
from tests.adapters.probes.local import OURS, serving

STATUSES = (200, 202, 204, 400, 401, 403, 404, 405, 410, 412, 429, 500, 503)
PAGES = {
    **{f"/{status}": Answer(status) for status in STATUSES},
    "/challenge": Answer(400, head=b"<html>please solve this Captcha</html>"),
    "/%E6%94%BF%E7%AD%96?a=%E7%94%B2": Answer(200),
    "/1": Answer(301, "/2"),
    "/2": Answer(302, "3"),
    "/3": Answer(303, "?four"),
    "/3?four": Answer(307, "/5"),
    "/5": Answer(308, "/200"),
    "/0": Answer(301, "/1"),
    "/loop": Answer(302, "/loop"),
    "/nowhere": Answer(302),
    "/gone": Answer(302, "/404"),
    "/ftp": Answer(302, "ftp://a.example/"),
    "/secret": Answer(302, "http://user:word@127.0.0.1/"),
    "/broken": Answer(302, "http://[/"),
}
OTHER = "http://localhost"

Prober = tuple[LinkProber, str, Callable[[], list[str]]]


@pytest.fixture(scope="module", params=["内存", "网络"])
def prober(request: pytest.FixtureRequest) -> Iterator[Prober]:
    if request.param == "网络":
        with serving(PAGES) as server:
            port = server.server_address[1]
            server.pages["/other"] = Answer(301, f"{OTHER}:{port}/200")
            yield HttpProber(allowed=OURS), server.base, lambda: server.asked
        return
    base = "http://127.0.0.1:8000"
    world = {f"{base}{path}": answer for path, answer in PAGES.items()}
    world |= {f"{base}/other": Answer(301, f"{OTHER}:8000/200"), f"{OTHER}:8000/200": Answer(200)}
    memory = MemoryProber(world)
    yield memory, base, lambda: [line.replace(base, "") for line in memory.asked]


@pytest.mark.parametrize(
    ("path", "reachable", "fault"),
    [
        pytest.param("/200", True, "", id="正常"),
        pytest.param("/204", True, "", id="没有内容"),
        pytest.param("/政策?a=甲#节", True, "", id="中文地址"),
        pytest.param("/1", True, "", id="五次跳转"),
        pytest.param("/404", False, "页面不存在（404）", id="不存在"),
        pytest.param("/410", False, "页面已删除（410）", id="已删除"),
        pytest.param("/gone", False, "页面不存在（404）", id="跳转后不存在"),
        pytest.param("/400", False, "对方认为地址有误（400）", id="地址有误"),
        pytest.param("/500", False, "对方服务器出错（500）", id="出错"),
        pytest.param("/503", False, "对方服务器出错（503）", id="停机"),
        pytest.param("/401", None, "需要登录才能打开，请人工确认（401）", id="要登录"),
        pytest.param("/403", None, "对方拒绝自动访问，请人工打开确认", id="拒绝"),
        pytest.param("/405", None, "对方拒绝自动访问，请人工打开确认", id="方法不行"),
        pytest.param("/412", None, "对方拒绝自动访问，请人工打开确认", id="防护"),
        pytest.param("/202", None, "对方拒绝自动访问，请人工打开确认", id="等一等"),
        pytest.param("/429", None, "对方拒绝自动访问，请人工打开确认", id="太频繁"),
        pytest.param("/challenge", None, "对方拒绝自动访问，请人工打开确认", id="验证码"),
        pytest.param("/0", False, "跳转次数过多", id="六次跳转"),
        pytest.param("/loop", False, "跳转次数过多", id="原地打转"),
        pytest.param("/nowhere", False, "跳转没有说明去处", id="没有去处"),
        pytest.param("/ftp", None, "不是 http 或 https 地址，未作检查", id="跳到别的协议"),
        pytest.param("/secret", False, "地址里带有用户名或密码", id="跳到带密码的地址"),
        pytest.param("/broken", False, "不是完整的网页地址", id="跳到坏地址"),
    ],
)
def test_what_a_link_leads_to(
    prober: Prober, path: str, *, reachable: bool | None, fault: str
) -> None:
    look = prober[0].look(prober[1] + path)
    assert (look.reachable, look.fault, look.moved_to) == (reachable, fault, "")


@pytest.mark.parametrize(
    ("address", "reachable"),
    [
        pytest.param("", False, id="空"),
        pytest.param("/relative", False, id="相对地址"),
        pytest.param("https://", False, id="没有主机"),
        pytest.param("http://[", False, id="坏地址"),
        pytest.param("http://a.example:99999/", False, id="端口过大"),
        pytest.param("http://u:p@a.example/", False, id="带密码"),
        pytest.param("javascript:alert(1)", None, id="脚本"),
        pytest.param("mailto:a@b.example", None, id="邮箱"),
        pytest.param("file:///etc/passwd", None, id="文件"),
    ],
)
def test_an_address_that_nobody_is_asked_for(
    prober: Prober, address: str, *, reachable: bool | None
) -> None:
    before = len(prober[2]())
    look = prober[0].look(address)
    assert (look.reachable, look.final_address) == (reachable, address)
    assert look.fault
    assert len(prober[2]()) == before


def test_a_name_that_a_prober_in_memory_does_not_know() -> None:
    look = MemoryProber().look("http://unknown.example/")
    assert (look.reachable, look.fault) == (False, "域名不存在")


def test_where_it_ended(prober: Prober) -> None:
    look, base, _ = prober
    assert look.look(f"{base}/1").final_address == f"{base}/200"
    assert look.look(f"{base}/gone").final_address == f"{base}/404"


def test_another_owner_is_noted(prober: Prober) -> None:
    look = prober[0].look(f"{prober[1]}/other")
    assert (look.reachable, look.fault, look.moved_to) == (True, "", "localhost")
    assert look.final_address.startswith(OTHER)


def test_only_the_head_is_asked_for_where_that_is_enough(prober: Prober) -> None:
    look, base, asked = prober
    before = len(asked())
    look.look(f"{base}/200")
    look.look(f"{base}/404")
    assert asked()[before:] == ["HEAD /200", "HEAD /404", "GET /404"]
