"""What the page shows, as plain data: people, meetings, bodies, statements with evidence, ties, and the two drawings.

People, meetings, bodies and sentences are named by their place in their lists, to keep the page small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.records_entities import Organization
from extract.records_meetings import Meeting
from graph.attendance import counted_meetings
from graph.backbone import chance_of_pairs
from graph.drawn import affiliation_drawing, company_drawing
from graph.projected import Projected, projected
from graph.selection import jurisdiction_of, level_of, occasions
from graph.view_past import past_of
from graph.view_stated import Quotes, held_posts, statements

MOST_TESTED = 1_000_000  # ties whose chance is computed for the page
MOST_DOUBTS = 10_000  # rows of the ledger that the page carries; the table has them all


def view_data(records: Records) -> dict[str, Any]:
    """Gather the page's data; lists are sorted as the records are."""
    quotes = Quotes()
    meetings = counted_meetings(records)
    person_at = {person.id: number for number, person in enumerate(records.people)}
    meeting_at = {meeting.id: number for number, meeting in enumerate(meetings)}
    body_at = _bodies_with_something_to_show(records, meetings)
    stated = statements(records, meeting_at, person_at, quotes)
    company = projected(records)
    ties = ties_shown(company, person_at, meeting_at)
    groups = {person_at[person]: group for person, group in company.communities.items()}
    bodies = {body.id: body for body in records.organizations}
    past = past_of(person_at, meeting_at, body_at, meetings, company)
    hosts = [(meeting_at[m.id], body_at[m.host_id]) for m in meetings if m.host_id in body_at]
    return {
        "people": [
            {"id": p.id, "label": p.label, "name": p.name, "context": p.context, "aliases": list(p.aliases)}
            for p in records.people
        ],
        "meetings": [meeting_shown(m, bodies.get(m.host_id), body_at, quotes) for m in meetings],
        "bodies": [
            {"id": b.id, "name": b.name, "kind": b.kind, "place": b.place, "level": b.level}
            for b in sorted(records.organizations, key=lambda body: body.id)
            if b.id in body_at
        ],
        "documents": {
            d.path: {"title": d.title, "date": d.published or "", "source": d.source}
            for d in records.documents
        },
        **stated,
        "held": held_posts(records, person_at, body_at, quotes),
        "ties": ties,
        "communities": [groups.get(number, 0) for number in range(len(records.people))],
        "doubts": [[row.reason, row.document, row.detail, row.quote] for row in records.ledger[:MOST_DOUBTS]],
        "unresolved": len(records.ledger),
        "reasons": dict(Counter(row.reason for row in records.ledger)),
        "copies": len(records.duplicate_of),
        "drawn": {
            "affiliation": affiliation_drawing(stated["there"], hosts, past),
            "company": company_drawing(ties, past),
        },
        "quotes": quotes.rows,
    }


def ties_shown(
    company: Projected, person_at: Mapping[str, int], meeting_at: Mapping[str, int]
) -> list[list[Any]]:
    """Two people, the number of their common meetings, the weight, the meetings, and the chance of as many; sorted."""
    ties, members = company.ties, company.members
    people = np.array([person_at[key] for key in members.people], dtype=np.int64)
    at = [meeting_at[key] for key in members.meetings]
    ends = people[ties.first], people[ties.second]
    low, high = np.minimum(*ends), np.maximum(*ends)
    order = np.lexsort((high, low))
    numbers = (column[order].tolist() for column in (low, high, company.counts, ties.weight))
    shared, chance = company.meetings, chances(company)
    return [
        [a, b, count, round(weight, 4), sorted([at[n] for n in shared[tie]]), chance[tie]]
        for a, b, count, weight, tie in zip(*numbers, order.tolist(), strict=True)
    ]


def chances(company: Projected) -> list[float | None]:
    """p of every tie (three digits), exact SDSM: None where there are too many or the chance model finds no fit."""
    ties = company.ties
    unknown: list[float | None] = [None] * len(ties.first)
    if not 0 < len(ties.first) <= MOST_TESTED:
        return unknown
    try:
        found = chance_of_pairs(company.members, ties.first, ties.second, company.counts)
    except ValueError:
        return unknown
    told = {p: float(f"{p:.3g}") for p in set(found.tolist())}
    return [told[p] for p in found.tolist()]


def _bodies_with_something_to_show(records: Records, meetings: tuple[Meeting, ...]) -> dict[str, int]:
    """Number the bodies that host a meeting or have a post that somebody is stated to hold."""
    known = {body.id for body in records.organizations}
    posts = {post.id: post.organization_id for post in records.posts}
    wanted = {m.host_id for m in meetings} | {posts.get(h.post_id, "") for h in records.holdings}
    return {body: number for number, body in enumerate(sorted(wanted & known))}


def meeting_shown(
    meeting: Meeting, host: Organization | None, body_at: dict[str, int], quotes: Quotes
) -> dict[str, Any]:
    """`days` are the first and the last day that the date can mean; `several` says that it spans them all."""
    days = edtf_bounds(meeting.date) if meeting.date else None
    return {
        "id": meeting.id,
        "name": meeting.name,
        "kind": meeting.kind,
        "date": meeting.date or "",
        "days": list(days) if days else None,
        "several": "/" in (meeting.date or ""),
        "rule": meeting.date_rule,
        "place": ", ".join(part for part in (meeting.venue, meeting.place) if part),
        "host": meeting.host,
        "level": level_of(meeting, host),
        "jurisdiction": jurisdiction_of(meeting, host),
        "by": occasions().get(meeting.kind, ""),
        "body": body_at.get(meeting.host_id, -1),
        "documents": list(meeting.documents),
        "quote": quotes.add(meeting.evidence),
    }
