"""Positions of nodes, computed in Python: components apart and packed, the largest first, the same every time.

Each connected component is laid out by itself (Fruchterman-Reingold, seeded), scaled to its size, and the components are
packed on shelves; people and meetings without any tie take no place here: the page lists them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Position = tuple[float, float]
SEED = 11
SPACING = 62.0  # room for one node with its label, in the page's pixels at zoom 1
GAP = 80.0  # between components


def layout(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """Place the nodes that have an edge; coordinates are rounded to one decimal.

    The result depends on the sets of nodes and edges alone, not on their order.
    """
    pairs = sorted({(min(a, b), max(a, b)) for a, b in edges if a != b})
    linked = sorted({node for pair in pairs for node in pair})
    boxes = [_component(part, pairs) for part in _components(linked, pairs)]
    boxes.sort(key=lambda box: (-len(box), min(box)))
    return _pack(boxes)


def _components(nodes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    parent = {node: node for node in nodes}

    def root(node: str) -> str:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    groups: dict[str, list[str]] = {}
    for node in nodes:
        groups.setdefault(root(node), []).append(node)
    return [groups[key] for key in sorted(groups)]


def _component(nodes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, Position]:
    import rustworkx as rx

    index = {node: number for number, node in enumerate(nodes)}
    own = [(index[a], index[b]) for a, b in pairs if a in index]
    if len(nodes) == 2:
        return {nodes[0]: (0.0, 0.0), nodes[1]: (SPACING * 1.6, 0.0)}
    graph = rx.PyGraph()
    graph.add_nodes_from(list(range(len(nodes))))
    graph.add_edges_from_no_data(own)
    # A circle to start from: the seeded random start differs between versions of the library.
    n = len(nodes)
    start = {k: (math.cos(2 * math.pi * k / n), math.sin(2 * math.pi * k / n)) for k in range(n)}
    steps = 300 if n <= 1500 else 120 if n <= 6000 else 50
    raw = rx.spring_layout(
        graph, pos=start, k=1.9 / math.sqrt(n), num_iter=steps, seed=SEED, adaptive_cooling=True
    )
    xs = [raw[k][0] for k in range(n)]
    ys = [raw[k][1] for k in range(n)]
    width = max(max(xs) - min(xs), max(ys) - min(ys), 1e-9)
    scale = SPACING * math.sqrt(n) * (1.5 if n > 12 else 1.05) / width
    return {nodes[k]: ((xs[k] - min(xs)) * scale * 1.25, (ys[k] - min(ys)) * scale) for k in range(n)}


def _pack(boxes: Sequence[dict[str, Position]]) -> dict[str, Position]:
    """Put the boxes on shelves, about as wide as a screen is to its height; no two boxes overlap."""
    sizes = [(max(x for x, _ in box.values()) + GAP, max(y for _, y in box.values()) + GAP) for box in boxes]
    area = sum(w * h for w, h in sizes)
    limit = max([math.sqrt(area * 1.7), *(w for w, _ in sizes)], default=0.0)
    out: dict[str, Position] = {}
    left = top = shelf = 0.0
    for box, (width, height) in zip(boxes, sizes, strict=True):
        if left and left + width > limit:
            left, top, shelf = 0.0, top + shelf, 0.0
        for node, (x, y) in box.items():
            out[node] = (round(left + x, 1), round(top + y, 1))
        left += width
        shelf = max(shelf, height)
    return out
