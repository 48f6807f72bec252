"""Protocol order: the printed lists of a body in a year put together to one order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.records import Records
from graph.protocol_lists import PrintedList, printed_lists


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
