"""The labels of the gold corpus are themselves right: names stand in the texts, roles and dates are of the known kinds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.load import read_reports
from corpus.records import Document
from graph.gold import name_key as fold
from graph.gold import read_gold
from graph.labels import label_errors

ROOT = Path(__file__).parent.parent
FOLDERS = {"samples": ROOT / "corpus" / "samples"} | {
    folder.name: folder for folder in sorted((ROOT / "tests" / "gold" / "reports").iterdir())
}
GOLDS = {
    name: {entry["document"]: entry for entry in read_gold(ROOT / "tests" / "gold" / f"{name}.json")}
    for name in FOLDERS
}
GOLD = {path: entry for entries in GOLDS.values() for path, entry in entries.items()}
DOCUMENTS: dict[str, Document] = {d.path: d for folder in FOLDERS.values() for d in read_reports([folder])[0]}
REPEATED = {"2023-05-19_xiamen_foreign_guest.txt", "2023-05-20_xiamen_foreign_guest_copy.txt"}
RUN = 20  # words that two samples may not share: more than one official with all posts needs


def test_every_report_has_its_answers_and_every_answer_its_report() -> None:
    for name, folder in FOLDERS.items():
        assert sorted(GOLDS[name]) == sorted(d.path for d in read_reports([folder])[0]), name
    assert sorted(GOLD) == sorted(DOCUMENTS)
    assert len(GOLD) == sum(map(len, GOLDS.values())) >= 150  # and no name is used twice


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_labels_are_sound(name: str) -> None:
    errors = label_errors(ROOT / "tests" / "gold" / f"{name}.json", read_reports([FOLDERS[name]])[0])
    assert "\n".join(map(str, errors)) == ""


@pytest.mark.parametrize("path", sorted(GOLDS["samples"]))
def test_the_page_date_and_the_press_are_read_as_labelled(path: str) -> None:
    document, entry = DOCUMENTS[path], GOLD[path]
    assert document.published == entry["published"]
    assert {fold(credit.name) for credit in document.press} == {fold(name) for name in entry["press"]}


def test_the_samples_exercise_every_phenomenon() -> None:
    """The numbers are the project's list of what real reports do (1 to 28); several reports show each."""
    shown = [number for entry in GOLD.values() for number in entry["phenomena"]]
    assert {number for entry in GOLDS["samples"].values() for number in entry["phenomena"]} == set(
        range(1, 29)
    )
    assert min(shown.count(number) for number in range(1, 29)) >= 4


def test_no_two_reports_share_a_passage() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for path, document in sorted(DOCUMENTS.items()):
        if path in REPEATED:
            continue
        words = re.findall(r"\w+", document.text.lower())
        for start in range(len(words) - RUN + 1):
            run = tuple(words[start : start + RUN])
            assert seen.setdefault(run, path) == path, " ".join(run)
