"""Access: what axe-core finds (nothing serious), the keyboard, and two views in one notebook page."""

from __future__ import annotations

import os
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from browser import Visit

pytestmark = pytest.mark.browser
SIZES = [(1280, 800), (390, 844)]


def serious(visit: Visit) -> list[str]:
    """What axe-core calls serious or critical, with the first elements of each rule."""
    if find_spec("axe_playwright_python") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("axe-core is not installed: make venv-test")
    visit.page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    result = visit.page.evaluate("axe.run()")
    assert len(result["passes"]) > 20, "axe-core looked at nothing"
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for rule in result["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"][:3]
    ]


def choose_person(visit: Visit) -> None:
    visit.page.fill("#search", "lu jianbai")
    visit.page.keyboard.press("Enter")


def choose_tie(visit: Visit) -> None:
    visit.page.click("#mode-company")
    choose_person(visit)
    visit.page.click("#panel a.t >> nth=0")


def open_table(visit: Visit) -> None:
    visit.page.click("#mode-table")
    visit.page.click("#tables [data-table=participations]")
    visit.page.click("#twin-body [role=row] >> nth=2")


def ask_way(visit: Visit) -> None:
    visit.page.click("#open-ask")
    visit.page.fill("#way-from", "Qiao Bohai")
    visit.page.fill("#way-to", "Ouyang Dehui")
    visit.page.keyboard.press("Enter")


def write_note(visit: Visit) -> None:
    choose_person(visit)
    visit.page.click("#open-notes")
    visit.page.fill("#note-text", "More than anybody else.")
    visit.page.click("#note-form button")


def draw_outlines(visit: Visit) -> None:
    visit.page.click("#open-look")
    visit.page.select_option("#look-colour", "community")
    visit.page.select_option("#look-bodies", "outlines")


def open_meeting(visit: Visit) -> None:
    choose_person(visit)
    visit.page.click("#panel a.m >> nth=0")


STATES = {
    "first screen": lambda visit: None,
    "search": lambda visit: visit.page.fill("#search", "li"),
    "person": choose_person,
    "tie": choose_tie,
    "filters": lambda visit: visit.page.click("#open-filters"),
    "table": open_table,
    "ask": lambda visit: visit.page.click("#open-ask"),
    "answer": ask_way,
    "look": draw_outlines,
    "notes and story": write_note,
    "save": lambda visit: visit.page.click("#open-save"),
    "about": lambda visit: visit.page.click("#about"),
    "meeting": open_meeting,
}


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    browser: Any, samples_out: Path, size: tuple[int, int], scheme: str
) -> None:
    found = {}
    for name, act in STATES.items():
        visit = Visit(browser, samples_out / "network.html", width=size[0], height=size[1], scheme=scheme)
        act(visit)
        visit.page.wait_for_timeout(100)
        if violations := serious(visit):
            found[name] = violations
        visit.context.close()
    assert found == {}


def test_axe_would_find_pale_text(browser: Any, samples_out: Path) -> None:
    visit = Visit(browser, samples_out / "network.html")
    visit.page.evaluate("document.documentElement.style.setProperty('--soft', '#cccccc')")
    assert any("color-contrast" in violation for violation in serious(visit))
    visit.context.close()
