"""What reading costs, counted and not timed: calls of our functions and runs of patterns for each thousand words.

A rule that scans every sentence, or asks again for every name what a report says once, shows here. Where a limit is passed, see
'Keep reading fast' in CONTRIBUTING.md; a limit is raised only by a change that says in its message what the work is for.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from corpus.load import read_reports
from corpus.records import Document
from extract.reading import read_report

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))


def _samples(_: Path) -> list[Path]:
    return [ROOT / "corpus" / "samples"]


def _generated(folder: Path) -> list[Path]:
    """Long reports, most of whose sentences name nobody."""
    from generated.reports import LENGTH, reports

    for number, report in enumerate(reports(20, 3, padded=LENGTH)):
        (folder / f"{number:02}.txt").write_text(report.text, encoding="utf-8")
    return [folder]


def _work(documents: list[Document]) -> Counter[str]:
    """Calls of our own functions, and runs of patterns, while the documents are read."""
    counted: Counter[str] = Counter()

    def note(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(ROOT)):
            counted["calls"] += 1
        elif event == "c_call" and isinstance(getattr(argument, "__self__", None), re.Pattern):
            counted["patterns"] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        for document in documents:
            read_report(document, None)
    finally:
        sys.setprofile(before)
    return counted


@pytest.fixture(params=["samples", "generated"])
def measured(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, dict[str, float]]]:
    kind: str = request.param
    documents, _ = read_reports(_samples(tmp_path) if kind == "samples" else _generated(tmp_path))
    for document in documents:
        read_report(document, None)  # rules are loaded, and what depends on words alone is kept
    thousands = sum(len(document.text.split()) for document in documents) / 1000
    # another text for whatever is kept by text and place: read as if for the first time
    fresh = [replace(document, text=document.text + "\n") for document in documents]
    yield kind, {what: number / thousands for what, number in _work(fresh).items()}


LIMITS = {
    "samples": {"calls": 35_000, "patterns": 5_100},
    "generated": {"calls": 11_900, "patterns": 1_750},
}
"""For each thousand words: some 13 in a hundred above what was counted when they were set."""


def test_reading_does_no_more_work_than_it_did(measured: tuple[str, dict[str, float]]) -> None:
    kind, found = measured
    over = {what: round(number) for what, number in found.items() if number > LIMITS[kind][what]}
    assert not over, f"{kind}: more than {LIMITS[kind]} for each thousand words"
