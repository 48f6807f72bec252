"""Headless Chromium for the tests of the page, and a visit to one page, offline; in CI a missing browser is a failure, elsewhere a skip."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.packed import unpacked

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Any]:
    """Launch the browser: SEDERUNT_CHROMIUM, else the system's, else Playwright's own."""
    from playwright.sync_api import Error, sync_playwright

    wanted = os.environ.get("SEDERUNT_CHROMIUM")
    found = next((path for path in map(shutil.which, [wanted] if wanted else NAMES) if path), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        except Error as error:
            message = f"no Chromium for the tests of the page: {str(error).splitlines()[0]}"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        try:
            yield browser
        finally:
            browser.close()


_running = ExitStack()
_browsers: list[Any] = []


def shared() -> Any:
    """The one browser of this test process, started when it is first wanted."""
    if not _browsers:
        _browsers.append(_running.enter_context(chromium()))
    return _browsers[0]


def close_shared() -> None:
    """Close it: while it runs, nothing else in the process can run an event loop."""
    _browsers.clear()
    _running.close()


def data_of(page: str) -> dict[str, Any]:
    """Unpack what a page carries, without opening it."""
    found = re.search(r'id="data">([^<]*)<', page)
    assert found is not None, "the page carries no data"
    return unpacked(found[1])


class Visit:
    """One page, offline, with everything that it asks for or prints."""

    def __init__(
        self, browser: Any, path: Path, *, width: int = 1280, height: int = 800, scheme: str = "light"
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, offline=True
        )
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.console: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.console.append("dialog"), dialog.dismiss()))
        self.url = path.as_uri()
        self.page.goto(self.url)
        self.ready()

    def ready(self) -> None:
        """Wait for the first drawing: the data are unpacked in slices. (The page forbids what wait_for_function evaluates.)"""
        self.page.wait_for_selector("html[data-ready]")

    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    def click_node(self, node: str) -> None:
        spot = self.page.evaluate("id => window.sederunt.where(id)", node)
        box = self.page.locator("#network").bounding_box()
        self.page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
        self.page.wait_for_timeout(400)  # vis waits to tell a click from a double click

    def leave(self) -> None:
        """Close the page, which must have asked for nothing and said nothing on the console."""
        asked = [
            u for u in self.requests if u.split("#")[0] != self.url and not u.startswith(("blob:", "data:"))
        ]
        self.context.close()
        assert asked == [], "the page asked for something"
        assert self.console == [], "the console is not clean"


@contextmanager
def visiting(browser: Any, path: Path, **how: Any) -> Iterator[Visit]:
    """Visit a page, and leave it clean."""
    visit = Visit(browser, path, **how)
    yield visit
    visit.leave()
