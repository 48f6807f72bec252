"""Count how often each rule is right on the gold corpus, and print it; --write keeps the counts for the program.

usage: confidence.py [--write]

A statement is right where the answers have the person there in that role (or tolerate it; 'attended' holds for everybody
who was there), invoked or absent where the rule says so. People whom the answers leave open are not counted.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from extract.confidence import rule_confidence
from extract.records_meetings import Participation
from extract.roles import PRESENT
from graph.build import build_records
from graph.gold import GoldDocument, absent_people, expected_people, file_name, name_key, read_gold

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
OUT = ROOT / "extract" / "rules" / "rule_confidence.csv"
SETS = [(ROOT / "corpus" / "samples", GOLD / "samples.json")] + [
    (folder, GOLD / f"{folder.name}.json") for folder in sorted((GOLD / "reports").iterdir())
]
Counts = Counter[tuple[str, str, bool]]


def judged(p: Participation, name: str, document: GoldDocument) -> bool | None:
    """Whether the answers confirm a statement; None where they leave it open."""
    key = name_key(name)
    if p.role == "invoked":
        invoked = {name_key(entry) for entry in document.get("invoked", ())}
        present, _ = expected_people(document)
        return True if key in invoked else (False if key in present else None)
    if p.role == "absent":
        return key in absent_people(document) or None
    expected, spellings = expected_people(document)
    person = expected.get(key if key in expected else spellings.get(key, key))
    if person is None:
        return False
    if person.optional:
        return None
    return p.role == "attended" or p.role in person.roles | person.tolerated


def counted(participations: Iterable[tuple[Participation, str]], gold: list[GoldDocument]) -> Counts:
    """Count statements by rule, way of naming and whether they are right."""
    documents = {file_name(document["document"]): document for document in gold}
    out: Counts = Counter()
    for p, name in participations:
        document = documents.get(file_name(p.document))
        if document is None or p.role not in {*PRESENT, "invoked", "absent"}:
            continue
        right = judged(p, name, document)
        if right is not None:
            out[p.rule, "name" if p.antecedent is None else "reference", right] += 1
    return out


def measure() -> dict[str, Counts]:
    """Build each set of the gold corpus and count: set -> counts."""
    out: dict[str, Counts] = {}
    for reports, gold in SETS:
        records, _ = build_records([reports])
        names = {person.id: person.name for person in records.people}
        named = [(p, names[p.person_id]) for p in records.participations if p.person_id]
        out[gold.stem] = counted(named, list(read_gold(gold)))
    return out


def main() -> int:
    sets = measure()
    total = sum(sets.values(), Counter())
    keys = sorted({(rule, named) for rule, named, _ in total})
    if "--write" in sys.argv[1:]:
        with OUT.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(["rule", "named", "right", "wrong", "source"])
            for key in keys:
                seen = [name for name, counts in sets.items() if counts[*key, True] + counts[*key, False]]
                table.writerow([*key, total[*key, True], total[*key, False], "; ".join(seen)])
    print(f"{'rule':<40}{'named':<12}{'right':>6}{'wrong':>6}{'confidence':>12}")
    for rule, named in keys:
        right, wrong = total[rule, named, True], total[rule, named, False]
        print(f"{rule:<40}{named:<12}{right:>6}{wrong:>6}{rule_confidence(rule, named):>12.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
