"""Bodies in `sederunt review` and from Python: two that may be one, and the place of bodies whose report does not say it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from terminal import typed, verbs

from graph.build import build
from graph.network import Network
from graph.undecided import Undecided

PEOPLE = "Fang Guolin, secretary of the {0}, presided over the meeting. Ran Guozhi, deputy secretary of the {0}, attended the meeting."
KNOWN = "On May 3, 2023, the Gansu Provincial Party Committee held a meeting. " + PEOPLE.format(
    "Gansu Provincial Party Committee"
)
NOT_SAID = "The Provincial Party Committee held a meeting on July 17, 2023. " + PEOPLE.format(
    "Provincial Party Committee"
)
OTHERS = "The Provincial Party Committee held a meeting on July 17, 2023. Tao Wen, secretary of the Provincial Party Committee, presided over the meeting."
BUREAU = "On June {day}, 2023, Linhe City held a forum. {who}, director of the Linhe Municipal {body}, presided over the forum."


def bureau(day: int, who: str, body: str) -> str:
    """A report of a forum with the head of one body of a city in the chair."""
    return BUREAU.format(day=day, who=who, body=body)


def made(tmp_path: Path, reports: list[str], decisions: Path | None = None) -> Network:
    folder = tmp_path / "reports"
    folder.mkdir(exist_ok=True)
    for name, text in zip("abcdef", reports, strict=False):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build([folder], tmp_path / "out", model="none", decisions=decisions)
    return Network.open(tmp_path / "out")


def asked(net: Network, decisions: str | Path = "") -> list[Undecided]:
    """What is asked about bodies."""
    return [pair for pair in net.undecided(decisions) if pair.kind in ("bodies", "place")]


def later(net: Network, kind: str, decisions: str | Path = "") -> str:
    """The keys that leave for later what is asked before the first pair of a kind."""
    return "\n" * [pair.kind for pair in net.undecided(decisions)].index(kind)


CASES = [
    ("holders of the same posts elsewhere", [KNOWN, NOT_SAID], [("place", "provincial @ b.txt", "Gansu")]),
    ("a place that lies in the unit", [OTHERS.replace("Tao Wen", "Qu Minghe, mayor of Lanzhou, and Tao Wen")], [("place", "provincial @ a.txt", "Gansu")]),
    ("nothing speaks for a place", [KNOWN, OTHERS], []),
    ("another place in every report", [KNOWN, KNOWN.replace("Gansu", "Hebei"), OTHERS], []),
    ("the same words in another order", [bureau(2, "Tao Wen", "Grain and Oil Bureau"), bureau(9, "Lu Jian", "Oil and Grain Bureau")], [("bodies", "Linhe Municipal Grain and Oil Bureau @ a.txt", "Linhe Municipal Oil and Grain Bureau @ b.txt")]),
    ("another head", [bureau(2, "Tao Wen", "Grain Bureau"), bureau(9, "Lu Jian", "Grain Office")], [("bodies", "Linhe Municipal Grain Bureau @ a.txt", "Linhe Municipal Grain Office @ b.txt")]),
    ("a word more", [bureau(2, "Tao Wen", "Grain Bureau"), bureau(9, "Lu Jian", "Grain Reserves Bureau")], [("bodies", "Linhe Municipal Grain Bureau @ a.txt", "Linhe Municipal Grain Reserves Bureau @ b.txt")]),
    ("a word shared says nothing alone", [bureau(2, "Tao Wen", "Water Transport Bureau"), bureau(9, "Lu Jian", "Water Supply Bureau")], []),
    ("a word and the person shared", [bureau(2, "Tao Zhiheng", "Water Conservancy Bureau"), bureau(9, "Tao Zhiheng", "Water Resources Bureau")], [("bodies", "Linhe Municipal Water Conservancy Bureau @ a.txt", "Linhe Municipal Water Resources Bureau @ b.txt")]),
    ("a part of the other", [bureau(2, "Tao Wen", "Grain Bureau"), bureau(9, "Tao Wen", "Grain Bureau").replace("director of the", "secretary of the Party Group of the")], []),
    ("of another city", [bureau(2, "Tao Wen", "Grain Bureau"), bureau(9, "Lu Jian", "Grain Office").replace("Linhe", "Lanzhou")], []),
    ("one report has both", [bureau(2, "Tao Wen", "Grain Bureau") + " Lu Jian, director of the Linhe Municipal Grain Office, attended the forum."], []),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "reports", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_is_asked_about_bodies(
    tmp_path: Path, phenomenon: str, reports: list[str], expected: list[tuple[str, str, str]]
) -> None:
    pairs = asked(made(tmp_path, reports))
    assert [(p.kind, str(p.left), p.entry or str(p.right)) for p in pairs] == expected
    texts = dict(zip((f"{n}.txt" for n in "abcdef"), reports, strict=False))
    for pair in pairs:
        for evidence in (pair.left_evidence, pair.right_evidence):
            assert evidence is not None and evidence.quote in texts[evidence.document]


@pytest.mark.parametrize("reports", [case[1] for case in CASES if case[2]])
@pytest.mark.parametrize("one", [True, False], ids=["yes", "no"])
def test_every_answer_is_applied_and_not_asked_again(tmp_path: Path, reports: list[str], one: bool) -> None:
    decisions = tmp_path / "decisions.csv"
    net = made(tmp_path, reports)
    (pair,) = asked(net, decisions)
    before = len(net.records.organizations)
    row = net.decide(decisions, pair, one=one, author="Lin")
    assert asked(net, decisions) == []
    after = made(tmp_path, reports, decisions)
    assert [row.detail for row in after.records.ledger if row.document == decisions.name] == []
    assert asked(after, decisions) == []
    if not one:
        assert after.records.organizations == net.records.organizations
    elif pair.kind == "bodies":
        assert len(after.records.organizations) == before - 1
    else:
        assert {b.place for b in after.records.organizations if b.level == "provincial"} == {"Gansu"}
    assert net.undo(decisions, row)
    assert asked(net, decisions) == [pair]


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_bodies_in_a_terminal_decided_stopped_resumed_undone(tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    reports = [KNOWN, NOT_SAID, bureau(2, "Tao Wen", "Grain Bureau"), bureau(9, "Lu Jian", "Grain Office")]
    net = made(tmp_path, reports)
    assert len(asked(net)) == 2
    shown = typed(tmp_path / "out", decisions, later(net, "place") + "s\nq\n")
    assert "Provincial Party Committee of b.txt  |  Gansu" in shown
    assert "Fang Guolin is Secretary of Gansu in another report" in shown
    assert verbs(decisions) == ["place-is"]
    shown = typed(tmp_path / "out", decisions, later(net, "bodies", decisions) + "d\nu\nq\n")
    assert "Municipal Grain Bureau (Linhe)  |  Municipal Grain Office (Linhe)" in shown
    assert "the names have the same words but bureau and office" in shown and "undone" in shown
    assert verbs(decisions) == ["place-is"]
    typed(tmp_path / "out", decisions, later(net, "bodies", decisions) + "d\nq\n")
    assert verbs(decisions) == ["place-is", "not-same-body"]
    built = made(tmp_path, reports, decisions)
    assert sorted(built.people()["name"]).count("Fang Guolin") == 1
    assert asked(built, decisions) == []
