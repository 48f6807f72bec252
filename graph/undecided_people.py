"""Which two people may be one, and how strongly: by name, seat, place, company and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from extract.decisions import Reference
from extract.folding import fold
from extract.likeness import WORDS, blocks_of, likeness
from extract.name_frequency import is_common
from extract.records import Records
from extract.records_entities import Person
from extract.slips_alike import short_names
from graph.known_people import Known, known_of
from graph.undecided_pair import Undecided

MAX_BLOCK = 60
"""Carriers of one shortened name beyond which like names are not compared: it then says nothing."""


def people_pairs(records: Records) -> Iterator[Undecided]:
    """The pairs that may be one person.

    Names are compared where they are alike (`extract.likeness`): equal, one letter or one syllable apart, or in another
    order; and where two names of one syllable share the surname and a post. Score: equal names 4, of which a common one
    (`extract.name_frequency`) gives 2; a like name 1; each shared post 3, shared place 2, shared company (up to 3) 1 each; no
    level in common -1; seen in one place and afterwards in another 1, in both at a time -3. One outlet is told and counts nothing. A
    pair that stands in one report is no pair: the report itself tells the two apart.
    """
    known = known_of(records)
    for a, b in _candidates(known):
        if {r.document for r in known.seen[a]} & {r.document for r in known.seen[b]}:
            continue
        score, reasons, against = weighed(known, a, b)
        left, right = known.seen[a][0], known.seen[b][0]
        yield Undecided(
            left=Reference(known.people[a].name, left.document),
            right=Reference(known.people[b].name, right.document),
            left_id=a,
            right_id=b,
            left_label=known.people[a].label,
            right_label=known.people[b].label,
            score=score,
            reasons=tuple(reasons),
            against=tuple(against),
            left_evidence=left.evidence,
            right_evidence=right.evidence,
        )


def weighed(known: Known, a: str, b: str) -> tuple[int, list[str], list[str]]:
    """Score two people (`people_pairs`); what speaks for one, and against."""
    score, words = _names(known.people[a], known.people[b])
    reasons, against = [words], []
    here, there = known.places(a), known.places(b)
    for shared, points, what in (
        (sorted(known.posts[p].text for p in known.held.get(a, set()) & known.held.get(b, set())), 3, "post"),
        (sorted(here & there), 2, "place"),
        (sorted(known.people[p].label for p in known.company[a] & known.company[b])[:3], 1, "company"),
    ):
        score += points * len(shared)
        reasons += [f"shared {what}: {text}" for text in shared]
    if shared := sorted(known.outlets_of(a) & known.outlets_of(b)):
        reasons.append(f"told by one outlet: {', '.join(shared)}")
    levels = [", ".join(sorted(known.levels_of(person))) for person in (a, b)]
    if all(levels) and not known.levels_of(a) & known.levels_of(b):
        against.append(f"levels: {levels[0]} against {levels[1]}")
        score -= 1
    if here and there and not here & there:
        texts = [", ".join(sorted(places)) for places in (here, there)]
        against.append(" against ".join(texts))
        score -= 2
        first, second = sorted(((known.days.get(a, []), texts[0]), (known.days.get(b, []), texts[1])))
        if first[0] and second[0]:
            if first[0][-1] < second[0][0]:
                until, since = f"{first[1]} until {first[0][-1]}", f"{second[1]} from {second[0][0]}"
                reasons.append(f"{until}, {since}: perhaps a transfer")
                score += 1
            else:
                against.append(f"in both from {second[0][0]} to {min(first[0][-1], second[0][-1])}")
                score -= 3
    return score, reasons, against


def _names(a: Person, b: Person) -> tuple[int, str]:
    left, right = fold(a.name), fold(b.name)
    like = likeness(left, right)
    if like == "equal":
        common = is_common(left, "provincial")
        return (2 if common else 4), WORDS[like] + (", and common" if common else "")
    if like:
        return 1, WORDS[like]
    return (0, "the surname is the same") if _short(left, right) else (1, "a printed form is alike")


def _candidates(known: Known) -> list[tuple[str, str]]:
    """Pairs by the blocks of their names (`extract.likeness`), and short names of one surname in one post."""
    blocks: dict[str, set[str]] = defaultdict(set)
    in_post: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in known.people.values():
        for name in {fold(person.name), *map(fold, person.aliases)}:
            if len(name.split()) > 1:
                for block in blocks_of(name):
                    blocks[block].add(person.id)
        for post in known.held.get(person.id, ()):
            in_post[fold(person.name).split(" ")[0], post].add(person.id)
    found: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) <= MAX_BLOCK or key.startswith("words:"):
            found.update(combinations(sorted(blocks[key]), 2))
    for people in in_post.values():
        if len(people) <= MAX_BLOCK:
            found.update(
                (a, b)
                for a, b in combinations(sorted(people), 2)
                if _short(fold(known.people[a].name), fold(known.people[b].name))
            )
    return sorted(found)


def names_alike(a: Person, b: Person) -> bool:
    """Whether any printed forms of two people are alike, or are short and share the surname."""
    forms = [{fold(p.name), *map(fold, p.aliases)} for p in (a, b)]
    return any(likeness(x, y) or _short(x, y) for x in forms[0] for y in forms[1])


def _short(a: str, b: str) -> bool:
    return len(a.split()) > 1 and len(b.split()) > 1 and short_names(a, b)
