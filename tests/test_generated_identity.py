"""How well people and meetings are told apart in corpora with known identities; the floors were measured and only go up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from generated.clusters import Clustering, compare
from generated.reports import reports
from generated.resolved import meetings_found, people_found, records_of

FLOORS = json.loads((Path(__file__).parent / "generated" / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> dict[str, Clustering]:
    """Three corpora of 400 reports taken together: people and meetings of different corpora are different."""
    people: list[tuple[str, str]] = []
    meetings: list[tuple[str, str]] = []
    for seed in FLOORS["seeds"]:
        made = list(reports(FLOORS["reports"], seed))
        records = records_of(made)
        people += [(f"{seed}:{a}", f"{seed}:{b}") for a, b in people_found(made, records)]
        meetings += [(f"{seed}:{a}", f"{seed}:{b}") for a, b in meetings_found(made, records)]
    return {"people": compare(people), "meetings": compare(meetings)}


@pytest.mark.parametrize("kind", ["people", "meetings"])
def test_nobody_is_lumped_and_few_are_split(found: dict[str, Clustering], kind: str) -> None:
    got, floor = found[kind], FLOORS[kind]
    assert got.slots >= floor["slots"], got
    assert got.lumped <= floor["lumped"] <= 0.01, got
    assert got.f1 >= floor["f1"] >= 0.95, got
    assert got.split <= floor["split"], got
