"""Connected components of a list of ties."""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[str, str]


def components(nodes: Sequence[str], pairs: Sequence[Pair]) -> list[tuple[list[str], list[Pair]]]:
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
    groups: dict[str, tuple[list[str], list[Pair]]] = {}
    for node in nodes:
        groups.setdefault(root(node), ([], []))[0].append(node)
    for a, b in pairs:
        groups[root(a)][1].append((a, b))
    return [groups[key] for key in sorted(groups)]
