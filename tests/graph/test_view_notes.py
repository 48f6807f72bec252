"""Notes: numbered remarks that step through a story, kept in the address and in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, visiting

from graph.network import Network

pytestmark = pytest.mark.browser
HOSTILE = '</textarea><script>alert(1)</script> "quoted" \u202e\U0001f600'


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["desk", "phone"])
def samples(browser: Any, samples_out: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with visiting(
        browser, samples_out / "network.html", width=request.param[0], height=request.param[1]
    ) as visit:
        yield visit


def person(samples_out: Path, name: str) -> str:
    people = Network.open(samples_out).records.people
    return f"p{next(n for n, p in enumerate(people) if p.label == name)}"


def write_story(visit: Visit, samples_out: Path) -> None:
    """Two notes: one on a person, one on another person in the other drawing from 2023 on."""
    for name, text, mode, since in (
        ("Qiao Bohai", "He chairs.", "affiliation", ""),
        ("Bai Ruixue", HOSTILE, "company", "2023"),
    ):
        visit.page.click(f"#mode-{mode}")
        visit.page.evaluate("since => window.sederunt.narrow({ since })", since)
        visit.page.evaluate("id => window.sederunt.choose(id)", person(samples_out, name))
        if not visit.page.is_visible("#notes"):
            visit.page.click("#open-notes")
        assert name in visit.page.inner_text("#note-about")
        visit.page.fill("#note-text", text)
        visit.page.click("#note-form button")
    visit.page.click("#close-notes")


def test_a_story_steps_through_its_notes_as_they_were_written(samples: Visit, samples_out: Path) -> None:
    write_story(samples, samples_out)
    assert samples.page.inner_text("#note-count") == "2"
    assert samples.page.evaluate("document.querySelector('#story-text').textContent") == HOSTILE
    samples.page.click("#story-back")
    assert samples.page.inner_text("#story-text") == "He chairs."
    assert samples.page.inner_text("#panel h2") == "Qiao Bohai"
    assert samples.page.evaluate("window.sederunt.mode()") == "affiliation"
    assert samples.page.input_value("#since") == ""
    samples.page.click("#story-on")
    assert samples.page.evaluate("window.sederunt.mode()") == "company"
    assert "since=2023" in samples.page.evaluate("location.hash")
    assert samples.page.inner_text("#panel h2") == "Bai Ruixue"
    assert HOSTILE.replace("\u202e", "") not in samples.page.content()


def test_a_link_carries_the_story(browser: Any, samples: Visit, samples_out: Path) -> None:
    write_story(samples, samples_out)
    other = Visit(browser, samples_out / "network.html")
    other.page.goto(other.url + samples.page.evaluate("location.hash"))
    other.page.reload()
    other.ready()
    assert other.page.inner_text("#note-count") == "2"
    assert other.page.inner_text("#story-place") == "2 of 2"
    assert other.page.evaluate("document.querySelector('#story-text').textContent") == HOSTILE
    assert other.console == []
    other.context.close()


def test_notes_are_saved_to_a_file_and_read_back(samples: Visit, samples_out: Path, tmp_path: Path) -> None:
    write_story(samples, samples_out)
    samples.page.click("#open-notes")
    with samples.page.expect_download() as download:
        samples.page.click("#save-notes")
    file = tmp_path / "notes.json"
    download.value.save_as(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert [note["text"] for note in saved["notes"]] == ["He chairs.", HOSTILE]
    assert saved["notes"][0]["about"] == "p:qiao-bohai"
    samples.page.reload()
    samples.page.evaluate("document.querySelectorAll('#note-list [aria-label^=Remove]').length")
    saved["notes"].reverse()
    file.write_text(json.dumps(saved), encoding="utf-8")
    samples.ready()
    if not samples.page.is_visible("#notes"):
        samples.page.click("#open-notes")
    samples.page.set_input_files("#load-notes", file)
    samples.page.wait_for_timeout(200)
    assert samples.page.inner_text("#story-place") == "1 of 2"
    assert samples.page.evaluate("document.querySelector('#story-text').textContent") == HOSTILE


BAD_FILES = {
    "not JSON": "{",
    "another thing": '{"nodes": []}',
    "a number": "7",
    "wrong kinds": '{"notes": [1, null, {"text": 5}, {"about": [], "text": "kept", "view": {}}]}',
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_holds_no_notes_is_told_and_harms_nothing(browser: Any, samples_out: Path, tmp_path: Path, name: str) -> None:  # fmt: skip
    visit = Visit(browser, samples_out / "network.html")
    file = tmp_path / "notes.json"
    file.write_text(BAD_FILES[name], encoding="utf-8")
    visit.page.click("#open-notes")
    visit.page.set_input_files("#load-notes", file)
    visit.page.wait_for_timeout(150)
    said = visit.page.inner_text("#notes-said")
    assert said == ("1 note read" if name == "wrong kinds" else "This file holds no notes of this kind.")
    assert visit.console == []
    visit.context.close()


def test_notes_are_moved_changed_and_removed(samples: Visit, samples_out: Path) -> None:
    write_story(samples, samples_out)
    samples.page.click("#open-notes")
    samples.page.click("#note-list li >> nth=1 >> [title='Earlier in the story']")
    assert samples.page.input_value("#note-list textarea >> nth=1") == "He chairs."
    samples.page.fill("#note-list textarea >> nth=1", "He presides.")
    samples.page.keyboard.press("Tab")
    samples.page.click("#note-list li >> nth=0 >> [title='Remove note']")
    assert samples.page.locator("#note-list li").count() == 1
    assert samples.page.input_value("#note-list textarea >> nth=0") == "He presides."
    samples.page.click("#note-list li >> nth=0 >> [title='Show note']")
    root = samples.page.evaluate("window.sederunt.pictureSvg()")
    assert ">1 He presides.<" in root
