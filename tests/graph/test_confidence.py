"""What a rule is trusted, and cutting a network at a threshold."""

from __future__ import annotations

import csv
import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from extract.clause_consoled import RULE as CALLED_UPON
from extract.confidence import confidence, family, rule_confidence
from extract.frames import find_frames
from extract.records import Records
from extract.roles import PRESENT
from extract.vocabulary import rows
from graph.build import build_records
from graph.gold import read_gold
from graph.network import Network
from graph.trusted import trusted

ROOT = Path(__file__).parents[2]
CONFIDENCE = runpy.run_path(str(ROOT / "benchmarks" / "confidence.py"))
REPORT = """Water conference held

On May 9, 2023, Mayor Tan Heng presided over the water conference in Lanzhou. Liu Wen attended the conference.
He stressed the dam. At the conference, deputy mayor Qiu Daming said that the pumps were old. In the afternoon Zhao Lin and Ma Jun
travelled with him.
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    folder = tmp_path_factory.mktemp("confidence")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    return build_records([folder], model="none")[0]


def between(records: Records) -> float:
    """A threshold that some statements reach and others do not."""
    known = sorted({confidence(p) for p in records.participations if p.role in PRESENT})
    assert len(known) > 1
    return known[-1]


def test_the_counts_are_those_of_the_gold_corpus() -> None:
    """The file is measured: on the set of phenomena no rule is off by more than the program may have moved since."""
    found, _ = build_records([ROOT / "tests" / "gold" / "reports" / "phenomena"], model="none")
    names = {person.id: person.name for person in found.people}
    named = [(p, names[p.person_id]) for p in found.participations if p.person_id]
    gold = list(read_gold(ROOT / "tests" / "gold" / "phenomena.json"))
    counted = CONFIDENCE["counted"](named, gold)
    kept = {
        (row["rule"], row["named"]): (int(row["right"]), int(row["wrong"]))
        for row in rows("rule_confidence.csv")
    }
    for (rule, way, right), number in counted.items():
        if number > 2:
            assert kept[rule, way][0 if right else 1] >= number - 2, (rule, way, right)


def test_every_counted_verb_is_a_rule_of_today() -> None:
    known = {row["id"] for row in rows("role_frames.csv")} | {CALLED_UPON}  # which no verb of a role tells
    for row in rows("rule_confidence.csv"):
        if ":" not in row["rule"]:
            assert row["rule"] in known, row


@pytest.mark.parametrize(
    ("rule", "named", "low", "high"),
    [
        ("attend", "name", 0.95, 1.0),  # hundreds of statements: its own precision
        ("list:present", "name", 0.95, 1.0),
        ("list:a heading of tomorrow", "name", 0.9, 1.0),  # unknown: its family's
        ("a verb of tomorrow", "reference", 0.3, 0.99),
    ],
)
def test_a_rule_is_trusted_as_it_was_measured(rule: str, named: str, low: float, high: float) -> None:
    assert low <= rule_confidence(rule, named) <= high


def test_a_rule_that_was_never_right_is_trusted_less_than_its_family() -> None:
    worst = [row for row in rows("rule_confidence.csv") if int(row["wrong"]) > 1 and int(row["right"]) == 0]
    for row in worst:
        assert rule_confidence(row["rule"], row["named"]) < 0.5, row


def test_families() -> None:
    assert {row["id"]: family(row["id"]) for row in rows("role_frames.csv")}["say"] == "speech"
    assert family("list:present") == "heading"
    assert family("invoked:under") == "invocation"
    assert family("absent") == "absence"
    assert find_frames("Tan Heng attended the meeting", 0, 29)[0].frame.id == "attend"


def test_a_cut_moves_statements_to_the_ledger_and_loses_none(records: Records) -> None:
    there = [p for p in records.participations if p.role in PRESENT]
    cut = trusted(records, between(records))
    assert 0 < len(cut.participations) < len(records.participations)
    low = [row for row in cut.ledger if row.reason == "low confidence"]
    assert len(low) == len(records.participations) - len(cut.participations)
    assert all(row.quote and row.detail for row in low)
    assert trusted(records, 0.0) == records
    assert len(there) >= len([p for p in cut.participations if p.role in PRESENT])


def test_a_threshold_outside_0_to_1_is_refused(records: Records) -> None:
    with pytest.raises(ValueError, match="from 0 to 1, not 2"):
        trusted(records, 2)


def test_the_network_can_be_cut_without_a_new_build(records: Records) -> None:
    # Liu Wen by 'he' alone, a rule that is not always right
    weak = replace(records, participations=tuple(p for p in records.participations if p.rule != "attend"))
    net = Network.from_records(weak)
    everybody = net.co_attendance()
    sure = net.co_attendance(min_confidence=between(weak))
    assert len(sure.edges) < len(everybody.edges)
    assert net.co_attendance(min_confidence=0.0).number_of_edges() == everybody.number_of_edges()


def test_a_decision_of_the_user_is_certain(records: Records) -> None:
    by_hand = replace(records.participations[0], rule="decision")
    assert confidence(by_hand) == 1.0


def test_the_table_tells_each_confidence(samples_out: Path) -> None:
    with (samples_out / "tables" / "participations.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert "confidence" in table[0]
    assert all(0 < float(row["confidence"]) <= 1 for row in table)
