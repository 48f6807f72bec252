"""Pairs of people that may be one: an equal name or a like one, with what speaks for it and against it.

Nothing here merges. A pair is listed with a sentence of either side, for `sederunt review` or a notebook to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.records import Evidence
from extract.decisions import Decision, Reference
from extract.folding import fold
from extract.records import Participation, Person, Records

MAX_BLOCK = 60
"""Carriers of one shortened name beyond which like names are not compared: it then says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Two people who may be one. `score` ranks; `reasons` and `against` say why; either side with its sentence."""

    left: Reference
    right: Reference
    left_id: str
    right_id: str
    left_label: str
    right_label: str
    score: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    left_evidence: Evidence
    right_evidence: Evidence


def undecided(records: Records, decided: Sequence[Decision] = ()) -> tuple[Undecided, ...]:
    """List the pairs that may be one person, strongest first, without those on which `decided` has a row.

    Names are compared where they are equal, differ by one letter, or are equal in another order of their words.
    Score: equal names 4, a like name 1; each shared post 3, shared place 2, shared company (up to 3) 1 each.
    A pair that stands in one report is no pair: the report itself tells the two apart.
    """
    seen: dict[str, list[Participation]] = defaultdict(list)
    for row in records.participations:
        if row.person_id:
            seen[row.person_id].append(row)
    people = {p.id: p for p in records.people if p.id in seen}
    company = _company(records)
    posts = {p.id: p for p in records.posts}
    held: dict[str, set[str]] = defaultdict(set)
    for holding in records.holdings:
        held[holding.person_id].add(holding.post_id)
    done = _decided_pairs(records, decided)
    out = []
    for a, b in _pairs(people):
        if (a, b) in done or {r.document for r in seen[a]} & {r.document for r in seen[b]}:
            continue
        equal = fold(people[a].name) == fold(people[b].name)
        reasons = ["the names are equal" if equal else "the names differ by a letter or their order"]
        score = 4 if equal else 1
        places = [
            {posts[p].place for p in held[x] if "unresolved" not in posts[p].place} - {""} for x in (a, b)
        ]
        for shared, points, what in (
            (sorted(posts[p].text for p in held[a] & held[b]), 3, "post"),
            (sorted(places[0] & places[1]), 2, "place"),
            (sorted(people[p].label for p in company[a] & company[b] if p in people)[:3], 1, "company"),
        ):
            score += points * len(shared)
            reasons += [f"shared {what}: {text}" for text in shared]
        against = []
        if places[0] and places[1] and not places[0] & places[1]:
            against.append(f"{', '.join(sorted(places[0]))} against {', '.join(sorted(places[1]))}")
            score -= 2
        left, right = seen[a][0], seen[b][0]
        out.append(
            Undecided(
                left=Reference(people[a].name, left.document),
                right=Reference(people[b].name, right.document),
                left_id=a,
                right_id=b,
                left_label=people[a].label,
                right_label=people[b].label,
                score=score,
                reasons=tuple(reasons),
                against=tuple(against),
                left_evidence=left.evidence,
                right_evidence=right.evidence,
            )
        )
    return tuple(sorted(out, key=lambda pair: (-pair.score, pair.left_id, pair.right_id)))


def _pairs(people: dict[str, Person]) -> list[tuple[str, str]]:
    """Candidate pairs by blocks: a name, its words in any order, and the name with any one letter left out."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for person in people.values():
        for name in {fold(person.name), *map(fold, person.aliases)}:
            glued = name.replace(" ", "")
            if len(name.split()) < 2:
                continue
            blocks[f"words:{' '.join(sorted(name.split()))}"].add(person.id)
            for cut in range(len(glued) + 1):
                blocks[f"letters:{glued[:cut]}{glued[cut + 1 :]}"].add(person.id)
    found: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) <= MAX_BLOCK or key.startswith("words:"):
            found.update(combinations(sorted(blocks[key]), 2))
    return sorted(found)


def _company(records: Records) -> dict[str, set[str]]:
    at: dict[str, set[str]] = defaultdict(set)
    for row in records.participations:
        if row.person_id and row.meeting_id and row.role not in ("invoked", "absent"):
            at[row.meeting_id].add(row.person_id)
    company: dict[str, set[str]] = defaultdict(set)
    for people in at.values():
        for person in people:
            company[person] |= people - {person}
    return company


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
        if decision.verb in ("same", "not-same") and decision.other is not None:
            ids = {of.get(decision.subject.key, ""), of.get(decision.other.key, "")}
            if len(ids) == 2:
                a, b = sorted(ids)
                pairs.add((a, b))
    return pairs
