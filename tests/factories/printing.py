"""Prints pages to PDF by a browser without a window; one browser for a whole run."""

import atexit
from functools import lru_cache

from playwright.sync_api import Browser, sync_playwright


@lru_cache(1)
def _browser() -> Browser:
    player = sync_playwright().start()
    browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    atexit.register(player.stop)
    atexit.register(browser.close)
    return browser


def printed(inside: str) -> bytes:
    """The PDF of a page."""
    page = _browser().new_page()
    page.set_content(f"<!DOCTYPE html><html lang='zh'><meta charset='utf-8'><body>{inside}")
    data = page.pdf(
        format="A4", margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"}
    )
    page.close()
    return data
