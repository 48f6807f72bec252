"""Feed damaged reports and decisions to readers, cleaning and extraction: no crash, no hang, every failure a row of the ledger.

usage: fuzz.py [REPORTS] [DECISIONS] [SEED]      (without arguments: 200 reports, 100 files of decisions)

What is wrong is printed with the number that makes it again (`fuzz.py 1 0 NUMBER`). Exit status 1 if anything is.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from fuzzing import complaints_of_decisions, complaints_of_file, damaged_decisions, damaged_file


def main(arguments: list[str]) -> int:
    """Run, print what was fed and what is wrong."""
    numbers = [int(argument) for argument in arguments]
    reports, decisions, seed = [*numbers, *(200, 100, 1)[len(numbers) :]]
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    start = time.process_time()
    with tempfile.TemporaryDirectory(prefix="fuzz") as name:
        folder = Path(name)
        for number in range(seed, seed + reports):
            file, data = damaged_file(Random(number))
            kinds[Path(file).suffix] += 1
            wrong += [f"report {number} ({file}): {c}" for c in complaints_of_file(file, data, folder)]
        for number in range(seed, seed + decisions):
            data = damaged_decisions(Random(number))
            wrong += [f"decisions {number}: {c}" for c in complaints_of_decisions(data, folder)]
    fed = ", ".join(f"{count} {suffix}" for suffix, count in sorted(kinds.items()))
    print(
        f"{reports} damaged reports ({fed}) and {decisions} files of decisions, {time.process_time() - start:.0f} CPU s"
    )
    for line in wrong:
        print(f"WRONG {line[:300]}")
    print(f"{len(wrong)} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
