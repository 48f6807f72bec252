"""Print how well people and meetings are told apart in generated corpora whose identities are known.

usage: identity.py [REPORTS] [SEED]...      (without arguments: 400 reports for each of the seeds 1 to 3)

The corpora are those of tests/generated: homonyms with the frequency of real names, transfers, the measured 16 % of name
slots that do not print the person's own name, second reports and re-published ones. Read by the grammar alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generated.clusters import Clustering, compare
from generated.reports import reports
from generated.resolved import meetings_found, people_found, records_of

COLUMNS = ("slots", "true", "precision", "recall", "B-cubed F1", "lumped", "split")


def row(name: str, found: Clustering) -> str:
    """One line of the table; `lumped` and `split` are shares of the true people or meetings."""
    counts = f"{found.slots:>10,}{found.people:>10,}"
    shares = (found.precision, found.recall, found.f1, found.lumped, found.split)
    return f"{name:<24}{counts}" + "".join(f"{share:>11.4f}" for share in shares)


def main() -> None:
    """Print a line for the people and one for the meetings of each corpus."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seeds = [int(seed) for seed in sys.argv[2:]] or [1, 2, 3]
    print(" " * 24 + "".join(f"{name:>{10 if n < 2 else 11}}" for n, name in enumerate(COLUMNS)))
    for seed in seeds:
        made = list(reports(size, seed))
        records = records_of(made)
        print(row(f"people, seed {seed}", compare(people_found(made, records))))
        print(row(f"meetings, seed {seed}", compare(meetings_found(made, records))))


if __name__ == "__main__":
    main()
