"""Pairs of people that may be one, and of people and entries of the user's list, with what speaks for and against it.

Nothing here merges. A pair is listed with a sentence of either side, for `sederunt review` or a notebook to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.records import Evidence
from extract.decisions import Decision, Reference
from extract.folding import fold
from extract.likeness import WORDS, blocks_of, likeness
from extract.meeting_facts import DAY
from extract.name_frequency import is_common
from extract.records import Participation, Person, Records

MAX_BLOCK = 60
"""Carriers of one shortened name beyond which like names are not compared: it then says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Two people who may be one, or a person and the `entry` of the user's list that it may be, which has no sentence.

    `score` ranks; `reasons` and `against` say why; either side with its sentence.
    """

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
    right_evidence: Evidence | None
    entry: str = ""


def undecided(records: Records, decided: Sequence[Decision] = ()) -> tuple[Undecided, ...]:
    """List the pairs that may be one person, strongest first, without those on which `decided` has a row.

    Names are compared where they are alike (`extract.likeness`): equal, one letter or one syllable apart, or in another
    order. Score: equal names 4, of which a common one (`extract.name_frequency`) gives 2; a like name 1; each shared post 3,
    shared place 2, shared company (up to 3) 1 each; seen in one place and afterwards in another 1, in both at a time -3. A pair
    that stands in one report is no pair: the report itself tells the two apart. Entries of the user's list that a person
    may be by name alone come as pairs of that person and the entry (`entry` is its id).
    """
    seen: dict[str, list[Participation]] = defaultdict(list)
    for row in records.participations:
        if row.person_id:
            seen[row.person_id].append(row)
    people = {p.id: p for p in records.people if p.id in seen}
    company = _company(records)
    posts = {p.id: p for p in records.posts}
    held: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[str]] = defaultdict(list)
    for holding in sorted(records.holdings, key=lambda h: h.date or ""):
        held[holding.person_id].add(holding.post_id)
        if holding.date and DAY.fullmatch(holding.date):
            days[holding.person_id].append(holding.date)
    done = _decided_pairs(records, decided)
    out = []
    for a, b in _pairs(people):
        if (a, b) in done or {r.document for r in seen[a]} & {r.document for r in seen[b]}:
            continue
        like = likeness(fold(people[a].name), fold(people[b].name))
        common = like == "equal" and is_common(fold(people[a].name), "provincial")
        reasons = [WORDS[like] + (", and common" if common else "") if like else "a printed form is alike"]
        score = (2 if common else 4) if like == "equal" else 1
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
            here, there = (", ".join(sorted(found)) for found in places)
            first, second = sorted(((days[a], here), (days[b], there)))
            against.append(f"{here} against {there}")
            score -= 2
            if not first[0] or not second[0]:
                pass
            elif first[0][-1] < second[0][0]:
                reasons.append(
                    f"{first[1]} until {first[0][-1]}, {second[1]} from {second[0][0]}: perhaps a transfer"
                )
                score += 1
            else:
                against.append(f"in both from {second[0][0]} to {min(first[0][-1], second[0][-1])}")
                score -= 3
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
    out += _maybe_listed(records, seen, people, decided)
    return tuple(sorted(out, key=lambda pair: (-pair.score, pair.left_id, pair.right_id)))


def _maybe_listed(
    records: Records,
    seen: Mapping[str, Sequence[Participation]],
    people: Mapping[str, Person],
    decided: Sequence[Decision],
) -> Iterator[Undecided]:
    """Pairs of a person and the entry of the user's list that it may be, without those on which there is a row."""
    told = {(d.subject.key, d.object) for d in decided if d.verb in ("is", "is-not")}
    for doubt in records.maybe_listed:
        if doubt.person_id not in people:
            continue
        person, row = people[doubt.person_id], seen[doubt.person_id][0]
        names = {person.name, *person.aliases}
        documents = {r.document for r in seen[doubt.person_id]}
        if any((Reference(n, d).key, doubt.entry) in told for n in names for d in documents):
            continue
        yield Undecided(
            left=Reference(person.name, row.document),
            right=Reference(doubt.text, "your list"),
            left_id=person.id,
            right_id=doubt.entry,
            left_label=person.label,
            right_label=doubt.text,
            score=4,
            reasons=("the name is that of the entry",),
            against=("no post in the reports is one of the entry's",),
            left_evidence=row.evidence,
            right_evidence=None,
            entry=doubt.entry,
        )


def _pairs(people: dict[str, Person]) -> list[tuple[str, str]]:
    """Candidate pairs by the blocks of their names (`extract.likeness`)."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for person in people.values():
        for name in {fold(person.name), *map(fold, person.aliases)}:
            if len(name.split()) > 1:
                for block in blocks_of(name):
                    blocks[block].add(person.id)
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
