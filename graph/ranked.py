"""One interface for every measure: node -> value, as a dictionary, as pandas, or the highest few."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Mapping[str, float]):
    """The values of a measure by node id. `labels` names the nodes; `warnings` says what the data cannot carry.

    `ranges` are intervals by node id, where they were asked for or where the measure is never shown without.
    """

    measure: str
    values_: Mapping[str, float]
    labels: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def __getitem__(self, node: str) -> float:
        return self.values_[node]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)

    def asdict(self) -> dict[str, float]:
        """Node -> value, nodes in sorted order."""
        return dict(sorted(self.values_.items()))

    def aspandas(self) -> pd.Series | pd.DataFrame:
        """A series named after the measure, indexed by node id in sorted order; with ranges a frame: it, `low` and `high`."""
        import pandas as pd

        values = self.asdict()
        index = pd.Index(list(values), dtype=str)
        series = pd.Series(list(values.values()), index=index, name=self.measure, dtype=float)
        if not self.ranges:
            return series
        ends = pd.DataFrame([self.ranges[node] for node in values], index=index, columns=["low", "high"])
        return pd.concat([series, ends], axis=1)

    def top(self, n: int = 10) -> list[tuple[str, float] | tuple[str, float, float, float]]:
        """The `n` highest as (label, value), with ranges (label, value, low, high).

        Equal ones by id, undefined ones (NaN) last. Raises ValueError for n below 0.
        """
        if n < 0:
            raise ValueError(f"n must not be below 0: {n}")
        first = sorted(self.values_.items(), key=rank_key)[:n]
        if not self.ranges:
            return [(self.labels.get(node, node), value) for node, value in first]
        return [(self.labels.get(node, node), value, *self.ranges[node]) for node, value in first]


def rank_key(item: tuple[str, float]) -> tuple[bool, float, str]:
    """Sort the highest first; equal to nine digits is equal: what is left beyond them must not decide an order."""
    node, value = item
    return (True, 0.0, node) if math.isnan(value) else (False, -float(f"{value:.9g}"), node)
