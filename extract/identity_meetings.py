"""Meetings across reports: a re-published report shares those of the report that it repeats, no other pair merges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.records import Document, evidence_of
from extract.identity_bodies import Bodies
from extract.identity_ids import slug
from extract.local import LocalMeeting, Reading
from extract.records import Meeting


def meetings_across(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    paths: Sequence[str],
    duplicate_of: Mapping[str, str],
) -> tuple[dict[tuple[str, str], str], dict[str, list[tuple[str, LocalMeeting]]]]:
    """Give every meeting of every report its id; also return, by id, the reports of it, the original first."""
    ids: dict[tuple[str, str], str] = {}
    drafts: dict[str, list[tuple[str, LocalMeeting]]] = defaultdict(list)
    for path in sorted(paths, key=lambda p: (p in duplicate_of, p)):
        for meeting in readings[path].meetings:
            origin = duplicate_of.get(path)
            twin = None
            if origin is not None and origin in readings:
                twin = next(
                    (
                        m
                        for m in readings[origin].meetings
                        if (m.name, m.kind, m.cited) == (meeting.name, meeting.kind, meeting.cited)
                    ),
                    None,
                ) or next((m for m in readings[origin].meetings if m.key == meeting.key), None)
            if twin is not None and origin is not None and (origin, twin.key) in ids:
                meeting_id = ids[origin, twin.key]
            else:
                base = slug(meeting.date or "undated", meeting.name)
                if meeting.cited:
                    base = slug("cited", meeting.name)
                meeting_id = f"{base}--{docs[path].id[1:7]}"
                number = 2
                while meeting_id in drafts:
                    meeting_id = f"{base}--{docs[path].id[1:7]}-{number}"
                    number += 1
            ids[path, meeting.key] = meeting_id
            drafts[meeting_id].append((path, meeting))
    return ids, dict(drafts)


def meeting_record(
    meeting_id: str, drafts: Sequence[tuple[str, LocalMeeting]], docs: Mapping[str, Document], bodies: Bodies
) -> Meeting:
    """Make the record of a meeting: what its first report states, and all the reports of it."""
    path, first = drafts[0]
    return Meeting(
        id=meeting_id,
        name=first.name,
        kind=first.kind,
        evidence=evidence_of(docs[path], first.at.start, first.at.end),
        documents=tuple(sorted({p for p, _ in drafts})),
        ordinal=first.ordinal,
        date=first.date,
        date_rule=first.date_rule,
        place=first.place,
        host=bodies.host_text(first.host),
        host_id=bodies.hosts.get(meeting_id, ""),
        level=first.host_level,
        cited=first.cited,
    )
