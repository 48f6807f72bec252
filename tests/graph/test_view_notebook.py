"""Views in a notebook: frames of their own that do not disturb one another, and ask for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from handmade import records_of, town_and_county

from graph.network import Network

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def notebook(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, list[str]]]:
    """Two different views among the output of one page, as an exported notebook has them, and what was said and asked for."""
    pairs = records_of([("a.txt", "m", person, "attended") for person in ("ai-an", "bo-bo", "cao-min")])
    outputs = [
        Network.from_records(town_and_county()).show(height=500)._repr_html_(),
        Network.from_records(pairs).show(height=420)._repr_html_(),
    ]
    path: Path = tmp_path_factory.mktemp("notebook") / "exported.html"
    path.write_text(
        f"<!DOCTYPE html><meta charset='utf-8'><h1>Notes</h1>{'<hr>'.join(outputs)}", encoding="utf-8"
    )
    context = browser.new_context(viewport={"width": 1000, "height": 1100}, offline=True)
    tab = context.new_page()
    heard: list[str] = []
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("request", lambda request: heard.append(request.url) if request.url.startswith("http") else None)
    tab.goto(path.as_uri())
    yield tab, heard
    context.close()


def frames(tab: Any) -> list[Any]:
    found = [handle.content_frame() for handle in tab.query_selector_all("iframe")]
    for frame in found:
        frame.wait_for_selector("html[data-ready]")
    return found


def test_both_views_open_at_the_height_that_was_asked_for(notebook: tuple[Any, list[str]]) -> None:
    tab, heard = notebook
    first, second = frames(tab)
    assert [round(handle.bounding_box()["height"]) for handle in tab.query_selector_all("iframe")] == [
        502,
        422,
    ]
    assert "Fang Guolin" in first.inner_text("#panel")
    assert "Ai An" in second.inner_text("#panel")
    assert heard == []


def test_what_is_done_in_one_view_leaves_the_other_as_it_is(notebook: tuple[Any, list[str]]) -> None:
    tab, heard = notebook
    first, second = frames(tab)
    before = second.evaluate("[sederunt.chosen(), sederunt.mode(), sederunt.nodes().join()]")
    first.click("#mode-company")
    first.evaluate("sederunt.choose('p0')")
    first.evaluate("sederunt.narrow({ since: '2022', undated: false })")
    assert second.evaluate("[sederunt.chosen(), sederunt.mode(), sederunt.nodes().join()]") == before
    assert first.evaluate("sederunt.mode()") == "company"
    assert heard == []


def test_back_and_forward_work_in_a_frame_without_an_address(notebook: tuple[Any, list[str]]) -> None:
    tab, heard = notebook
    _, second = frames(tab)
    second.evaluate("sederunt.choose('p0')")
    second.evaluate("sederunt.choose('p1')")
    second.click("#step-back")
    second.wait_for_timeout(200)
    assert second.evaluate("sederunt.chosen()") == "p0"
    second.click("#step-forward")
    second.wait_for_timeout(200)
    assert second.evaluate("sederunt.chosen()") == "p1"
    assert tab.url.endswith("exported.html")
    assert heard == []


def test_the_page_around_cannot_be_reached_from_a_view(notebook: tuple[Any, list[str]]) -> None:
    tab, _ = notebook
    first, _ = frames(tab)
    reached = first.evaluate(
        "() => { try { return parent.document.title + 'reached'; } catch (error) { return error.name; } }"
    )
    assert reached == "SecurityError"
