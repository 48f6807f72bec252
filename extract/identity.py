"""From what each report states to what we believe: people, bodies, posts and meetings across reports.

Split by default, merge on evidence. `identity_meetings` says which meetings are one, `identity_people` which mentions
are one person (`identity_evidence` what proves it), `identity_bodies` which bodies are one; here the records are made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.records import Document, Evidence, LedgerRow, evidence_of
from extract.comparison import Comparison
from extract.copies import sort_copies
from extract.deciding import decide
from extract.decisions import Decisions
from extract.identity_bodies import Bodies
from extract.identity_meetings import meetings_across
from extract.identity_people import people_across
from extract.local import Reading, Span
from extract.meeting_record import chairs_of, disagreements, meeting_record, sources_of
from extract.records import Holding, Participation, Post, PressCredit, Records


def resolve(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    *,
    duplicate_of: Mapping[str, str],
    ledger: Sequence[LedgerRow] = (),
    decisions: Decisions | None = None,
    decided_in: str = "decisions.csv",
) -> Records:
    """Resolve the readings of a corpus into records.

    `readings` and `duplicate_of` are keyed by document path. The user's `decisions`, of the file named `decided_in`,
    go before all evidence; one that cannot be applied is a ledger row. The result does not depend on the order of
    `documents`.
    """
    docs = {document.path: document for document in sorted(documents, key=lambda d: d.path)}
    copies, versions = sort_copies(duplicate_of, readings)
    decided = decide(decisions or Decisions(), docs, readings, source=decided_in, copies=copies)
    everything = readings
    readings = {path: decided.readings[path] for path in docs if path in readings and path not in copies}
    paths = list(readings)
    bodies = Bodies()
    meetings = meetings_across(docs, readings, versions, bodies, decided)
    meeting_ids = meetings.ids
    people = people_across(docs, readings, meeting_ids, decided)
    people_ids = people.ids
    told = [
        LedgerRow(document=decided_in, reason="decision not applied", detail=f"line {line}: {why}")
        for line, why in sorted((*people.refused, *meetings.refused))
    ]
    told += [
        LedgerRow(
            document=doubt.left.document,
            reason="perhaps one meeting",
            detail=f"{doubt.left.label}; and {doubt.right.label} in {doubt.right.document}: "
            + str(Comparison(outcome="undecided", reasons=doubt.reasons, against=doubt.against)),
        )
        for doubt in meetings.maybe_one
    ]
    posts: dict[str, Post] = {}
    holdings: set[Holding] = set()
    participations: list[Participation] = []
    for path in paths:
        reading, document = readings[path], docs[path]
        dates = {m.key: m.date for m in reading.meetings}
        own = {p.key: p for p in reading.people}
        texts: dict[str, tuple[str, ...]] = {}
        present = {s.person for s in reading.participations}
        for key in sorted(present & set(own)):
            lines = []
            for stated in own[key].posts:
                post = bodies.post(path, stated)
                posts[post.id] = post
                lines.append(post.text)
                date = next(
                    (
                        dates[s.meeting]
                        for s in reading.participations
                        if s.person == key and s.meeting in dates
                    ),
                    None,
                )
                holdings.add(
                    Holding(
                        person_id=people_ids[path, key],
                        post_id=post.id,
                        document=path,
                        date=date or document.published,
                        evidence=_evidence(document, stated.at),
                    )
                )
            texts[key] = tuple(dict.fromkeys(lines))
        for s in reading.participations:
            participations.append(
                Participation(
                    document=path,
                    meeting_id=meeting_ids.get((path, s.meeting), ""),
                    role=s.role,
                    rule=s.rule,
                    evidence=_evidence(document, s.at),
                    surface=s.surface,
                    person_id=people_ids[path, s.person] if s.person else "",
                    group=s.group,
                    posts=texts.get(s.person, ()),
                    position=s.position,
                    qualifiers=s.qualifiers,
                    antecedent=_evidence(document, s.antecedent) if s.antecedent else None,
                    model=s.model,
                )
            )
    chairs = chairs_of(participations)
    held = [meeting_record(i, meetings, docs, bodies, chairs) for i in sorted(meetings.drafts)]
    told += [
        LedgerRow(
            document=doubt.document,
            reason="perhaps on the list",
            detail=f"{doubt.person_id} may be {doubt.text}: the name is the same, no post proves it",
        )
        for doubt in people.maybe_listed
    ]
    rows = [*ledger, *decided.ledger, *told, *_ledger(docs, readings, paths)]
    rows += [row for meeting in held for row in disagreements(meeting, meetings, bodies, chairs)]
    repeated: dict[str, list[str]] = defaultdict(list)
    for path, origin in sorted(copies.items()):
        repeated[origin].append(path)
    return Records(
        documents=tuple(docs.values()),
        people=tuple(sorted(people.people, key=lambda p: p.id)),
        mentions=people.mentions,
        maybe_listed=people.maybe_listed,
        organizations=bodies.records(),
        posts=tuple(posts[key] for key in sorted(posts)),
        holdings=tuple(
            sorted(holdings, key=lambda h: (h.person_id, h.post_id, h.document, h.evidence.start))
        ),
        meetings=tuple(held),
        maybe_one=meetings.maybe_one,
        sources=tuple(
            source
            for meeting in held
            for source in sources_of(meeting.id, meetings, docs, everything, repeated)
        ),
        participations=tuple(
            sorted(
                participations,
                key=lambda p: (
                    p.document,
                    p.meeting_id,
                    p.position or 10_000,
                    p.person_id,
                    p.group,
                    p.role,
                    p.evidence.start,
                ),
            )
        ),
        press=tuple(
            PressCredit(document=path, credit=credit)
            for path in docs
            if path not in copies
            for credit in docs[path].press
        ),
        ledger=tuple(sorted(rows, key=lambda r: (r.document, r.start, r.end, r.reason, r.detail))),
        duplicate_of=tuple(sorted(copies.items())),
    )


def _evidence(document: Document, at: Span) -> Evidence:
    return evidence_of(document, at.start, at.end)


def _ledger(
    docs: Mapping[str, Document], readings: Mapping[str, Reading], paths: Sequence[str]
) -> list[LedgerRow]:
    out = []
    for path in paths:
        for row in readings[path].ledger:
            start, end = (row.at.start, row.at.end) if row.at else (0, 0)
            out.append(
                LedgerRow(
                    document=path,
                    reason=row.reason,
                    detail=row.detail,
                    quote=docs[path].text[start:end],
                    start=start,
                    end=end,
                )
            )
    return out
