"""Print how well people and meetings are told apart in generated corpora whose identities are known.

usage: identity.py [REPORTS] [SEED]...      (without arguments: 400 reports for each of the seeds 1 to 10)

The corpora are those of tests/generated, read by the grammar alone. Where a figure of the generator has a source, it stands in
tests/generated/naming.py, world.py and reports.py; how often officials come from another unit of the corpus, and how often a
report then says so, has none: the second table tells what other shares come to.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generated.clusters import Clustering, compare
from generated.reports import reports
from generated.resolved import meetings_found, people_found, records_of, suggested

COLUMNS = ("slots", "true", "precision", "recall", "B-cubed F1", "lumped", "split", "suggested")
OTHERWISE: tuple[tuple[str, dict[str, float]], ...] = (
    ("nobody from elsewhere", {"moved": 0}),
    ("twice as many", {"moved": 0.2}),
    ("three times as many", {"moved": 0.3}),
    ("told of none", {"told": 0}),
    ("told of all", {"told": 1}),
    ("no slips", {"slips": 0}),
)


def row(name: str, found: Clustering, told: str = "") -> str:
    """One line of the table; `lumped`, `split` and `told` are shares of true people or meetings."""
    counts = f"{found.slots:>10,}{found.people:>10,}"
    shares = (found.precision, found.recall, found.f1, found.lumped, found.split)
    return f"{name:<24}{counts}" + "".join(f"{share:>11.4f}" for share in shares) + f"{told:>11}"


def people_of_all(size: int, seeds: list[int], **otherwise: float) -> Clustering:
    """The people of the corpora of all seeds taken together."""
    pairs = []
    for seed in seeds:
        made = list(reports(size, seed, **otherwise))
        pairs += [(f"{seed}:{a}", f"{seed}:{b}") for a, b in people_found(made, records_of(made))]
    return compare(pairs)


def main() -> None:
    """Print a line for the people and one for the meetings of each corpus, then one for each other share."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seeds = [int(seed) for seed in sys.argv[2:]] or list(range(1, 11))
    print(" " * 24 + "".join(f"{name:>{10 if n < 2 else 11}}" for n, name in enumerate(COLUMNS)))
    for seed in seeds:
        made = list(reports(size, seed))
        records = records_of(made)
        pairs = people_found(made, records)
        print(row(f"people, seed {seed}", compare(pairs), f"{suggested(pairs, records):.4f}"))
        print(row(f"meetings, seed {seed}", compare(meetings_found(made, records))))
    print(
        "\npeople of all seeds, where more or fewer come from another unit of the corpus, and other reports say so:\n"
    )
    for name, otherwise in OTHERWISE:
        print(row(name, people_of_all(size, seeds, **otherwise)))


if __name__ == "__main__":
    main()
