"""What the page shows, as plain data: people, meetings, bodies, statements with evidence, ties, and the two drawings.

People, meetings, bodies and sentences are named by their place in their lists, to keep the page small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from corpus.records import Evidence
from extract.confidence import confidence
from extract.dates import edtf_bounds
from extract.records import PRESENT, Meeting, Organization, Participation, Records
from graph.attendance import counted_meetings
from graph.backbone import tie_p_values
from graph.communities import communities
from graph.drawn import Past, affiliation_drawing, company_drawing
from graph.layout import stages
from graph.memo import keep, kept
from graph.project import Incidence
from graph.projected import Projected, projected
from graph.selection import jurisdiction_of, level_of, occasions
from graph.ties import Ties, ties_of, ties_of_graph

MOST_TESTED = 1_000_000  # ties whose chance is computed for the page
MOST_DOUBTS = 10_000  # rows of the ledger that the page carries; the table has them all


class _Quotes:
    """Sentences by number, each once."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, int, int, str]] = []
        self._seen: dict[tuple[str, int, int], int] = {}

    def add(self, evidence: Evidence) -> int:
        key = (evidence.document, evidence.start, evidence.end)
        if key not in self._seen:
            self._seen[key] = len(self.rows)
            self.rows.append((*key, evidence.quote))
        return self._seen[key]


def view_data(records: Records) -> dict[str, Any]:
    """Gather the page's data; lists are sorted as the records are."""
    quotes = _Quotes()
    meetings = counted_meetings(records)
    person_at = {person.id: number for number, person in enumerate(records.people)}
    meeting_at = {meeting.id: number for number, meeting in enumerate(meetings)}
    body_at = _bodies_with_something_to_show(records, meetings)
    stated = _statements(records, meeting_at, person_at, quotes)
    company = projected(records)
    chance = _chance(company.members, company.graph.number_of_edges())
    ties: list[list[Any]] = sorted(
        [*sorted((person_at[a], person_at[b])), data["count"], round(data["weight"], 4),
         sorted(meeting_at[meeting] for meeting in data["meetings"]),
         chance.get((a, b))]
        for a, b, data in company.graph.edges(data=True)
    )  # fmt: skip
    groups = {person_at[person]: group for person, group in company.communities.items()}
    bodies = {body.id: body for body in records.organizations}
    past = _past(person_at, meeting_at, body_at, meetings, company)
    hosts = [(meeting_at[m.id], body_at[m.host_id]) for m in meetings if m.host_id in body_at]
    return {
        "people": [
            {"id": p.id, "label": p.label, "name": p.name, "context": p.context, "aliases": list(p.aliases)}
            for p in records.people
        ],
        "meetings": [_meeting(m, bodies.get(m.host_id), body_at, quotes) for m in meetings],
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
        "held": _held(records, person_at, body_at, quotes),
        "ties": ties,
        "communities": [groups.get(number, 0) for number in range(len(records.people))],
        "doubts": [[row.reason, row.document, row.detail, row.quote] for row in records.ledger[:MOST_DOUBTS]],
        "unresolved": len(records.ledger),
        "reasons": dict(Counter(row.reason for row in records.ledger)),
        "copies": len(records.duplicate_of),
        "drawn": {
            "affiliation": affiliation_drawing([tuple(row[:3]) for row in stated["there"]], hosts, past),
            "company": company_drawing(ties, past),
        },
        "quotes": quotes.rows,
    }


def _past(
    person_at: dict[str, int],
    meeting_at: dict[str, int],
    body_at: dict[str, int],
    meetings: tuple[Meeting, ...],
    company: Projected,
) -> Past:
    """Lasting names of the nodes, the ranks of the meetings by first possible day (those without a year last), past communities."""
    ids = {
        f"{kind}{number}": f"{kind}:{key}"
        for kind, at in (("p", person_at), ("m", meeting_at), ("b", body_at))
        for key, number in at.items()
    }
    days = [(edtf_bounds(m.date) if m.date else None) or ("~", "~") for m in meetings]
    order = sorted(range(len(meetings)), key=lambda n: (days[n][0], meetings[n].id))
    ranks = [0] * len(meetings)
    for rank, number in enumerate(order):
        ranks[number] = rank
    members = company.members
    marks = _marks([meetings[number] for number in order], members)
    newest = max((ranks[meeting_at[meeting]] for meeting in members.meetings), default=-1)
    keep("communities", [marks[until] for until in stages(len(order))])

    @cache
    def communities_of(oldest: int) -> dict[int, int]:
        def found() -> dict[str, int]:
            return _communities_among(members, {meetings[number].id for number in order[:oldest]})

        if oldest > newest:  # all of them
            known = _of_company(company.communities, ties_of_graph(company.graph))
        else:
            known = kept("communities", marks[oldest], dict[str, int], found)
        return {person_at[person]: group for person, group in known.items()}

    return Past(ids=ids, ranks=ranks, communities=communities_of, marks=marks)


