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
    """The values of a measure by node id. `labels` names the nodes; `warnings` says what the data cannot carry."""

    measure: str
    values_: Mapping[str, float]
    labels: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def __getitem__(self, node: str) -> float:
        return self.values_[node]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)

    def asdict(self) -> dict[str, float]:
        """Node -> value, nodes in sorted order."""
        return dict(sorted(self.values_.items()))

    def aspandas(self) -> pd.Series:
        """A series named after the measure, indexed by node id in sorted order."""
        import pandas as pd

        values = self.asdict()
        return pd.Series(
            list(values.values()), index=pd.Index(list(values), dtype=str), name=self.measure, dtype=float
        )

    def top(self, n: int = 10) -> list[tuple[str, float]]:
        """The `n` highest as (label, value), equal ones by id, undefined ones (NaN) last. Raises ValueError for n below 0."""
        if n < 0:
            raise ValueError(f"n must not be below 0: {n}")
        return [
            (self.labels.get(node, node), value)
            for node, value in sorted(self.values_.items(), key=rank_key)[:n]
        ]


def rank_key(item: tuple[str, float]) -> tuple[bool, float, str]:
    """Sort the highest first; equal to nine digits is equal: what is left beyond them must not decide an order."""
    node, value = item
    return (True, 0.0, node) if math.isnan(value) else (False, -float(f"{value:.9g}"), node)
