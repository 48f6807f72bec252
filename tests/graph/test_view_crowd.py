"""A crowd: communities apart, each on a ground of its own with its name, its ties in its colour; the legend says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, data_of, visiting
from crowd import crowd

from graph.view import render_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of 900 people at 450 meetings, made up."""
    page = tmp_path_factory.mktemp("crowd") / "page.html"
    page.write_text(render_page(crowd(900, 450, 12, leaders=20)), encoding="utf-8")
    return page


@pytest.fixture()
def visit(browser: Any, crowded: Path) -> Iterator[Visit]:
    with visiting(browser, crowded) as opened:
        yield opened


def within(spot: list[float], hull: list[list[float]]) -> bool:
    """Whether a place lies in a convex hull."""
    x, y = spot
    sides = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(hull, hull[1:] + hull[:1], strict=True)
    ]
    return all(side > 0 for side in sides) or all(side < 0 for side in sides)


def test_a_ground_holds_one_community_and_nobody_else(visit: Visit, crowded: Path) -> None:
    communities = data_of(crowded.read_text(encoding="utf-8"))["communities"]
    for mode in ("affiliation", "company"):
        visit.page.click(f"#mode-{mode}")
        visit.page.wait_for_timeout(900)
        grounds = visit.page.evaluate("window.sederunt.grounds()")
        fills = visit.page.evaluate("window.sederunt.fills()")
        people = [node for node in fills if node[0] == "p"]
        spots = {node: visit.page.evaluate("id => window.sederunt.spot(id)", node) for node in people}
        assert len(grounds) > 12
        inside = [[node for node in people if within(spots[node], ground["hull"])] for ground in grounds]
        assert sum(map(len, inside)) > len(people) / 3  # half of a small community are its corners
        for ground, nodes in zip(grounds, inside, strict=True):
            assert {str(communities[int(node[1:])]) for node in nodes} <= {ground["group"]}
            assert {fills[node] for node in nodes} <= {ground["fill"]}


def test_the_dozen_largest_communities_have_a_colour_and_a_name(visit: Visit) -> None:
    names = visit.page.evaluate("window.sederunt.names()")
    written = {name["text"] for name in names if name["bold"]}
    entries = visit.page.locator("#legend button.entry").all_inner_texts()
    assert len(entries) == 12
    assert {"Around " + entry.rsplit(" (", 1)[0] for entry in entries} <= written
    boxes = [(n["x"], n["y"], len(n["text"]) * n["pixels"] * 0.2, n["pixels"] * 0.4) for n in names]
    for number, (x, y, half, high) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert abs(x - other[0]) > half + other[2] or abs(y - other[1]) > high + other[3]


def test_ties_within_a_community_have_its_colour_and_others_recede(visit: Visit) -> None:
    fills = visit.page.evaluate("window.sederunt.fills()")
    styles = visit.page.evaluate("window.sederunt.styles()")
    coloured = Counter(fill for fill in fills.values())
    opacity: dict[bool, list[float]] = {True: [], False: []}
    for one, other, ink, _, alpha, _ in styles:
        if fills[one] != fills[other]:
            assert ink not in coloured
        elif ink in coloured:
            assert ink == fills[one]
        opacity[ink in coloured].append(alpha)
    assert min(opacity[True]) > max(opacity[False])
    legend = visit.page.inner_text("#legend")
    assert "to another community" in legend and "Around:" in legend


def test_filters_and_other_colours_take_the_grounds_away(visit: Visit) -> None:
    assert visit.page.evaluate("window.sederunt.grounds().length") > 12
    visit.page.evaluate("window.sederunt.narrow({ since: '2023' })")
    visit.page.wait_for_timeout(900)
    assert visit.page.evaluate("window.sederunt.grounds()") == []
    visit.page.click("#open-filters")
    visit.page.click("#reset-filters")
    visit.page.click("#close-filters")
    visit.page.wait_for_timeout(900)
    assert visit.page.evaluate("window.sederunt.grounds().length") > 12
    visit.page.click("#open-look")
    visit.page.select_option("#look-colour", "kind")
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("window.sederunt.grounds()") == []
    assert "to another community" not in visit.page.inner_text("#legend")


def test_names_of_people_come_nearer_by_nearer(visit: Visit) -> None:
    """On the first screen some; where nodes are large enough, all that find room."""
    of_people = "window.sederunt.names().filter((name) => !name.bold).length"
    first = visit.page.evaluate(of_people)
    for _ in range(6):
        visit.page.click("#closer")
    visit.page.wait_for_timeout(400)
    assert first <= 10 < visit.page.evaluate(of_people)


def test_a_community_says_around_whom_it_is(visit: Visit) -> None:
    entry = visit.page.locator("#legend button.entry").nth(2)
    face = entry.inner_text().rsplit(" (", 1)[0]
    entry.click()
    visit.page.wait_for_selector(f"#panel :text('Around {face}')")
    assert visit.page.inner_text("#panel h2") == "Community 3"
