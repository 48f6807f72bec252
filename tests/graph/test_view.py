"""The page in a real browser, with the network cut off: it asks for nothing, says nothing on the console, and answers."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import Visit
from crowd import crowd
from handmade import records_of

from corpus.records import Document, Evidence
from extract.records import Records
from extract.records_entities import Person
from extract.records_meetings import Meeting, Participation
from graph.backbone import backbone
from graph.network import Network
from graph.project import co_attendance, incidence
from graph.view import render_page

HOSTILE = "</script><script>alert(1)</script>"
pytestmark = pytest.mark.browser


def test_first_stable_paint_is_under_two_seconds(samples: Visit) -> None:
    assert samples.page.evaluate("window.sederuntReady") < 2000


def test_search_finds_a_person_and_shows_the_sentence(samples: Visit) -> None:
    samples.page.keyboard.press("/")
    samples.page.keyboard.type("qiao boh")
    samples.page.keyboard.press("Enter")
    assert "Qiao Bohai" in samples.page.inner_text("#panel h2")
    assert "presided over the meeting" in samples.panel()
    assert "2022-08-30_gansu_leading_group_water.txt" in samples.panel()
    assert samples.page.locator("#panel mark").first.inner_text() == "Qiao Bohai"


def test_a_click_on_a_node_and_on_an_edge_shows_the_sentence(samples: Visit, samples_out: Path) -> None:
    samples.page.click("#mode-company")
    people = {p.id: n for n, p in enumerate(Network.open(samples_out).records.people)}
    samples.click_node(f"p{people['she-lianqing']}")
    assert "visited three schools" in samples.panel()
    middle = samples.page.evaluate(
        """([one, other]) => { const w = window.sederunt, a = w.where(one), b = w.where(other);
        return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}; }""",
        [f"p{people['she-lianqing']}", f"p{people['he-duo']}"],
    )
    box = samples.page.locator("#network").bounding_box()
    samples.page.mouse.click(box["x"] + middle["x"], box["y"] + middle["y"])
    samples.page.wait_for_timeout(400)
    assert "He Duo" in samples.page.inner_text("#panel h2")
    assert "accompanied her" in samples.panel()


def test_the_address_keeps_the_state_and_back_works(samples: Visit) -> None:
    samples.page.evaluate("window.sederunt.choose('p0')")
    first = samples.page.inner_text("#panel h2")
    samples.page.evaluate("window.sederunt.choose('m0')")
    assert "/m:" in samples.page.evaluate("location.hash")
    samples.page.go_back()
    samples.page.wait_for_timeout(100)
    assert samples.page.inner_text("#panel h2") == first
    samples.requests[:] = samples.requests[:1]  # going back within the page is no request for anything else


def test_filters_take_effect_and_reset(samples: Visit) -> None:
    everything = samples.page.evaluate("window.sederunt.nodes().length")
    samples.page.click("#open-filters")
    samples.page.fill("#since", "2024")
    samples.page.uncheck("#undated")
    few = samples.page.evaluate("window.sederunt.nodes().length")
    assert 0 < few < everything
    samples.page.click("#reset-filters")
    assert samples.page.evaluate("window.sederunt.nodes().length") == everything


@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(1280, 800, "dark"), (390, 844, "light"), (390, 844, "dark")]
)
def test_the_page_fits_the_screen(
    browser: Any, samples_out: Path, width: int, height: int, scheme: str
) -> None:
    visit = Visit(browser, samples_out / "network.html", width=width, height=height, scheme=scheme)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.page.locator("#network canvas").bounding_box()["height"] > 150
    assert visit.page.evaluate("document.documentElement.dataset.theme") == scheme
    assert visit.console == []
    visit.context.close()


def written(tmp_path: Path, records: Records) -> Path:
    path = tmp_path / "page.html"
    path.write_text(render_page(records), encoding="utf-8")
    return path


def small(name: str, others: tuple[str, ...] = (), date: str | None = "2023-05-04") -> Records:
    """A report of one meeting at which `name` and the others were, in one sentence."""
    text = f"{', '.join([name, *others])} attended the meeting of the ward."
    evidence = Evidence(document="a.txt", start=0, end=len(text), quote=text)
    people = tuple(Person(id=f"p-{n}", name=x, label=x) for n, x in enumerate((name, *others)))
    return Records(
        documents=(Document(id="d1", path="a.txt", title=name, text=text),),
        people=people,
        meetings=(
            Meeting(
                id="m",
                name="meeting of the ward",
                kind="meeting",
                evidence=evidence,
                documents=("a.txt",),
                date=date,
            ),
        ),
        participations=tuple(
            Participation(
                document="a.txt",
                meeting_id="m",
                role="attended",
                rule="attend",
                evidence=evidence,
                surface=p.name,
                person_id=p.id,
            )
            for p in people
        ),
    )


ODD = [
    HOSTILE,
    '"><img src=x onerror=alert(1)>',
    "{{7*7}} ${1}",
    "\u202eabc\u2028d",
    "\U0001f600 & Co",
    "x" * 10_000,
]


@pytest.mark.parametrize("name", ODD, ids=["script", "image", "template", "bidi", "emoji", "long"])
def test_names_full_of_markup_are_shown_as_text(browser: Any, tmp_path: Path, name: str) -> None:
    visit = Visit(browser, written(tmp_path, small(name, ("Fang Guolin",))))
    visit.page.evaluate("window.sederunt.choose('p0')")
    assert visit.page.evaluate("document.querySelector('#panel h2').textContent") == name
    assert visit.page.locator("#panel img").count() == 0
    assert visit.console == []
    assert visit.requests == [visit.url]
    visit.context.close()


CASES = [
    ("empty corpus", Records()),
    ("one person", small("Fang Guolin")),
    ("one meeting of two", small("Fang Guolin", ("Qiu Min",))),
    ("no date", small("Fang Guolin", ("Qiu Min",), None)),
    ("year unknown", small("Fang Guolin", ("Qiu Min",), "XXXX-05-04")),
]


@pytest.mark.parametrize(("name", "records"), CASES, ids=[case[0] for case in CASES])
def test_small_and_empty_networks_leave_the_page_whole(
    browser: Any, tmp_path: Path, name: str, records: Records
) -> None:
    visit = Visit(browser, written(tmp_path, records))
    visit.page.click("#mode-company")
    visit.page.click("#mode-affiliation")
    visit.page.click("#open-filters")
    visit.page.fill("#since", "2023")
    assert visit.page.is_visible("#empty") == (not records.people)
    assert visit.console == []
    visit.context.close()


def test_absent_and_invoked_people_are_never_drawn(browser: Any, tmp_path: Path) -> None:
    records = small("Fang Guolin", ("Qiu Min",))
    first, second = records.participations
    records = replace(records, participations=(first, replace(second, role="absent")))
    visit = Visit(browser, written(tmp_path, records))
    assert visit.page.evaluate("window.sederunt.nodes()") == ["m0", "p0"]
    visit.page.evaluate("window.sederunt.choose('m0')")
    assert "NAMED, NOT THERE" in visit.panel().upper()
    visit.context.close()


def test_the_same_records_give_the_same_bytes() -> None:
    records = small("Fang Guolin", ("Qiu Min",))
    assert render_page(records) == render_page(records)


def test_the_page_may_fetch_nothing() -> None:
    page = render_page(Records())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in page.split("<style>")[0]


# How often each pair meets, always with one guest who comes once: often enough for some levels, not for others.
TOGETHER = (24, 14, 10, 7, 5, 4, *[3] * 10)


def pairs_and_guests() -> Records:
    rows = []
    for pair, times in enumerate(TOGETHER):
        for time in range(times):
            meeting = f"m{pair:02d}-{time:02d}"
            there = (f"pair{pair}-one", f"pair{pair}-two", f"guest-of-{meeting}")
            rows += [(f"{meeting}.txt", meeting, person, "attended") for person in there]
    return records_of(rows)


@pytest.mark.parametrize("alpha", [0.2, 0.1, 0.05, 0.01, 0.001])
def test_the_slider_keeps_the_ties_that_the_backbone_keeps(
    browser: Any, tmp_path: Path, alpha: float
) -> None:
    records = pairs_and_guests()
    kept = backbone(incidence(records), alpha=alpha)
    visit = Visit(browser, written(tmp_path, records))
    visit.page.click("#mode-company")
    visit.page.click("#open-filters")
    visit.page.fill("#alpha", str([1, 0.2, 0.1, 0.05, 0.01, 0.001].index(alpha)))
    found = {tuple(sorted(pair)) for pair in visit.page.evaluate("window.sederunt.validated()")}
    assert found == {tuple(sorted(pair)) for pair in kept.edges}
    assert len(visit.page.evaluate("window.sederunt.edges()")) == len(found)
    assert visit.page.is_visible("#empty") == (not found)
    visit.page.click("#reset-filters")
    raw = co_attendance(incidence(records)).number_of_edges()
    assert len(visit.page.evaluate("window.sederunt.edges()")) == raw
    assert visit.console == []
    visit.context.close()


def test_the_levels_of_the_slider_keep_different_ties_and_never_a_guest() -> None:
    """Or the table above would compare empty sets with each other."""
    members = incidence(pairs_and_guests())
    kept = [set(backbone(members, alpha=alpha).edges) for alpha in (0.2, 0.05, 0.001)]
    assert kept[0] > kept[1] > kept[2] > set()
    assert not [person for pair in kept[0] for person in pair if person.startswith("guest")]


def test_where_no_tie_is_more_than_chance_the_page_says_so(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, small("Fang Guolin", ("Qiu Min",))))
    visit.page.click("#mode-company")
    visit.page.click("#open-filters")
    visit.page.fill("#alpha", "3")
    assert "No tie here is more than chance" in visit.page.inner_text("#empty")
    assert visit.console == []
    visit.context.close()


def test_a_large_network_opens_on_its_strongest_part_and_search_brings_in_the_rest(
    browser: Any, tmp_path: Path
) -> None:
    records = crowd(3500, 1500)
    visit = Visit(browser, written(tmp_path, records))
    drawn = set(visit.page.evaluate("window.sederunt.nodes()"))
    assert len(drawn) == 3000
    assert re.search(r"[\d,]+ nodes are not drawn", visit.page.inner_text("#counts"))
    present = {p.person_id for p in records.participations if p.role == "attended"}
    number, left_out = next(
        (n, person)
        for n, person in enumerate(records.people)
        if person.id in present and f"p{n}" not in drawn
    )
    visit.page.fill("#search", left_out.label)
    visit.page.keyboard.press("Enter")
    assert left_out.label in visit.page.inner_text("#panel h2")
    assert f"p{number}" in visit.page.evaluate("window.sederunt.nodes()")
    visit.page.click("#mode-company")
    button = visit.page.locator("#panel button", has_text="Draw all of them")
    for group in range(1, 20):
        visit.page.evaluate("id => window.sederunt.choose(id)", f"k{group}")
        visit.page.locator("#panel h3", has_text="People").wait_for()
        if button.count():
            break
    before = len(visit.page.evaluate("window.sederunt.nodes()"))
    button.click()
    button.wait_for(state="detached")
    assert len(visit.page.evaluate("window.sederunt.nodes()")) > before
    assert visit.console == []
    assert visit.requests == [visit.url]
    visit.context.close()
