"""Who was at one gathering with whom: pairs of people of a build against those of gold documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from extract.roles import PRESENT
from graph.gold import GoldDocument, expected_people, name_key

Tie = tuple[str, str]


@dataclass(slots=True, kw_only=True)
class TieCount:
    """How many pairs were right, wrong (both were there, and at no gathering together) and missed (both were found, and at none together)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


def score_ties(count: TieCount, document: GoldDocument, rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Count the pairs of one document; return a line for each that is wrong.

    Only people whom the gold has as present are paired: who was let in wrongly is counted elsewhere, once. `rows` are those of the participations table;
    people of one meeting, or of one document where rows have none, are together.
    """
    expected, spellings = expected_people(document)
    met: dict[str, set[str]] = {}
    for row in rows:
        key = name_key(row.get("person") or "")
        key = key if key in expected else spellings.get(key, "")
        if key and {role.strip() for role in row["role"].split(";")} & PRESENT:
            met.setdefault(row.get("meeting_id") or "", set()).add(key)
    found = set().union(*map(_pairs, met.values()))
    people = set().union(*met.values())
    true = set().union(
        *(
            _pairs({name_key(entry["name"]) for entry in meeting["present"]})
            for meeting in document["meetings"]
        )
    )
    count.right += len(found & true)
    count.wrong += len(found - true)
    count.missed += sum(set(tie) <= people for tie in true - found)
    return [
        f"tie of {expected[a].name} and {expected[b].name}: they were at no gathering together"
        for a, b in sorted(found - true)
    ]


def _pairs(people: Iterable[str]) -> set[Tie]:
    return set(combinations(sorted(people), 2))
