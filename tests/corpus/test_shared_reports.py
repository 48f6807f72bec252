"""Real reports with labels, where they lie beside the checkout: credits, page dates, and the invariants of a document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.duplicates import duplicates
from corpus.load import read_reports
from corpus.records import Document

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the labelled reports are not here")


def documents(folder: str) -> dict[str, Document]:
    read, ledger = read_reports([SHARED / folder])
    assert ledger == ()
    return {document.path: document for document in read}


def gold(name: str) -> Any:
    return json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", ["seeds", "dev"])
def test_credits_and_page_dates(folder: str) -> None:
    read = documents(folder)
    for labels in gold(folder)["documents"]:
        document = read[labels["document"]]
        assert {credit.name for credit in document.press} == set(labels["press"]), document.path
        assert document.published == labels["published"], document.path


def test_credits_of_translations() -> None:
    read = documents("dev")
    for family, labels in gold("dev_translations").items():
        if family == "about":
            continue
        for path, document in read.items():
            if path.startswith(f"translations/{family}/"):
                names = {credit.name for credit in document.press}
                assert all(names & set(spellings) for spellings in labels["press"]), path
                assert names <= {name for spellings in labels["press"] for name in spellings}, path


@pytest.mark.parametrize("folder", ["seeds", "dev"])
def test_every_letter_of_a_read_zone_is_in_a_sentence(folder: str) -> None:
    for document in documents(folder).values():
        kept = {n for s in document.sentences for n in range(s.start, s.end)}
        for zone in document.zones:
            if zone.kind in ("title", "body"):
                assert all(n in kept for n in range(zone.start, zone.end) if document.text[n].isalnum())


def test_translations_of_one_report_are_no_duplicates() -> None:
    assert duplicates(list(documents("dev").values())) == {}
