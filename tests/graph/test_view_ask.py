"""Questions asked of the page: ways, common meetings, who is missing, what is around. Python answers the same where it can."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from browser import Visit
from handmade import records_of

from extract.records import Records
from extract.records_entities import Organization
from graph.network import Network
from graph.paths import paths
from graph.project import co_attendance, incidence
from graph.view import render_page

pytestmark = pytest.mark.browser


def opened(browser: Any, tmp_path: Path, records: Records) -> Visit:
    page = tmp_path / "page.html"
    page.write_text(render_page(records), encoding="utf-8")
    return Visit(browser, page)


def council(absent: tuple[str, str] = ("m5", "cao-min")) -> Records:
    """Six dated meetings of one council and an undated one: Bo stops coming, Dai comes last, Eng came once, Cao sends apologies."""
    there = {
        "m0": "ai-an bo-bo cao-min",
        "m1": "ai-an bo-bo eng-hu",
        "m2": "ai-an bo-bo cao-min",
        "m3": "ai-an cao-min",
        "m4": "ai-an dai-fu",
        "m5": "ai-an dai-fu",
        "m6": "gu-yu ai-an",
    }
    rows = [(f"{m}.txt", m, person, "attended") for m, people in there.items() for person in people.split()]
    rows.append((f"{absent[0]}.txt", absent[0], absent[1], "absent"))
    fields = {
        m: {"name": f"council {m}", "date": f"2023-0{n + 1}-05" if m != "m6" else None, "host_id": "council"}
        for n, m in enumerate(there)
    }
    records = records_of(rows, meetings=fields)
    return replace(
        records,
        organizations=(Organization(id="council", name="Town Council", kind="council", place="Linhe"),),
    )


def test_every_way_is_the_one_that_python_finds(samples: Visit, samples_out: Path) -> None:
    records = Network.open(samples_out).records
    graph = co_attendance(incidence(records), weight="newman")
    number = {person.id: n for n, person in enumerate(records.people)}
    several = 0
    for a, b in list(combinations(sorted(graph), 2))[::173]:
        table = paths(graph, a, b)
        found = samples.page.evaluate(
            "([a, b]) => { const q = window.sederunt.questions.wayBetween, first = q(a, b, 0);"
            "return first && Array.from({ length: Math.min(first.count, 100) }, (_, n) => q(a, b, n).people); }",
            [number[a], number[b]],
        )
        ways = [[a, *rows["to_id"]] for _, rows in table.groupby("path")]
        assert [[records.people[n].id for n in way] for way in found or []] == ways, (a, b)
        several += len(ways) > 1
    assert several > 3, "the pairs compared have one way each"


def test_a_way_is_asked_for_by_name_and_read_sentence_by_sentence(samples: Visit) -> None:
    samples.page.click("#open-ask")
    samples.page.fill("#way-from", "qiao bohai")
    samples.page.fill("#way-to", "ouyang dehui")
    samples.page.keyboard.press("Enter")
    assert not samples.page.is_visible("#ask")
    assert samples.page.inner_text("#panel h2") == "Qiao Bohai → Ouyang Dehui"
    steps = samples.page.locator("#panel h3").all_inner_texts()
    assert len(steps) == 2
    assert steps[0].startswith("1. Qiao Bohai – ")
    assert steps[1].endswith(" – Ouyang Dehui")
    assert samples.page.locator("#panel blockquote").count() >= 2
    address = samples.page.url
    samples.page.click("#home")
    samples.page.go_back()
    assert samples.page.inner_text("#panel h2") == "Qiao Bohai → Ouyang Dehui"
    assert "/w:qiao-bohai+ouyang-dehui+0" in address


def test_a_name_that_several_people_have_is_not_guessed(samples: Visit) -> None:
    samples.page.click("#open-ask")
    samples.page.fill("#way-from", "lu jianbai")
    samples.page.fill("#way-to", "qiao bohai")
    samples.page.keyboard.press("Enter")
    assert "Several match" in samples.page.inner_text("#ask-said")
    assert samples.page.get_attribute("#way-from", "aria-invalid") == "true"
    samples.page.fill("#way-from", "Lu Jianbai (Lanzhou)")
    samples.page.fill("#way-to", "nobody at all")
    samples.page.keyboard.press("Enter")
    assert "Nothing here" in samples.page.inner_text("#ask-said")
    assert samples.page.get_attribute("#way-to", "aria-invalid") == "true"
    assert samples.page.evaluate("window.sederunt.chosen()") == ""


def test_filters_close_a_way(browser: Any, tmp_path: Path) -> None:
    rows = [("a.txt", "m1", who, "attended") for who in ("ai-an", "bo-bo")]
    rows += [("b.txt", "m2", who, "attended") for who in ("bo-bo", "cao-min")]
    visit = opened(
        browser,
        tmp_path,
        records_of(rows, meetings={"m1": {"date": "2022-01-01"}, "m2": {"date": "2023-01-01"}}),
    )
    way = "window.sederunt.questions.wayBetween(0, 2, 0)"
    assert visit.page.evaluate(way)["people"] == [0, 1, 2]
    visit.page.click("#open-filters")
    visit.page.fill("#since", "2023")
    assert visit.page.evaluate(way) is None
    visit.context.close()


def test_common_meetings_of_several_people(browser: Any, tmp_path: Path) -> None:
    visit = opened(browser, tmp_path, council())
    visit.page.click("#open-ask")
    for number, name in enumerate(("Ai An", "Bo Bo"), 1):
        visit.page.fill(f"#common-{number}", name)
    visit.page.click("#common-more")
    visit.page.keyboard.type("Cao Min")
    visit.page.keyboard.press("Enter")
    panel = visit.panel()
    assert "2 meetings of all of them" in panel
    everybody, some = panel.lower().split("some of them")
    assert [m for m in ("m0", "m1", "m2", "m3") if f"council {m}" in everybody] == ["m0", "m2"]
    assert [m for m in ("m0", "m1", "m2", "m3", "m4") if f"council {m}" in some] == ["m1", "m3"]
    assert visit.console == []
    visit.context.close()


def test_who_is_missing_from_the_recent_meetings_of_a_body(browser: Any, tmp_path: Path) -> None:
    records = council()
    visit = opened(browser, tmp_path, records)
    visit.page.click("#open-ask")
    visit.page.fill("#missing-body", "Town Council")
    visit.page.fill("#missing-last", "2")
    visit.page.keyboard.press("Enter")
    panel = visit.panel()
    assert "2 recent meetings, 4 earlier meetings" in panel
    assert "1 meeting without a day left out" in panel
    missing = visit.page.evaluate("window.sederunt.questions.missingFrom(0, 2).missing")
    names = [records.people[number].label for number, _ in missing]
    # Cao and Bo were at three of four, Eng at one; Dai came lately, Ai never left, Gu's only meeting has no day
    assert [(name, len(meetings)) for name, (_, meetings) in zip(names, missing, strict=True)] == [
        ("Bo Bo", 3),
        ("Cao Min", 3),
        ("Eng Hu", 1),
    ]
    stated = panel.lower().split("stated to be absent")[1]
    assert "cao min" in stated
    assert "bo bo" not in stated
    assert visit.console == []
    visit.context.close()


@pytest.mark.parametrize(("depth", "expected"), [(1, 3), (2, 4), (3, 5)])
def test_what_is_around_grows_with_the_steps(browser: Any, tmp_path: Path, depth: int, expected: int) -> None:
    """Ai - Bo - Cao - Dai - Eng - Fu in a row, asked of Bo."""
    row = ["ai-an", "bo-bo", "cao-min", "dai-fu", "eng-hu", "fu-li"]
    rows = [(f"{n}.txt", f"m{n}", who, "attended") for n in range(5) for who in row[n : n + 2]]
    visit = opened(browser, tmp_path, records_of(rows))
    visit.page.click("#mode-company")
    visit.page.evaluate("window.sederunt.choose('p1')")
    visit.page.click(f".around button >> nth={depth - 1}")
    assert len(visit.page.evaluate("window.sederunt.nodes()")) == expected
    address = visit.page.url
    visit.page.goto("about:blank")
    visit.page.goto(address)
    assert len(visit.page.evaluate("window.sederunt.nodes()")) == expected
    visit.page.click("#leave-ego")
    assert len(visit.page.evaluate("window.sederunt.nodes()")) == 6
    assert visit.console == []
    visit.context.close()
