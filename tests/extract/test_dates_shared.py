"""The dates of real reports kept beside the checkout: each stands among the mentions of its report, once completed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.document import document_from_text
from extract.dates_find import find_dates
from extract.dates_resolve import resolve_date
from extract.dates_year import year_in_name

SHARED = Path(__file__).parents[3] / "shared"


def dated() -> Iterator[tuple[Path, dict[str, Any]]]:
    for folder in ("seeds", "dev"):
        gold = SHARED / "gold" / f"{folder}.json"
        if gold.is_file():
            for report in json.loads(gold.read_text(encoding="utf-8"))["documents"]:
                for meeting in report["meetings"]:
                    if meeting.get("optional"):
                        continue
                    if len(meeting.get("date") or "") > 4 and meeting["date"][-2:] != "XX":
                        yield SHARED / folder / report["document"], meeting


CASES = list(dated())


@pytest.mark.skipif(not CASES, reason="no real reports beside this checkout")
def test_every_date_of_the_real_reports_is_among_the_mentions() -> None:
    missed = []
    for path, meeting in CASES:
        document = document_from_text(path.read_text(encoding="utf-8"), path=path.name)
        hint = year_in_name(meeting["name"])
        found: list[str] = []
        for mention in find_dates(document.text, 0, len(document.text)):
            day, _ = resolve_date(mention, published=document.published, year_hint=hint, anchors=found)
            if day is not None:
                found.append(day)
        if not {meeting["date"], *(meeting.get("date_ok") or [])} & set(found):
            missed.append((path.name, meeting["date"], sorted(set(found))))
    assert missed == []
