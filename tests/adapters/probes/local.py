"""A web server on this machine whose pages are a table, with all the bad manners of real ones."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from gongkai.adapters.probes.walking import Answer

OURS = ("127.0.0.0/8", "::1/128")
Manner = Callable[[BaseHTTPRequestHandler], None]
Pages = Mapping[str, Answer | Manner]


class Server(ThreadingHTTPServer):
    """Serves a table; remembers who asked for what, and how many did so at a time."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, pages: Pages) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = dict(pages)
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.now = self.most = 0
        self.lock = threading.Lock()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever goes away early is no fault of the server."""


class Handler(BaseHTTPRequestHandler):
    """Answers from the table."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        with server.lock:
            server.asked.append(f"{self.command} {self.path}")
            server.headers.append(dict(self.headers.items()))
        self._answer(server.pages.get(self.path, Answer(404)))

    do_HEAD = do_GET  # noqa: N815 - the name that the library calls

    def _answer(self, page: Answer | Manner) -> None:
        if not isinstance(page, Answer):
            page(self)
            return
        self.send_response(page.status)
        if page.location:
            self.send_header("Location", page.location)
        self.send_header("Content-Length", str(len(page.head)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(page.head)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(pages: Pages, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for as long as the block lasts."""
    server = Server(pages)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def no_head(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(405 if handler.command == "HEAD" else 200)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def slow(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(5)
    no_head(handler)


def trickling(handler: BaseHTTPRequestHandler) -> None:
    """A head that never ends, a little at a time: no single wait is long."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(f"X-{number}: 1\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.05)


def breaking_off(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def babbling(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail ready\r\n\r\n")
    handler.close_connection = True


def busy(handler: BaseHTTPRequestHandler) -> None:
    """Takes its time, and counts how many are there meanwhile."""
    server = handler.server
    assert isinstance(server, Server)
    with server.lock:
        server.now += 1
        server.most = max(server.most, server.now)
    time.sleep(0.1)
    with server.lock:
        server.now -= 1
    no_head(handler)


def cookie_first(handler: BaseHTTPRequestHandler) -> None:
    """Sends everybody back to the same page until they bring the cookie."""
    known = "seen=1" in handler.headers.get("Cookie", "")
    handler.send_response(200 if known else 302)
    if not known:
        handler.send_header("Set-Cookie", "seen=1; Path=/")
        handler.send_header("Location", "/cookie")
    handler.send_header("Content-Length", "0")
    handler.end_headers()
