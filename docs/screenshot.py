"""Make the README's picture: `python docs/screenshot.py out/network.html docs/screenshot.png` (or `make screenshot`)."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main(page: Path, picture: Path) -> None:
    """Open the page offline, choose the person with the most meetings, and save what the browser shows."""
    from playwright.sync_api import sync_playwright

    found = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, color_scheme="light", offline=True
        )
        tab = context.new_page()
        tab.goto(page.resolve().as_uri())
        tab.wait_for_selector("html[data-ready]")
        tab.click("#panel ul a >> nth=0")
        tab.wait_for_timeout(500)
        tab.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python docs/screenshot.py PAGE.html PICTURE.png")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
