"""Positions of nodes, computed in Python: components apart and packed, communities apart, the same every time.

Each connected component is laid out by itself (`graph.stress`), turned to lie flat, and its nodes pushed apart where they would
touch; `graph.packing` then puts the components side by side. People and meetings without any tie take no place here: the page lists them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.packing import Position, box_of, pack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

SPACING = 64.0  # the length of a tie, in the page's pixels at zoom 1
APART = 46.0  # no two nodes are nearer than this: room for the node and the line of its name
ACROSS = 2.2  # a tie between two communities is drawn this much longer


def layout(edges: Iterable[tuple[str, str]], groups: Mapping[str, int] | None = None) -> dict[str, Position]:
    """Place the nodes that have an edge; coordinates are rounded to one decimal.

    `groups` names the community of nodes: ties across communities are drawn longer. The result depends on what the edges and
    groups are, not on their order.
    """
    pairs = sorted({(min(a, b), max(a, b)) for a, b in edges if a != b})
    linked = sorted({node for pair in pairs for node in pair})
    parts = _components(linked, pairs)
    return pack([box_of(_component(part, own, groups or {})) for part, own in parts])


def _components(
    nodes: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> list[tuple[list[str], list[tuple[str, str]]]]:
    """Part the nodes into connected components, each with its own pairs; both sorted."""
    parent = {node: node for node in nodes}

    def root(node: str) -> str:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    groups: dict[str, tuple[list[str], list[tuple[str, str]]]] = {}
    for node in nodes:
        groups.setdefault(root(node), ([], []))[0].append(node)
    for a, b in pairs:
        groups[root(a)][1].append((a, b))
    return [groups[key] for key in sorted(groups)]


def _component(
    nodes: Sequence[str], pairs: Sequence[tuple[str, str]], groups: Mapping[str, int]
) -> dict[str, Position]:
    import numpy as np

    from graph.stress import stress_layout

    if len(nodes) == 2:
        return {nodes[0]: (0.0, 0.0), nodes[1]: (SPACING * 1.6, 0.0)}
    index = {node: number for number, node in enumerate(nodes)}
    ties = np.array([(index[a], index[b]) for a, b in pairs])
    known = [(groups.get(a), groups.get(b)) for a, b in pairs]
    across = np.array([a is not None and b is not None and a != b for a, b in known])
    at = stress_layout(len(nodes), ties, np.where(across, ACROSS, 1.0))
    at = _separate(_lay_flat(at * SPACING))
    return {node: (float(at[k, 0]), float(at[k, 1])) for node, k in index.items()}


def _lay_flat(at: Points) -> Points:
    """Turn a component so that it is wider than high (along its principal axis)."""
    import numpy as np

    x, y = (at - at.mean(axis=0)).T
    angle = 0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cos, sin = math.cos(angle), math.sin(angle)
    return np.stack([x * cos + y * sin, y * cos - x * sin], axis=1)


def _separate(at: Points) -> Points:
    """Push nodes apart that are nearer than `APART`, pair by pair, all at once in each round."""
    import numpy as np
    from scipy.spatial import cKDTree

    # A spiral of a thousandth of a pixel parts nodes that lie on exactly one spot, each in a direction of its own.
    turn = np.arange(len(at)) * 2.399963
    at = at + 1e-3 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for _ in range(60):
        close = cKDTree(at).query_pairs(APART, output_type="ndarray")
        if not len(close):
            break
        close = close[np.lexsort((close[:, 1], close[:, 0]))]
        gap = at[close[:, 0]] - at[close[:, 1]]
        far = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-6)
        push = gap * ((APART * 1.02 - far) / far / 2)[:, None]
        move = np.zeros_like(at)
        np.add.at(move, close[:, 0], push)
        np.add.at(move, close[:, 1], -push)
        at = at + move * 0.7
    return at
