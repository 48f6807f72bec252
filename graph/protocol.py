"""Protocol order: printed lists as partial rankings, put together to one order of a body in a year, and how it changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from extract.dates import edtf_bounds
from extract.records import Participation, Records
from graph.attendance import counted_meetings
from graph.listorder import Order, cut

What = Literal["rises", "falls", "stays", "new", "gone", "apart"]
ROLES = frozenset({"chaired", "attended", "observed", "led", "accompanied"})
"""Lists of those who were there. Who spoke and reported is printed in the order of the agenda."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedList:
    """The people (ids) of one printed list, in its order; `order` is by what they stand, `rank` or what is left out of rankings."""

    document: str
    meeting_id: str
    host_id: str
    year: str
    people: tuple[str, ...]
    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somebody's place in the order of a body and year.

    `part` numbers groups of people who stand in no common list, not even by way of others: places are compared within one.
    `lists` is how many lists the person stands in, `agreement` Kendall's tau over the pairs with that person in all lists:
    (pairs printed in this order - pairs printed the other way round) / both; NaN where there is none.
    """

    person_id: str
    place: int
    part: int
    lists: int
    agreement: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolOrder:
    """The order of a body in a year, with Kendall's tau over all pairs of all lists (1: no list contradicts it)."""

    host_id: str
    year: str
    lists: int
    agreement: float
    places: tuple[Place, ...]


def printed_lists(records: Records) -> tuple[PrintedList, ...]:
    """Gather the lists of two or more people at dated meetings of known hosts, in the order of document and text.

    A list is cut where another order begins (`graph.listorder.cut`); a list that a second report of the meeting prints alike
    counts once, re-published copies not at all. Meetings whose date leaves the year open are in none.
    """
    held = {
        m.id: (m.host_id, bounds[0][:4])
        for m in counted_meetings(records)
        if m.host_id and m.date and (bounds := edtf_bounds(m.date)) and bounds[0][:4] == bounds[1][:4]
    }
    copies = dict(records.duplicate_of)
    names = {person.id: person.name for person in records.people}
    found: dict[tuple[str, tuple[str, ...], Order], PrintedList] = {}
    stated = [
        p
        for p in records.participations
        if p.position
        and p.person_id
        and p.role in ROLES
        and p.meeting_id in held
        and p.document not in copies
    ]
    for own in _runs(sorted(stated, key=lambda p: (p.document, p.meeting_id, p.evidence.start, p.position))):
        at = cut([names[p.person_id] for p in own], " ".join(dict.fromkeys(p.evidence.quote for p in own)))
        for people, order in ((own[: at.ranked], "rank"), (own[at.ranked :], at.rest)):
            if len(people) > 1:
                ids = tuple(p.person_id for p in people)
                host, year = held[own[0].meeting_id]
                listed = PrintedList(
                    document=own[0].document,
                    meeting_id=own[0].meeting_id,
                    host_id=host,
                    year=year,
                    people=ids,
                    order=order,  # type: ignore[arg-type]
                )
                found.setdefault((listed.meeting_id, ids, listed.order), listed)
    return tuple(found.values())


def _runs(stated: Sequence[Participation]) -> Iterator[list[Participation]]:
    """Cut statements into lists: positions count from 1 in each, and nobody stands twice in one."""
    run: list[Participation] = []
    for p in stated:
        if run and (
            (p.document, p.meeting_id) != (run[-1].document, run[-1].meeting_id)
            or p.position <= run[-1].position
        ):
            yield run
            run = []
        if p.person_id not in {other.person_id for other in run}:
            run.append(p)
    if run:
        yield run


def protocol_orders(records: Records, *, hosts: Collection[str] | None = None) -> tuple[ProtocolOrder, ...]:
    """Put the lists of each body (`hosts`: ids) and year together to one order, by body and year.

    The order contradicts few printed pairs: from the shares of pairs won, people are moved one at a time as long as that
    contradicts fewer (a local optimum of Kemeny's rule; Dwork et al., Rank aggregation methods for the web, 2001).
    """
    lists: dict[tuple[str, str], list[PrintedList]] = defaultdict(list)
    for listed in printed_lists(records):
        if listed.order == "rank" and (hosts is None or listed.host_id in hosts):
            lists[listed.host_id, listed.year].append(listed)
    return tuple(_order(host, year, own) for (host, year), own in sorted(lists.items()))