def _communities_among(members: Incidence, meetings: Collection[str]) -> dict[str, int]:
    """Person -> community in these meetings."""
    columns = [number for number, key in enumerate(members.meetings) if key in meetings]
    part = replace(
        members,
        meetings=tuple(members.meetings[n] for n in columns),
        matrix=csr_array(members.matrix.tocsc()[:, columns]),
    )
    ties = ties_of(part, "newman")
    return _of_company(communities(ties), ties)


def _of_company(groups: Mapping[str, int], ties: Ties) -> dict[str, int]:
    """Leave out who has met nobody: of no community, not of one of his own."""
    met = {ties.nodes[number] for number in np.flatnonzero(ties.degrees())}
    return {person: group for person, group in groups.items() if person in met}


def _marks(ordered: Sequence[Meeting], members: Incidence) -> list[str]:
    """Hash the n oldest meetings, their people and their hosts, for every n from 0."""
    by_meeting = members.matrix.tocsc()
    by_meeting.sort_indices()
    there = {
        meeting: by_meeting.indices[by_meeting.indptr[n] : by_meeting.indptr[n + 1]].tolist()
        for n, meeting in enumerate(members.meetings)
    }
    digest = sha256()
    found = [digest.hexdigest()]
    for meeting in ordered:
        people = [members.people[row] for row in there.get(meeting.id, ())]
        digest.update(
            "\0".join([meeting.id, meeting.host_id, *people, "\n"]).encode("utf-8", "surrogatepass")
        )
        found.append(digest.hexdigest())
    return found


def _chance(members: Incidence, ties: int) -> dict[tuple[str, str], float]:
    """p of every tie (three digits), exact SDSM: nothing where there are too many or the chance model finds no fit."""
    if ties > MOST_TESTED:
        return {}
    try:
        return {pair: float(f"{p:.3g}") for pair, p in tie_p_values(members).items()}
    except ValueError:
        return {}


def _bodies_with_something_to_show(records: Records, meetings: tuple[Meeting, ...]) -> dict[str, int]:
    """Number the bodies that host a meeting or have a post that somebody is stated to hold."""
    known = {body.id for body in records.organizations}
    posts = {post.id: post.organization_id for post in records.posts}
    wanted = {m.host_id for m in meetings} | {posts.get(h.post_id, "") for h in records.holdings}
    return {body: number for number, body in enumerate(sorted(wanted & known))}


def _meeting(
    meeting: Meeting, host: Organization | None, body_at: dict[str, int], quotes: _Quotes
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


def _statements(
    records: Records, meeting_at: dict[str, int], person_at: dict[str, int], quotes: _Quotes
) -> dict[str, list[list[Any]]]:
    """Sort what is stated of people: there; named and not there; at a gathering that is only cited; collectives.

    A copy of a report states nothing new where the gathering is counted elsewhere, and is left out.
    """
    cited = {meeting.id: meeting.name for meeting in records.meetings if meeting.cited}
    there: list[list[Any]] = []
    elsewhere: list[list[Any]] = []
    referred: list[list[Any]] = []
    groups: list[list[Any]] = []
    for p in records.participations:
        at = meeting_at.get(p.meeting_id, -1)
        if p.group:
            if at >= 0:
                groups.append([at, p.group, p.role, quotes.add(p.evidence), p.rule])
        elif p.role not in PRESENT:
            if at >= 0 or not p.meeting_id or p.meeting_id in cited:
                elsewhere.append(_statement(p, at, person_at, quotes))
        elif at >= 0:
            there.append(_statement(p, at, person_at, quotes))
        elif p.meeting_id in cited:
            referred.append([*_statement(p, at, person_at, quotes), cited[p.meeting_id]])
    return {"there": there, "elsewhere": elsewhere, "referred": referred, "groups": groups}


def _statement(p: Participation, at: int, person_at: dict[str, int], quotes: _Quotes) -> list[Any]:
    before = quotes.add(p.antecedent) if p.antecedent is not None else -1
    quote = quotes.add(p.evidence)
    return [person_at[p.person_id], at, p.role, p.position, quote, p.surface, _rule_told(p), before, list(p.qualifiers), confidence(p)]  # fmt: skip


def _rule_told(p: Participation) -> str:
    return f"{p.rule} ({p.model} saw the name)" if p.model else p.rule


def _held(
    records: Records, person_at: dict[str, int], body_at: dict[str, int], quotes: _Quotes
) -> list[list[Any]]:
    posts = {post.id: post for post in records.posts}
    rows: list[list[Any]] = []
    for h in records.holdings:
        post = posts[h.post_id]
        body = body_at.get(post.organization_id, -1)
        rows.append([person_at[h.person_id], post.text, h.date or "", quotes.add(h.evidence), body])
    return rows
