"""The panel: posts over time, reports, open questions, the account of the network itself; links to and fro."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import Visit
from handmade import quoting, records_of

from corpus.records import LedgerRow
from extract.records import Records
from extract.records_entities import Holding, Organization, Post
from graph.network import Network
from graph.view import render_page

pytestmark = pytest.mark.browser


def section(visit: Visit, title: str) -> list[str]:
    """The items of one section of the panel."""
    heading = visit.page.locator("#panel h3", has_text=title).first
    return heading.locator("xpath=following-sibling::ul[1]/li").all_inner_texts()


def mayor_then_secretary(dates: tuple[str | None, ...]) -> Records:
    """Ai An at four meetings, stated as mayor at the first ones and as secretary at the last."""
    rows = [(f"r{n}.txt", f"m{n}", who, "attended") for n in range(4) for who in ("ai-an", "bo-bo")]
    records = records_of(rows, meetings={f"m{n}": {"date": f"2023-0{n + 1}-01"} for n in range(4)})
    posts = tuple(
        Post(id=title.lower(), title=title, text=f"{title}, Linhe", organization_id="linhe")
        for title in ("Mayor", "Secretary")
    )
    held = tuple(
        Holding(
            person_id="ai-an",
            post_id="secretary" if n == 3 else "mayor",
            document=document.path,
            date=dates[n],
            evidence=quoting(document, records.participations[2 * n].evidence.quote),
        )
        for n, document in enumerate(records.documents)
    )
    ledger = (
        LedgerRow(document="r0.txt", reason="ambiguous name", detail="Ai: two people", quote="Ai spoke too."),
        LedgerRow(document="r1.txt", reason="named without a role", detail="x", quote="Ai An had written."),
        LedgerRow(
            document="r2.txt", reason="named without a role", detail="x", quote="Ai Anping had written."
        ),
    )
    body = Organization(id="linhe", name="Linhe", kind="government", place="Linhe")
    return replace(records, posts=posts, holdings=held, organizations=(body,), ledger=ledger)


def opened(browser: Any, tmp_path: Path, records: Records) -> Visit:
    page = tmp_path / "page.html"
    page.write_text(render_page(records), encoding="utf-8")
    return Visit(browser, page)


def test_posts_stand_in_the_order_of_time_with_first_and_last_day(browser: Any, tmp_path: Path) -> None:
    records = mayor_then_secretary(("2023-01-01", "2023-02-01", "2023-03-01", "2023-04-01"))
    visit = opened(browser, tmp_path, records)
    visit.page.evaluate("window.sederunt.choose('p0')")
    first, second = section(visit, "Posts")
    assert first.splitlines()[0] == "Mayor, Linhe 2023-01-01 – 2023-03-01 · 3 reports"
    assert second.splitlines()[0] == "Secretary, Linhe 2023-04-01"
    assert visit.page.locator("#panel li:nth-child(1) > .career .dot").count() == 3
    left = visit.page.locator("#panel .career .dot").evaluate_all("dots => dots.map((dot) => dot.style.left)")
    assert left[0] == "0%"
    assert left[-1] == "100%"
    visit.context.close()


def test_a_post_without_a_year_is_said_and_not_drawn(browser: Any, tmp_path: Path) -> None:
    visit = opened(browser, tmp_path, mayor_then_secretary(("XXXX-01-01", None, None, None)))
    visit.page.evaluate("window.sederunt.choose('p0')")
    assert "01-01 (year not stated)" in section(visit, "Posts")[0]
    assert visit.page.locator("#panel .career").count() == 0
    visit.context.close()


def test_open_questions_are_those_that_print_the_whole_name(browser: Any, tmp_path: Path) -> None:
    visit = opened(browser, tmp_path, mayor_then_secretary(("2023-01-01", None, None, None)))
    visit.page.evaluate("window.sederunt.choose('p0')")
    questions = section(visit, "Open questions")
    assert len(questions) == 1  # not "Ai", which may be another, and not Ai Anping
    assert "Ai An had written." in questions[0]
    assert "r1.txt" in questions[0]
    visit.page.evaluate("window.sederunt.choose('m0')")
    assert "Ai spoke too." in section(visit, "Open questions")[0]
    visit.context.close()


def test_a_report_shows_its_statements_in_the_order_of_its_text(samples: Visit, samples_out: Path) -> None:
    path = "2022-11-08_fernhollow_council_minutes.txt"
    samples.page.fill("#search", "fernhollow")
    samples.page.keyboard.press("Enter")
    samples.page.click(f"#panel blockquote a:has-text('{path}') >> nth=0")
    assert "Fernhollow Parish Council" in samples.page.inner_text("#panel h2")
    records = Network.open(samples_out).records
    stated = [p for p in records.participations if p.document == path and p.person_id]
    starts = {p.evidence.start for p in stated}
    assert len(section(samples, "Statements")) == len(starts)
    text = next(d.text for d in records.documents if d.path == path)
    shown = [quote.split("\n")[0] for quote in samples.page.locator("#panel ul blockquote").all_inner_texts()]
    spots = [text.find(quote) for quote in shown[: len(starts)]]
    assert -1 not in spots
    assert spots == sorted(spots)
    samples.page.go_back()
    assert "fernhollow" in samples.page.inner_text("#panel h2").lower()


def test_back_and_forward_follow_what_was_chosen(samples: Visit) -> None:
    titles = []
    assert samples.page.is_disabled("#step-back")
    for thing in ("p0", "m0", "p1"):
        samples.page.evaluate("id => window.sederunt.choose(id)", thing)
        titles.append(samples.page.inner_text("#panel h2"))
    samples.page.click("#step-back")
    samples.page.locator("#panel h2", has_text=titles[1]).wait_for()
    samples.page.click("#step-back")
    samples.page.locator("#panel h2", has_text=titles[0]).wait_for()
    samples.page.click("#step-forward")
    samples.page.locator("#panel h2", has_text=titles[1]).wait_for()


def test_the_page_gives_an_account_of_itself(samples: Visit, samples_out: Path) -> None:
    manifest = json.loads((samples_out / "manifest.json").read_text(encoding="utf-8"))
    samples.page.click("#about")
    panel = samples.panel()
    facts = dict(
        zip(
            samples.page.locator("#panel dt").all_text_contents(),
            samples.page.locator("#panel dd").all_text_contents(),
            strict=True,
        )
    )
    counts = manifest["counts"]
    assert facts["Reports"] == str(counts["documents"])
    assert facts["Meetings"] == str(counts["meetings"])
    assert facts["People"] == str(counts["people"])
    assert facts["Model"] == manifest["model"]
    assert manifest["model_digest"].startswith(facts["its digest"])
    assert facts["invoked, not present"] == str(manifest["roles"]["invoked"])
    for reason, count in manifest["unresolved"].items():
        assert facts[reason] == str(count)
    assert f"({counts['unresolved']})" in panel
    outlets = {d.source for d in Network.open(samples_out).records.documents if d.source}
    assert outlets <= facts.keys()
