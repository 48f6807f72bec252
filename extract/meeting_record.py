"""The record of a meeting out of all reports of it: what most of them state, where they disagree, and what each states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.records import Document, Evidence, LedgerRow, evidence_of
from extract.identity_meetings import MeetingsFound, most_stated, twin_of
from extract.local import LocalMeeting, Reading
from extract.meeting_facts import people_there
from extract.ordinal_numbers import ordinal_number
from extract.post_words import normal_case
from extract.records_meetings import Meeting, MeetingSource, Participation, Relation

Chairs = Mapping[tuple[str, str], frozenset[str]]
"""(meeting id, document) -> the people who chaired it."""


def meeting_record(
    meeting_id: str, found: MeetingsFound, docs: Mapping[str, Document], chairs: Chairs
) -> Meeting:
    """Make the record of a meeting: what most of its reports state, the first of them where as many say otherwise."""
    drafts = found.drafts[meeting_id]
    path, first = drafts[0]
    stated = [meeting for _, meeting in drafts]
    host_path, host = path, first
    date, date_rule, ordinal, place, venue = (
        first.date or "", first.date_rule, first.ordinal, first.place, first.venue
    )  # fmt: skip
    if len(drafts) > 1:
        date = most_stated(stated, lambda m: m.date)
        date_rule = next((m.date_rule for m in stated if (m.date or "") == date), date_rule)
        ordinal = most_stated(stated, lambda m: m.ordinal)
        place = most_stated(stated, lambda m: m.place)
        venue = most_stated(stated, lambda m: m.venue)
        host_path, host = next(((p, m) for p, m in drafts if m.host), (path, first))
    return Meeting(
        id=meeting_id,
        name=first.name,
        kind=first.kind,
        evidence=_quoted(docs[path], first),
        documents=tuple(sorted({p for p, _ in drafts})) if len(drafts) > 1 else (path,),
        ordinal=ordinal,
        date=date or None,
        date_rule=date_rule,
        place=place,
        venue=venue,
        host=normal_case(host.host) if host.host else "",
        host_id=found.told[host_path, host.key].body,
        level=host.host_level,
        cited=first.cited,
        series=found.links.series.get(meeting_id, ""),
        previous=found.links.previous.get(meeting_id, ""),
        reported_as=found.links.reported_as.get(meeting_id, ""),
        conflicts=tuple(sorted(_stated(meeting_id, found, chairs))) if len(drafts) > 1 else (),
    )


def disagreements(meeting: Meeting, found: MeetingsFound, chairs: Chairs) -> list[LedgerRow]:
    """A ledger row for everything that the reports of a meeting do not agree on, with what each of them states."""
    stated = _stated(meeting.id, found, chairs)
    return [
        LedgerRow(
            document=meeting.evidence.document,
            reason="reports disagree",
            detail=f"{name} of {meeting.name}: "
            + "; ".join(f"{value} in {path}" for path, value in stated[name]),
            quote=meeting.evidence.quote,
            start=meeting.evidence.start,
            end=meeting.evidence.end,
        )
        for name in meeting.conflicts
    ]


def sources_of(
    meeting: Meeting,
    found: MeetingsFound,
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    copies: Mapping[str, Sequence[str]],
) -> Iterator[MeetingSource]:
    """What each report of a meeting states of it; `copies` has the re-published ones by the report that they repeat."""
    for number, (path, stated) in enumerate(found.drafts[meeting.id]):
        evidence = _quoted(docs[path], stated) if number else meeting.evidence
        relation: Relation = "citation" if stated.cited else "report"
        people = len(found.told[path, stated.key].people)
        yield _source(meeting.id, stated, evidence, relation, people)
        for copy in copies.get(path, ()):
            twin = twin_of(stated, readings[copy].meetings)
            if twin is not None:
                people = len({s.person for s in people_there(twin, readings[copy])})
                yield _source(meeting.id, twin, _quoted(docs[copy], twin), "copy", people)


def chairs_of(participations: Sequence[Participation]) -> Chairs:
    """Who chaired each meeting, by report."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in participations:
        if row.role == "chaired" and row.person_id:
            found.setdefault((row.meeting_id, row.document), set()).add(row.person_id)
    return {key: frozenset(people) for key, people in found.items()}


def _stated(meeting_id: str, found: MeetingsFound, chairs: Chairs) -> dict[str, list[tuple[str, str]]]:
    """What the reports of a meeting do not agree on: (report, what it states); a report that is silent contradicts nobody."""
    drafts = found.drafts[meeting_id]
    if len(drafts) == 1:
        return {}
    told = {
        "chair": [(path, ", ".join(sorted(chairs.get((meeting_id, path), ())))) for path, _ in drafts],
        "date": [(path, m.date or "") for path, m in drafts],
        "host": [(path, found.told[path, m.key].said) for path, m in drafts],
        "ordinal": [(path, str(ordinal_number(m.ordinal) or "")) for path, m in drafts],
        "place": [(path, m.place) for path, m in drafts],
    }
    spoken = {name: [row for row in rows if row[1]] for name, rows in told.items()}
    return {name: rows for name, rows in spoken.items() if len({value for _, value in rows}) > 1}


def _quoted(document: Document, meeting: LocalMeeting) -> Evidence:
    return evidence_of(document, meeting.at.start, meeting.at.end)


def _source(
    meeting_id: str, meeting: LocalMeeting, evidence: Evidence, relation: Relation, people: int
) -> MeetingSource:
    return MeetingSource(
        meeting_id=meeting_id,
        document=evidence.document,
        relation=relation,
        name=meeting.name,
        evidence=evidence,
        date=meeting.date,
        ordinal=meeting.ordinal,
        place=meeting.place,
        host=meeting.host,
        people=people,
    )
