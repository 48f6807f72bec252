"""Which two bodies of one place may be one: by the words of their names and the people who hold posts in both."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from extract.decisions import Decision, Reference
from extract.folding import fold
from extract.identity_bodies import UNRESOLVED, part_of
from extract.records import Records
from extract.records_entities import Organization
from graph.body_sightings import Sighting, sightings_of
from graph.undecided_pair import VERBS, Undecided

MAX_BLOCK = 60
"""Bodies of one place that share a word beyond which the word says nothing."""
ASKED = 2
"""Score from which on a pair is shown."""
NAME_WORDS = Path(__file__).parent / "rules" / "body_name_words.csv"


@lru_cache(maxsize=1)
def _sorts() -> dict[str, frozenset[str]]:
    """Sorts of words in bodies' names: the head says what they are, the level where, a part that they are one of another body; empty
    ones are in many names of one unit."""
    with NAME_WORDS.open(encoding="utf-8", newline="") as file:
        return {row["sort"]: frozenset(row["words"].split(";")) for row in csv.DictReader(file)}


def body_pairs(records: Records, decided: Sequence[Decision]) -> Iterator[Undecided]:
    """The pairs of bodies that may be one.

    Compared are bodies of one level and place whose own names share a word that says what they are for, and neither of which is part
    of the other. Score: the same words in another order 4, with another head (Bureau, Department) 3, one name with a word more 2;
    each person in posts of both 2 (3 in a post of one title), up to two people; seen side by side in one report -2. A pair of which
    the names have a word each that the other lacks, or one of no place with other than the same words, is shown for its people only.
    """
    seen = sightings_of(records)
    labels = {person.id: person.label for person in records.people}
    told = _told(records, decided)
    for left, right in _candidates(records, seen):
        if told and told & {frozenset((a, b)) for a in _keys(seen[left.id]) for b in _keys(seen[right.id])}:
            continue
        score, reasons, against = _weighed(left, right, seen, labels)
        if score < ASKED:
            continue
        first, second = sorted((left, right), key=lambda body: (len(seen[body.id]), body.id))
        sides = (seen[first.id][0], seen[second.id][0])
        yield Undecided(
            left=Reference(sides[0].name, sides[0].document),
            right=Reference(sides[1].name, sides[1].document),
            left_id=first.id,
            right_id=second.id,
            left_label=_label(first),
            right_label=_label(second),
            score=score,
            reasons=tuple(reasons),
            against=tuple(against),
            left_evidence=sides[0].evidence,
            right_evidence=sides[1].evidence,
            kind="bodies",
        )


def _candidates(
    records: Records, seen: Mapping[str, Sequence[Sighting]]
) -> list[tuple[Organization, Organization]]:
    bodies = {b.id: b for b in records.organizations if b.id in seen and not b.place.startswith(UNRESOLVED)}
    blocks: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for body in bodies.values():
        if body.place or body.level == "central":
            for word in _content(body):
                blocks[body.level, body.place, word].append(body.id)
    pairs = {
        pair
        for ids in blocks.values()
        if len(ids) <= MAX_BLOCK
        for pair in combinations(sorted(ids), 2)
        if not _inside(bodies[pair[0]], bodies[pair[1]]) and not _inside(bodies[pair[1]], bodies[pair[0]])
    }
    return [(bodies[a], bodies[b]) for a, b in sorted(pairs)]


def _inside(part: Organization, whole: Organization) -> bool:
    """Whether a body is part of another, by its record or its name: 'Party Group of the Grain Bureau', 'Standing Committee'."""
    parts = _sorts()["part"]
    if _words(part) & parts != _words(whole) & parts:
        return True
    return part.parent == whole.id or part.name.endswith((f" of {whole.name}", f" of the {whole.name}"))


def _weighed(
    left: Organization,
    right: Organization,
    seen: Mapping[str, Sequence[Sighting]],
    labels: Mapping[str, str],
) -> tuple[int, list[str], list[str]]:
    score, words = _names(left, right)
    reasons, against = [words], []
    held = [{(s.person_id, s.title) for s in seen[b.id] if s.person_id} for b in (left, right)]
    shared = sorted({p for p, _ in held[0]} & {p for p, _ in held[1]})[:2]
    for person in shared:
        same = any((person, title) in held[1] for who, title in held[0] if who == person)
        score += 3 if same else 2
        reasons.append(f"in {'the same post' if same else 'posts'} of both: {labels[person]}")
    if both := sorted({s.document for s in seen[left.id]} & {s.document for s in seen[right.id]}):
        score -= 2
        against.append(f"both in {both[0]}")
    return (score if shared or score > 0 else 0), reasons, against


def _names(left: Organization, right: Organization) -> tuple[int, str]:
    a, b = _content(left), _content(right)
    wholes = [match.group(3) if match else "" for match in (part_of(left.name), part_of(right.name))]
    if all(wholes) and wholes[0] != wholes[1]:
        return -2, f"parts of {wholes[0]} and of {wholes[1]}"
    heads = [_words(body) & _sorts()["head"] for body in (left, right)]
    if a == b and heads[0] == heads[1]:
        return 4, "the names have the same words"
    if not left.place:
        return 0, f"the names share: {_said(a & b)}"
    if a == b:
        return 3 if all(
            heads
        ) else 2, f"the names have the same words but {_said(heads[0])} and {_said(heads[1])}"
    if a < b or b < a:
        return 2, f"one name has more words: {_said(a ^ b)}"
    return 0, f"the names share: {_said(a & b)}"


def _said(words: frozenset[str]) -> str:
    return " ".join(sorted(words)) or "no such word"


def _words(body: Organization) -> frozenset[str]:
    """The words of a body's own name, without those of what it is part of and of its place."""
    match = part_of(body.name)
    own = match.group(1) if match else body.name
    place = {*re.findall(r"\w+", body.place.lower())}
    return frozenset(re.findall(r"[\w'’-]+", own.lower())) - _sorts()["level"] - place


def _content(body: Organization) -> frozenset[str]:
    """The words that say what a body is for."""
    return _words(body) - _sorts()["head"] - _sorts()["part"] - _sorts()["empty"]


def _label(body: Organization) -> str:
    return f"{body.name} ({body.place})" if body.place else body.name


def _keys(seen: Sequence[Sighting]) -> set[tuple[str, str]]:
    return {Reference(s.name, s.document).key for s in seen}


def _told(records: Records, decided: Sequence[Decision]) -> set[frozenset[tuple[str, str]]]:
    """The pairs of bodies on which there is a row, each by name and path."""
    paths = {document.id: document.path for document in records.documents}
    return {
        frozenset((fold(r.name), paths.get(r.document, r.document)) for r in (d.subject, d.other))
        for d in decided
        if d.verb in VERBS["bodies"] and d.other
    }
