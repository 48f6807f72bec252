"""What may be one and is not joined, with what speaks for and against, and both sides' sentences.

Nothing here merges or parts. The pairs are for `sederunt review` or a notebook to decide: two people, two meetings, two bodies, the
bodies of a level and the place that they may be of, or a person and an entry of the user's list.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.decisions import Decision
from extract.folding import fold
from extract.records import Records
from graph.undecided_bodies import body_pairs
from graph.undecided_listed import listed_pairs
from graph.undecided_meetings import meeting_pairs
from graph.undecided_pair import VERBS, Undecided
from graph.undecided_people import people_pairs
from graph.undecided_places import place_pairs

__all__ = ["VERBS", "Undecided", "undecided"]


def undecided(records: Records, decided: Sequence[Decision] = ()) -> tuple[Undecided, ...]:
    """List the pairs that may be one, strongest first, without those on which `decided` has a row."""
    done = _decided_pairs(records, decided)
    found = [pair for pair in people_pairs(records) if (pair.left_id, pair.right_id) not in done]
    for pairs in (listed_pairs, meeting_pairs, body_pairs, place_pairs):
        found += pairs(records, decided)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.left_id, pair.right_id)))


def _decided_pairs(records: Records, decided: Sequence[Decision]) -> set[tuple[str, str]]:
    """The pairs of people on whom there is a row, whatever mention of theirs it names."""
    names = {p.id: {fold(p.name), *map(fold, p.aliases)} for p in records.people}
    texts = {document.path: document.id for document in records.documents}
    of: dict[tuple[str, str], str] = {}
    for row in records.participations:
        for name in names.get(row.person_id, ()):
            of[name, row.document] = row.person_id
            of[name, texts.get(row.document, "")] = row.person_id
    pairs = set()
    for decision in decided:
        if decision.verb in VERBS["people"] and decision.other is not None:
            ids = {of.get(decision.subject.key, ""), of.get(decision.other.key, "")}
            if len(ids) == 2:
                a, b = sorted(ids)
                pairs.add((a, b))
    return pairs
