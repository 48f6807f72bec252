"""How well people were told apart: B-cubed, and who was lumped or split."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """Figures of a clustering against the truth, 0 to 1; `slots` counts what was compared.

    `precision`, `recall`, `f1`: B-cubed (Bagga and Baldwin 1998), the mean over slots. `lumped`: share of the true people
    of whom a slot lies in one cluster with a slot of somebody else. `split`: share of the true people who lie in more
    than one cluster.
    """

    slots: int
    people: int
    precision: float
    recall: float
    f1: float
    lumped: float
    split: float


def compare(pairs: Iterable[tuple[str, str]]) -> Clustering:
    """Compare slots given as (true person, person found)."""
    both = Counter(pairs)
    true: Counter[str] = Counter()
    found: Counter[str] = Counter()
    inside: dict[str, set[str]] = defaultdict(set)
    spread: dict[str, set[str]] = defaultdict(set)
    for (person, cluster), count in both.items():
        true[person] += count
        found[cluster] += count
        inside[cluster].add(person)
        spread[person].add(cluster)
    slots = sum(both.values())
    if not slots:
        raise ValueError("nothing to compare")
    precision = sum(n * n / found[cluster] for (_, cluster), n in both.items()) / slots
    recall = sum(n * n / true[person] for (person, _), n in both.items()) / slots
    lumped = {person for people in inside.values() if len(people) > 1 for person in people}
    return Clustering(
        slots=slots,
        people=len(true),
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall),
        lumped=len(lumped) / len(true),
        split=sum(len(clusters) > 1 for clusters in spread.values()) / len(true),
    )
