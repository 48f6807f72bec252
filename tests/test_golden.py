"""The whole line on whole reports: right people, right roles, and a sentence behind every row.

Floors only go up. They were measured on 2026-11-23 with the pinned small model.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.check import score
from graph.check_read import read_participations
from graph.gold import read_gold

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SETS = sorted(path.name for path in (ROOT / "tests" / "gold" / "reports").iterdir())
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def builds(samples_out: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Corpus name -> (output folder, gold file), for the corpora that are there."""
    out = {"samples": (samples_out, ROOT / "tests" / "gold" / "samples.json")}
    for name in SETS:
        folder = tmp_path_factory.mktemp(name) / "out"
        build([ROOT / "tests" / "gold" / "reports" / name], folder)
        out[name] = (folder, ROOT / "tests" / "gold" / f"{name}.json")
    for name in ("seeds", "dev"):
        if (SHARED / name).is_dir():
            folder = tmp_path_factory.mktemp(name) / "out"
            build([SHARED / name], folder)
            out[name] = (folder, SHARED / "gold" / f"{name}.json")
    return out


@pytest.fixture(params=sorted(FLOORS))
def corpus(
    request: pytest.FixtureRequest, builds: dict[str, tuple[Path, Path]]
) -> Iterator[tuple[str, Path, Path]]:
    if request.param not in builds:
        pytest.skip(f"the corpus {request.param} is not on this machine")
    yield (request.param, *builds[request.param])


def test_accuracy_does_not_fall(corpus: tuple[str, Path, Path]) -> None:
    name, out, gold = corpus
    result = score(read_participations(out), read_gold(gold))
    found = {
        "present": result.f1,
        "role": result.role_f1,
        "posts": result.posts_right / max(1, result.posts),
        "dates": result.dates_right / max(1, result.dates),
        **{f"{fact}s": count.share for fact, count in result.facts.items()},
        "whole lists": result.whole_lists / max(1, result.documents),
        "ties": result.ties.right / max(1, result.ties.right + result.ties.wrong),
        "ties found": result.ties.right / max(1, result.ties.right + result.ties.missed),
        **{f"role {role}": count.f1 for role, count in result.by_role.items()},
    }
    slips = {
        "press": result.press,
        "invoked": result.invoked,
        "absent": result.absent,
        "without meeting": result.without_meeting,
    }
    told = "\n".join(result.mistakes)
    floors = FLOORS[name]
    low = {key for key, value in found.items() if value < floors.get(key, 0.0) - 1e-9}
    low |= {key for key in floors if key not in found and key not in slips}
    assert low == set(), f"{found}\n{told[:4000]}"
    assert {key for key, value in slips.items() if value > floors[key]} == set(), f"{slips}\n{told[:4000]}"


def test_every_row_has_a_sentence_that_holds_the_name_and_stands_at_its_offsets(
    corpus: tuple[str, Path, Path],
) -> None:
    _, out, _ = corpus
    texts = dict(sqlite3.connect(out / "sederunt.sqlite").execute("SELECT path, text FROM documents"))
    people = {row["person_id"]: row for row in rows(out, "people")}
    checked = 0
    for row in rows(out, "participations"):
        quote = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["evidence"].removeprefix("'") == quote, row
        names = [people[row["person_id"]]["name"], *people[row["person_id"]]["aliases"].split("; ")]
        family = {name.split()[0] for name in names if name} | {name.split()[-1] for name in names if name}
        back_reference = (
            any(word in quote.split() for word in ("He", "She", "he", "she", "who"))
            or "The " in quote
            or "the " in quote
        )
        assert any(part in quote or part.upper() in quote for part in family) or back_reference, row
        checked += 1
    assert checked > 10


def test_the_seeds_hold_what_they_must(builds: dict[str, tuple[Path, Path]]) -> None:
    if "seeds" not in builds:
        pytest.skip("the seed documents are not on this machine")
    out = builds["seeds"][0]
    participations = rows(out, "participations")
    there = [row for row in participations if row["role"] not in ("invoked", "absent")]
    assert len({row["document"] for row in there if row["person"] == "Xi Jinping"}) == 1
    dates = {row["documents"]: row["date"] for row in rows(out, "meetings") if row["cited"] == "0"}
    assert sorted(dates.values()) == ["", "2018-04-19", "2023-04-15", "2023-07-17", "XXXX-02-28"]
    committees = {
        row["organization_id"]: row["place"]
        for row in rows(out, "organizations")
        if row["name"] == "Provincial Party Committee"
    }
    assert len(committees) == len(set(committees.values())), (
        "a Provincial Party Committee is shared between reports"
    )


def test_a_republished_report_changes_no_measure(samples_out: Path, tmp_path: Path) -> None:
    """The samples hold one copy; without it, co-attendance and centrality are the same."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in (ROOT / "corpus" / "samples").iterdir():
        if "copy" not in path.name:
            (folder / path.name).write_bytes(path.read_bytes())
    build([folder], tmp_path / "out")
    for table in ("co_attendance", "centrality"):
        assert rows(tmp_path / "out", table) == rows(samples_out, table)
