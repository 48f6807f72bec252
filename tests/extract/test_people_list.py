"""The user's own list of people: matched by name and post, left open where only the name agrees, decided by `is`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import document_from_text
from extract.decisions_read import parse_decisions
from extract.identity import resolve
from extract.people_list import parse_people_list
from extract.reading import read_report
from extract.records import Records

HEAD = "verb,subject,object,quote,reason,author,date\n"
LIST = "id,name,aliases,posts,from,to,wikidata\n"


def report(day: str, name: str, post: str, number: int = 0) -> str:
    return (
        f"On {day}, Lanzhou City held work conference {number}. {name}, {post}, presided over the conference."
    )


REPORTS = {
    "a.txt": report("May 3, 2019", "Fang Guolin", "mayor of Lanzhou City", 1),
    "b.txt": report("May 3, 2023", "Fang Guolin", "mayor of Baoding City", 2),
    "c.txt": report("June 3, 2023", "Fang Guolin", "deputy mayor of Tianshui City", 3),
}


def records_of(listed: str, rows: str = "", reports: dict[str, str] = REPORTS) -> Records:
    documents = [document_from_text(text, path=path) for path, text in sorted(reports.items())]
    decisions = replace(parse_decisions(HEAD + rows), listed=parse_people_list(LIST + listed))
    readings = {d.path: read_report(d, None) for d in documents}
    return resolve(documents, readings, duplicate_of={}, decisions=decisions)


def found(records: Records) -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Reports of each person -> ids."""
    return {
        tuple(sorted(m.document for m in records.mentions if m.person_id == person.id)): person.ids
        for person in records.people
    }


E1 = (("list", "e1"), ("wikidata", "Q1"))
NONE: tuple[tuple[str, str], ...] = ()
CASES = [
    ("name and post", 'e1,Fang Guolin,,"Mayor, Lanzhou",,,Q1', {("a.txt",): E1, ("b.txt",): NONE, ("c.txt",): NONE}),
    ("two posts of one entry: the list tells of the transfer", 'e1,Fang Guolin,,"Mayor, Lanzhou; Mayor, Baoding",,,Q1', {("a.txt", "b.txt"): E1, ("c.txt",): NONE}),
    ("an alias", 'e1,Fang Somebody,FANG Guo-lin,"Mayor, Lanzhou",,,Q1', {("a.txt",): E1, ("b.txt",): NONE, ("c.txt",): NONE}),
    ("the post at another time", 'e1,Fang Guolin,,"Mayor, Lanzhou",2021,2024,Q1', {("a.txt",): NONE, ("b.txt",): NONE, ("c.txt",): NONE}),
    ("the name alone", "e1,Fang Guolin,,,,,Q1", {("a.txt",): NONE, ("b.txt",): NONE, ("c.txt",): NONE}),
    ("another title", 'e1,Fang Guolin,,"Secretary, Lanzhou",,,Q1', {("a.txt",): NONE, ("b.txt",): NONE, ("c.txt",): NONE}),
    ("another name", 'e1,Fang Guolan,,"Mayor, Lanzhou",,,Q1', {("a.txt",): NONE, ("b.txt",): NONE, ("c.txt",): NONE}),
    ("two entries of one name and post", 'e1,Fang Guolin,,"Mayor, Lanzhou",,,Q1\ne2,Fang Guolin,,"Mayor, Lanzhou",,,Q2', {("a.txt",): NONE, ("b.txt",): NONE, ("c.txt",): NONE}),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "listed", "expected"), CASES, ids=[row[0] for row in CASES])
def test_matching(
    phenomenon: str, listed: str, expected: dict[tuple[str, ...], tuple[tuple[str, str], ...]]
) -> None:
    assert found(records_of(listed)) == expected


def test_a_name_alone_is_told_and_decided() -> None:
    listed = "e1,Fang Guolin,,,,,Q1"
    records = records_of(listed)
    assert [doubt.entry for doubt in records.maybe_listed] == ["e1"] * 3
    assert sum(row.reason == "perhaps on the list" for row in records.ledger) == 3
    decided = records_of(
        listed, "is,Fang Guolin @ a.txt,e1\nis,Fang Guolin @ b.txt,e1\nis-not,Fang Guolin @ c.txt,e1"
    )
    assert found(decided) == {("a.txt", "b.txt"): E1, ("c.txt",): NONE}
    assert decided.maybe_listed == ()


def test_two_mayors_of_a_common_name_and_an_entry_without_dates_stay_open() -> None:
    reports = {
        "a.txt": report("May 3, 2010", "Wang Wei", "mayor of Lanzhou City"),
        "b.txt": report("May 3, 2023", "Wang Wei", "mayor of Lanzhou City"),
    }
    listed = 'e1,Wang Wei,,"Mayor, Lanzhou",,,Q1'
    assert found(records_of(listed, reports=reports)) == {("a.txt",): NONE, ("b.txt",): NONE}
    assert found(records_of('e1,Wang Wei,,"Mayor, Lanzhou",2008,2012,Q1', reports=reports)) == {
        ("a.txt",): E1,
        ("b.txt",): NONE,
    }


@pytest.mark.parametrize(
    ("phenomenon", "rows", "detail"),
    [
        (
            "an entry that is not there",
            "is,Fang Guolin @ a.txt,e9",
            "line 2: no entry 'e9' in the list of people",
        ),
        (
            "two entries",
            "is,Fang Guolin @ a.txt,e1\nis,Fang Guolin @ a.txt,e2",
            "line 2: contradicts line 3: is of",
        ),
        (
            "is and is not",
            "is,Fang Guolin @ a.txt,e1\nis-not,Fang Guolin @ a.txt,e1",
            "line 2: contradicts line 3",
        ),
        (
            "one person, two entries by two reports",
            "same,Fang Guolin @ a.txt,Fang Guolin @ b.txt\nis,Fang Guolin @ a.txt,e1\nis,Fang Guolin @ b.txt,e2",
            "line 3: 'fang guolin' would be 2 entries of the list",
        ),
    ],
)
def test_decisions_that_cannot_hold_are_told(phenomenon: str, rows: str, detail: str) -> None:
    records = records_of("e1,Fang Guolin,,,,,Q1\ne2,Fang Guolin,,,,,Q2", rows)
    assert any(row.detail.startswith(detail) for row in records.ledger if row.document == "decisions.csv")
    assert all(not person.ids for person in records.people)


@pytest.mark.parametrize(
    ("phenomenon", "row", "why"),
    [
        ("no name", "e1,,,,,,Q1", "no name"),
        ("a date that is none", "e1,Fang Guolin,,,last year,,Q1", "'last year' in column from"),
        ("too many cells", "e1,Fang Guolin,,,,,Q1,x,y", "9 cells under 7 columns"),
        ("an id twice", "e0,Fang Guolin,,,,,Q1", "stands in line 2 already"),
    ],
)
def test_bad_rows_are_told_and_the_good_ones_hold(phenomenon: str, row: str, why: str) -> None:
    listed = f'e0,Fang Guolin,,"Mayor, Lanzhou",,,Q0\n# note\n{row}'
    read = parse_people_list(LIST + listed)
    assert [entry.id for entry in read.entries] == ["e0"]
    assert [line for line, _ in read.bad] == [4] and why in read.bad[0][1]
    (told,) = [row for row in records_of(listed).ledger if row.reason == "bad list entry"]
    assert told.document == "people.csv" and told.detail.startswith("line 4: ")


def test_a_file_without_names_is_one_bad_row() -> None:
    assert parse_people_list("who,post\nA,B\n").bad == ((1, "the header lacks name"),)
