"""The tables: the contract of columns, one row a statement, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import Row, records_of, town_and_county
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.store import Cell
from extract.confidence import rule_confidence
from extract.records import Records
from extract.roles import ROLES
from graph.row_order import _sort_key
from graph.tables import (
    COLUMNS,
    csv_line,
    in_order,
    joined,
    read_cell,
    rows_of,
    safe_cell,
    write_rows,
    write_tables,
)

RECORDS = town_and_county()
TABLES = rows_of(RECORDS)


def table(name: str) -> list[dict[str, object]]:
    columns = [column for column, _ in COLUMNS[name]]
    return [dict(zip(columns, row, strict=True)) for row in TABLES[name]]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# -- the contract ---------------------------------------------------------------------------------------------


def test_participations_has_the_columns_that_other_programs_read() -> None:
    assert [column for column, _ in COLUMNS["participations"]] == [
        "document", "meeting_id", "meeting", "meeting_kind", "meeting_date", "place", "host", "person_id", "person",
        "role", "posts", "position", "rule", "evidence", "start", "end", "confidence", "model",
    ]  # fmt: skip


def test_the_tables_of_the_contract() -> None:
    assert list(COLUMNS) == [
        "participations", "groups", "people", "mentions", "organizations", "posts", "holdings", "meetings", "sources",
        "co_attendance", "centrality", "press", "documents", "unresolved",
    ]  # fmt: skip
    assert list(TABLES) == list(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_has_a_meaning_and_every_row_all_columns(name: str) -> None:
    columns = [column for column, _ in COLUMNS[name]]
    assert len(columns) == len(set(columns))
    assert all(meaning for _, meaning in COLUMNS[name])
    assert TABLES[name], "no row: the test sees nothing"
    assert {len(row) for row in TABLES[name]} == {len(columns)}


# -- rows -----------------------------------------------------------------------------------------------------


def test_one_row_for_each_report_meeting_person_and_role() -> None:
    keys = [(r["document"], r["meeting_id"], r["person_id"], r["role"]) for r in table("participations")]
    assert len(keys) == len(set(keys)) == 23
    assert ("city/plenary.txt", "plenary", "he-min", "attended") in keys
    assert ("city/plenary.txt", "plenary", "he-min", "spoke") in keys


def test_two_sentences_for_one_role_are_one_row_with_the_first() -> None:
    first = next(p for p in RECORDS.participations if p.person_id == "tian-bo" and p.meeting_id == "talks")
    later = replace(first, rule="said again", evidence=replace(first.evidence, start=0, end=5, quote="early"))
    doubled = replace(RECORDS, participations=(*RECORDS.participations, later))
    rows = [r for r in rows_of(doubled)["participations"] if r[1] == "talks" and r[7] == "tian-bo"]
    assert [(row[12], row[13]) for row in rows] == [("said again", "early")]


def test_the_invoked_and_the_absent_have_rows_and_collectives_have_a_table_of_their_own() -> None:
    roles = {r["person_id"]: r["role"] for r in table("participations")}
    assert roles["shi-lei"] == "absent"
    assert roles["xi-jinping"] == "invoked"
    assert [(r["group"], r["meeting"]) for r in table("groups")] == [
        ("members of the standing committee", "meeting plenary")
    ]


def test_a_participation_in_full() -> None:
    row = next(r for r in table("participations") if r["person_id"] == "fang-guolin" and r["position"])
    assert (
        row
        == {
            "document": "city/plenary.txt",
            "meeting_id": "plenary",
            "meeting": "meeting plenary",
            "meeting_kind": "conference",
            "meeting_date": "2022-03-05",
            "place": "Shuixi",
            "host": "",
            "person_id": "fang-guolin",
            "person": "Fang Guolin",
            "role": "chaired",
            "posts": "Secretary, Municipal Party Committee (Shuixi); Chair, acting",  # a ';' inside a post is a ','
            "position": 1,
            "rule": "rule for chaired",
            "evidence": "Fang Guolin chaired plenary.",
            "start": 0,
            "end": 28,
            "confidence": rule_confidence("rule for chaired", "name"),
            "model": "",
        }
    )


def test_meetings_and_people_count_those_present() -> None:
    assert {r["meeting_id"]: r["people"] for r in table("meetings")} == {
        "briefing": 1, "county-meeting": 3, "earlier": 0, "plenary": 3, "plenary-copied": 0, "talks": 2, "visit": 3,
    }  # fmt: skip
    counts = {r["person_id"]: (r["meetings"], r["documents"]) for r in table("people")}
    assert counts["fang-guolin"] == (2, 4)
    assert counts["xi-jinping"] == (0, 2)


def test_ties_are_sorted_pairs_with_their_meetings() -> None:
    rows = table("co_attendance")
    assert all(str(r["person_a"]) < str(r["person_b"]) for r in rows)
    assert [r for r in rows if r["meetings"] == 2] == [
        {
            "person_a": "fang-guolin",
            "person_b": "he-min",
            "meetings": 2,
            "newman": 1.0,
            "meeting_ids": "plenary; visit",
        }
    ]


def test_centrality_has_whoever_was_at_a_meeting_and_nobody_else() -> None:
    rows = {r["person_id"]: r for r in table("centrality")}
    assert "xi-jinping" not in rows and "shi-lei" not in rows
    assert (rows["fang-guolin"]["degree"], rows["fang-guolin"]["strength"]) == (3, 2.0)
    assert (rows["qiao-yun"]["degree"], rows["qiao-yun"]["betweenness"]) == (0, 0.0)
    assert all(r["betweenness_low"] <= r["betweenness"] <= r["betweenness_high"] for r in rows.values())


def test_betweenness_of_a_network_too_large_is_left_empty_and_the_rest_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("graph.table_network.BETWEENNESS_LIMIT", 8 * 9)  # people x ties
    assert rows_of(RECORDS)["centrality"] == TABLES["centrality"]
    monkeypatch.setattr("graph.table_network.BETWEENNESS_LIMIT", 8 * 9 - 1)
    assert rows_of(RECORDS)["centrality"] == [(*r[:3], None, None, None, r[6]) for r in TABLES["centrality"]]


def test_press_documents_and_the_ledger() -> None:
    assert [r["name"] for r in table("press")] == ["Guan Xin"]
    copies = {r["document"]: r["duplicate_of"] for r in table("documents")}
    assert copies["city/plenary-copy.txt"] == "city/plenary.txt"
    assert [(r["document"], r["reason"]) for r in table("unresolved")] == [
        ("county/talks.txt", "undated meeting"),
        ("noise.bin", "not text"),  # a file of which nothing was read
    ]


# -- cells ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        ("", ""),
        ("Fang Guolin", "Fang Guolin"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+86 10", "'+86 10"),
        ("-2", "'-2"),  # text that looks like a number is still text
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("a=1", "a=1"),
        ("'quoted'", "'quoted'"),
        ("'=1", "''=1"),  # or reading it back would lose its own apostrophe
        ("nul\x00", "nul"),
        (-2, "-2"),  # numbers are not touched
        (-0.5, "-0.5"),
        (1 / 3, "0.333333333"),
        (2.0, "2.0"),
        (1e-12, "1e-12"),
        (123456789012.0, "123456789000.0"),
    ],
)
def test_safe_cell(cell: str | int | float | None, written: str) -> None:
    assert safe_cell(cell) == written


@given(st.text().filter(lambda text: "\x00" not in text))
def test_a_cell_comes_back_and_never_begins_a_formula(text: str) -> None:
    written = safe_cell(text)
    assert read_cell(written) == text
    assert written[:1] not in set("=+-@\t\r")


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\x00", codec="utf-8")), min_size=2), min_size=1
    )
)
def test_lines_are_read_back_as_they_were(rows: list[list[str]]) -> None:
    """Also with a carriage return in the middle of a cell, which must not end the row."""
    text = "".join(csv_line(row) for row in rows)
    assert list(csv.reader(io.StringIO(text, newline=""))) == rows


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(-2, 2),
    st.text(alphabet='ab=",\x00\r', max_size=3),
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(CELLS, CELLS), max_size=6) | st.lists(st.tuples(st.integers(), st.text()), max_size=6)
)
def test_columns_of_one_kind_are_sorted_as_mixed_ones(rows: list[tuple[Cell, ...]]) -> None:
    assert in_order(rows) == sorted(rows, key=_sort_key)


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.tuples(*[CELLS] * len(COLUMNS["press"])), max_size=6))
def test_columns_are_written_as_cell_by_cell(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Cell, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    write_rows({name: rows if name == "press" else [] for name in COLUMNS}, folder)
    written = (folder / "press.csv").read_bytes().decode("utf-8")
    assert written.partition("\n")[2] == "".join(csv_line(map(safe_cell, row)) for row in rows)


def test_joined() -> None:
    assert joined(["a; b", "c"]) == "a, b; c"


def test_a_hostile_report_stays_text(tmp_path: Path) -> None:
    name = '=cmd|"/c calc"!A1'
    person = replace(RECORDS.people[0], name=name, label=name)
    post = 'Chair\r=1+1, "Office"\nnext'
    records = replace(
        RECORDS,
        people=(person, *RECORDS.people[1:]),
        participations=tuple(replace(p, posts=(post,)) for p in RECORDS.participations),
    )
    write_tables(records, tmp_path)
    rows = read(tmp_path / "participations.csv")
    assert len(rows) == 23
    assert {row["posts"] for row in rows} == {post}
    assert f"'{name}" in {row["person"] for row in rows}


# -- files ----------------------------------------------------------------------------------------------------


def test_files_are_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    write_tables(RECORDS, tmp_path / "tables")
    assert sorted(path.stem for path in (tmp_path / "tables").iterdir()) == sorted(COLUMNS)
    for path in (tmp_path / "tables").iterdir():
        data = path.read_bytes()
        assert b"\r" not in data and data.endswith(b"\n")
        assert data.decode("utf-8").splitlines()[0] == ",".join(column for column, _ in COLUMNS[path.stem])


def test_an_empty_corpus_has_all_tables_with_their_headings(tmp_path: Path) -> None:
    write_tables(Records(), tmp_path)
    assert all(len(path.read_text(encoding="utf-8").splitlines()) == 1 for path in tmp_path.iterdir())


def shuffled(records: Records) -> Records:
    return replace(
        records,
        **{
            name: getattr(records, name)[::-1]
            for name in (
                "documents", "people", "organizations", "posts", "holdings", "meetings", "participations", "press", "ledger"
            )
        },
    )  # fmt: skip


def test_the_order_of_the_records_does_not_matter() -> None:
    assert rows_of(shuffled(RECORDS)) == TABLES


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["x.txt", "y.txt"]),
        st.sampled_from(["m1", "m2", "m3", ""]),
        st.sampled_from([f"person-{letter}" for letter in "abcdef"]),
        st.sampled_from(ROLES),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_rows_are_sorted_and_do_not_depend_on_the_order_of_the_records(rows: list[Row]) -> None:
    records = records_of(rows)
    tables = rows_of(records)
    assert rows_of(shuffled(records)) == tables
    keys = [row[:2] for row in tables["participations"]]
    assert keys == sorted(keys)


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_names_do_not_matter_to_the_numbers(rows: list[Row]) -> None:
    """Relabel people and meetings, keeping their order: the same tables under other names."""
    renamed = [(d, f"gathering-{m}" if m else "", f"somebody-{p}", r) for d, m, p, r in rows]
    one, other = rows_of(records_of(rows)), rows_of(records_of(renamed))
    assert [r[1:] for r in one["centrality"]] == [r[1:] for r in other["centrality"]]
    assert [r[2:4] for r in one["co_attendance"]] == [r[2:4] for r in other["co_attendance"]]


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_a_republished_copy_changes_no_measure(rows: list[Row]) -> None:
    copy = [("z-copy.txt", m, p, r) for d, m, p, r in rows if d == "x.txt"]
    one = rows_of(records_of(rows))
    other = rows_of(records_of([*rows, *copy], duplicate_of={"z-copy.txt": "x.txt"}))
    assert other["centrality"] == one["centrality"]
    assert other["co_attendance"] == one["co_attendance"]
