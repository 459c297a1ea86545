"""A real browser before a running system that reads at once."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Locator,
    Page,
    sync_playwright,
)
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from gongkai.apps.reports.reading import NamedFile
from tests.faces.conftest import member

CHROMIUM = "/usr/bin/chromium"
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")
MEANT = (
    "net::ERR_FAILED",
    "net::ERR_INTERNET",
    "403 (Forbidden",
    "409 (Conflict",
    "410 (Gone",
    "422 (Unprocessable",
    "503 (Service Unavailable",
)
"""What a browser complains of and a story means: a cut line, a page that has expired, somebody
else's change, a form with something wrong in it."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A story that fails is told once more, and named in the summary: a browser on a machine that
    does other things now and then answers too late. One that fails twice has failed."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's loop runs in this thread
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def system(live_server: LiveServer, settings: Settings) -> str:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }
    return str(live_server.url)


@pytest.fixture
def visit(browser: Browser, system: str) -> Iterator[Callable[..., Page]]:
    """Open a page in a fresh browser; whatever the page complains about fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(address: str = "/", width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=system,
            locale="zh-CN",
            viewport={"width": width, "height": 900},
            java_script_enabled=options.get("script", True) is True,
            color_scheme="dark" if options.get("dark") else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda said: complaints.extend([said.text] * (said.type == "error")))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [text for text in complaints if not any(part in text for part in MEANT)] == []


@pytest.fixture
def account(transactional_db: None) -> str:
    return member("clerk", "示范市人民政府办公室").username


def choose(page: Page, *files: NamedFile) -> None:
    """Choose files."""
    page.set_input_files(
        "#files",
        [FilePayload(name=file.name, mimeType="text/plain", buffer=file.data) for file in files],
    )


def drop(page: Page, *files: NamedFile) -> None:
    """Choose files and start."""
    choose(page, *files)
    page.get_by_role("button", name="开始体检").click()


def check(page: Page, *files: NamedFile) -> None:
    """Drop files on the page 年报体检 and wait for what was read."""
    drop(page, *files)
    page.wait_for_url("**/report-check/*/")


def follow(link: Locator) -> None:
    """Press what leads to another page, and wait until that is there: a browser still shows the
    old one for a while, and whoever looks at once looks at that, or at none."""
    with link.page.expect_navigation():
        link.click()


def assert_accessible(page: Page) -> None:
    """No rule of WCAG 2.2 AA that a machine can judge is broken."""
    results = Axe().run(page, options={"runOnly": RULES["runOnly"]})
    assert results.violations_count == 0, results.generate_report()


def assert_no_sideways_scrolling(page: Page) -> None:
    wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= room
