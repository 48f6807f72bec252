"""Connected components of a list of ties."""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[str, str]


def components(nodes: Sequence[str], pairs: Sequence[Pair]) -> list[tuple[list[str], list[Pair]]]:
    """Part the nodes into connected components, each with its own pairs; both sorted."""
    parent = {node: node for node in nodes}

    def root(node: str) -> str:
        while (above := parent[node]) != node:
            parent[node] = node = parent[above]
        return node

    for a, b in pairs:
        one, other = root(a), root(b)
        if one < other:
            parent[other] = one
        elif other < one:
            parent[one] = other
    groups: dict[str, tuple[list[str], list[Pair]]] = {}
    part_of = {node: groups.setdefault(root(node), ([], [])) for node in nodes}
    for node in nodes:
        part_of[node][0].append(node)
    for pair in pairs:
        part_of[pair[0]][1].append(pair)
    return [groups[key] for key in sorted(groups)]
