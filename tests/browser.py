"""Headless Chromium for the tests of the page; in CI a missing browser is a failure, elsewhere a skip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

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
