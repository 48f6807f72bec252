"""How well people and meetings are told apart in corpora with known identities; the floors were measured and only go up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from generated.clusters import compare
from generated.reports import reports
from generated.resolved import meetings_found, people_found, records_of

FLOORS = json.loads((Path(__file__).parent / "generated" / "floors.json").read_text(encoding="utf-8"))


Pairs = dict[str, dict[int, list[tuple[str, str]]]]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    """People and meetings of corpora of 400 reports, each as (true one, one found), by kind and seed."""
    found: Pairs = {"people": {}, "meetings": {}}
    for seed in FLOORS["seeds"]:
        made = list(reports(FLOORS["reports"], seed))
        records = records_of(made)
        found["people"][seed] = people_found(made, records)
        found["meetings"][seed] = meetings_found(made, records)
    return found


@pytest.mark.parametrize("kind", ["people", "meetings"])
def test_nobody_is_lumped_and_few_are_split(pairs: Pairs, kind: str) -> None:
    """People and meetings of different corpora are different: all of them taken together."""
    got = compare((f"{seed}:{a}", f"{seed}:{b}") for seed, of in pairs[kind].items() for a, b in of)
    floor = FLOORS[kind]
    assert got.slots >= floor["slots"], got
    assert got.lumped <= floor["lumped"] <= 0.01, got
    assert got.f1 >= floor["f1"] >= 0.95, got
    assert got.split <= floor["split"], got


@pytest.mark.parametrize("seed", FLOORS["seeds"])
@pytest.mark.parametrize("kind", ["people", "meetings"])
def test_no_corpus_alone_falls_behind(pairs: Pairs, kind: str, seed: int) -> None:
    got, floor = compare(pairs[kind][seed]), FLOORS[kind]["each"]
    assert got.lumped <= floor["lumped"] <= 0.01, got
    assert got.f1 >= floor["f1"] >= 0.95, got
