"""The tables of a build: what other programs read. Columns are a stable contract (`graph.columns`); rows are sorted.

UTF-8, '\\n' at line ends, floats with nine significant digits, nothing for what is not known. Text that a spreadsheet
would take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front; `read_cell` takes
it away. Offsets (`start`, `end`) count code points in the document's stored text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from corpus.records import Evidence
from extract.confidence import confidence
from extract.records import Records
from extract.records_meetings import Meeting, Participation
from graph.cells import csv_line, joined, read_cell, safe_cell
from graph.columns import COLUMNS, Column
from graph.projected import projected
from graph.row_order import Row, in_order
from graph.table_files import write_rows
from graph.table_network import network_tables

__all__ = [
    "COLUMNS", "Column", "Row", "Tables", "csv_line", "in_order", "joined", "read_cell", "rows_of", "safe_cell", "write_rows",
    "write_tables",
]  # fmt: skip
Tables = dict[str, list[Row]]


def rows_of(records: Records) -> Tables:
    """Compute the rows of every table, in the order of `COLUMNS`, each table sorted.

    A person in a role at a meeting is one row for each report that states it: the first sentence that does.
    """
    return {name: in_order(rows) for name, rows in _tables(records)}


def _tables(records: Records) -> Iterator[tuple[str, Iterable[Row]]]:
    company = projected(records)
    members = company.members
    yield "participations", _participations(records)
    yield "groups", _groups(records)
    yield "people", _people(records, members.meeting_counts())
    yield "mentions", [(m.person_id, m.document, m.name, joined(m.reasons)) for m in records.mentions]
    yield (
        "organizations",
        [(o.id, o.name, o.kind, o.level, o.place, o.place_reason, o.parent) for o in records.organizations],
    )
    yield "posts", [(p.id, p.title, p.organization_id, p.place, p.text) for p in records.posts]
    yield (
        "holdings",
        [(h.person_id, h.post_id, h.document, h.date, *_evidence(h.evidence)) for h in records.holdings],
    )
    yield "meetings", _meetings(records, members.present_counts())
    yield "sources", _sources(records)
    yield from network_tables(company)
    yield (
        "press",
        [(c.document, c.credit.name, c.credit.function, c.credit.start, c.credit.end) for c in records.press],
    )
    copies = dict(records.duplicate_of)
    yield (
        "documents",
        [
            (d.path, d.id, d.title, d.published, d.source, d.url, copies.get(d.path, ""), joined(d.repairs))
            for d in records.documents
        ],
    )
    yield (
        "unresolved",
        [(row.document, row.reason, row.detail, row.quote, row.start, row.end) for row in records.ledger],
    )


def _participations(records: Records) -> list[Row]:
    meetings = {meeting.id: meeting for meeting in records.meetings}
    cells = {meeting: _meeting_cells(meetings.get(meeting)) for meeting in (*meetings, "")}
    names = {person.id: person.name for person in records.people}
    rows: dict[tuple[str, ...], Row] = {}
    named = (p for p in records.participations if p.person_id)
    for p in sorted(named, key=_as_printed):
        key = (p.document, p.meeting_id, p.person_id, p.role)
        if key in rows:
            continue
        rows[key] = (p.document, p.meeting_id, *cells.get(p.meeting_id, cells[""]), p.person_id, names[p.person_id],
               p.role, joined(p.posts), p.position, p.rule, *_evidence(p.evidence), confidence(p), p.model)  # fmt: skip
    return list(rows.values())


def _as_printed(p: Participation) -> tuple[str, int, int, str, int]:
    return (p.document, p.evidence.start, p.evidence.end, p.rule, p.position)


def _meeting_cells(meeting: Meeting | None) -> Row:
    if meeting is None:
        return ("", "", None, "", "")
    return (meeting.name, meeting.kind, meeting.date, meeting.place, meeting.host)


def _groups(records: Records) -> list[Row]:
    names = {meeting.id: meeting.name for meeting in records.meetings}
    return [
        (
            p.document,
            p.meeting_id,
            names.get(p.meeting_id, ""),
            p.group,
            p.role,
            p.rule,
            *_evidence(p.evidence),
        )
        for p in records.participations
        if not p.person_id
    ]


def _people(records: Records, attended: Mapping[str, int]) -> list[Row]:
    documents: dict[str, set[str]] = {}
    for p in records.participations:
        documents.setdefault(p.person_id, set()).add(p.document)
    return [
        (
            p.id,
            p.name,
            p.label,
            p.context,
            joined(p.aliases),
            attended.get(p.id, 0),
            len(documents.get(p.id, ())),
            joined(f"{scheme}={value}" for scheme, value in p.ids),
        )
        for p in records.people
    ]


def _meetings(records: Records, present: Mapping[str, int]) -> list[Row]:
    return [
        (m.id, m.name, m.kind, m.ordinal, m.date, m.date_rule, m.place, m.host, m.host_id, m.level, int(m.cited),
         joined(m.documents), present.get(m.id, 0), *_evidence(m.evidence), m.series, m.previous, m.reported_as,
         joined(m.conflicts), m.venue)
        for m in records.meetings
    ]  # fmt: skip


def _sources(records: Records) -> list[Row]:
    return [
        (s.meeting_id, s.document, s.relation, s.name, s.ordinal, s.date, s.place, s.host, s.people,
         *_evidence(s.evidence))
        for s in records.sources
    ]  # fmt: skip


def _evidence(evidence: Evidence) -> tuple[str, int, int]:
    return (evidence.quote, evidence.start, evidence.end)


def write_tables(records: Records, folder: Path) -> None:
    """Write every table of `records` as a CSV file into `folder`, which is made if need be."""
    write_rows(rows_of(records), folder)
