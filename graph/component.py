"""Place the nodes of one connected component: anew and lying flat, or grown from where its nodes were."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from graph.packing import Position

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Pair = tuple[str, str]
SPACING = 64.0  # the length of a tie, in the page's pixels at zoom 1
APART = 46.0  # no two nodes are nearer than this: room for the node and the line of its name
ACROSS = 2.2  # a tie between two communities is drawn this much longer ...
ROOMY = 300  # ... up to so many nodes; more need more room between their communities


def new_component(
    nodes: Sequence[str], pairs: Sequence[Pair], groups: Mapping[str, int]
) -> dict[str, Position]:
    """Lay out a component by stress (`graph.stress`), wider than high."""
    return _laid_out(nodes, pairs, groups, {}, 0.0)


def grown_component(
    nodes: Sequence[str],
    pairs: Sequence[Pair],
    groups: Mapping[str, int],
    old: Mapping[str, Position],
    hold: float,
) -> dict[str, Position]:
    """Lay out a component some of whose nodes have a place, which weighs `hold` beside all else; new ones start beside those."""
    return _laid_out(nodes, pairs, groups, old, hold)


def _laid_out(
    nodes: Sequence[str],
    pairs: Sequence[Pair],
    groups: Mapping[str, int],
    old: Mapping[str, Position],
    hold: float,
) -> dict[str, Position]:
    import numpy as np

    from graph.stress import stress_layout

    if len(nodes) == 2:
        return {nodes[0]: (0.0, 0.0), nodes[1]: (SPACING * 1.6, 0.0)}
    index = {node: number for number, node in enumerate(nodes)}
    ties = np.array([(index[a], index[b]) for a, b in pairs])
    known = [(groups.get(a), groups.get(b)) for a, b in pairs]
    across = np.array([a is not None and b is not None and a != b for a, b in known])
    apart = ACROSS * max(1.0, len(nodes) / ROOMY) ** 0.35
    lengths = np.where(across, apart, 1.0)
    if old:
        begin = _beside(nodes, pairs, old)
        start = np.array([begin[node] for node in nodes]) / SPACING
        held = np.array([hold if node in old else 0.0 for node in nodes])
        at = stress_layout(len(nodes), ties, lengths, start=start, hold=held) * SPACING
    else:
        at = _lay_flat(stress_layout(len(nodes), ties, lengths) * SPACING)
    at = separated(at)
    return {node: (float(at[k, 0]), float(at[k, 1])) for node, k in index.items()}


def _beside(nodes: Sequence[str], pairs: Sequence[Pair], old: Mapping[str, Position]) -> dict[str, Position]:
    """Give new nodes a place to start from: near those of their neighbours that have one, on a side that their name tells."""
    near: dict[str, list[str]] = {node: [] for node in nodes}
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    spots = dict(old)
    while len(spots) < len(nodes):
        fresh: dict[str, Position] = {}
        for node in nodes:
            placed = [spots[other] for other in near[node] if other in spots]
            if node not in spots and placed:
                turn = crc32(node.encode("utf-8", "surrogatepass")) % 360 * math.pi / 180
                x = sum(place[0] for place in placed) / len(placed)
                y = sum(place[1] for place in placed) / len(placed)
                fresh[node] = (x + SPACING * 0.7 * math.cos(turn), y + SPACING * 0.7 * math.sin(turn))
        spots.update(fresh)
    return spots


def turned_flat(spots: Mapping[str, Position]) -> dict[str, Position]:
    """Turn a component so that it is wider than high."""
    import numpy as np

    nodes = sorted(spots)
    if len(nodes) < 3:
        return dict(spots)
    at = _lay_flat(np.array([spots[node] for node in nodes]))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, at, strict=True)}


def _lay_flat(at: Points) -> Points:
    """Turn points along their principal axis."""
    import numpy as np

    x, y = (at - at.mean(axis=0)).T
    angle = 0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cos, sin = math.cos(angle), math.sin(angle)
    return np.stack([x * cos + y * sin, y * cos - x * sin], axis=1)


def separated(at: Points, apart: float = APART, *, rounds: int = 60) -> Points:
    """Push nodes apart that are nearer than `apart`, pair by pair, all at once in each round."""
    import numpy as np

    from graph.near import near_pairs

    # A spiral of a thousandth of a pixel parts nodes that lie on exactly one spot, each in a direction of its own.
    turn = np.arange(len(at)) * 2.399963
    at = at + 1e-3 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for _ in range(rounds):
        close = near_pairs(at, apart)
        if not len(close):
            break
        gap = at[close[:, 0]] - at[close[:, 1]]
        far = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-6)
        push = gap * ((apart * 1.02 - far) / far / 2)[:, None]
        move = np.zeros_like(at)
        np.add.at(move, close[:, 0], push)
        np.add.at(move, close[:, 1], -push)
        at = at + move * 0.7
    return at
