"""From what each report states to what we believe: people, bodies, posts and meetings across reports.

Split by default, merge on evidence. `identity_meetings` says which meetings are one, `identity_people` which mentions
are one person (`identity_evidence` what proves it), `identity_bodies` which bodies are one; `identity_statements` makes
what is stated into records of these, `identity_ledger` tells what is doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from corpus.records import Document, LedgerRow
from extract.copies import sort_copies
from extract.deciding import decide
from extract.decisions import Decisions
from extract.identity_bodies import Bodies
from extract.identity_ledger import doubtful_entries, doubtful_meetings, own_rows, refused_rows
from extract.identity_meetings import meetings_across
from extract.identity_people import people_across
from extract.identity_statements import statements_of
from extract.identity_told import told_of
from extract.identity_units import units_joined
from extract.local import Reading
from extract.meeting_record import chairs_of, disagreements, meeting_record, sources_of
from extract.records import PressCredit, Records
from extract.remembered import Kept, marks_of, placed_marks


def resolve(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    *,
    duplicate_of: Mapping[str, str],
    ledger: Sequence[LedgerRow] = (),
    decisions: Decisions | None = None,
    decided_in: str = "decisions.csv",
    hashes: Mapping[str, bytes] = MappingProxyType({}),
    kept: Kept | None = None,
) -> Records:
    """Resolve the readings of a corpus into records.

    `readings` and `duplicate_of` are keyed by document path. The user's `decisions`, of the file named `decided_in`,
    go before all evidence; one that cannot be applied is a ledger row. The result does not depend on the order of
    `documents`, nor on what was `kept` of the last resolution: what depends on the same reports is taken from there. `hashes` are those of
    readings, where they are known.
    """
    docs = {document.path: document for document in sorted(documents, key=lambda d: d.path)}
    copies, versions = sort_copies(duplicate_of, readings)
    decided = decide(decisions or Decisions(), docs, readings, source=decided_in, copies=copies)
    everything = readings
    readings = {path: decided.readings[path] for path in docs if path in readings and path not in copies}
    marks = marks_of(docs, readings, everything, hashes) if kept else {}
    told = told_of(readings, marks, kept)
    bodies = Bodies(
        body for bodies in (*(t.hosts for t in told), *(t.seated for t in told)) for body in bodies
    )
    own = {path: meetings for t in told for path, meetings in zip(t.paths, t.meetings, strict=True)}
    meetings = meetings_across(docs, readings, own, versions, bodies, decided, marks, kept)
    names = {path: names for t in told for path, names in zip(t.paths, t.names, strict=True)}
    marks = placed_marks(readings, meetings.ids, marks)
    people = people_across(docs, readings, names, meetings, decided, marks, kept)
    posts_held = {path: held for t in told for path, held in zip(t.paths, t.held, strict=True)}
    stated = statements_of(docs, readings, people.mentions, posts_held, meetings.ids)
    posts = {post.id: post for t in told for post in t.posts}
    chairs = chairs_of(stated.participations)
    held = [meeting_record(i, meetings, docs, chairs) for i in sorted(meetings.drafts)]
    rows = [*ledger, *decided.ledger, *refused_rows((*people.refused, *meetings.refused), decided_in)]
    rows += [*doubtful_meetings(meetings.maybe_one), *doubtful_entries(people.maybe_listed)]
    rows += own_rows(docs, readings)
    rows += [row for meeting in held if meeting.conflicts for row in disagreements(meeting, meetings, chairs)]
    repeated: dict[str, list[str]] = defaultdict(list)
    for path, origin in sorted(copies.items()):
        repeated[origin].append(path)
    records = Records(
        documents=tuple(docs.values()),
        people=tuple(sorted(people.people, key=lambda p: p.id)),
        mentions=tuple(stated.mentions),
        maybe_listed=people.maybe_listed,
        organizations=bodies.records(),
        posts=tuple(bodies.post(posts[key]) for key in sorted(posts)),
        holdings=tuple(stated.holdings),
        meetings=tuple(held),
        maybe_one=meetings.maybe_one,
        sources=tuple(
            source for meeting in held for source in sources_of(meeting, meetings, docs, everything, repeated)
        ),
        participations=tuple(stated.participations),
        press=tuple(
            PressCredit(document=path, credit=credit)
            for path in docs
            if path not in copies
            for credit in docs[path].press
        ),
        ledger=tuple(sorted(rows, key=lambda r: (r.document, r.start, r.end, r.reason, r.detail))),
        duplicate_of=tuple(sorted(copies.items())),
    )
    return units_joined(records)
