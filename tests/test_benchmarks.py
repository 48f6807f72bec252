"""The benchmarks say what they measure: peers are read from a parse, and rows are compared one by one."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from corpus.load import read_reports
from extract.model import Mentions
from graph.build import build

ROOT = Path(__file__).parents[1]
PEERS = runpy.run_path(str(ROOT / "benchmarks" / "peers.py"))
ROWS = runpy.run_path(str(ROOT / "benchmarks" / "rows.py"))
NETWORK = runpy.run_path(str(ROOT / "benchmarks" / "network.py"))
LARGE = runpy.run_path(str(ROOT / "benchmarks" / "large.py"))
SPEED = runpy.run_path(str(ROOT / "benchmarks" / "speed.py"))


def parse() -> Doc:
    """'Tan Heng chaired talks with Liu Wen', as a model would parse it."""
    return Doc(
        spacy.blank("en").vocab,
        words=["Tan", "Heng", "chaired", "talks", "with", "Liu", "Wen"],
        pos=["PROPN", "PROPN", "VERB", "NOUN", "ADP", "PROPN", "PROPN"],
        lemmas=["Tan", "Heng", "chair", "talk", "with", "Liu", "Wen"],
        deps=["compound", "nsubj", "ROOT", "dobj", "prep", "compound", "pobj"],
        heads=[1, 2, 2, 2, 3, 6, 4],
        ents=["B-PERSON", "I-PERSON", "O", "O", "O", "B-PERSON", "I-PERSON"],
        sent_starts=[True, False, False, False, False, False, False],
    )


def test_co_mention_has_everybody_there_who_is_named() -> None:
    rows = list(PEERS["co_mention"]("a.txt", parse()))
    assert [(row["person"], row["role"]) for row in rows] == [
        ("Liu Wen", "attended"),
        ("Tan Heng", "attended"),
    ]


def test_triples_have_the_subject_there_in_the_role_of_the_verb() -> None:
    pytest.importorskip("textacy", reason="an extra; no wheel for Python 3.13")
    rows = list(PEERS["triples"]("a.txt", parse()))
    assert rows == [{"document": "a.txt", "person": "Tan Heng", "role": "chaired"}]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("a.txt: missed Tan Heng (chaired, spoke)", ("a.txt", "missed", "Tan Heng", "")),
        ("a.txt: role of Tan Heng: ['chaired'], found ['spoke']", ("a.txt", "role", "Tan Heng", "['chaired']")),
        ("a.txt: post of Tan Heng: 'Mayor (Linhe)', found ['x']", ("a.txt", "post", "Tan Heng", "'Mayor (Linhe)'")),
        ("a.txt: date 2023-05-09, found none", ("a.txt", "date", "", "2023-05-09")),
        ("a.txt: host Linhe County Council, found none", ("a.txt", "host", "", "Linhe County Council")),
        ("a.txt: wrongly present Qian Mu (attended) (press)", ("a.txt", "wrongly present", "Qian Mu", "")),
    ],
)  # fmt: skip
def test_a_line_of_the_scorer_becomes_a_row(line: str, row: tuple[str, ...]) -> None:
    assert tuple(ROWS["mistake"](line)) == row


def test_a_line_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a mistake of an unknown kind: 'a\.txt: forgot Tan Heng'"):
        ROWS["mistake"]("a.txt: forgot Tan Heng")


def rows(*lines: str) -> list[Any]:
    return [ROWS["mistake"](f"a.txt: {line}") for line in lines]


CHANGES = [
    ("nothing changed", ["missed Tan Heng (spoke)"], ["missed Tan Heng (spoke)"], [], []),
    ("found", ["missed Tan Heng (spoke)"], [], ["missed Tan Heng (spoke)"], []),
    ("lost", [], ["missed Tan Heng (spoke)"], [], ["missed Tan Heng (spoke)"]),
    ("found, with a wrong role", ["missed Tan Heng (spoke)"], ["role of Tan Heng: ['spoke'], found ['attended']"],
     ["missed Tan Heng (spoke)"], []),
    ("lost, and with him a wrong post", ["post of Tan Heng: 'Mayor', found []"], ["missed Tan Heng (spoke)"], [],
     ["missed Tan Heng (spoke)"]),
    ("as wrong as before, otherwise", ["date 2023, found none"], ["date 2023, found 2022"], [], []),
    ("an intruder", [], ["wrongly present Qian Mu (spoke) (press)"], [], ["wrongly present Qian Mu (spoke)"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "gained", "lost"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_changes(before: list[str], now: list[str], gained: list[str], lost: list[str]) -> None:
    assert ROWS["changes"](rows(*before), rows(*now)) == (rows(*gained), rows(*lost))


def test_a_pinned_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    kept = rows("missed Tan Heng (spoke)", "post of Liu Wen: 'Head, \"Water\" office', found []")
    ROWS["write_pinned"](tmp_path / "pinned.csv", [*kept, kept[0]])
    assert ROWS["read_pinned"](tmp_path / "pinned.csv") == sorted(kept)


def test_the_pinned_run_is_about_reports_of_the_gold_corpus() -> None:
    reports = {path.name for folder, _ in ROWS["SETS"] for path in Path(folder).iterdir()}
    pinned = ROWS["read_pinned"](ROWS["PINNED"])
    assert {row.document.split("#")[0] for row in pinned} <= reports  # "reports.csv#2": the second of a table
    assert pinned == sorted(set(pinned))


NEWS = (
    "Water conference held\n\nOn May 9, 2023, Mayor Tan Heng presided over the water conference in Lanzhou.\n"
)


class Asked:
    """A model that finds nobody and remembers what it was asked."""

    name = digest = "none"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def annotate(self, texts: Sequence[str]) -> list[Mentions]:
        self.texts += texts
        return [Mentions() for _ in texts]


def test_the_way_without_the_shortcut_asks_about_every_sentence_and_only_that_way(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    documents, _ = read_reports([tmp_path])
    model = Asked()
    there = SPEED["present"](documents, SPEED["every_sentence"](model))
    assert len(model.texts) == len(documents[0].sentences)
    model.texts.clear()
    assert SPEED["present"](documents, SPEED["ours"](model)) == there == {("a.txt", "tan heng", "chaired")}
    assert len(model.texts) < len(documents[0].sentences)


def test_a_speed_is_words_by_the_cpu_time_of_each_way(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS * 20, encoding="utf-8")
    documents, _ = read_reports([tmp_path])
    passes: list[str] = []
    ways = {
        "idle": lambda _: passes.append("idle"),
        "busy": lambda _: passes.append(str(sum(range(2_000_000)))),
    }
    found = SPEED["speeds"](ways, documents, runs=3)
    assert len(passes) == 8  # one pass of each that is not counted
    assert found["idle"] > 10 * found["busy"] > 0


VIEW = runpy.run_path(str(ROOT / "benchmarks" / "view.py"))


def test_the_view_is_held_against_its_limits() -> None:
    row = VIEW["Row"](size=1.4, paint=1200.0, ready=1300.0, frames=31.0, block=80.0)
    assert VIEW["verdicts"](2000, row) == [
        "2,000: paint under 1,000 ms: NO",
        "2,000: under 2 MB: yes",
        "2,000: 30 frames a second: yes",
        "2,000: nothing blocks for 100 ms: yes",
    ]
    assert VIEW["verdicts"](500, row) == ["500: nothing blocks for 100 ms: yes"]
    cells = ["2,000", "sederunt", "1.4", "1,200", "1,300", "31", "80"]
    assert VIEW["line"](2000, "sederunt", row).split() == cells
    assert VIEW["line"](5000, "pyvis default", VIEW["Row"](size=1.0)).split()[-3:] == ["-", "-", "-"]


def test_the_graph_benchmark_gives_every_tool_the_same_task() -> None:
    members = NETWORK["attendance"](80, 60)
    assert members.matrix.toarray().tolist() == NETWORK["attendance"](80, 60).matrix.toarray().tolist()
    ours, theirs = (NETWORK["MAKERS"][tool](members, None) for tool in ("sederunt", "networkx"))
    assert set(ours) == set(NETWORK["TASKS"])
    assert set(theirs) == set(NETWORK["TASKS"]) - {"backbone"}
    assert len(ours["projection"]()().first) == theirs["projection"]()().number_of_edges()
    for task in ("betweenness", "closeness"):
        assert ours[task]()() == pytest.approx(theirs[task]()())
    assert ours["eigenvector"]()() == pytest.approx(theirs["eigenvector"]()(), abs=1e-6)
    assert set(ours["communities"]()()) == set(members.people)
    assert len(ours["layout"]()()) == len(theirs["layout"]()()) - (members.matrix.sum(axis=1) == 0).sum()


def test_a_large_build_is_checked_against_its_reports(tmp_path: Path) -> None:
    LARGE["write_corpus"](6, tmp_path / "reports")
    out = tmp_path / "out"
    build([tmp_path / "reports"], out, model="none")
    assert LARGE["complaints"](out, tmp_path / "reports") == []
    (tmp_path / "reports" / "lost.txt").write_text("A report that nobody read.", encoding="utf-8")
    people = out / "tables" / "people.csv"
    people.write_text("".join(people.read_text(encoding="utf-8").splitlines(True)[:-1]), encoding="utf-8")
    stated = out / "tables" / "holdings.csv"
    stated.write_text(stated.read_text(encoding="utf-8").replace(" the ", " THE "), encoding="utf-8")
    told = " | ".join(LARGE["complaints"](out, tmp_path / "reports"))
    for said in (
        "7 reports, 6 in the store",
        "7 reports, 6 rows",
        "rows of people",
        "not among the people",
        "of holdings do not stand",
    ):
        assert said in told
