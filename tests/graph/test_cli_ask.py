"""The commands that ask a build: what they print, and mistakes in one line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from commands import Run
from handmade import town_and_county

from corpus.store import Store
from graph.stored import keep_records
from graph.tables import rows_of


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked") / "out"
    folder.mkdir()
    records = town_and_county()
    with Store.open(folder / "sederunt.sqlite") as store:
        keep_records(store, records, rows_of(records))
    return folder


SQL = "SELECT label, meetings FROM people WHERE meetings > 1 ORDER BY label LIMIT 2"
CYPHER = "MATCH (p:Person {id: 'he-min'})-[r:ATTENDED]->(m) RETURN m.id AS meeting, r.role AS role ORDER BY m.id, r.role"


def test_a_query_prints_a_table(run: Run, out: Path) -> None:
    status, printed, _ = run("query", out, SQL)
    assert status == 0
    assert [line.split() for line in printed.splitlines()] == [
        ["label", "meetings"], ["Deng", "Wenjie", "2"], ["Fang", "Guolin", "2"], ["2", "rows"],
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["sql", "cypher"])
def test_a_query_prints_csv_and_json(language: str, run: Run, out: Path) -> None:
    arguments = [SQL] if language == "sql" else [CYPHER, "--cypher"]
    as_csv = list(csv.DictReader(run("query", out, *arguments, "--format", "csv")[1].splitlines()))
    as_json = json.loads(run("query", out, *arguments, "--format", "json")[1])
    assert as_csv
    assert [{key: str(value) for key, value in row.items()} for row in as_json] == as_csv


def test_a_query_without_words_lists_what_can_be_asked(run: Run, out: Path) -> None:
    assert "\nparticipations\n  document " in run("query", out)[1]
    assert "(:Person)-[:ATTENDED]->(:Meeting)  role STRING" in run("query", out, "--cypher")[1]


def test_a_cell_that_is_code_for_a_spreadsheet_or_a_terminal_is_harmless(run: Run, out: Path) -> None:
    query = "SELECT '=1+1' AS a, char(27) || '[31m' || 'red' AS b, NULL AS c"
    assert run("query", out, query, "--format", "csv")[1].splitlines()[1].startswith("'=1+1,")
    assert "\x1b" not in run("query", out, query)[1]


MISTAKES = [
    (["query", "OUT", "DELETE FROM table_people"], "may only read the views"),
    (["query", "OUT", "SELECT shoe_size FROM people"], "no such column: shoe_size"),
    (["query", "OUT", "MATCH (p:Person) DELETE p", "--cypher"], "DELETE is not allowed"),
    (["query", "OUT", "SELECT 1", "--format", "xml"], "none of table, csv, json"),
    (["query", "nowhere", "SELECT 1"], "no build in 'nowhere'"),
    (["search", "OUT", "***"], "no word to search for"),
    (["path", "OUT", "Fang Guolin", "Nobody"], "is called 'Nobody'"),
    (["path", "OUT", "Fang Guolin", "Luo Qing"], "is 2 people"),
    (["path", "OUT", "Fang Guolin", "Xi Jinping"], "at none of these meetings"),
    (["path", "OUT", "Fang Guolin", "He Min", "--how", "nicest"], "shortest, strongest"),
    (["path", "OUT", "Fang Guolin", "He Min", "--since", "soon"], "not an EDTF date"),
    (["missing", "OUT", "Senate"], "is called 'Senate'"),
    (["protocol", "OUT", "Senate"], "no body in this network is called 'Senate'"),
    (["centrality", "OUT", "--measure", "fame"], "unknown measure fame"),
    (["centrality", "OUT", "--weight", "heavy"], "unknown weight 'heavy'"),
    (["export", "OUT", "--format", "xlsx"], "unknown format 'xlsx'"),
    (["export", "OUT", "--format", "gexf", "--graph", "cats"], "unknown graph 'cats'"),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_a_mistake_is_one_line(arguments: list[str], said: str, run: Run, out: Path) -> None:
    status, _, errors = run(*(out if word == "OUT" else word for word in arguments))
    assert status == 2
    assert errors.startswith("error: ")
    assert said in errors


def test_sentences_with_whom_they_are_evidence_for(run: Run, out: Path) -> None:
    _, printed, _ = run("search", out, "he min")
    assert '"He Min' in printed
    assert "    He Min  at  " in printed
    assert printed.splitlines()[-1].endswith("sentences")


def test_a_way_is_printed_step_by_step_with_its_sentences(run: Run, out: Path) -> None:
    _, printed, _ = run("path", out, "Fang Guolin", "He Min")
    lines = printed.splitlines()
    assert lines[0] == "way 1: 1 steps"
    assert lines[1].startswith("  Fang Guolin - He Min  2022-03-05  ")
    assert lines[1].endswith("(and 1 more)")
    assert lines[2].startswith('      "Fang Guolin ')
    assert lines[3].startswith('      "He Min ')
    assert "no way from" in run("path", out, "Fang Guolin", "Qiao Yun")[1]


def test_measures_with_intervals_and_their_warnings(run: Run, out: Path) -> None:
    _, printed, errors = run("centrality", out, "--limit", 2)
    assert printed.splitlines()[0].split() == ["person", "strength"]
    assert len(printed.splitlines()) == 3
    assert "note: only 5 meetings" in errors
    heads = run("centrality", out, "--measure", "degree", "--measure", "betweenness", "--draws", 5)[
        1
    ].splitlines()[0]
    assert heads.count("95 % interval") == 2  # betweenness has its interval without being asked
    assert " to " in run("centrality", out, "--intervals", "--draws", 5)[1]


def test_nobody_is_missing_where_there_is_nothing_to_compare(run: Run, out: Path) -> None:
    assert run("missing", out)[1] == "0 absences: from reports, which is not from office\n"


def test_an_export_goes_beside_the_build_or_where_it_is_told(run: Run, out: Path, tmp_path: Path) -> None:
    assert run("export", out, "--format", "gexf", "--graph", "people")[1].strip() == str(
        out / "export" / "people.gexf"
    )
    assert (out / "export" / "people.gexf").is_file()
    run("export", out, "--format", "neo4j", "--to", tmp_path / "deep" / "x.cypher")
    assert (tmp_path / "deep" / "x.cypher").read_text(encoding="utf-8").startswith("CREATE CONSTRAINT")


def test_the_order_of_lists_is_printed_by_body_and_year(run: Run, tmp_path: Path) -> None:
    from lists import corpus

    records = corpus([("2023-01-01", "abc", "attended"), ("2024-01-01", "bad", "attended")])
    with Store.open(tmp_path / "sederunt.sqlite") as store:
        keep_records(store, records, rows_of(records))
    lines = run("protocol", tmp_path)[1].splitlines()
    assert lines[0] == "Town Bureau 2023  1 lists, Kendall's tau 1.00"
    assert lines[5] == "    1  Pb  in 1  rises by 1 since 2023"
    assert lines[8] == "  gone since 2023: Pc"
    assert lines[-1] == "0 lists not by rank left out"
