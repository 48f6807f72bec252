"""The two drawings of the page: who was where, and who sat with whom, as rows for vis-network, which draws them.

Positions come from `graph.layout`. Where there is more than a browser draws smoothly, the nodes with the most ties are drawn,
and the rest counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.layout import grown, stages
from graph.memo import keep, kept
from graph.packing import Position

MOST_NODES = 3000

Pair = tuple[str, str]
Drawing = dict[str, Any]
Spots = dict[str, Position]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What makes a drawing stable: the lasting id of each node ("p12": "p:cai-qi"), the rank of each meeting, the oldest 0,
    `communities(n)`, person -> community in the n oldest meetings, and `marks[n]`, a hash of the n oldest meetings, their people and hosts."""

    ids: Mapping[str, str]
    ranks: Sequence[int]
    communities: Callable[[int], Mapping[int, int]]
    marks: Sequence[str]


def affiliation_drawing(
    seats: Iterable[tuple[int, int, str]],
    hosts: Iterable[tuple[int, int]],
    past: Past,
) -> Drawing:
    """Draw people, meetings and bodies: `seats` are (person, meeting, role), `hosts` (meeting, body).

    A node's value is the number of its ties; an edge carries its roles, or `host`.
    """
    links: dict[Pair, set[str]] = {}
    ages: dict[Pair, int] = {}
    for person, meeting, role in seats:
        links.setdefault((f"p{person}", f"m{meeting}"), set()).add(role)
        ages[f"p{person}", f"m{meeting}"] = past.ranks[meeting]
    for meeting, body in hosts:
        links.setdefault((f"m{meeting}", f"b{body}"), set()).add("host")
        ages[f"m{meeting}", f"b{body}"] = past.ranks[meeting]
    carried = {pair: sorted(roles) for pair, roles in links.items()}

    def worth(until: int) -> dict[Pair, int]:
        return {pair: 1 for pair, age in ages.items() if age < until}

    return _drawing(
        "affiliation",
        carried,
        worth,
        lambda until: _spread(worth(until), past.communities(until)),
        ages,
        past,
    )


def company_drawing(ties: Sequence[Sequence[Any]], past: Past) -> Drawing:
    """Draw who sat with whom: `ties` are (person, person, common meetings, weight, meetings, ...).

    A node's value is the sum of its common meetings; an edge carries its place in `ties`.
    """
    links = {(f"p{a}", f"p{b}"): number for number, (a, b, *_) in enumerate(ties)}
    met = {pair: sorted(past.ranks[meeting] for meeting in ties[number][4]) for pair, number in links.items()}

    def worth(until: int) -> dict[Pair, int]:
        return {pair: bisect_left(ranks, until) for pair, ranks in met.items() if ranks[0] < until}

    ages = {pair: ranks[0] for pair, ranks in met.items()}
    return _drawing("company", links, worth, lambda until: _spread((), past.communities(until)), ages, past)


def _spread(links: Iterable[Pair], known: Mapping[int, int]) -> dict[str, int]:
    """Give each meeting the community of most of its people, and each body that of most people at its meetings, as the page does."""
    groups = {f"p{person}": group for person, group in known.items()}
    votes: dict[str, dict[int, int]] = {}
    hosts: list[Pair] = []
    for a, b in links:
        if b[0] == "b":
            hosts.append((a, b))
        elif b[0] == "m" and a in groups:
            own, group = votes.setdefault(b, {}), groups[a]
            own[group] = own.get(group, 0) + 1
    for meeting, body in hosts:
        if meeting in votes:
            own = votes.setdefault(body, {})
            for group, many in votes[meeting].items():
                own[group] = own.get(group, 0) + many
    for node, count in votes.items():
        groups[node] = min(count, key=lambda group: (-count[group], group))
    return groups


def _drawing(
    name: str,
    links: Mapping[Pair, Any],
    worth: Callable[[int], Mapping[Pair, int]],
    groups: Callable[[int], Mapping[str, int]],
    ages: Mapping[Pair, int],
    past: Past,
) -> Drawing:
    """Place the nodes; `worth(n)` gives the edges of the n oldest meetings, and what each is worth to its ends."""
    ids, marks = past.ids, past.marks
    meetings = max(ages.values(), default=-1) + 1
    values = Counter[str]()
    for (a, b), value in worth(meetings).items():
        values[a] += value
        values[b] += value

    @cache
    def strongest(until: int) -> list[Pair]:
        return _strongest(worth(until), ids)

    def drawn(until: int) -> list[Pair]:
        return [(ids[a], ids[b]) for a, b in strongest(until)]

    @cache
    def known(until: int) -> dict[str, int]:
        return {ids[node]: group for node, group in groups(until).items()}

    kind = f"places: {name}"
    keep(kind, [marks[until] for until in stages(meetings)])
    placed = grown(drawn, known, meetings, lambda until, make: kept(kind, marks[until], Spots, make))
    shown = sorted(strongest(meetings))
    spots = {node: placed[ids[node]] for node in {node for pair in shown for node in pair}}
    return {
        "nodes": [[node, *spots[node], values[node]] for node in sorted(spots)],
        "edges": [[a, b, links[a, b]] for a, b in shown],
        "hidden": len(values) - len(spots),
    }


def _strongest(worth: Mapping[Pair, int], ids: Mapping[str, str]) -> list[Pair]:
    """The edges between the `MOST_NODES` nodes whose edges are worth most."""
    values = Counter[str]()
    for (a, b), value in worth.items():
        values[a] += value
        values[b] += value
    if len(values) <= MOST_NODES:
        return list(worth)
    strongest = sorted(values.items(), key=lambda item: (-item[1], ids[item[0]]))[:MOST_NODES]
    chosen = {node for node, _ in strongest}
    return [(a, b) for a, b in worth if a in chosen and b in chosen]
