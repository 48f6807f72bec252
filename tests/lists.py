"""Records of printed lists, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handmade import records_of

from extract.records import Records
from extract.records_entities import Organization


def corpus(lists: Sequence[tuple[str, str, str]]) -> Records:
    """Records of lists: (date, people in order as letters, role); one report and meeting a list, of one body."""
    rows, fields, place = [], {}, {}
    for n, (date, people, role) in enumerate(lists):
        for number, person in enumerate(people, 1):
            rows.append((f"{n:02d}.txt", f"m{n:02d}", f"p{person}", role))
            place[f"m{n:02d}", f"p{person}"] = number
        fields[f"m{n:02d}"] = {"date": date, "host_id": "bureau"}
    records = records_of(rows, meetings=fields)
    listed = tuple(replace(p, position=place[p.meeting_id, p.person_id]) for p in records.participations)
    body = Organization(id="bureau", name="Town Bureau", kind="government")
    return replace(records, participations=listed, organizations=(body,))
