"""Ways between two people, every step with the meetings (or bodies) that make it, and with the sentences that prove them."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal, get_args

from corpus.records import Evidence
from extract.records import Records
from graph.attendance import Attendance, attendance, shared_meetings

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

How = Literal["shortest", "strongest"]
Through = Literal["meetings", "bodies"]
STEPS = ["path", "step", "from_id", "to_id", "weight"]
PROOF = ["evidence_from", "document_from", "evidence_to", "document_to"]


def paths(
    graph: nx.Graph, a: str, b: str, *, how: How = "shortest", through: Through = "meetings", most: int = 100
) -> pd.DataFrame:
    """List the ways from `a` to `b` (ids), a row a step, at most `most` ways; empty where none is.

    shortest: all with the fewest steps; strongest: all with the least sum of 1/weight. In sorted order, so that `most=1` is the
    first of them. `graph` is one of co-attendance or of `graph.projections.colleagues`; `through` says which, and names the last
    column. Raises ValueError for another `how` or `through`, KeyError for somebody who is not in the graph.
    """
    import networkx as nx
    import pandas as pd

    for name, value, known in (("how", how, get_args(How)), ("through", through, get_args(Through))):
        if value not in known:
            raise ValueError(f"{name} must be one of {', '.join(known)}, not {value!r}")
    for person in (a, b):
        if person not in graph:
            what = "was at none of these meetings" if through == "meetings" else "holds no post in a body"
            raise KeyError(f"{person} {what}")
    columns = [*STEPS, through]
    if a == b or not nx.has_path(graph, a, b):
        return pd.DataFrame(columns=columns)
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    for one, other in sorted((*sorted(edge),) for edge in graph.edges):
        ordered.add_edge(one, other, length=1 / graph.edges[one, other]["weight"])
    found = nx.all_shortest_paths(ordered, a, b, weight="length" if how == "strongest" else None)
    rows = []
    for number, way in enumerate(sorted(islice(found, most)), 1):
        for step, (one, other) in enumerate(pairwise(way), 1):
            tie = graph.edges[one, other]
            rows.append((number, step, one, other, tie["weight"], tie[through]))
    return pd.DataFrame(rows, columns=columns)


def prove(records: Records, ways: pd.DataFrame) -> pd.DataFrame:
    """Add to every step of `paths` who and what it is about, and a sentence for either end: one meeting, or one body, of several.

    Columns `from`, `to` (labels), `by` (the earliest common meeting, or the first body), `date`, and the sentences with their
    reports.
    """
    through = "bodies" if "bodies" in ways.columns else "meetings"
    labels = {person.id: person.label for person in records.people}
    there = attendance(records) if through == "meetings" else {}
    proved = ways.copy()
    proved.insert(3, "from", [labels[key] for key in ways["from_id"]])
    proved.insert(5, "to", [labels[key] for key in ways["to_id"]])
    rows = [
        _in_a_meeting(records, there, one, other, ids)
        if through == "meetings"
        else _in_a_body(records, one, other, ids)
        for one, other, ids in zip(ways["from_id"], ways["to_id"], ways[through], strict=True)
    ]
    for number, column in enumerate(["by", "date", *PROOF]):
        proved[column] = [row[number] for row in rows]
    return proved


def _in_a_meeting(
    records: Records, there: Attendance, one: str, other: str, meetings: tuple[str, ...]
) -> tuple[str | None, ...]:
    own = {meeting: there[meeting] for meeting in meetings}
    first = shared_meetings(records, one, other, there=own)[0]
    a, b = first.first[0].evidence, first.second[0].evidence
    return (first.meeting.name, first.meeting.date, a.quote, a.document, b.quote, b.document)


def _in_a_body(records: Records, one: str, other: str, bodies: tuple[str, ...]) -> tuple[str | None, ...]:
    body = next(o for o in records.organizations if o.id == bodies[0])
    a, b = (_holding(records, person, body.id) for person in (one, other))
    name = f"{body.name} ({body.place})" if body.place else body.name
    return (name, None, a.quote, a.document, b.quote, b.document)


def _holding(records: Records, person: str, body: str) -> Evidence:
    seats = {post.id for post in records.posts if post.organization_id == body}
    return next(h.evidence for h in records.holdings if h.person_id == person and h.post_id in seats)


def common(graph: nx.Graph, a: str, b: str) -> pd.DataFrame:
    """The people who were at meetings with both: index person id, columns the meetings with `a` and with `b`."""
    import pandas as pd

    both = sorted((set(graph[a]) & set(graph[b])) - {a, b})
    rows = [(graph.edges[a, n]["meetings"], graph.edges[b, n]["meetings"]) for n in both]
    return pd.DataFrame(rows, columns=["with_a", "with_b"], index=pd.Index(both, name="person_id", dtype=str))
