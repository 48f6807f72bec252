"""Union-find over positions, with groups in sorted order (so that the result depends on no visiting order)."""

from __future__ import annotations


class Unions:
    """Disjoint sets of 0 .. size-1; each set is represented by its smallest member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        """The smallest member of the item's set."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        """Unite the sets of `a` and `b`."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """All sets, each sorted, in the order of their smallest members."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.root(item), []).append(item)
        return [found[root] for root in sorted(found)]
