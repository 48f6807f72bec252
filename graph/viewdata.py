"""What the page shows, as plain data: people, meetings, bodies, statements with evidence, ties, and the drawn graph.

The drawn nodes and edges are made with pyvis (`add_node`, `add_edge`); positions come from `graph.layout`. Everything else is
indexed by position in the lists, to keep the page small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from corpus.records import Evidence
from extract.records import PRESENT, Records
from graph.attendance import counted_meetings
from graph.backbone import tie_p_values
from graph.communities import communities
from graph.layout import layout
from graph.project import Incidence, co_attendance, incidence

MOST_NODES = 3000
MOST_TESTED = 1_000_000


class _Quotes:
    """Evidence by number, each sentence once."""

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
    meetings = list(counted_meetings(records))
    person_at = {person.id: number for number, person in enumerate(records.people)}
    meeting_at = {meeting.id: number for number, meeting in enumerate(meetings)}
    hosts = sorted({meeting.host_id for meeting in meetings if meeting.host_id})
    posts = {post.id: post for post in records.posts}
    seats = sorted({posts[h.post_id].organization_id for h in records.holdings} - {""})
    body_at = {body_id: number for number, body_id in enumerate(sorted({*hosts, *seats}))}
    bodies = {body.id: body for body in records.organizations}
    there: list[list[Any]] = []
    elsewhere: list[list[Any]] = []
    groups: list[list[Any]] = []
    for p in records.participations:
        at = meeting_at.get(p.meeting_id, -1)
        quote = quotes.add(p.evidence)
        if p.group:
            groups.append([at, p.group, p.role, quote])
            continue
        before = quotes.add(p.antecedent) if p.antecedent is not None else -1
        row = [
            person_at[p.person_id],
            at,
            p.role,
            p.position,
            quote,
            p.surface,
            p.rule,
            before,
            list(p.qualifiers),
        ]
        (there if p.role in PRESENT and at >= 0 else elsewhere).append(row)
    held = [
        [person_at[h.person_id], posts[h.post_id].text, h.date or "", quotes.add(h.evidence),
         body_at.get(posts[h.post_id].organization_id, -1)]
        for h in records.holdings
    ]  # fmt: skip
    members = incidence(records)
    newman = co_attendance(members, weight="newman")
    chance = _chance(members, newman.number_of_edges())
    ties: list[list[Any]] = sorted(
        [
            *sorted((person_at[a], person_at[b])),
            data["count"],
            round(data["weight"], 4),
            sorted(meeting_at[m] for m in data["meetings"]),
            chance.get((a, b)),
        ]
        for a, b, data in newman.edges(data=True)
    )
    groups_of = communities(newman)
    drawn = _drawn(records, there, meetings, hosts, ties, body_at)
    return {
        "people": [
            {"id": p.id, "label": p.label, "name": p.name, "context": p.context, "aliases": list(p.aliases),
             "community": groups_of.get(p.id, 0)}
            for p in records.people
        ],
        "meetings": [
            {"id": m.id, "name": m.name, "kind": m.kind, "date": m.date or "", "rule": m.date_rule, "place": m.place, "host": m.host,
             "body": body_at.get(m.host_id, -1), "documents": list(m.documents), "quote": quotes.add(m.evidence)}
            for m in meetings
        ],
        "bodies": [
            {"id": i, "name": bodies[i].name, "kind": bodies[i].kind, "place": bodies[i].place, "level": bodies[i].level}
            for i in sorted(body_at)
        ],
        "documents": {
            d.path: {"title": d.title, "date": d.published or "", "source": d.source, "url": d.url} for d in records.documents
        },
        "there": there,
        "elsewhere": elsewhere,
        "groups": groups,
        "held": held,
        "ties": ties,
        "quotes": quotes.rows,
        "unresolved": dict(sorted(Counter(row.reason for row in records.ledger).items())),
        "drawn": drawn,
    }  # fmt: skip


def _chance(members: Incidence, ties: int) -> dict[tuple[str, str], float]:
    """p of every tie (three digits), exact SDSM: nothing where there are too many or the chance model finds no fit."""
    if ties > MOST_TESTED:
        return {}
    try:
        return {pair: float(f"{p:.3g}") for pair, p in tie_p_values(members).items()}
    except ValueError:
        return {}


def _drawn(
    records: Records,
    there: list[list[Any]],
    meetings: list[Any],
    hosts: list[str],
    ties: list[list[Any]],
    body_at: dict[str, int],
) -> dict[str, Any]:
    """The two drawings: who was where, and who sat with whom; the strongest part where there is too much to draw."""
    from pyvis.network import Network as Drawing

    links: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person, meeting, role, *_ in there:
        links[f"p{person}", f"m{meeting}"].add(role)
    for number, meeting in enumerate(meetings):
        if meeting.host_id:
            links[f"m{number}", f"b{body_at[meeting.host_id]}"].add("host")
    weight: Counter[str] = Counter()
    for a, b in links:
        weight[a] += 1
        weight[b] += 1
    kept = {node for node, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:MOST_NODES]}
    shown = {pair: roles for pair, roles in links.items() if pair[0] in kept and pair[1] in kept}
    where = layout(sorted(kept), shown)
    affiliation = Drawing(directed=True)  # an undirected one compares each edge with all others
    for node in sorted(where):
        x, y = where[node]
        affiliation.add_node(node, label=" ", x=x, y=y, value=weight[node], physics=False)
    for (a, b), roles in sorted(shown.items()):
        affiliation.add_edge(a, b, roles=sorted(roles))
    strong = {f"p{n}" for n in range(len(records.people))}
    strength: Counter[str] = Counter()
    for a, b, count, *_ in ties:
        strength[f"p{a}"] += count
        strength[f"p{b}"] += count
    strong = {node for node, _ in sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:MOST_NODES]}
    company = Drawing(directed=True)  # an undirected one compares each edge with all others
    pairs = [(f"p{a}", f"p{b}", count, number) for number, (a, b, count, *_) in enumerate(ties)]
    pairs = [pair for pair in pairs if pair[0] in strong and pair[1] in strong]
    spots = layout(sorted(strong), ((a, b) for a, b, _, _ in pairs))
    for node in sorted(spots):
        x, y = spots[node]
        company.add_node(node, label=" ", x=x, y=y, value=strength[node], physics=False)
    for a, b, count, number in pairs:
        company.add_edge(a, b, count=count, tie=number)
    return {
        "affiliation": {
            "nodes": [[n["id"], n["x"], n["y"], n["value"]] for n in affiliation.nodes],
            "edges": [[e["from"], e["to"], e["roles"]] for e in affiliation.edges],
            "hidden": len(weight) - len(where),
        },
        "company": {
            "nodes": [[n["id"], n["x"], n["y"], n["value"]] for n in company.nodes],
            "edges": [[e["from"], e["to"], e["count"], e["tie"]] for e in company.edges],
            "hidden": len(strength) - len(spots),
        },
    }
