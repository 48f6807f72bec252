"""Time in the page: a histogram, a window on it that is moved, stepped and played, and a bin for meetings without a day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, visiting
from handmade import records_of

from graph.network import Network
from graph.project import incidence
from graph.view import render_page

pytestmark = pytest.mark.browser


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["desk", "phone"])
def samples(browser: Any, samples_out: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with visiting(
        browser, samples_out / "network.html", width=request.param[0], height=request.param[1]
    ) as visit:
        yield visit


def people_shown(visit: Visit) -> int:
    return sum(node[0] == "p" for node in visit.page.evaluate("window.sederunt.nodes()"))


def test_a_window_shows_what_python_has_between_its_days(samples: Visit, samples_out: Path) -> None:
    samples.page.uncheck("#undated-tick")
    bars = samples.page.locator("#bars").bounding_box()
    samples.page.mouse.move(bars["x"] + bars["width"] * 0.3, bars["y"] + 8)
    samples.page.mouse.down()
    samples.page.mouse.move(bars["x"] + bars["width"] * 0.6, bars["y"] + 8)
    samples.page.mouse.up()
    said = samples.page.inner_text("#time-said").split(" – ")
    assert len(said) == 2
    members = incidence(Network.open(samples_out).records, since=said[0], until=said[1])
    assert 0 < people_shown(samples) == len(members.people)
    samples.page.click("#time-all")
    assert samples.page.inner_text("#time-said") == "whole time"


def test_play_goes_on_to_the_end_and_steps_move_by_one(samples: Visit) -> None:
    samples.page.select_option("#time-kind", "cumulative")
    samples.page.focus("#time-to")
    samples.page.keyboard.press("Home")
    first = people_shown(samples)
    samples.page.keyboard.press("ArrowRight")
    samples.page.keyboard.press("ArrowRight")
    assert people_shown(samples) >= first
    before = samples.page.inner_text("#time-said")
    samples.page.click("#time-play")
    samples.page.wait_for_timeout(1300)
    after = samples.page.inner_text("#time-said")
    assert after != before
    samples.page.click("#time-play")
    samples.page.wait_for_timeout(1000)
    assert samples.page.inner_text("#time-said") == after
    assert "time=cumulative" in samples.page.evaluate("location.hash")


def test_meetings_without_a_day_have_a_bin_of_their_own(samples: Visit, samples_out: Path) -> None:
    meetings = Network.open(samples_out).meetings()
    undated = sum(
        not isinstance(date, str) or date.startswith("XXXX") or not date
        for date in meetings[meetings.cited == 0].date
    )
    assert undated > 0
    assert samples.page.inner_text("#undated-bin-count") == str(undated)
    everything = samples.page.evaluate("window.sederunt.nodes().length")
    samples.page.uncheck("#undated-tick")
    assert samples.page.evaluate("window.sederunt.nodes().length") < everything
    samples.page.check("#undated-tick")
    assert samples.page.evaluate("window.sederunt.nodes().length") == everything


def bars_of(visit: Visit) -> list[float]:
    """The heights of the bars, as shares of the highest."""
    heights = visit.page.evaluate(
        "[...document.querySelectorAll('#bars .whole')].map(i => parseFloat(i.style.height))"
    )
    return [height / 100 for height in heights]


# dates of meetings -> what the bars are: shares of the highest bar, and the name of the first bin
HISTOGRAMS = [
    ("months", ["2022-01-03", "2022-01-09", "2022-02-11"], [1, 0.5], "2022-01"),
    ("a vague date is shared out", ["2022-01-03", "2022-02-05", "2022-03-01", "2022-04-09", "2022"], [1] * 4 + [1 / 12 / (13 / 12)] * 8, "2022-01"),
    ("days, within a month", ["2022-01-03", "2022-01-05"], [1, 0, 1], "2022-01-03"),
    ("decades", ["1848-01-03", "1999-05-05"], None, "1845–1849"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "dates", "bars", "first"), HISTOGRAMS, ids=[row[0] for row in HISTOGRAMS])
def test_the_bars_count_meetings(
    browser: Any, tmp_path: Path, name: str, dates: list[str], bars: list[float] | None, first: str
) -> None:
    rows = [(f"{n}.txt", f"m{n}", who, "attended") for n in range(len(dates)) for who in ("ai-an", "bo-bo")]
    records = records_of(rows, meetings={f"m{n}": {"date": date} for n, date in enumerate(dates)})
    path = tmp_path / "page.html"
    path.write_text(render_page(records), encoding="utf-8")
    visit = Visit(browser, path)
    found = bars_of(visit)
    assert visit.page.locator("#bars .bin").first.get_attribute("title").split(":")[0] == first
    if bars is None:
        assert len(found) < 48
    else:
        assert found == pytest.approx(
            bars, abs=0.045
        )  # a bar that is not empty is at least four in a hundred high
    assert visit.console == []
    visit.context.close()


def test_years_under_the_bars_have_room(browser: Any, tmp_path: Path) -> None:
    """Eight years, the first with a single month of meetings: no two years touch, on a phone neither."""
    days = ["2015-12-20", *(f"{year}-{month:02d}-03" for year in range(2016, 2023) for month in (1, 6))]
    rows = [(f"r{n}.txt", f"m{n}", person, "attended") for n in range(len(days)) for person in ("ai", "bei")]
    records = records_of(rows, meetings={f"m{n}": {"date": day} for n, day in enumerate(days)})
    (tmp_path / "page.html").write_text(render_page(records), encoding="utf-8")
    for width, height in ((1280, 800), (390, 844)):
        with visiting(browser, tmp_path / "page.html", width=width, height=height) as visit:
            lefts = visit.page.locator("#bars .bin:not([data-said=''])").evaluate_all(
                "bars => bars.map((bar) => bar.getBoundingClientRect().left)"
            )
            assert len(lefts) >= 3
            assert all(b - a > 36 for a, b in pairwise(lefts))
