"""Fetching feeds over the same guarded network by which links are looked at."""

from collections.abc import Iterable

from gongkai.adapters.probes.http import AGENT, Visitor
from gongkai.adapters.probes.walking import WalkError, fetched
from gongkai.core.finding import Finding, Severity
from gongkai.core.ports import UnfetchableError

MEGABYTE = 1024 * 1024
SECONDS = 60.0
TITLE, TEXT = "无法取得", "{address}：{fault}。"
HINT = "请在浏览器里打开这个地址核对；也可以把文件下载后上传。"
TOO_LARGE = "内容超过 {limit} MB 的上限"


class HttpFeedSource:
    """Fetches feeds of at most `megabytes`; the other arguments are those of a Visitor."""

    def __init__(
        self,
        *,
        megabytes: int = 20,
        allowed: Iterable[str] = (),
        seconds: float = SECONDS,
        agent: str = AGENT,
    ) -> None:
        self.megabytes = megabytes
        self.visitor = Visitor(allowed=allowed, seconds=seconds, agent=agent)

    def fetch(self, address: str) -> bytes:
        """The bytes at an address. Raises UnfetchableError."""
        most = self.megabytes * MEGABYTE
        try:
            with self.visitor.errand(most + 1) as ask:
                data = fetched(address, ask)
        except WalkError as error:
            raise _refused(address, error.end.label) from error
        if len(data) > most:
            raise _refused(address, TOO_LARGE.format(limit=self.megabytes))
        return data


def _refused(address: str, fault: str) -> UnfetchableError:
    text = TEXT.format(address=address, fault=fault)
    return UnfetchableError(Finding("FEED-UNFETCHABLE", Severity.ERROR, TITLE, text, HINT))
