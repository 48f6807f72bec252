"""The table twin in a real browser: the same data as the drawing, sorted, filtered, copied, and never blocking."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, visiting
from handmade import records_of
from tasks import tasks

from extract.roles import PRESENT
from graph.network import Network
from graph.view import render_page

pytestmark = pytest.mark.browser


def show(visit: Visit, table: str) -> None:
    visit.page.click("#mode-table")
    visit.page.click(f"#tables [data-table={table}]")
    visit.page.wait_for_selector("#twin[aria-busy=false]")


def cells(visit: Visit, column: int) -> list[str]:
    return visit.page.locator(f"#twin-body [role=row] > [aria-colindex='{column}']").all_inner_texts()


def settle(visit: Visit) -> None:
    visit.page.wait_for_timeout(50)
    visit.page.wait_for_selector("#twin[aria-busy=false]")


def saved(visit: Visit) -> list[dict[str, str]]:
    with visit.page.expect_download() as download:
        visit.page.click("#twin-csv")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_saved_tables_hold_what_python_holds(samples: Visit, samples_out: Path) -> None:
    network = Network.open(samples_out)
    show(samples, "people")
    assert sorted(row["Name"] for row in saved(samples)) == sorted(p.label for p in network.records.people)
    show(samples, "participations")
    present = [p for p in network.records.participations if p.role in PRESENT and p.person_id]
    counted = {meeting.id for meeting in network.records.meetings if not meeting.cited}
    rows = saved(samples)
    # a copy of a report states nothing new
    assert len(rows) <= len([p for p in present if p.meeting_id in counted])
    known = {(p.surface, " ".join(p.evidence.quote.split()), p.evidence.document) for p in present}
    assert {(row["Printed as"], row["Sentence"], row["Report"]) for row in rows} <= known
    show(samples, "ties")
    ties = network.co_attendance()
    assert len(saved(samples)) == ties.number_of_edges()


def test_a_heading_sorts_numbers_downwards_first_and_then_upwards(samples: Visit) -> None:
    show(samples, "people")
    heading = samples.page.locator("#twin-head [role=columnheader]").nth(1)
    heading.locator("button").click()
    settle(samples)
    down = [int(text) for text in cells(samples, 2)]
    assert heading.get_attribute("aria-sort") == "descending"
    assert down == sorted(down, reverse=True)
    assert down[0] > down[-1]
    samples.page.keyboard.press("Enter")  # the heading keeps the focus
    settle(samples)
    up = [int(text) for text in cells(samples, 2)]
    assert up == sorted(up)
    assert up[0] < down[0]


def test_words_filter_the_rows_and_the_drawer_filters_hold_too(samples: Visit) -> None:
    show(samples, "meetings")
    samples.page.fill("#twin-words", "lanzhou flood")
    settle(samples)
    assert all(re.search("flood", text, re.I) for text in cells(samples, 2))
    assert 0 < len(cells(samples, 2)) < 10
    assert re.fullmatch(r"\d+ of \d+ rows", samples.page.inner_text("#twin-count"))
    samples.page.fill("#twin-words", "")
    samples.page.click("#open-filters")
    samples.page.fill("#since", "2024")
    samples.page.uncheck("#undated")
    settle(samples)
    assert cells(samples, 1)
    assert all(date.startswith("2024") for date in cells(samples, 1))


def test_what_is_chosen_in_one_is_chosen_in_all(samples: Visit) -> None:
    show(samples, "people")
    samples.page.focus("#twin-grid")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        samples.page.keyboard.press(key)
    chosen = samples.page.evaluate("window.sederunt.chosen()")
    name = cells(samples, 1)[2]
    assert samples.page.inner_text("#panel h2") == name
    assert samples.page.locator("#twin-body [aria-selected=true]").count() == 1
    samples.page.click("#mode-affiliation")
    assert samples.page.evaluate("window.sederunt.chosen()") == chosen
    samples.page.click("#mode-table")
    settle(samples)
    samples.page.keyboard.press("/")
    samples.page.keyboard.type("yao suqin")
    samples.page.keyboard.press("Enter")
    row = samples.page.locator("#twin-body [aria-selected=true]")
    assert "Yao Suqin" in row.inner_text()
    assert row.bounding_box()["y"] > 50  # the table went to the row


def test_a_link_restores_the_table_and_back_leaves_it(browser: Any, samples: Visit) -> None:
    show(samples, "people")
    samples.page.locator("#twin-head button").nth(1).click()
    samples.page.fill("#twin-words", "fang")
    samples.page.keyboard.press("Tab")
    settle(samples)
    address, names = samples.page.url, cells(samples, 1)
    other = Visit(browser, Path(samples.url.removeprefix("file://")))
    other.page.goto("about:blank")
    other.page.goto(address)
    other.ready()
    settle(other)
    assert cells(other, 1) == names
    assert other.page.input_value("#twin-words") == "fang"
    other.context.close()
    samples.page.go_back()
    samples.page.go_back()
    assert not samples.page.is_visible("#twin")


def test_cells_that_look_like_formulas_are_written_as_text(browser: Any, tmp_path: Path) -> None:
    names = ["=cmd|'/C calc'!A0", "+1", "-2", "@SUM(A1)", 'He said "no", twice', "\t=1"]
    rows = [(f"{n}.txt", "m", name, "attended") for n, name in enumerate(names)]
    records = records_of(rows, labels={name: name for name in names})
    page = tmp_path / "page.html"
    page.write_text(render_page(records), encoding="utf-8")
    visit = Visit(browser, page)
    show(visit, "people")
    found = {row["Name"] for row in saved(visit)}
    assert found == {f"'{name.strip()}" if name.strip()[0] in "=+-@" else name for name in names}
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.click("#twin-copy")
    visit.page.locator("#twin-count", has_text="Copied").wait_for()
    lines = visit.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert {line.split("\t")[0] for line in lines[1:]} == found
    assert visit.console == []
    visit.context.close()


def test_twenty_thousand_rows_are_few_elements_and_do_not_block(browser: Any, large: Path) -> None:
    with visiting(browser, large) as visit:
        with tasks(visit.page) as taken:
            show(visit, "participations")
            assert visit.page.evaluate("window.sederunt.rows().length") > 19_000
            for column in (2, 0, 6):
                visit.page.locator("#twin-head button").nth(column).click()
                settle(visit)
            visit.page.fill("#twin-words", "gong")
            settle(visit)
            visit.page.focus("#twin-grid")
            visit.page.keyboard.press("End")
        assert visit.page.locator("#twin-body [role=row]").count() < 80
        assert visit.page.locator("#twin-body .active").count() == 1
        assert max(taken) < 100
