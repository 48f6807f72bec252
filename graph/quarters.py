"""Place a large component community by community: each in a quarter of its own, with clear space between.

One drawing of thousands of nodes by the ties alone is a ball: a few people who sit with everybody pull all communities into one
place. So each community is laid out by itself, in a disc, and the discs are placed by the ties between them (`graph.discs`). A
community that a new report does not touch keeps its inner drawing to the last digit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.component import APART, SPACING, separated
from graph.discs import placed_discs
from graph.memo import kept
from graph.packing import Position

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Pair = tuple[str, str]
ROUNDS = 35  # of stress: what more would change is pressed into the disc anyway
LOOSE = 2.0  # a part without a tie to its community's largest part is joined to it by a tie of this length
SPREAD = 40  # rounds in which a community fills its disc
ROUND = 0.85  # how far a community is pressed into an even disc: 0 leaves it as its ties have it
DENSE = 0.6  # the radius of an even disc of n nodes, in `APART` times the root of n: 0.53 would be the closest packing


def quartered(
    nodes: Sequence[str],
    pairs: Sequence[Pair],
    groups: Mapping[str, int],
    old: Mapping[str, Position],
    hold: float,
) -> dict[str, Position]:
    """Lay out a component by communities; `old` are the places of nodes that have one, `hold` as in `graph.component`."""
    import numpy as np

    quarter_of = completed(nodes, pairs, groups)
    quarters: dict[int, list[str]] = {}
    for node in nodes:
        quarters.setdefault(quarter_of[node], []).append(node)
    order = sorted(quarters, key=lambda group: (-len(quarters[group]), quarters[group][0]))
    number = {group: n for n, group in enumerate(order)}
    within: list[list[Pair]] = [[] for _ in order]
    between: Counter[tuple[int, int]] = Counter()
    for a, b in pairs:
        one, other = sorted((number[quarter_of[a]], number[quarter_of[b]]))
        if one == other:
            within[one].append((a, b))
        else:
            between[one, other] += 1
    disc = _kept_disc if hold else _disc
    shapes = [disc(quarters[group], own) for group, own in zip(order, within, strict=True)]
    radii = np.array([float(np.hypot(*shape.T).max()) for shape in shapes]) + APART / 2
    wanted = [_middle([old[node] for node in quarters[group] if node in old]) for group in order]
    centres = placed_discs(radii, between, wanted, hold)
    spots: dict[str, Position] = {}
    for group, shape, centre in zip(order, shapes, centres, strict=True):
        turned = _like_before(shape, quarters[group], old) + centre
        spots.update(zip(quarters[group], map(tuple, turned.tolist()), strict=True))
    return {node: spots[node] for node in nodes}


def completed(nodes: Sequence[str], pairs: Sequence[Pair], groups: Mapping[str, int]) -> dict[str, int]:
    """Give nodes of no community that of most of their neighbours, from neighbour to neighbour; 0 where there is none at all."""
    known = {node: groups[node] for node in nodes if node in groups}
    near: dict[str, list[str]] = {node: [] for node in nodes if node not in known}
    for a, b in pairs:
        if a in near:
            near[a].append(b)
        if b in near:
            near[b].append(a)
    while near:
        found: dict[str, int] = {}
        for node, others in near.items():
            votes = Counter(known[other] for other in others if other in known)
            if votes:
                found[node] = min(votes, key=lambda group: (-votes[group], group))
        if not found:
            return known | dict.fromkeys(near, 0)
        known |= found
        near = {node: others for node, others in near.items() if node not in found}
    return known


def _kept_disc(nodes: Sequence[str], pairs: Sequence[Pair]) -> Points:
    """The same, from the build's memory where it is there."""
    import numpy as np

    told = "\0".join([*nodes, "", *(node for pair in pairs for node in pair)])
    key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    found = kept("disc", key, bytes, lambda: _disc(nodes, pairs).astype("<f8").tobytes())
    return np.frombuffer(found, dtype="<f8").reshape(-1, 2)


def _disc(nodes: Sequence[str], pairs: Sequence[Pair]) -> Points:
    """Lay out one community around (0, 0), pressed into a disc as far as `ROUND` says."""
    import numpy as np

    from graph.parts import components
    from graph.stress import stress_layout

    if len(nodes) < 3:
        return (np.arange(len(nodes))[:, None] - (len(nodes) - 1) / 2) * np.array([[SPACING, 0.0]])
    index = {node: n for n, node in enumerate(nodes)}
    degree = Counter(node for pair in pairs for node in pair)
    parts = sorted(components(nodes, pairs), key=lambda part: (-len(part[0]), part[0][0]))
    hubs = [min(part, key=lambda node: (-degree[node], node)) for part, _ in parts]
    ties = [(index[a], index[b]) for a, b in pairs] + [(index[hubs[0]], index[hub]) for hub in hubs[1:]]
    lengths = np.array([1.0] * len(pairs) + [LOOSE] * (len(hubs) - 1))
    at = stress_layout(len(nodes), np.array(ties), lengths, rounds=ROUNDS) * SPACING
    at = at - at.mean(axis=0)
    far = np.maximum(np.hypot(*at.T), 1e-6)
    rank = np.empty(len(nodes))
    rank[np.argsort(far, kind="stable")] = np.arange(len(nodes))
    even = APART * DENSE * np.sqrt(rank + 0.5)
    at = separated(at * (1 - ROUND + ROUND * even / far)[:, None])
    at = _filled(at, APART * DENSE * len(nodes) ** 0.5)
    return at - (at.max(axis=0) + at.min(axis=0)) / 2


def _filled(at: Points, radius: float) -> Points:
    """Let the nodes spread within a disc of this radius, as gas does, so that it has neither holes nor bays."""
    import numpy as np

    for _ in range(SPREAD):
        at = separated(at, APART * 1.5, rounds=1)
        far = np.maximum(np.hypot(*at.T), 1e-6)
        at = at * np.minimum(1.0, radius / far)[:, None]
    return separated(at)


def _middle(places: Sequence[Position]) -> Position | None:
    if not places:
        return None
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _like_before(shape: Points, nodes: Sequence[str], old: Mapping[str, Position]) -> Points:
    """Turn (or mirror) a community so that its nodes lie as near as can be to the sides on which they were."""
    import numpy as np

    known = [n for n, node in enumerate(nodes) if node in old]
    if len(known) < 2:
        return shape
    now = shape[known] - shape[known].mean(axis=0)
    then = np.array([old[nodes[n]] for n in known])
    then = then - then.mean(axis=0)
    # as complex numbers: the turn that fits best has the angle of the sum of products (orthogonal Procrustes in the plane)
    same = complex(
        (now[:, 0] * then[:, 0] + now[:, 1] * then[:, 1]).sum(),
        (now[:, 0] * then[:, 1] - now[:, 1] * then[:, 0]).sum(),
    )
    mirror = complex(
        (now[:, 0] * then[:, 0] - now[:, 1] * then[:, 1]).sum(),
        (now[:, 0] * then[:, 1] + now[:, 1] * then[:, 0]).sum(),
    )
    best = max(same, mirror, key=abs)
    if abs(best) < 1e-9:
        return shape
    x, y = shape[:, 0], shape[:, 1] * (1.0 if best is same else -1.0)
    cos, sin = best.real / abs(best), best.imag / abs(best)
    return np.stack([x * cos - y * sin, x * sin + y * cos], axis=1)
