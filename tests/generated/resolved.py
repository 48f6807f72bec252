"""Generated reports read and resolved in process, and what was found held against the truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generated.reports import Report

from corpus.document import document_from_text
from corpus.duplicates import duplicates
from extract.folding import fold
from extract.identity import resolve
from extract.reading import read_report
from extract.records import Records
from graph.undecided import undecided


def records_of(made: Iterable[Report]) -> Records:
    """Read by the grammar alone and resolve."""
    documents = [document_from_text(report.text, path=report.path) for report in made]
    readings = {document.path: read_report(document, None) for document in documents}
    return resolve(documents, readings, duplicate_of=duplicates(documents))


def people_found(made: Sequence[Report], records: Records) -> list[tuple[str, str]]:
    """(true person, person found) for every name slot that was found as a person who took part."""
    by_name: dict[tuple[str, str], set[str]] = {}
    for row in records.participations:
        if row.person_id:
            by_name.setdefault((row.document, fold(row.surface)), set()).add(row.person_id)
    pairs = []
    for report in made:
        for seen in report.truth.people:
            found = by_name.get((report.path, fold(seen.printed)), set())
            pairs += [(seen.person, person) for person in found]
    return pairs


def suggested(pairs: Iterable[tuple[str, str]], records: Records) -> float:
    """Share of the people split over several found ones that the suggested pairs (`graph.undecided`) would put together."""
    clusters: dict[str, set[str]] = {}
    for person, found in pairs:
        clusters.setdefault(person, set()).add(found)
    split = [sorted(found) for found in clusters.values() if len(found) > 1]
    linked = {frozenset((pair.left_id, pair.right_id)) for pair in undecided(records)}
    whole = 0
    for found in split:
        reached, rest = {found[0]}, set(found[1:])
        while near := {n for n in rest if any(frozenset((n, m)) in linked for m in reached)}:
            reached |= near
            rest -= near
        whole += not rest
    return whole / len(split) if split else 1.0


def meetings_found(made: Sequence[Report], records: Records) -> list[tuple[str, str]]:
    """(true meeting, meeting found) for every report and meeting held of it."""
    true = {report.path: report.truth.meeting for report in made}
    return [
        (true[path], meeting.id)
        for meeting in records.meetings
        if not meeting.cited
        for path in meeting.documents
    ]
