"""The user's decisions: validated by line, applied whole or not at all, and the same whatever the order of reports."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from corpus.document import document_from_text
from extract.decisions_file import add_decision, last_row, undo_decision
from extract.decisions_read import parse_decisions
from extract.identity import resolve
from extract.reading import read_report
from extract.records import Records

HEAD = "verb,subject,object,quote,reason,author,date\n"
REPORTS = {
    "a.txt": "On May 3, 2023, Lanzhou City held a work conference. Wang Wei, mayor of Lanzhou, presided over the conference. Fang Guolin, secretary of the Lanzhou Municipal Party Committee, attended the conference.",
    "b.txt": "On June 9, 2023, a flood conference was held in Lanzhou. Wang Wei, mayor of Lanzhou, attended the conference with Tao Wen, director of the Lanzhou Municipal Water Bureau.",
    "c.txt": "The Provincial Party Committee held a meeting on July 17, 2023. Wang Wei, secretary of the Provincial Party Committee, presided over the meeting.",
}


def records_of(rows: str, reports: dict[str, str] = REPORTS, order: int = 0) -> Records:
    documents = [document_from_text(text, path=path) for path, text in sorted(reports.items())]
    random.Random(order).shuffle(documents)
    readings = {d.path: read_report(d, None) for d in documents}
    return resolve(documents, readings, duplicate_of={}, decisions=parse_decisions(HEAD + rows))


def carriers(records: Records) -> list[list[str]]:
    """The reports of each Wang Wei."""
    people = {p.id for p in records.people if p.name == "Wang Wei"}
    return sorted(sorted({r.document for r in records.participations if r.person_id == p}) for p in people)


def told(records: Records) -> list[tuple[str, str]]:
    return [(row.reason, row.detail) for row in records.ledger if row.document == "decisions.csv"]


@pytest.mark.parametrize(
    ("phenomenon", "rows", "expected"),
    [
        ("evidence alone", "", [["a.txt", "b.txt"], ["c.txt"]]),
        (
            "a transfer that the user knows of",
            "same,Wang Wei @ a.txt,Wang Wei @ c.txt",
            [["a.txt", "b.txt", "c.txt"]],
        ),
        (
            "a homonym in one post",
            "not-same,Wang Wei @ b.txt,Wang Wei @ a.txt",
            [["a.txt"], ["b.txt"], ["c.txt"]],
        ),
        (
            "split off and joined elsewhere",
            "not-same,Wang Wei @ b.txt,Wang Wei @ a.txt\nsame,Wang Wei @ b.txt,Wang Wei @ c.txt",
            [["a.txt"], ["b.txt", "c.txt"]],
        ),
        ("a name that is none there", "drop,Wang Wei @ c.txt,", [["a.txt", "b.txt"]]),
    ],
)
def test_decisions_go_before_evidence(phenomenon: str, rows: str, expected: list[list[str]]) -> None:
    records = records_of(rows)
    assert carriers(records) == expected
    assert told(records) == []
    assert records_of(rows, order=3) == records


def test_a_decision_names_a_text_by_its_id_too() -> None:
    text = document_from_text(REPORTS["c.txt"], path="c.txt").id
    records = records_of(f"same,Wang Wei @ a.txt,WANG Wei @ {text}")
    assert carriers(records) == [["a.txt", "b.txt", "c.txt"]]


def test_a_decided_province_joins_its_bodies() -> None:
    reports = {**REPORTS, "d.txt": REPORTS["c.txt"].replace("17", "24").replace("Wang Wei", "Lin Yue")}
    records = records_of("place-is,provincial @ c.txt,Hunan\nplace-is,provincial @ d.txt,Hunan", reports)
    bodies = [b for b in records.organizations if b.name.endswith("Provincial Party Committee")]
    assert [(b.place, b.place_reason) for b in bodies] == [("Hunan", "decided")]
    assert not [row for row in records.ledger if row.reason == "unknown place"]


def test_a_decision_renames_and_sets_presence_and_role() -> None:
    records = records_of(
        "rename,Fang Guolin @ a.txt,Fang Guo-lin\n"
        "role-is,Fang Guolin @ a.txt,spoke\n"
        "was-not-present,Wang Wei @ b.txt,\n"
        'was-present,Qiu Min @ c.txt,,"Qiu Min, a deputy secretary.",,,\n',
        {**REPORTS, "c.txt": f"{REPORTS['c.txt']} Qiu Min, a deputy secretary."},
    )
    assert told(records) == []
    names = {p.id: p.name for p in records.people}
    rows = {(r.document, names.get(r.person_id, ""), r.role, r.rule) for r in records.participations}
    assert ("a.txt", "Fang Guo-lin", "spoke", "decision") in rows
    assert ("c.txt", "Qiu Min", "attended", "decision") in rows
    assert carriers(records) == [["a.txt"], ["c.txt"]]
    (row,) = [r for r in records.participations if names.get(r.person_id) == "Qiu Min"]
    assert row.evidence.quote == "Qiu Min, a deputy secretary."


@pytest.mark.parametrize(
    ("phenomenon", "rows", "lines", "problem"),
    [
        ("unknown verb", "merge,A B @ a.txt,C D @ b.txt", [2], "unknown verb 'merge'"),
        ("no document", "drop,A B,", [2], "is not NAME @ DOCUMENT"),
        ("half a pair", "same,A B @ a.txt,C D", [2], "is not NAME @ DOCUMENT"),
        ("with itself", "same,A B @ a.txt,a b @ a.txt", [2], "one mention"),
        ("unknown role", "role-is,A B @ a.txt,slept", [2], "unknown role 'slept'"),
        ("unknown level", "place-is,galactic @ a.txt,Hunan", [2], "unknown level 'galactic'"),
        ("a presence without proof", "was-present,A B @ a.txt,", [2], "needs a quote"),
        ("too many cells", "drop,A B @ a.txt,,,,,,,x", [2], "9 cells under 7 columns"),
        ("at no known level", "place-is-not,galactic @ a.txt,Hunan", [2], "unknown level 'galactic'"),
        (
            "of a place and not of it",
            "place-is,provincial @ a.txt,Hunan\nplace-is-not,provincial @ a.txt,Hunan",
            [2, 3],
            "contradicts line",
        ),
        ("two names", "rename,A B @ a.txt,C\nrename,A B @ a.txt,D", [2, 3], "contradicts line"),
        (
            "there and not there",
            "was-present,A B @ a.txt,,q\nwas-not-present,A B @ a.txt,",
            [2, 3],
            "contradicts",
        ),
        (
            "a chain that joins what is parted",
            "same,A B @ a.txt,A B @ b.txt\nsame,A B @ b.txt,A B @ c.txt\nnot-same,A B @ c.txt,A B @ a.txt",
            [2, 3, 4],
            "same and not-same",
        ),
    ],
)
def test_bad_rows_are_named_and_the_good_ones_hold(
    phenomenon: str, rows: str, lines: list[int], problem: str
) -> None:
    read = parse_decisions(f"{HEAD}{rows}\n# a note\n\ndrop,Lin Yue @ z.txt,\n")
    assert [row.line for row in read.bad] == lines
    assert all(problem in row.problem for row in read.bad)
    assert [decision.subject.name for decision in read.good] == ["Lin Yue"]


@pytest.mark.parametrize(
    ("phenomenon", "row", "detail"),
    [
        ("a report that is gone", "drop,Wang Wei @ z.txt,", "line 2: no report 'z.txt' was read"),
        ("nobody of that name", "drop,Lin Yue @ a.txt,", "line 2: nobody is named 'Lin Yue' in 'a.txt'"),
        (
            "a quote that is not there",
            "was-present,Lin Yue @ a.txt,,Lin Yue came",
            "line 2: the quote does not stand exactly once in 'a.txt'",
        ),
    ],
)
def test_what_is_not_there_is_told_and_changes_nothing(phenomenon: str, row: str, detail: str) -> None:
    records = records_of(row)
    assert told(records) == [("decision not applied", detail)]
    assert records.participations == records_of("").participations


def test_a_same_that_evidence_and_a_not_same_rule_out_is_told() -> None:
    records = records_of("not-same,Wang Wei @ c.txt,Wang Wei @ a.txt\nsame,Wang Wei @ c.txt,Wang Wei @ b.txt")
    assert carriers(records) == [["a.txt", "b.txt"], ["c.txt"]]
    assert [reason for reason, _ in told(records)] == ["decision not applied"]


def test_a_row_is_added_and_taken_back_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"# mine\n{HEAD}oops,,\n", encoding="utf-8")
    before = path.read_bytes()
    add_decision(path, verb="same", subject="Li, Yan @ a.txt", object="Li Yan @ b.txt", reason='says "so"')
    assert [d.subject.name for d in parse_decisions(path.read_text(encoding="utf-8")).good] == ["Li, Yan"]
    assert undo_decision(path, last_row(path))
    assert path.read_bytes() == before
    assert not undo_decision(path, last_row(path))
    with pytest.raises(ValueError, match="unknown verb"):
        add_decision(path, verb="merge", subject="Li Yan @ a.txt", object="Li Yan @ b.txt")


def test_five_reports_of_five_unknown_or_known_units_and_a_decision_that_gives_one_its_province() -> None:
    """Reports like those that tools lump: one name, one body's name, five places; the decision holds in the next build."""
    days = {"a.txt": 17, "b.txt": 18, "c.txt": 19}
    reports = {
        path: f"The Provincial Party Committee held a meeting on July {day}, 2023. Wang Wei, secretary of the Provincial Party Committee, presided over the meeting. Lin Yue attended the meeting."
        for path, day in days.items()
    } | {
        "d.txt": "On July 17, 2023, the Hunan Provincial Party Committee held a meeting. Wang Wei, secretary of the Hunan Provincial Party Committee, presided over the meeting.",
        "e.txt": "On July 17, 2023, the Hebei Provincial Party Committee held a meeting. Wang Wei, secretary of the Hebei Provincial Party Committee, presided over the meeting.",
    }
    before = records_of("", reports)
    assert carriers(before) == [[path] for path in sorted(reports)]
    assert len([m for m in before.meetings if not m.cited]) == 5
    bodies = [b.place for b in before.organizations if b.name.endswith("Provincial Party Committee")]
    assert sorted(bodies) == ["Hebei", "Hunan", *(f"unresolved in {path}" for path in days)]
    row = "place-is,provincial @ c.txt,Hunan"
    for order in (0, 7):  # and again: the file decides, not what was built before
        after = records_of(row, reports, order)
        bodies = [b.place for b in after.organizations if b.name.endswith("Provincial Party Committee")]
        assert sorted(bodies) == ["Hebei", "Hunan", "unresolved in a.txt", "unresolved in b.txt"]
        assert carriers(after) == [["a.txt"], ["b.txt"], ["c.txt", "d.txt"], ["e.txt"]]
