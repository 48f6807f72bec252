"""A large corpus does not hold the reader up: no task of a tenth of a second while the page opens or answers, and the first picture stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, visiting
from tasks import tasks

pytestmark = pytest.mark.browser
LONGEST = 100  # milliseconds


def pressed(selector: str) -> Callable[[Any], None]:
    def act(tab: Any) -> None:
        tab.click(selector)
        tab.wait_for_timeout(400)

    return act


def searched(tab: Any) -> None:
    tab.fill("#search", "gong")
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(400)


def coloured(tab: Any) -> None:
    tab.click("#open-look")
    tab.select_option("#look-colour", "community")
    tab.select_option("#look-bodies", "outlines")
    tab.click("#close-look")


ACTS: list[tuple[str, Callable[[Any], None]]] = [
    ("a person of the overview", pressed("#panel ul a >> nth=0")),
    ("search", searched),
    ("the other drawing", pressed("#mode-company")),
    ("a step in time", pressed("#time-on")),
    ("filters", pressed("#open-filters")),
    ("colours and outlines", coloured),
    ("about", pressed("#about")),
]


def test_opening_keeps_no_task_for_a_tenth_of_a_second(browser: Any, large: Path) -> None:
    with visiting(browser, large) as visit:
        visit.page.goto("about:blank")
        with tasks(visit.page) as taken:
            visit.page.goto(visit.url)
            visit.ready()
            visit.page.wait_for_timeout(1000)
        visit.requests[:] = [visit.url]
        assert max(taken) < LONGEST


def test_no_answer_keeps_a_task_for_a_tenth_of_a_second(browser: Any, large: Path) -> None:
    slow = {}
    with visiting(browser, large) as visit:
        visit.page.wait_for_timeout(500)
        for name, act in ACTS:
            with tasks(visit.page) as taken:
                act(visit.page)
            slow[name] = round(max(taken))
    assert {name: longest for name, longest in slow.items() if longest >= LONGEST} == {}, slow


def test_the_first_picture_stays(browser: Any, large: Path) -> None:
    """What is drawn before vis has the nodes is what vis draws."""
    with visiting(browser, large) as visit:
        early = first_picture(visit)
        assert early == visit.page.evaluate("document.querySelector('#network canvas').toDataURL()")


def first_picture(visit: Visit) -> str:
    """Open the page anew, and take the drawing as soon as it is called drawn."""
    visit.page.add_init_script(
        """Object.defineProperty(window, "sederuntPainted", { get() { return this.painted; }, set(when) {
          this.painted = when; this.early = document.querySelector("#network canvas").toDataURL(); } });"""
    )
    visit.page.reload()
    visit.ready()
    return str(visit.page.evaluate("window.early"))
