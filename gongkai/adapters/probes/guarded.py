"""An HTTP client that contacts only addresses it has checked, and never longer than it may.

The name is resolved once; the connection goes to the address that was checked, so that a name
that changes its mind in between leads nowhere. The certificate is still that of the name.
"""

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from gongkai.adapters.probes.networks import Network, checked

LONGEST = 600.0  # seconds


class Deadline:
    """A moment after which everything stops."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def put_off(self, seconds: float) -> None:
        """Do not count a time spent waiting for others of our own."""
        self.end += seconds

    def left(self, wanted: float | None = None) -> float:
        """How many seconds are left, at most as many as wanted. Raises httpcore.ReadTimeout."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if wanted is None else min(left, wanted)


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends when the time is over, however slowly it trickles."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream, self.deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.deadline.left(timeout))

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self.deadline.left(timeout)
        return _TimedStream(
            self.stream.start_tls(ssl_context, server_hostname, left), self.deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)


class _Network(httpcore.NetworkBackend):
    """Connects to hosts by the addresses that were checked."""

    def __init__(self, allowed: Iterable[Network], deadline: Deadline) -> None:
        self.allowed, self.deadline = tuple(allowed), deadline
        self.sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = checked(host, self.allowed, self.deadline.left(timeout))
        for number, address in enumerate(addresses, start=1):
            try:
                stream = self.sockets.connect_tcp(
                    address, port, self.deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
            else:
                return _TimedStream(stream, self.deadline)
        raise httpcore.ConnectError


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come."""

    def __init__(self, response: httpcore.Response) -> None:
        self.response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self.response.iter_stream()

    def close(self) -> None:
        self.response.close()


class _Transport(httpx.BaseTransport):
    """Carries requests over the guarded network."""

    def __init__(self, network: _Network, trusted: ssl.SSLContext) -> None:
        self.pool = httpcore.ConnectionPool(ssl_context=trusted, network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, extensions=request.extensions
        )
        response = self.pool.handle_request(asked)
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        self.pool.close()


def client(
    allowed: Iterable[Network], deadline: Deadline, agent: str, trusted: ssl.SSLContext
) -> httpx.Client:
    """A client for one errand. It follows no redirect by itself and uses no proxy.

    Beside what httpx raises, its requests raise httpcore's errors, NotPublicError and
    SlowNamesError.
    """
    return httpx.Client(
        transport=_Transport(_Network(allowed, deadline), trusted),
        timeout=LONGEST,  # the deadline comes sooner
        headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"},
        trust_env=False,
    )
