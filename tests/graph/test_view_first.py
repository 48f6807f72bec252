"""The first minute: what the corpus is, the five questions that everybody asks first, what was not believed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from browser import Visit, data_of

from graph.network import Network

pytestmark = pytest.mark.browser


def central(visit: Visit) -> None:
    assert visit.page.evaluate("window.sederunt.mode()") == "company"
    assert "Strength:" in visit.page.inner_text("#legend")
    assert "Around" in visit.page.inner_text("#legend")


def company(visit: Visit) -> None:
    assert visit.page.inner_text("#panel h2") == "Lu Jianbai (Lanzhou)"
    assert "Around Lu Jianbai (Lanzhou)" in visit.page.inner_text("#leave-ego")
    assert 1 < visit.page.evaluate("window.sederunt.nodes().length") < 40


def meetings(visit: Visit) -> None:
    assert visit.page.is_visible("#twin")
    assert visit.page.locator("#twin-head [aria-sort=ascending]").inner_text().startswith("Date")


def proof(visit: Visit) -> None:
    assert " – " in visit.page.inner_text("#panel h2")
    assert visit.page.locator("#panel blockquote mark").count() > 2


def change(visit: Visit) -> None:
    assert visit.page.inner_text("#time-said") != "whole time"
    visit.page.click("#time-play")


ANSWERS: list[tuple[str, Callable[[Visit], None]]] = [
    ("Who is central?", central),
    ("Who sat with Lu Jianbai (Lanzhou)?", company),
    ("Which meetings are these?", meetings),
    ("What proves a tie?", proof),
    ("How did it change?", change),
]


def test_the_first_five_questions_are_one_click_from_their_answers(samples: Visit) -> None:
    for question, answered in ANSWERS:
        samples.page.goto("about:blank")
        samples.page.goto(samples.url)
        samples.ready()
        samples.page.click(f".starts button:has-text('{question}')")
        samples.page.wait_for_timeout(400)
        answered(samples)
    samples.requests[:] = [samples.url]


def test_the_overview_counts_the_corpus(samples: Visit, samples_out: Path) -> None:
    records = Network.open(samples_out).records
    tiles = samples.page.locator("#panel .tiles dd").all_inner_texts()
    met = sum(not meeting.cited for meeting in records.meetings)
    assert tiles == [str(len(records.documents)), str(met), str(len(records.people)), "2022–2024"]


def test_years_stand_below_the_bars(samples: Visit) -> None:
    said = samples.page.locator("#bars .bin:not([data-said=''])").evaluate_all(
        "bars => bars.map((bar) => bar.dataset.said)"
    )
    assert said == ["2022", "2023", "2024"]


def test_what_was_not_believed_is_counted_by_reason(samples: Visit, samples_out: Path) -> None:
    ledger = Network.open(samples_out).records.ledger
    reasons = Counter(row.reason for row in ledger)
    assert data_of((samples_out / "network.html").read_text(encoding="utf-8"))["reasons"] == reasons
    samples.page.click("#about")
    told = samples.panel()
    assert f"({len(ledger)})" in told
    for reason, count in reasons.items():
        assert f"{reason}\n{count}" in told


def test_enter_chooses_what_is_nearest_to_the_middle(samples: Visit) -> None:
    node = samples.page.evaluate("window.sederunt.nodes()[0]")
    x, y = samples.page.evaluate("id => window.sederunt.spot(id)", node)
    samples.page.evaluate("([x, y]) => window.sederunt.pan(x, y)", [x, y])
    samples.page.focus("#network")
    samples.page.keyboard.press("Enter")
    assert samples.page.evaluate("window.sederunt.chosen()") == node