def _order(host: str, year: str, lists: Sequence[PrintedList]) -> ProtocolOrder:
    before: dict[tuple[str, str], int] = defaultdict(int)
    times: dict[str, int] = defaultdict(int)
    for listed in lists:
        for person in listed.people:
            times[person] += 1
        for first, second in combinations(listed.people, 2):
            before[first, second] += 1
    places = []
    for number, part in enumerate(_parts(times, before), 1):
        order = _aggregated(part, before)
        for place, person in enumerate(order, 1):
            others = [
                (other, person) if n < place else (person, other)
                for n, other in enumerate(order, 1)
                if n != place
            ]
            own = _tau(others, before)
            places.append(
                Place(person_id=person, place=place, part=number, lists=times[person], agreement=own)
            )
    pairs = [(a.person_id, b.person_id) for a, b in combinations(places, 2) if a.part == b.part]
    return ProtocolOrder(
        host_id=host, year=year, lists=len(lists), agreement=_tau(pairs, before), places=tuple(places)
    )


def _tau(pairs: Sequence[tuple[str, str]], before: dict[tuple[str, str], int]) -> float:
    right = sum(before.get((a, b), 0) for a, b in pairs)
    wrong = sum(before.get((b, a), 0) for a, b in pairs)
    return (right - wrong) / (right + wrong) if right + wrong else float("nan")


def _parts(people: Collection[str], before: dict[tuple[str, str], int]) -> list[list[str]]:
    """People who are comparable, be it by way of others: the largest part first."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(people))
    graph.add_edges_from(sorted(before))
    return sorted(
        (sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0])
    )


def _aggregated(part: Sequence[str], before: dict[tuple[str, str], int]) -> list[str]:
    def won(person: str) -> float:
        ahead = sum(before.get((person, other), 0) for other in part)
        behind = sum(before.get((other, person), 0) for other in part)
        return (ahead - behind) / (ahead + behind) if ahead + behind else 0.0

    order = sorted(part, key=lambda person: (-won(person), person))
    moved = True
    while moved:
        moved = False
        for person in list(order):
            rest = [other for other in order if other != person]
            # contradicted pairs with `person` at each place: step by step behind one more of the others
            wrong = sum(before.get((other, person), 0) for other in rest)
            cost = [wrong]
            for other in rest:
                wrong += before.get((person, other), 0) - before.get((other, person), 0)
                cost.append(wrong)
            best = min(range(len(cost)), key=cost.__getitem__)
            if cost[best] < cost[order.index(person)]:
                order = [*rest[:best], person, *rest[best:]]
                moved = True
    return order


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What became of somebody between one year of a body and the next that has lists.

    Places are ranks among the people whom both years compare, so that who comes or goes moves nobody. `change` is how many of
    them the person rose; None for new, gone, and `apart` (in both years, but in no common part).
    """

    host_id: str
    person_id: str
    year_before: str
    year: str
    what: What
    place_before: int | None = None
    place: int | None = None
    change: int | None = None


def moves(orders: Sequence[ProtocolOrder]) -> tuple[Move, ...]:
    """Compare each year of a body with the one before, by body, year and place; `orders` as `protocol_orders` gives them."""
    found = []
    for before, after in pairwise(orders):
        if before.host_id == after.host_id:
            found += _moves(before, after)
    return tuple(found)


def _moves(before: ProtocolOrder, after: ProtocolOrder) -> list[Move]:
    old = {p.person_id: p for p in before.places if p.part == 1}
    new = {p.person_id: p for p in after.places if p.part == 1}
    common = old.keys() & new.keys()
    rank_old, rank_new = (_among(own, common) for own in (old, new))
    were, are = ({p.person_id for p in order.places} for order in (before, after))
    found = []
    for person in [*(p.person_id for p in after.places), *sorted(were - are)]:
        ends = (before.host_id, person, before.year, after.year)
        if person in common:
            found.append(_moved(*ends, rank_old[person], rank_new[person]))
        else:
            what: What = "apart" if person in were & are else "new" if person in are else "gone"
            found.append(
                Move(host_id=ends[0], person_id=person, year_before=ends[2], year=ends[3], what=what)
            )
    return found


def _among(places: dict[str, Place], people: Collection[str]) -> dict[str, int]:
    return {person: n for n, person in enumerate(sorted(people, key=lambda key: places[key].place), 1)}


def _moved(host: str, person: str, year_before: str, year: str, old: int, new: int) -> Move:
    return Move(
        host_id=host,
        person_id=person,
        year_before=year_before,
        year=year,
        what="rises" if new < old else "falls" if new > old else "stays",
        place_before=old,
        place=new,
        change=old - new,
    )
