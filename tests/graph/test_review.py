"""`sederunt review` in a real terminal: decided, stopped, resumed, undone, and built again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from terminal import typed, verbs

from graph.build import build
from graph.network import Network
from graph.undecided import undecided

REPORTS = {
    "a.txt": "On May 3, 2023, Lanzhou City held a work conference. Wang Wei, mayor of Lanzhou, presided over the conference.",
    "b.txt": "On May 5, 2023, Baoding City held a work conference. Wang Wei, mayor of Baoding, presided over the conference.",
    "c.txt": "On May 8, 2023, Baoding City held a forum. Wang Wai, mayor of Baoding, presided over the forum.",
}


def built(tmp_path: Path, decisions: Path | None = None) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir(exist_ok=True)
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    build([reports], tmp_path / "out", model="none", decisions=decisions)
    return tmp_path / "out"


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_two_decisions_stopped_resumed_undone(tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    out = built(tmp_path)
    assert len(undecided(Network.open(out).records)) == 3
    shown = typed(out, decisions, "s\nd\nq\n")
    assert "3 to decide" in shown
    assert "mayor of Baoding, presided over the forum" in shown
    assert verbs(decisions) == ["same", "not-same"]
    shown = typed(out, decisions, "x\nu\nq\n")
    assert "1 to decide" in shown
    assert "2 to decide" in shown
    assert verbs(decisions) == ["same"]
    before = len(Network.open(out).records.people)
    built(tmp_path, decisions)
    assert len(Network.open(out).records.people) == before - 1
    assert verbs(decisions) == ["same"]


def test_a_pair_says_what_level_and_which_outlet(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Shuixi Daily, May 3, 2023 -- On May 3, 2023, the Gansu Provincial Government held a meeting. Wang Wei, director of the Gansu Provincial Department of Finance, presided over the meeting.",
        "b.txt": "Shuixi Daily, May 9, 2023 -- On May 9, 2023, Lanzhou City held a meeting. Wang Wei, director of the Lanzhou Municipal Finance Bureau, presided over the meeting.",
    }
    (pair,) = Network.open(built_from(tmp_path, texts)).undecided()
    assert (
        "levels: municipal against provincial" in pair.against
        or "levels: provincial against municipal" in pair.against
    )
    assert "told by one outlet: Shuixi Daily" in pair.reasons


def test_pairs_come_strongest_first_with_both_sentences(tmp_path: Path) -> None:
    records = Network.open(built(tmp_path)).records
    pairs = undecided(records)
    assert [p.score for p in pairs] == sorted((p.score for p in pairs), reverse=True)
    texts = {d.path: d.text for d in records.documents}
    for pair in pairs:
        for evidence in (pair.left_evidence, pair.right_evidence):
            assert evidence.quote in texts[evidence.document]


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_an_entry_of_the_list_is_asked_about_decided_and_travels_to_the_outputs(tmp_path: Path) -> None:
    out = built(tmp_path)
    listed, decisions = tmp_path / "people.csv", tmp_path / "decisions.csv"
    listed.write_text("id,name,wikidata\ne1,Wang Wai,Q7\n", encoding="utf-8")
    build([tmp_path / "reports"], out, model="none", people=listed)
    shown = typed(out, decisions, "d\ns\nq\n")
    assert "Wang Wai (e1)" in shown
    assert verbs(decisions) == ["not-same", "is"]
    build([tmp_path / "reports"], out, model="none", decisions=decisions, people=listed)
    people = Network.open(out).people()
    assert list(people.loc[people["name"] == "Wang Wai", "ids"]) == ["list=e1; wikidata=Q7"]
    assert "wikidata=Q7" in (out / "network.graphml").read_text(encoding="utf-8")
    assert not [pair for pair in undecided(Network.open(out).records) if pair.entry]


MEETINGS = {
    "a.txt": "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on flood control. Fang Guolin, mayor of Lanzhou, presided over the conference. Tao Wen and Qiu Min attended the conference.",
    "b.txt": "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on seed supply. Fang Guolin, mayor of Lanzhou, presided over the conference. Tao Wen and Qiu Min attended the conference.",
}
SLIPS = {
    f"{day}.txt": f"On May {day}, 2023, Lanzhou City held work conference {day}. {name}, mayor of Lanzhou, presided over the conference."
    for day, name in ((3, "Zhou Zhiheng"), (5, "Zhou Yuheng"), (8, "Zhou Zhiheng"))
}


def built_from(tmp_path: Path, reports: dict[str, str], decisions: Path | None = None) -> Path:
    folder = tmp_path / "other"
    folder.mkdir(exist_ok=True)
    for name, text in reports.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], tmp_path / "made", model="none", decisions=decisions)
    return tmp_path / "made"


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_two_meetings_are_asked_about_joined_by_the_next_build_and_undone(tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    out = built_from(tmp_path, MEETINGS)
    assert len(Network.open(out).meetings()) == 2
    shown = typed(out, decisions, "s\nq\n")
    assert "work conference on seed supply" in shown and "against: topics" in shown
    assert verbs(decisions) == ["same-meeting"]
    built_from(tmp_path, MEETINGS, decisions)
    assert len(Network.open(out).meetings()) == 1
    assert "nothing is left" in typed(out, decisions, "q\n")
    assert "undone" in typed(out, decisions, "u\nq\n") and verbs(decisions) == []
    built_from(tmp_path, MEETINGS, decisions)
    assert len(Network.open(out).meetings()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_a_slip_that_was_joined_is_shown_and_parted(tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    out = built_from(tmp_path, SLIPS)
    assert [p["name"] for _, p in Network.open(out).people().iterrows()] == ["Zhou Zhiheng"]
    shown = typed(out, decisions, "d\nq\n")
    assert "joined as one" in shown and "Zhou Yuheng, mayor of Lanzhou" in shown
    assert verbs(decisions) == ["not-same"]
    built_from(tmp_path, SLIPS, decisions)
    assert sorted(Network.open(out).people()["name"]) == ["Zhou Yuheng", "Zhou Zhiheng"]
    assert Network.open(out).joined_by_slip(decisions) == ()


def test_the_same_from_python(tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    net = Network.open(built_from(tmp_path, MEETINGS))
    (pair,) = net.undecided(decisions)
    row = net.decide(decisions, pair, one=True, author="Lin")
    assert row.startswith("same-meeting,") and ",Lin," in row
    assert net.undecided(decisions) == ()
    assert len(Network.open(built_from(tmp_path, MEETINGS, decisions)).meetings()) == 1
    assert net.undo(decisions, row) and not net.undo(decisions)
    assert net.undecided(decisions) == (pair,)
    assert len(Network.open(built_from(tmp_path, MEETINGS, decisions)).meetings()) == 2
    net.decide(decisions, pair, one=False, reason="two topics")
    assert verbs(decisions) == ["not-same-meeting"]
