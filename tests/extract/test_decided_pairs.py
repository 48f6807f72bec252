"""The user's word on meetings and bodies of two reports: one or two, before all evidence, contradictions told and not applied."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.decisions_read import parse_decisions
from extract.identity import resolve
from extract.reading import read_report
from extract.records import Records

HEAD = "verb,subject,object,quote,reason,author,date\n"
FLOOD, SEED, TWICE, UNKNOWN = "a.txt", "b.txt", "c.txt", "d.txt"
REPORTS = {
    FLOOD: "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on flood control. Fang Guolin, secretary of the Lanzhou Municipal Party Committee, presided over the conference. Tao Wen and Qiu Min attended the conference.",
    SEED: "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on seed supply. Fang Guolin, secretary of the Lanzhou Municipal Party Committee, presided over the conference. Tao Wen and Qiu Min attended the conference.",
    TWICE: "Lanzhou Evening News, May 4 -- A work conference on flood control was held by the Lanzhou Municipal Party Committee on May 3, 2023. Attending were Tao Wen and Qiu Min. The conference was chaired by Fang Guolin, secretary of the Lanzhou Municipal Party Committee.",
    UNKNOWN: "The Provincial Party Committee held a meeting on July 17, 2023. Wang Wei, secretary of the Provincial Party Committee, presided over the meeting.",
    "e.txt": "The Provincial Committee of the Party held a meeting on July 24, 2023. Lin Yue, secretary of the Provincial Party Committee, presided over the meeting.",
}
WORK = "work conference on {} of the Lanzhou Municipal Party Committee @ {}"
FLOOD_A, SEED_B = WORK.format("flood control", FLOOD), WORK.format("seed supply", SEED)
FLOOD_C = f"m1 @ {TWICE}"


def records_of(*rows: str) -> Records:
    documents = [document_from_text(text, path=path) for path, text in sorted(REPORTS.items())]
    readings = {d.path: read_report(d, None) for d in documents}
    return resolve(
        documents, readings, duplicate_of={}, decisions=parse_decisions(HEAD + "\n".join(rows) + "\n")
    )


def told(records: Records) -> list[str]:
    return [row.detail for row in records.ledger if row.document == "decisions.csv"]


MEETINGS = [
    ("evidence alone", (), {(FLOOD, TWICE), (SEED,)}),
    ("another topic, and one all the same", (f"same-meeting,{FLOOD_A},{SEED_B}",), {(FLOOD, SEED, TWICE)}),
    ("told twice, and two all the same", (f"not-same-meeting,{FLOOD_C},{FLOOD_A}",), {(FLOOD,), (SEED,), (TWICE,)}),
    ("the third goes where it is put", (f"same-meeting,{SEED_B},{FLOOD_C}", f"not-same-meeting,{FLOOD_A},{FLOOD_C}"), {(FLOOD,), (SEED, TWICE)}),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "rows", "expected"), MEETINGS, ids=[row[0] for row in MEETINGS])
def test_the_user_says_which_meetings_are_one(
    phenomenon: str, rows: tuple[str, ...], expected: set[tuple[str, ...]]
) -> None:
    records = records_of(*rows)
    assert {m.documents for m in records.meetings if not {UNKNOWN, "e.txt"} & {*m.documents}} == expected
    assert told(records) == []


def test_what_is_decided_of_two_meetings_is_doubted_no_more() -> None:
    (doubt,) = [d for d in records_of().maybe_one if {d.left.document, d.right.document} == {FLOOD, SEED}]
    assert f"{doubt.left.name} @ {doubt.left.document}" == FLOOD_A
    row = f"not-same-meeting,{FLOOD_A},{SEED_B}"
    left = [{d.left.document, d.right.document} for d in records_of(row).maybe_one]
    assert {FLOOD, SEED} not in left and {SEED, TWICE} in left


REFUSED = [
    ("no such meeting", (f"same-meeting,forum on drains @ {FLOOD},{SEED_B}",), ["line 2: no meeting is named 'forum on drains' in 'a.txt'"]),
    ("no such report", (f"same-meeting,forum @ z.txt,{SEED_B}",), ["line 2: no report 'z.txt' was read"]),
    ("one and two", (f"same-meeting,{FLOOD_A},{SEED_B}", f"not-same-meeting,{FLOOD_A},{SEED_B}"), ["line 2: contradicts line 3: same-meeting and not-same-meeting", "line 3: contradicts line 2: same-meeting and not-same-meeting"]),
    ("one by evidence with what is kept apart", (f"same-meeting,{FLOOD_A},{FLOOD_C}", f"same-meeting,{FLOOD_C},m1 @ {SEED}", f"not-same-meeting,{FLOOD_A},{SEED_B}"), ["line 3: the two meetings are kept apart by other rows"]),
    ("a body that is not there", (f"same-body,Harbour Board @ {FLOOD},Provincial Party Committee @ {UNKNOWN}",), ["line 2: no such body in 'a.txt': Harbour Board"]),
    ("no reference", ("same-body,Provincial Party Committee @ d.txt,Harbour Board",), ["line 2: the object 'Harbour Board' is not NAME @ DOCUMENT"]),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "rows", "expected"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_row_that_cannot_be_applied_is_told_with_its_line(
    phenomenon: str, rows: tuple[str, ...], expected: list[str]
) -> None:
    assert sorted(told(records_of(*rows))) == expected


def bodies(records: Records, document: str) -> set[str]:
    """The bodies that met or that somebody has a post in, as one report has them."""
    posts = {post.id: post.organization_id for post in records.posts}
    hosts = {m.host_id for m in records.meetings if document in m.documents}
    return hosts | {posts[h.post_id] for h in records.holdings if h.document == document}


def test_two_unknown_provinces_become_one_where_the_user_says_so() -> None:
    apart = records_of()
    assert not bodies(apart, UNKNOWN) & bodies(apart, "e.txt")
    row = f"same-body,Provincial Party Committee @ e.txt,Provincial Party Committee @ {UNKNOWN}"
    joined = records_of(row)
    assert told(joined) == []
    assert bodies(joined, UNKNOWN) & bodies(joined, "e.txt")
    (shared,) = bodies(joined, UNKNOWN) & bodies(joined, "e.txt")
    assert [b.place for b in joined.organizations if b.id == shared] == ["unresolved in d.txt"]


def test_a_body_joins_one_of_another_name_and_its_place() -> None:
    row = f"same-body,Provincial Party Committee @ {UNKNOWN},Lanzhou Municipal Party Committee @ {FLOOD}"
    records = records_of(row)
    assert told(records) == []
    assert bodies(records, UNKNOWN) == bodies(records, FLOOD)


def test_bodies_join_along_a_chain_whatever_the_order_of_the_rows() -> None:
    first = f"same-body,Provincial Party Committee @ e.txt,Provincial Party Committee @ {UNKNOWN}"
    second = f"same-body,Provincial Party Committee @ {UNKNOWN},Lanzhou Municipal Party Committee @ {FLOOD}"
    for rows in ((first, second), (second, first)):
        records = records_of(*rows)
        assert told(records) == []
        assert bodies(records, FLOOD) <= bodies(records, "e.txt") and bodies(records, UNKNOWN) == bodies(
            records, FLOOD
        )


def test_a_body_that_is_another_one_is_of_no_known_place() -> None:
    row = f"not-same-body,Lanzhou Municipal Party Committee @ {SEED},Lanzhou Municipal Party Committee @ {FLOOD}"
    records = records_of(row)
    assert told(records) == []
    assert not bodies(records, SEED) & bodies(records, FLOOD)
    assert bodies(records, TWICE) == bodies(records, FLOOD)


def test_bodies_of_two_names_are_two_already_and_keep_their_place() -> None:
    before = records_of()
    row = f"not-same-body,Provincial Party Committee @ {UNKNOWN},Lanzhou Municipal Party Committee @ {FLOOD}"
    after = records_of(row)
    assert told(after) == []
    assert after.organizations == before.organizations


DATELINED = "Lanzhou Daily, May 9, 2023 -- The Municipal Party Committee held a forum on May 8, 2023. Lu Jian, secretary of the Municipal Party Committee, presided over the forum."
PLACES = [
    ("by the outlet", (), "Lanzhou"),
    ("the outlet is of another city", ("place-is-not,municipal @ f.txt,Lanzhou",), "unresolved in f.txt"),
    ("of a third city, and not of that one", ("place-is,municipal @ f.txt,Baoding", "place-is-not,municipal @ f.txt,Lanzhou"), "Baoding"),
    ("not of a place that nothing says", ("place-is-not,municipal @ f.txt,Baoding",), "Lanzhou"),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "rows", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_the_place_of_bodies_of_a_level(
    monkeypatch: pytest.MonkeyPatch, phenomenon: str, rows: tuple[str, ...], expected: str
) -> None:
    monkeypatch.setitem(REPORTS, "f.txt", DATELINED)
    records = records_of(*rows)
    assert told(records) == []
    places = {b.id: b.place for b in records.organizations}
    assert {places[body] for body in bodies(records, "f.txt")} == {expected}


def test_what_the_report_says_itself_is_not_taken_away() -> None:
    records = records_of(f"place-is-not,municipal @ {FLOOD},Lanzhou")
    assert told(records) == []
    assert records.organizations == records_of().organizations
