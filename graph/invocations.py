"""Who invokes whom: reports name people who were not there, by their doctrine or instructions; apart from attendance."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extract.records import Records
from extract.records_meetings import Participation

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

COLUMNS = [
    *("host", "meeting_id", "meeting", "date", "person_id", "person", "evidence", "document"),
    *("speaker_id", "speaker"),
]


def invocations(records: Records) -> pd.DataFrame:
    """Every invocation, a row a statement, by document and place in it: the body that convened (`host`, '' where the report
    states none), the meeting ('' outside of one), the person invoked, the sentence.

    `speaker` is the one person of whom the very same sentence states that he or she spoke; where it states none, or several, who
    of those present spoke the words is not known, and is not guessed ('').
    """
    import pandas as pd

    meetings = {meeting.id: meeting for meeting in records.meetings}
    labels = {person.id: person.label for person in records.people}
    speakers: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for p in records.participations:
        if p.role == "spoke" and p.person_id:
            speakers[_sentence(p)].add(p.person_id)
    said = [p for p in records.participations if p.role == "invoked" and p.person_id]
    rows = []
    for p in sorted(said, key=lambda p: (p.document, p.evidence.start, p.person_id, p.rule)):
        meeting = meetings.get(p.meeting_id)
        held = (meeting.host, meeting.name, meeting.date) if meeting else ("", "", None)
        spoke = speakers[_sentence(p)]
        speaker = next(iter(spoke)) if len(spoke) == 1 else ""
        rows.append(
            (
                *(held[0], p.meeting_id, *held[1:], p.person_id, labels[p.person_id], p.evidence.quote),
                *(p.document, speaker, labels.get(speaker, "")),
            )
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def invocation_graph(records: Records) -> nx.DiGraph:
    """Who invokes whom: an edge from a speaker, or else from the body that convened, to the person invoked.

    Nodes are `person:ID` and `body:NAME` with `type` and `label`; edges carry `weight` (statements) and `sentences` (report,
    sentence). Statements of which neither speaker nor body is known are in `graph["unknown"]`, a number. No tie of attendance.
    """
    import networkx as nx

    graph = nx.DiGraph(unknown=0)
    for row in invocations(records).itertuples():
        if not (row.speaker_id or row.host):
            graph.graph["unknown"] += 1
            continue
        by_speaker = bool(row.speaker_id)
        source = f"person:{row.speaker_id}" if by_speaker else f"body:{row.host}"
        target = f"person:{row.person_id}"
        graph.add_node(
            source, type="person" if by_speaker else "body", label=row.speaker if by_speaker else row.host
        )
        graph.add_node(target, type="person", label=row.person)
        if not graph.has_edge(source, target):
            graph.add_edge(source, target, weight=0, sentences=())
        edge = graph.edges[source, target]
        edge.update(weight=edge["weight"] + 1, sentences=(*edge["sentences"], (row.document, row.evidence)))
    return graph


def _sentence(p: Participation) -> tuple[str, int, int]:
    return (p.document, p.evidence.start, p.evidence.end)
