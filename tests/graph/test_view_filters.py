"""Filters of the page: what they show, what they count, and that the measures under them are Python's."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from browser import Visit, visiting

from graph.communities import communities
from graph.measure import centrality
from graph.network import Network
from graph.project import co_attendance, incidence

pytestmark = pytest.mark.browser
MEASURES = ("degree", "strength", "pagerank", "core", "clustering", "betweenness", "closeness")


@pytest.fixture(scope="module")
def page(browser: Any, samples_out: Path) -> Iterator[Visit]:
    """One page for all tests of this file: each begins with a reset."""
    with visiting(browser, samples_out / "network.html") as visit:
        yield visit


@pytest.fixture(scope="module")
def net(samples_out: Path) -> Network:
    return Network.open(samples_out)


def narrow(visit: Visit, filters: Mapping[str, Any]) -> None:
    visit.page.evaluate("document.querySelector('#reset-filters').click()")
    visit.page.evaluate("values => window.sederunt.narrow(values)", dict(filters))


# what narrows, in the page's words and in Python's; `times` is the least number of meetings together
FILTERS = [
    ("nothing", {}, {}),
    ("dates", {"since": "2023", "until": "2024-02", "undated": False}, {"since": "2023", "until": "2024-02"}),
    ("roles", {"role": ["chaired", "attended", "led"]}, {"roles": {"chaired", "attended", "led"}}),
    ("level and kind", {"level": ["provincial", "municipal"], "kind": ["meeting", "conference"]},
     {"levels": {"provincial", "municipal"}, "kinds": {"meeting", "conference"}}),
    ("jurisdiction", {"place": ["Gansu Province", "Lanzhou City", "Gansu", "Lanzhou"]},
     {"places": {"Gansu Province", "Lanzhou City", "Gansu", "Lanzhou"}}),
    ("by rank, trusted", {"by": ["rank"], "confidence": 0.9}, {"by": "rank", "min_confidence": 0.9}),
    ("met twice", {"times": 2}, {"times": 2}),
]  # fmt: skip


def expected(net: Network, filters: Mapping[str, Any]) -> nx.Graph:
    wanted = dict(filters)
    least = wanted.pop("times", 1)
    graph = co_attendance(incidence(net.records, **wanted), "newman")
    weak = [(a, b) for a, b, count in graph.edges(data="count") if count < least]
    graph.remove_edges_from(weak)
    return graph


@pytest.mark.parametrize(("name", "in_page", "in_python"), FILTERS, ids=[row[0] for row in FILTERS])
def test_measures_in_the_page_are_those_of_python(
    page: Visit, net: Network, name: str, in_page: dict[str, Any], in_python: dict[str, Any]
) -> None:
    narrow(page, in_page)
    graph = expected(net, in_python)
    assert graph.number_of_edges() > 10, "too little is left to compare"
    known = centrality(graph, MEASURES)
    for measure in MEASURES:
        found = page.page.evaluate("name => window.sederunt.measured(name)", measure)
        for number, person in enumerate(net.records.people):
            if person.id in graph:
                assert found[number] == pytest.approx(known[measure][person.id], abs=1e-6), (
                    measure,
                    person.id,
                )
            else:
                assert found[number] is None or math.isnan(found[number]), (measure, person.id)


@pytest.mark.parametrize(("name", "in_page", "in_python"), FILTERS, ids=[row[0] for row in FILTERS])
def test_communities_in_the_page_are_as_good_as_leidens(
    page: Visit, net: Network, name: str, in_page: dict[str, Any], in_python: dict[str, Any]
) -> None:
    narrow(page, in_page)
    graph = expected(net, in_python)
    found = page.page.evaluate("() => window.sederunt.measured('community')")
    own = {person.id: int(found[n]) for n, person in enumerate(net.records.people) if person.id in graph}
    leiden = communities(graph)

    def quality(groups: Mapping[str, int]) -> float:
        parts = [{p for p in graph if groups[p] == number} for number in sorted(set(groups.values()))]
        return float(nx.community.modularity(graph, parts, weight="weight"))

    assert page.page.evaluate("() => window.sederunt.modularity()") == pytest.approx(quality(own), abs=1e-6)
    assert quality(own) >= quality(leiden) - 0.01
    assert all(nx.is_connected(graph.subgraph([p for p in own if own[p] == n])) for n in set(own.values()))
    if not in_page:
        assert own == leiden


@pytest.mark.parametrize("facet", ["kind", "level", "place", "body", "by", "role"])
def test_the_count_beside_an_option_is_what_it_shows(page: Visit, net: Network, facet: str) -> None:
    narrow(page, {"since": "2022-06"})
    if not page.page.is_visible("#filters"):
        page.page.click("#open-filters")
    box = page.page.locator(f"[data-facet={facet}]")
    box.locator("summary").click()
    label = box.locator(".options label").first
    value = label.locator("input").evaluate("input => input.value")
    count = int(label.locator(".soft").inner_text().replace(",", ""))
    label.locator("input").check()
    assert count > 0
    if facet == "role":
        statements = [p for p in net.participations().itertuples() if p.role == value]
        assert 0 < count <= len(statements)
    else:
        shown = page.page.inner_text("#counts").split(" of ")[0]
        assert int(shown) == count
    assert box.locator(".on").inner_text() == "1"
    assert facet + "=" in page.page.evaluate("location.hash")
    box.locator("summary").click()


def test_a_link_restores_the_filters(browser: Any, page: Visit, samples_out: Path) -> None:
    narrow(
        page, {"since": "2023", "undated": False, "role": ["chaired", "spoke"], "times": 2, "confidence": 0.8}
    )
    shown = page.page.evaluate("window.sederunt.nodes()")
    link = page.page.evaluate("location.hash")
    other = Visit(browser, samples_out / "network.html")
    everything = other.page.evaluate("window.sederunt.nodes()")
    other.page.goto(other.url + link)
    other.page.reload()
    other.ready()
    assert other.page.evaluate("window.sederunt.nodes()") == shown
    assert 0 < len(shown) < len(everything)
    assert other.page.inner_text("#filter-count") == "5"
    other.page.click("#open-filters")
    assert other.page.input_value("#since") == "2023"
    other.page.click("#reset-filters")
    assert other.page.evaluate("window.sederunt.nodes()") == everything
    assert other.console == []
    other.context.close()


def test_the_table_follows_the_filters_with_its_measures(page: Visit, net: Network) -> None:
    narrow(page, {"role": ["chaired"]})
    page.page.click("#mode-table")
    page.page.wait_for_selector("#twin[aria-busy=false]")
    chairs = {p.person_id for p in net.records.participations if p.role == "chaired"}
    assert len(page.page.evaluate("window.sederunt.rows()")) <= len(chairs)
    assert "PageRank" in page.page.inner_text("#twin-head")
    page.page.click("#mode-affiliation")


def test_a_date_that_is_none_is_marked_and_narrows_nothing(page: Visit) -> None:
    narrow(page, {})
    everything = page.page.evaluate("window.sederunt.nodes().length")
    if not page.page.is_visible("#filters"):
        page.page.click("#open-filters")
    page.page.fill("#since", "soon")
    assert page.page.get_attribute("#since", "aria-invalid") == "true"
    assert page.page.evaluate("window.sederunt.nodes().length") == everything
    page.page.fill("#since", "")


def test_every_tie_is_one_click_from_those_more_than_chance(page: Visit) -> None:
    page.page.evaluate("document.querySelector('#reset-filters').click()")
    if page.page.is_visible("#filters"):
        page.page.click("#close-filters")
    page.page.click("#mode-company")
    every = page.page.evaluate("window.sederunt.edges().length")
    page.page.click("#ties-chance")
    assert page.page.get_attribute("#ties-chance", "aria-pressed") == "true"
    assert page.page.evaluate("window.sederunt.edges().length") == len(
        page.page.evaluate("window.sederunt.validated()")
    )
    page.page.click("#ties-all")
    assert page.page.evaluate("window.sederunt.edges().length") == every
    page.page.click("#mode-affiliation")
    assert not page.page.is_visible("#ties")
