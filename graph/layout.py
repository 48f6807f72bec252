"""Positions of nodes, computed in Python: components apart and packed, communities apart, the same every time.

A drawing has to be the same for the same reports, whatever was built before, and yet a new report must not move what a
reader knows by sight. So a drawing is grown from its own past, which the reports themselves tell: first that of the 8 oldest
meetings, then that of the 16 oldest, begun from it, and so on by doubling, at last that of all. One more report leaves all
those stages as they were, and a build takes them from the store; it changes the last one alone, which starts from the same
places and is held there. Each time the number of meetings has doubled the stage is put in order anew: the components are turned
flat and packed.

Each connected component is laid out by itself: a small one by its ties, those between communities longer (`graph.component`;
communities are those of the last doubling, which no new report changes), a large one community by community
(`graph.quarters`; communities are those of all meetings, for they are what the page colours). `graph.packing` puts the
components side by side. People and meetings without any tie take no place here: the page lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from corpus.pieces import digest_of
from graph.component import grown_component, new_component, turned_flat
from graph.memo import kept
from graph.packing import Position, box_of, pack, pack_near
from graph.parts import components
from graph.quarters import quartered

FIRST = 8  # meetings in the first stage
HOLD = 0.5  # in the last stage a node's place before weighs as much as all that it wants now
LARGE = 300  # a component of more nodes is laid out community by community, and the communities side by side

Pair = tuple[str, str]
Groups = Callable[[int], Mapping[str, int]]
Drawn = Callable[[int], Sequence[Pair]]
Kept = Callable[[int, Callable[[], dict[str, Position]]], dict[str, Position]]


def layout(
    edges: Iterable[Pair],
    groups: Groups | None = None,
    ages: Mapping[Pair, int] | None = None,
) -> dict[str, Position]:
    """Place the nodes that have an edge; coordinates are rounded to one decimal.

    `groups(n)` names the communities of nodes in the n oldest meetings: ties across communities are drawn longer. `ages` gives each edge the rank (from 0)
    of the meeting that made it, the oldest first; without it the drawing has no past. The result depends on what edges,
    groups and ages are, not on their order.
    """
    born: dict[Pair, int] = {}
    for a, b in edges:
        if a != b:
            pair = (min(a, b), max(a, b))
            age = ages[a, b] if ages else 0
            born[pair] = min(age, born.get(pair, age))
    meetings = max(born.values(), default=-1) + 1
    pairs = sorted(born)
    return grown(lambda until: [pair for pair in pairs if born[pair] < until], groups, meetings)


def grown(
    drawn: Drawn, groups: Groups | None, meetings: int, remembered: Kept = lambda until, made: made()
) -> dict[str, Position]:
    """Place the nodes of `drawn(meetings)`, beginning from the drawings of the oldest meetings.

    `drawn(n)` gives the edges that are drawn of the n oldest meetings, sorted, as their ends are, `groups(n)` the communities. `remembered(n, make)`
    may give what it was given for that stage before, instead of making it.
    """

    of = cache(groups) if groups else _nowhere

    def stage(until: int) -> dict[str, Position]:
        before = at(until // 2) if until > FIRST else {}
        return _stage(drawn(until), of, until, until, before, last=False)

    def at(until: int) -> dict[str, Position]:
        return remembered(until, lambda: stage(until))

    known = (stages(meetings) or [meetings])[-1]
    before = at(known) if known < meetings else {}
    spots = _stage(drawn(meetings), of, known, meetings, before, last=True)
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in spots.items()}


def stages(meetings: int) -> list[int]:
    """How many of the oldest meetings each stage before the last has."""
    found = []
    until = FIRST
    while until < meetings:
        found.append(until)
        until *= 2
    return found


def _nowhere(_: int) -> dict[str, int]:
    """The communities where nobody says any."""
    return {}


def _stage(
    pairs: Sequence[Pair],
    groups: Groups,
    known: int,
    until: int,
    before: Mapping[str, Position],
    *,
    last: bool,
) -> dict[str, Position]:
    nodes = sorted({node for pair in pairs for node in pair})
    boxes, wanted = [], []
    for part, own in components(nodes, pairs):
        old = {node: before[node] for node in part if node in before}
        hold = HOLD if last else 0.0
        # in the last stage the old nodes decide: a new report must not turn one kind of drawing into the other
        if len(old if last and old else part) > LARGE and (now := groups(until)):
            spots = quartered(part, own, now, old, hold)
        elif last:
            spots = _kept_component(part, own, groups(known), old)
        elif old:
            spots = turned_flat(grown_component(part, own, groups(known), old, hold))
        else:
            spots = new_component(part, own, groups(known))
        box = box_of(spots)
        boxes.append(box)
        wanted.append(_corner(old, box.spots) if old else None)
    return pack_near(boxes, wanted) if last and before else pack(boxes)


def _kept_component(
    nodes: Sequence[str], pairs: Sequence[Pair], groups: Mapping[str, int], old: Mapping[str, Position]
) -> dict[str, Position]:
    """A component in the last stage, from the build's memory where it is there: most are as they were."""

    def placed() -> dict[str, Position]:
        return (
            grown_component(nodes, pairs, groups, old, HOLD) if old else new_component(nodes, pairs, groups)
        )

    key = digest_of((nodes, pairs, [groups.get(node) for node in nodes], old)).hex()
    return kept("component", key, dict[str, Position], placed)


def _corner(old: Mapping[str, Position], spots: Mapping[str, Position]) -> Position:
    """Where a component's corner has to be so that its old nodes are on average where they were."""
    count = len(old)
    return (
        sum(x - spots[node][0] for node, (x, _) in sorted(old.items())) / count,
        sum(y - spots[node][1] for node, (_, y) in sorted(old.items())) / count,
    )
