"""The five seed documents, where they are on this machine: nobody lumped, no body shared that is not one, a decision that holds."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from corpus.duplicates import duplicates
from corpus.load import read_reports
from extract.decisions_read import parse_decisions
from extract.identity import resolve
from extract.identity_bodies import LOCAL_LEVELS
from extract.reading import read_report
from extract.records import Records

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SEEDS = SEEDS if SEEDS.is_dir() else Path(__file__).parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not on this machine")


def seeds(rows: str = "") -> Records:
    documents, _ = read_reports([SEEDS])
    readings = {d.path: read_report(d, None) for d in documents}
    decisions = parse_decisions(f"verb,subject,object,quote,reason,author,date\n{rows}\n")
    return resolve(documents, readings, duplicate_of=duplicates(documents), decisions=decisions)


def reports_of_bodies(records: Records) -> dict[str, set[str]]:
    """The reports that speak of each body, or of a part of it."""
    parents = {body.id: body.parent for body in records.organizations}
    posts = {post.id: post.organization_id for post in records.posts}
    found: dict[str, set[str]] = defaultdict(set)
    told = [(m.host_id, path) for m in records.meetings for path in m.documents]
    told += [(posts[h.post_id], h.document) for h in records.holdings]
    for body, path in told:
        while body:
            found[body].add(path)
            body = parents[body]
    return found


def test_five_reports_are_five_meetings_of_five_companies() -> None:
    records = seeds()
    assert sorted(m.documents for m in records.meetings if not m.cited) == [
        (d.path,) for d in records.documents
    ]
    there: dict[str, set[str]] = defaultdict(set)
    for row in records.participations:
        if row.person_id and row.role not in ("invoked", "absent"):
            there[row.person_id].add(row.document)
    assert len(there) == 14 and all(len(paths) == 1 for paths in there.values())


def test_no_body_of_a_province_a_city_or_a_county_is_shared() -> None:
    records = seeds()
    reports = reports_of_bodies(records)
    for body in records.organizations:
        if body.level in LOCAL_LEVELS or "Provincial" in body.name:
            assert body.level in LOCAL_LEVELS and body.place, body
            assert len(reports[body.id]) == 1, body


def test_a_decision_gives_the_third_report_its_province_in_every_build() -> None:
    third = seeds().documents[2].path
    row = f"place-is,provincial @ {third},Guangdong"
    records = seeds(row)
    assert records == seeds(row)
    assert not [r for r in records.ledger if r.reason in ("bad decision", "decision not applied")]
    of_third = [b for b in records.organizations if third in reports_of_bodies(records)[b.id]]
    assert {b.place for b in of_third if b.level == "provincial"} == {"Guangdong"}
    assert not any("unresolved" in b.place for b in of_third)
