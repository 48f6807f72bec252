"""The promise of the project, checked on every row of a build: the sentence stands where it is said to stand, and names
the person, or stands with the one that does. On the samples, and on the real reports beside the checkout, if any."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from corpus.records import Evidence
from extract.records_meetings import Participation
from graph.build import build_records
from graph.network import Network
from graph.tables import read_cell, write_tables

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FOLDERS = {"samples": ROOT / "corpus" / "samples", "seeds": SHARED / "seeds", "dev": SHARED / "dev"}


@cache
def network(name: str) -> Network:
    if not FOLDERS[name].is_dir():
        pytest.skip(f"no folder {name} here")
    return Network(*build_records([FOLDERS[name]]))


def quotations(net: Network) -> Iterator[Evidence]:
    for p in net.records.participations:
        yield p.evidence
        if p.antecedent is not None:
            yield p.antecedent
    for holding in net.records.holdings:
        yield holding.evidence
    for meeting in net.records.meetings:
        yield meeting.evidence


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def unnamed(net: Network) -> list[Participation]:
    """The statements whose person is named neither in the sentence nor in the one that it refers back to."""
    printed = {
        person.id: {letters(form) for form in (person.name, *person.aliases)} for person in net.records.people
    }
    found = []
    for p in net.records.participations:
        sentences = letters(p.evidence.quote) + (letters(p.antecedent.quote) if p.antecedent else "")
        named = not p.person_id or any(form in sentences for form in printed[p.person_id])
        if not named:
            found.append(p)
    return found


@pytest.mark.parametrize("name", FOLDERS)
def test_every_quotation_stands_at_its_offsets(name: str) -> None:
    net = network(name)
    texts = {document.path: document.text for document in net.records.documents}
    wrong = [e for e in quotations(net) if not e.quote or texts[e.document][e.start : e.end] != e.quote]
    assert wrong == []
    assert sum(1 for _ in quotations(net)) > 20


@pytest.mark.parametrize("name", FOLDERS)
def test_every_sentence_holds_the_printed_form(name: str) -> None:
    assert [p for p in network(name).records.participations if p.surface not in p.evidence.quote] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_every_sentence_names_the_person_or_comes_with_one_that_does(name: str) -> None:
    assert unnamed(network(name)) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_every_row_of_the_table_can_be_looked_up(name: str, tmp_path: Path) -> None:
    net = network(name)
    write_tables(net.records, tmp_path)
    texts = {document.path: document.text for document in net.records.documents}
    with (tmp_path / "participations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 10
    for row in rows:
        text = texts[read_cell(row["document"])]
        assert text[int(row["start"]) : int(row["end"])] == read_cell(row["evidence"]), row


@pytest.mark.parametrize("name", FOLDERS)
def test_every_tie_has_a_sentence_for_both(name: str) -> None:
    net = network(name)
    ties = list(net.co_attendance("count").edges(data=True))
    for a, b, tie in ties[:: 1 + len(ties) // 300]:
        frame = net.evidence(a, b)
        assert sorted(frame["meeting_id"]) == list(tie["meetings"])
        assert all(frame["evidence_a"]) and all(frame["evidence_b"])
