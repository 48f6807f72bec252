"""The two drawings of the page, made with pyvis: who was where, and who sat with whom.

pyvis holds the nodes and edges (`add_node`, `add_edge`); positions come from `graph.layout`. Where there is more than a browser
draws smoothly, the nodes with the most ties are drawn, and the rest counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.layout import layout

MOST_NODES = 3000

Pair = tuple[str, str]
Drawing = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What makes a drawing stable: the lasting id of each node ("p12": "p:cai-qi"), the rank of each meeting, the oldest 0, and
    `communities(n)`, person -> community in the n oldest meetings."""

    ids: Mapping[str, str]
    ranks: Sequence[int]
    communities: Callable[[int], Mapping[int, int]]


def affiliation_drawing(
    seats: Iterable[tuple[int, int, str]],
    hosts: Iterable[tuple[int, int]],
    groups: Mapping[int, int],
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
    value = Counter(node for pair in links for node in pair)
    carried = {pair: sorted(roles) for pair, roles in links.items()}
    return _drawing(value, carried, lambda until: _spread(links, past.communities(until)), ages, past)


def company_drawing(ties: Sequence[Sequence[Any]], past: Past) -> Drawing:
    """Draw who sat with whom: `ties` are (person, person, common meetings, weight, meetings, ...).

    A node's value is the sum of its common meetings; an edge carries its place in `ties`.
    """
    links = {(f"p{a}", f"p{b}"): number for number, (a, b, *_) in enumerate(ties)}
    ages = {pair: min(past.ranks[meeting] for meeting in ties[number][4]) for pair, number in links.items()}
    value: Counter[str] = Counter()
    for a, b, count, *_ in ties:
        value[f"p{a}"] += count
        value[f"p{b}"] += count
    return _drawing(value, links, lambda until: _spread((), past.communities(until)), ages, past)


def _spread(links: Iterable[Pair], known: Mapping[int, int]) -> dict[str, int]:
    """Give each meeting the community of most of its people, and each body that of most of its meetings."""
    groups = {f"p{person}": group for person, group in known.items()}
    pairs = sorted(links)
    for kind in ("m", "b"):
        votes: dict[str, Counter[int]] = {}
        for a, b in pairs:
            if b[0] == kind and a in groups:
                votes.setdefault(b, Counter())[groups[a]] += 1
        for node, count in votes.items():
            groups[node] = min(count, key=lambda group: (-count[group], group))
    return groups


def _drawing(
    value: Counter[str],
    links: Mapping[Pair, Any],
    groups: Callable[[int], Mapping[str, int]],
    ages: Mapping[Pair, int],
    past: Past,
) -> Drawing:
    from pyvis.network import Network

    ids = past.ids
    strongest = sorted(value.items(), key=lambda item: (-item[1], ids[item[0]]))[:MOST_NODES]
    kept = {node for node, _ in strongest}
    shown = {pair: links[pair] for pair in sorted(links) if pair[0] in kept and pair[1] in kept}
    placed = layout(
        [(ids[a], ids[b]) for a, b in shown],
        lambda until: {ids[node]: group for node, group in groups(until).items()},
        {(ids[a], ids[b]): ages[a, b] for a, b in shown},
    )
    spots = {node: placed[ids[node]] for node in kept if ids[node] in placed}
    # Directed, for pyvis compares each new edge of an undirected network with all others, and drops parallel ones.
    network = Network(directed=True)
    for node in sorted(spots):
        x, y = spots[node]
        network.add_node(node, label=" ", x=x, y=y, value=value[node], physics=False)
    for (a, b), carried in shown.items():
        network.add_edge(a, b, carried=carried)
    return {
        "nodes": [[n["id"], n["x"], n["y"], n["value"]] for n in network.nodes],
        "edges": [[e["from"], e["to"], e["carried"]] for e in network.edges],
        "hidden": len(value) - len(spots),
    }
