"""Draw the pictures of the view that are kept in docs/: `make screenshot`, or `python docs/screenshot.py out/network.html docs`.

docs/screenshot.png is the README's; docs/view/ holds the main states, of the samples and of a made-up corpus of 2,000 people (the one of
tests/crowd.py). They are looked at by people: nothing overlaps, the legend is right.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DESK, PHONE = (1280, 800), (390, 844)
State = tuple[Callable[[Any], None], tuple[int, int], str]


def nothing(tab: Any) -> None:
    """The page as it opens."""


def person(tab: Any) -> None:
    tab.click("#panel ul a >> nth=0")


def central(tab: Any) -> None:
    """The answer to the first question of the overview."""
    tab.click(".starts button >> nth=0")
    tab.wait_for_timeout(300)


def nearer(tab: Any) -> None:
    for _ in range(5):
        tab.click("#closer")


def outlines(tab: Any) -> None:
    tab.click("#open-look")
    tab.select_option("#look-bodies", "outlines")
    tab.click("#close-look")


def filters(tab: Any) -> None:
    tab.click("#open-filters")
    tab.click("[data-facet=kind] summary")
    tab.click("[data-facet=kind] .options input >> nth=0")


def time(tab: Any) -> None:
    tab.click("#mode-company")
    for _ in range(3):
        tab.click("#time-on")


def story(tab: Any) -> None:
    person(tab)
    tab.click("#open-notes")
    tab.fill("#note-text", "At six meetings: more than anybody else in these reports.")
    tab.click("#note-form button")
    tab.click("#close-notes")


def table(tab: Any) -> None:
    tab.click("#mode-table")
    tab.wait_for_selector("#twin[aria-busy=false]")


def way(tab: Any) -> None:
    tab.click("#open-ask")
    tab.fill("#way-from", "Qiao Bohai")
    tab.fill("#way-to", "Ouyang Dehui")
    tab.keyboard.press("Enter")


SAMPLES: Mapping[str, State] = {
    "first": (nothing, DESK, "light"),
    "first-dark": (nothing, DESK, "dark"),
    "first-phone": (nothing, PHONE, "light"),
    "communities": (central, DESK, "light"),
    "outlines": (outlines, DESK, "light"),
    "filters": (filters, DESK, "light"),
    "filters-phone": (filters, PHONE, "light"),
    "person-phone": (person, PHONE, "dark"),
    "time": (time, DESK, "light"),
    "story": (story, DESK, "light"),
    "table": (table, DESK, "light"),
    "way": (way, DESK, "dark"),
}
CROWD: Mapping[str, State] = {
    "crowd-first": (nothing, DESK, "light"),
    "crowd-communities": (central, DESK, "light"),
    "crowd-dark": (nothing, DESK, "dark"),
    "crowd-phone": (nothing, PHONE, "light"),
    "crowd-nearer": (nearer, DESK, "light"),
}


def draw(browser: Any, page: Path, state: State, picture: Path) -> None:
    """Open the page offline, bring it into a state, and save what the browser shows."""
    act, (width, height), scheme = state
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, offline=True
    )
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.wait_for_selector("html[data-ready]")
    act(tab)
    tab.mouse.move(5, 5)
    tab.wait_for_timeout(700)
    how = {"quality": 82} if picture.suffix == ".jpg" else {}
    tab.screenshot(path=str(picture), **how)
    context.close()


def crowd_page(folder: Path) -> Path:
    """Write the page of a made-up corpus of 2,000 people."""
    sys.path.insert(0, str(ROOT / "tests"))
    from crowd import crowd

    from graph.view import render_page

    page = folder / "crowd.html"
    page.write_text(
        render_page(crowd(2000, 1000, 24, leaders=40), title="2,000 people, made up"), encoding="utf-8"
    )
    return page


def main(samples: Path, docs: Path) -> None:
    """Draw all pictures."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browser import chromium

    (docs / "view").mkdir(exist_ok=True)
    with chromium() as browser, tempfile.TemporaryDirectory() as name:
        draw(browser, samples, (person, DESK, "light"), docs / "screenshot.png")
        for state in SAMPLES:
            draw(browser, samples, SAMPLES[state], docs / "view" / f"{state}.png")
        crowd = crowd_page(Path(name))
        for state in CROWD:
            draw(browser, crowd, CROWD[state], docs / "view" / f"{state}.jpg")  # a crowd is no flat picture


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python docs/screenshot.py PAGE.html DOCS")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
