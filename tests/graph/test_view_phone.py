"""Every way to read the view once on a phone and at a desk: nothing is wider than the screen, nothing is said on the console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, visiting

pytestmark = pytest.mark.browser
SIZES = {"desk": (1280, 800), "phone": (390, 844)}


@pytest.fixture(scope="module", params=SIZES)
def page(browser: Any, samples_out: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    width, height = SIZES[request.param]
    with visiting(browser, samples_out / "network.html", width=width, height=height) as visit:
        yield visit


def opened(name: str) -> Callable[[Any], None]:
    def act(tab: Any) -> None:
        tab.click(f"#open-{name}")
        assert tab.is_visible(f"#{name}")

    return act


def ticked(tab: Any) -> None:
    tab.click("#open-filters")
    tab.click("[data-facet=kind] summary")
    tab.check("[data-facet=kind] input[type=checkbox] >> nth=0")
    assert tab.inner_text("#filter-count") == "1"


def coloured(tab: Any) -> None:
    tab.click("#open-look")
    tab.select_option("#look-colour", "community")
    tab.wait_for_selector("#legend button.entry")


def searched(tab: Any) -> None:
    tab.fill("#search", "qiao")
    tab.keyboard.press("Enter")
    assert tab.inner_text("#panel h2") == "Qiao Bohai"


def table(tab: Any) -> None:
    tab.click("#mode-table")
    tab.wait_for_selector("#twin[aria-busy=false]")
    assert tab.locator("#twin-body [role=row]").count() > 5
    name, meetings = (tab.locator("#twin-head [role=columnheader]").nth(n).bounding_box() for n in (0, 1))
    assert name["x"] >= 0 and meetings["x"] + meetings["width"] <= tab.viewport_size["width"]


def missing(tab: Any) -> None:
    tab.click("#open-ask")
    tab.fill("#missing-body", "Provincial Water Saving Leading Group")
    tab.press("#missing-body", "Enter")


# what is done -> nothing of it may leave the screen
STEPS: dict[str, Callable[[Any], None]] = {
    "first screen": lambda tab: None,
    "company": lambda tab: tab.click("#mode-company"),
    "search": searched,
    "around": lambda tab: (searched(tab), tab.click(".around button >> nth=1")),
    "filters": opened("filters"),
    "a filter": ticked,
    "look": coloured,
    "notes": opened("notes"),
    "save": opened("save"),
    "ask": opened("ask"),
    "missing": missing,
    "table": table,
    "about": lambda tab: tab.click("#about"),
    "time": lambda tab: tab.select_option("#time-kind", "cumulative"),
}


@pytest.mark.parametrize("step", STEPS)
def test_every_state_fits_the_screen(page: Visit, step: str) -> None:
    page.page.goto("about:blank")
    page.page.goto(page.url)
    page.ready()
    page.requests[:] = [url for url in page.requests if url != "about:blank"]
    STEPS[step](page.page)
    page.page.wait_for_timeout(60)
    width = page.page.evaluate("innerWidth")
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    for name in ("filters", "look", "notes", "save", "ask", "legend", "time", "panel", "counts"):
        if page.page.is_visible(f"#{name}"):
            box = page.page.locator(f"#{name}").bounding_box()
            assert box["x"] >= -0.5, name
            assert box["x"] + box["width"] <= width + 0.5, name
    heights = page.page.evaluate("document.querySelector('#network').clientHeight")
    assert heights > 150, "the drawing has no room"


def test_escape_closes_a_drawer_and_gives_the_focus_back(page: Visit) -> None:
    for name in ("filters", "look", "notes", "save", "ask"):
        page.page.click(f"#open-{name}")
        page.page.keyboard.press("Escape")
        assert not page.page.is_visible(f"#{name}")
        assert page.page.evaluate("document.activeElement.id") == f"open-{name}"
