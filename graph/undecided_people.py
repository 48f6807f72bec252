"""Which two people may be one, and how strongly: by name, seat, place, company and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from extract.decisions import Reference
from extract.folding import fold
from extract.identity_slips import short_names
from extract.likeness import WORDS, blocks_of, likeness
from extract.meeting_facts import DAY
from extract.name_frequency import is_common
from extract.records import Participation, Person, Post, Records
from graph.undecided import Undecided

MAX_BLOCK = 60
"""Carriers of one shortened name beyond which like names are not compared: it then says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the records say of each person, by id: where seen, in what company, in which posts, on which days in office; the level
    of each body, and the outlet of each report."""

    people: Mapping[str, Person]
    posts: Mapping[str, Post]
    seen: Mapping[str, list[Participation]]
    company: Mapping[str, set[str]]
    held: Mapping[str, set[str]]
    days: Mapping[str, list[str]]
    levels: Mapping[str, str]
    outlets: Mapping[str, str]

    def levels_of(self, person: str) -> set[str]:
        """The levels of the bodies that a person has posts in, those that are known."""
        return {self.levels.get(self.posts[p].organization_id, "") for p in self.held.get(person, ())} - {""}

    def outlets_of(self, person: str) -> set[str]:
        """The outlets whose reports speak of a person."""
        return {self.outlets[row.document] for row in self.seen[person] if self.outlets.get(row.document)}

    def places(self, person: str) -> set[str]:
        """The places of a person's posts, those that are known."""
        places = {self.posts[post].place for post in self.held.get(person, ())}
        return {place for place in places if place and "unresolved" not in place}


def known_of(records: Records) -> Known:
    """Gather what is compared."""
    seen: dict[str, list[Participation]] = defaultdict(list)
    there: dict[str, set[str]] = defaultdict(set)
    for row in records.participations:
        if row.person_id:
            seen[row.person_id].append(row)
            if row.meeting_id and row.role not in ("invoked", "absent"):
                there[row.meeting_id].add(row.person_id)
    company: dict[str, set[str]] = defaultdict(set)
    for people in there.values():
        for person in people:
            company[person] |= people - {person}
    held: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[str]] = defaultdict(list)
    for holding in sorted(records.holdings, key=lambda h: h.date or ""):
        held[holding.person_id].add(holding.post_id)
        if holding.date and DAY.fullmatch(holding.date):
            days[holding.person_id].append(holding.date)
    return Known(
        people={p.id: p for p in records.people if p.id in seen},
        posts={p.id: p for p in records.posts},
        seen=seen,
        company=company,
        held=held,
        days=days,
        levels={o.id: o.level for o in records.organizations},
        outlets={d.path: d.source for d in records.documents},
    )


def people_pairs(records: Records) -> Iterator[Undecided]:
    """The pairs that may be one person.

    Names are compared where they are alike (`extract.likeness`): equal, one letter or one syllable apart, or in another
    order; and where two names of one syllable share the surname and a post. Score: equal names 4, of which a common one
    (`extract.name_frequency`) gives 2; a like name 1; each shared post 3, shared place 2, shared company (up to 3) 1 each; no
    level in common -1; seen in one place and afterwards in another 1, in both at a time -3. One outlet is told and counts nothing. A pair that stands in one report is no pair: the report itself
    tells the two apart.
    """
    known = known_of(records)
    for a, b in _candidates(known):
        if {r.document for r in known.seen[a]} & {r.document for r in known.seen[b]}:
            continue
        score, reasons, against = _weighed(known, a, b)
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


def _weighed(known: Known, a: str, b: str) -> tuple[int, list[str], list[str]]:
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


def _short(a: str, b: str) -> bool:
    return len(a.split()) > 1 and len(b.split()) > 1 and short_names(a, b)
