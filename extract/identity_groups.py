"""The mentions of each name, grouped by what proves that they are one person, with all that later steps ask of a group.

A name is looked at by itself: what is found depends on the reports that have it, on where their meetings belong, and on the decisions that
part its mentions. It is taken from the last resolution where these are the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct

from extract.deciding_record import Decided, Mention
from extract.folding import key_of
from extract.identity_circles import circles
from extract.identity_company import colleagues
from extract.identity_evidence import is_central, keys_of
from extract.identity_mentions import Mentions
from extract.identity_terms import seat_keys
from extract.joining import Pair, pinned
from extract.remembered import Kept, Marks, by_pieces, mark

Joint = tuple[int, int, str]
"""Two groups that are one person, and what says so."""
HeldSeat = tuple[str, str, str, str, tuple[int, ...]]
"""Title, body, level and place of a seat, and which mentions of a group (positions) are in it."""


class Group(Struct, frozen=True, array_like=True, kw_only=True):
    """Mentions of one folded name that evidence makes one person, by report.

    By mention: the name as printed (`folded` has the key of each), its day and its first meeting ('' unknown), and which of the `reasons` is its own: the
    evidence that it shares with another one. Of all: the seats of known places that are held at the time, all printed forms, whether a seat is central, the places of seats, the
    reports' own units, the first body, and how often each title is stated.
    """

    name: str
    paths: tuple[str, ...]
    printed: tuple[str, ...]
    folded: dict[str, str]
    days: tuple[str, ...]
    meetings: tuple[str, ...]
    reasons: tuple[tuple[str, ...], ...]
    why: tuple[int, ...]
    seats: tuple[HeldSeat, ...]
    forms: tuple[str, ...]
    central: bool
    places: tuple[str, ...]
    homes: tuple[str, ...]
    body: str
    titles: dict[str, int]

    @property
    def first(self) -> Mention:
        """The first of the mentions."""
        return self.paths[0], self.name

    def __len__(self) -> int:
        return len(self.paths)


class NameFound(Struct, frozen=True, array_like=True, kw_only=True):
    """The groups of one name, and pairs of them (positions) that are one person by company or by circle."""

    groups: tuple[Group, ...]
    colleagues: tuple[Joint, ...] = ()
    circles: tuple[Joint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The groups of all names, and pairs of them (positions) that are one person by company, then by circle; `marks` by name say what its
    groups depend on."""

    groups: list[Group]
    joints: list[Joint]
    marks: Marks


def group_all(
    told: Mentions, names: Mapping[str, Sequence[str]], marks: Marks, decided: Decided, kept: Kept | None
) -> Grouped:
    """Group the mentions of all names; `names`: sorted paths by folded name, `marks` of the paths say what the groups depend on."""
    apart: dict[str, list[Pair]] = defaultdict(list)
    for pair in decided.apart:
        for name in {mention[1] for mention in pair}:
            apart[name].append(pair)

    def make(part: Sequence[str]) -> tuple[NameFound, ...]:
        return tuple(_found(name, names[name], told, apart.get(name, ())) for name in part)

    own = {
        name: mark((name, repr(apart.get(name, ""))), *[marks[path] for path in paths])
        for name, paths in (names.items() if kept else ())
    }
    groups: list[Group] = []
    by_company: list[Joint] = []
    by_circle: list[Joint] = []
    for found in by_pieces("names", sorted(names), own, tuple[NameFound, ...], make, kept):
        for one in found:
            by_company += _from(len(groups), one.colleagues)
            by_circle += _from(len(groups), one.circles)
            groups += one.groups
    return Grouped(groups=groups, joints=[*by_company, *by_circle], marks=own)


def _from(start: int, joints: Sequence[Joint]) -> Iterator[Joint]:
    return ((a + start, b + start, why) for a, b, why in joints)


def evidence_of(name: str, paths: Sequence[str], told: Mentions) -> dict[Mention, frozenset[str]]:
    """What proves who each mention of a name is."""
    facts = {(path, name): told.facts((path, name)) for path in paths}
    seats = seat_keys(name, facts)
    return {mention: keys_of(mention[0], name, of) | seats[mention] for mention, of in facts.items()}


def _found(name: str, paths: Sequence[str], told: Mentions, apart: Sequence[Pair]) -> NameFound:
    evidence = evidence_of(name, paths, told)
    mentions = pinned(evidence, apart)
    groups = tuple(_group(name, group, evidence, told) for group in mentions)
    if len(groups) == 1:
        return NameFound(groups=groups)
    facts = {mention: told.facts(mention) for mention in evidence}
    company = {mention: told.company(mention) for mention in evidence}
    return NameFound(
        groups=groups,
        colleagues=tuple(colleagues(mentions, facts, company)),
        circles=tuple(circles(mentions, facts, company)),
    )


def _group(
    name: str, group: Sequence[Mention], evidence: Mapping[Mention, frozenset[str]], told: Mentions
) -> Group:
    facts = [told.facts(mention) for mention in group]
    people = [told.person(mention) for mention in group]
    carriers = Counter(key for mention in group for key in evidence[mention])
    reasons: dict[tuple[str, ...], int] = {}
    why = [
        reasons.setdefault(tuple(sorted(key for key in evidence[m] if carriers[key] > 1)), len(reasons))
        for m in group
    ]
    held: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for at, of in enumerate(facts):
        for seat in of.seats:
            if seat.place and seat.known and not seat.former:
                held[seat.title, seat.body, seat.level, seat.place].append(at)
    seats = {seat for of in facts for seat in of.seats}
    readings = [told.readings[path] for path, _ in group]
    bodies = {post.body for person in people for post in person.posts}
    titles = Counter(post.title.lower() for person in people for post in person.posts)
    return Group(
        name=name,
        paths=tuple(path for path, _ in group),
        printed=tuple(person.name for person in people),
        folded={printed: key_of(printed, name) for printed in sorted({person.name for person in people})},
        days=tuple(of.day for of in facts),
        meetings=tuple(min(of.meetings, default="") for of in facts),
        reasons=tuple(reasons),
        why=tuple(why),
        seats=tuple((*seat, tuple(at)) for seat, at in sorted(held.items())),
        forms=tuple(sorted({form for person in people for form in (*person.aliases, person.name)})),
        central=any(is_central(seat.title, seat.body) for seat in seats),
        places=tuple(sorted({seat.place for seat in seats} - {""})),
        homes=tuple(sorted({r.county or r.prefecture or r.province for r in readings} - {""})),
        body=min(bodies - {""}, default=""),
        titles=dict(sorted(titles.items())),
    )
