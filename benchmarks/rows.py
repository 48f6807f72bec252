"""Print, row by row, what was gained and lost on the gold corpus since the last pinned run; --pin pins this one.

usage: rows.py [--pin]

A row is one thing that the answers ask for: a person there, a role, a post, a date, a host; or somebody who was not there. The pinned
run is the list of its mistakes, results/pinned.csv: what is not in it was right. A person who was missed had no posts and
roles to be wrong, so what is wrong with people who are found only now is no loss.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from graph.build import build
from graph.check import score
from graph.check_read import read_participations
from graph.gold import read_gold

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
PINNED = Path(__file__).parent / "results" / "pinned.csv"
SETS = [(ROOT / "corpus" / "samples", GOLD / "samples.json")] + [
    (folder, GOLD / f"{folder.name}.json") for folder in sorted((GOLD / "reports").iterdir())
]
SHOWN = 50  # rows that a reader goes through; the rest is counted
FOUND = re.compile(r", found .*$", re.DOTALL)  # how it is wrong now: not what was asked
MISTAKE = re.compile(
    r"(?P<document>[^:]+): (?P<kind>missed|role of|post of|tie of|date|host|place|venue|ordinal|wrongly present) ?(?P<rest>.*)",
    re.DOTALL,
)
PERSON = re.compile(r"(?P<person>[^:(]+?)(?: \((?P<aside>.*)\)|: (?P<asked>.*))?", re.DOTALL)


class Mistake(NamedTuple):
    """A row of the answers that is not right: `asked` is the role, the post, the date or the host, if any."""

    document: str
    kind: str
    person: str
    asked: str


def mistake(line: str) -> Mistake:
    """Read a line of `graph.check.Score.mistakes`. Raises ValueError for a line of an unknown kind."""
    found = MISTAKE.fullmatch(FOUND.sub("", line))
    if found is None:
        raise ValueError(f"a mistake of an unknown kind: {line!r}")
    if found["kind"] in ("date", "host", "place", "venue", "ordinal"):
        return Mistake(found["document"], found["kind"], "", found["rest"])
    person = PERSON.fullmatch(found["rest"])
    assert person is not None
    return Mistake(
        found["document"], found["kind"].removesuffix(" of"), person["person"], person["asked"] or ""
    )


def changes(before: Iterable[Mistake], now: Iterable[Mistake]) -> tuple[list[Mistake], list[Mistake]]:
    """Return the gains and the losses, sorted: rows that were wrong and are right, and rows that were right."""
    before, now = set(before), set(now)
    return _gone(before, now), _gone(now, before)


def _gone(one: set[Mistake], other: set[Mistake]) -> list[Mistake]:
    missed = {(row.document, row.person) for row in other if row.kind == "missed"}
    return sorted(
        row for row in one - other if row.kind == "missed" or (row.document, row.person) not in missed
    )


def measure() -> Iterator[Mistake]:
    """Build each set of the gold corpus and give what is wrong in it."""
    for reports, gold in SETS:
        with tempfile.TemporaryDirectory() as folder:
            build([reports], Path(folder) / "out")
            found = score(read_participations(Path(folder) / "out"), list(read_gold(gold)))
        yield from map(mistake, found.mistakes)


def read_pinned(path: Path) -> list[Mistake]:
    """Read the mistakes of a pinned run. Raises FileNotFoundError where there is none."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Mistake(**row) for row in csv.DictReader(file)]


def write_pinned(path: Path, rows: Iterable[Mistake]) -> None:
    """Write the mistakes of a run, sorted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(Mistake._fields)
        table.writerows(sorted(set(rows)))


def print_rows(title: str, rows: list[Mistake]) -> None:
    print(f"{len(rows)} {title}")
    for row in rows[:SHOWN]:
        print(f"  {row.document}: {row.kind} {row.person} {row.asked}".rstrip())
    if len(rows) > SHOWN:
        print(f"  ... and {len(rows) - SHOWN} more")


def main() -> int:
    now = list(measure())
    gained, lost = changes(read_pinned(PINNED), now) if PINNED.is_file() else ([], now)
    print_rows("rows gained since the pinned run", gained)
    print_rows("rows lost", lost)
    if "--pin" in sys.argv[1:]:
        write_pinned(PINNED, now)
        print(f"pinned: {len(set(now))} mistakes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
