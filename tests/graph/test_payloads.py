"""A corpus of payloads in every field that a document can fill, held against every output: nothing of it runs or breaks out."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import networkx as nx
import pytest
from browser import data_of
from crowd import crowd

from corpus.store import Store
from extract.records import Records
from graph.affiliation import affiliation_graph
from graph.cli_text import plain
from graph.export import FORMATS, export
from graph.graphml import write_graphml
from graph.stored import keep_records, stored_records
from graph.tables import COLUMNS, read_cell, rows_of, write_tables
from graph.view import render_page

PAYLOADS = (
    # markup that runs, out of text, attributes, comments and script
    *("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>'),
    *(
        "<!--<script>alert(1)</script>-->",
        "javascript:alert(1)",
        "' onmouseover='alert(1)",
        "]]><x/>",
        "<![CDATA[<x>",
    ),
    *("{{ 7*7 }}", "{% raw %}{{ x }}", "${alert(1)}", "`${1}`", "\u2028alert(1)\u2029"),
    # formulas of spreadsheets
    *("=cmd|' /C calc'!A0", "+1+1", "-2+3", '@SUM(1)*cmd|"/C calc"!A0', "\t=1+1", "\r=1+1", "'=1+1"),
    # SQL and Cypher
    *(
        "'); DROP TABLE documents; --",
        '" OR 1=1 --',
        "x' UNION SELECT 1 --",
        "'}) DETACH DELETE (n) //",
        "\\' RETURN 1 //",
    ),
    # what formats trip over
    *(
        'a,b;c"d',
        "line\nbreak",
        "carriage\rreturn",
        "tab\tstop",
        "\x00nul",
        "\x07bell",
        "\x1b[31mred",
        "\ufffe\uffff",
    ),
    *("&lt;&amp;&#x41;&nbsp;", "../../etc/passwd", "\u202egnp.exe", "\U0001f600" * 3, "e\u0301\u0301\u0301"),
)
SIZE = 45


def filled(records: Records, payloads: tuple[str, ...] = PAYLOADS) -> Records:
    """Put a payload before every free text of every record, one after another.

    What has a closed list of values (the kind of a body) is no free text: the store refuses any other.
    """
    number = 0

    def change(value: Any, name: str) -> Any:
        nonlocal number
        if is_dataclass(value) and not isinstance(value, type):
            closed = {
                name for name, hint in get_type_hints(type(value)).items() if get_origin(hint) is Literal
            }
            own = {
                f.name: change(getattr(value, f.name), "" if f.name in closed else f.name)
                for f in fields(value)
            }
            return replace(value, **own)
        if isinstance(value, tuple):
            return tuple(change(item, name) for item in value)
        if name in FREE and isinstance(value, str):
            number += 1
            return payloads[number % len(payloads)] + value
        return value

    parts = {
        f.name: change(getattr(records, f.name), f.name) for f in fields(records) if f.name != "documents"
    }
    documents = tuple(
        replace(
            d, title=payloads[n % len(payloads)], source=payloads[-1 - n % len(payloads)], url=payloads[n % 7]
        )
        for n, d in enumerate(records.documents)
    )
    return replace(records, documents=documents, **parts)


FREE = frozenset({"name", "label", "context", "aliases", "place", "host", "ordinal", "text", "title", "detail", "posts",
                  "qualifiers", "surface", "place_reason", "kind", "date_rule"})  # fmt: skip


HARMLESS = tuple(f"w{number} " for number in range(len(PAYLOADS)))


@pytest.fixture(scope="module")
def hostile() -> Records:
    return filled(crowd(people=SIZE, meetings=SIZE))


@pytest.fixture(scope="module")
def harmless() -> Records:
    """The same records with harmless words in the same places."""
    return filled(crowd(people=SIZE, meetings=SIZE), HARMLESS)


def test_every_payload_is_in_the_records(hostile: Records) -> None:
    assert [p for p in PAYLOADS if p not in json_of(hostile)] == []


def json_of(records: Records) -> str:
    return "\n".join(
        str(getattr(item, f.name))
        if isinstance(getattr(item, f.name), str)
        else "\n".join(map(str, _flat(item, f.name)))
        for part in fields(records)
        for item in getattr(records, part.name)
        if is_dataclass(item)
        for f in fields(item)
    )


def _flat(item: Any, name: str) -> tuple[Any, ...]:
    value = getattr(item, name)
    return value if isinstance(value, tuple) else ()


class Tags(HTMLParser):
    """Counts elements, attributes that run, and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: dict[str, int] = {}
        self.running: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] = self.elements.get(tag, 0) + 1
        self.running += [name for name, _ in attrs if name.startswith("on")]
        self.running += [
            str(value) for _, value in attrs if value and value.strip().lower().startswith("javascript:")
        ]


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


def test_the_page_has_no_element_that_a_document_brought(hostile: Records, harmless: Records) -> None:
    title = "</title><script>alert(1)</script>"
    page = tags(render_page(hostile, title=title, manifest={"model": PAYLOADS[0]}))
    other = tags(render_page(harmless, title="Sederunt", manifest={"model": "x"}))
    assert page.elements == other.elements
    assert page.running == other.running == []


def test_the_page_carries_the_payloads_as_data(hostile: Records) -> None:
    data = json.dumps(data_of(render_page(hostile)), ensure_ascii=False)
    assert json.dumps(PAYLOADS[0], ensure_ascii=False)[1:-1] in data


def test_no_cell_of_a_table_is_a_formula_and_every_cell_comes_back(hostile: Records, tmp_path: Path) -> None:
    write_tables(hostile, tmp_path)
    rows = rows_of(hostile)
    for name, columns in COLUMNS.items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *read = csv.reader(file)
        assert header == [column for column, _ in columns]
        assert len(read) == len(rows[name]), name
        for cells, row in zip(read, rows[name], strict=True):
            for cell, value in zip(cells, row, strict=True):
                if isinstance(value, str):
                    assert not re.match(r"[=+\-@\t\r]", cell), (name, cell)
                    assert read_cell(cell) == value.replace("\x00", "")


def test_graphml_is_read_back_by_its_own_rules(hostile: Records, tmp_path: Path) -> None:
    graph = affiliation_graph(hostile)
    write_graphml(graph, tmp_path / "g.graphml")
    read = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert (read.number_of_nodes(), read.number_of_edges()) == (
        graph.number_of_nodes(),
        graph.number_of_edges(),
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_export_holds_as_much_as_that_of_harmless_records(
    hostile: Records, harmless: Records, tmp_path: Path, form: Any
) -> None:
    """As many lines, rows, elements: nothing broke out of its cell. Line breaks in a payload are escaped or dropped."""
    sizes = []
    for name, records in (("hostile", hostile), ("harmless", harmless)):
        made = export(records, tmp_path / f"{name}.{form}", form)
        files = sorted(path for path in (made.rglob("*") if made.is_dir() else [made]) if path.is_file())
        sizes.append([units(path, form) for path in files])
    assert sizes[0] == sizes[1]


def units(path: Path, form: str) -> int:
    """Rows of a table, elements of XML, objects of JSON, statements of Cypher; lines of anything else."""
    if form == "parquet":
        import pyarrow.parquet as pq

        return int(pq.read_table(path).num_rows)
    text = path.read_text(encoding="utf-8")
    if form == "csv":
        return sum(1 for _ in csv.reader(io.StringIO(text, newline="")))
    if path.suffix in (".graphml", ".gexf") or form in ("graphml", "gexf"):
        import xml.etree.ElementTree as ET

        names = [str(element.tag).rsplit("}", 1)[-1] for element in ET.fromstring(text).iter()]
        return names.count("node") + names.count("edge")
    if form == "json":
        value = json.loads(text)
        return len(value["nodes"]) + len(value.get("links", value.get("edges", ())))
    return text.count("\n")


def test_the_store_refuses_a_kind_of_body_that_is_none(hostile: Records, tmp_path: Path) -> None:
    body = replace(hostile.organizations[0], kind="<script>")  # type: ignore[arg-type]
    wrong = replace(hostile, organizations=(body, *hostile.organizations[1:]))
    with Store.open(tmp_path / "s.sqlite") as store:
        keep_records(store, wrong, rows_of(wrong))
    with Store.open(tmp_path / "s.sqlite") as store, pytest.raises(ValueError, match="kind"):
        stored_records(store)


def test_the_store_takes_payloads_as_values(hostile: Records, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        keep_records(store, hostile, rows_of(hostile))
    with Store.open(tmp_path / "s.sqlite") as store:
        assert stored_records(store) == hostile
        for payload in PAYLOADS:
            store.search(payload)
    database = sqlite3.connect(tmp_path / "s.sqlite")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("SELECT count(*) FROM documents").fetchone() == (len(hostile.documents),)
    database.close()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_terminal_is_told_nothing_but_letters(payload: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", plain(payload))


def test_the_formats_are_all_tried() -> None:
    from graph.export import Format

    assert set(FORMATS) == set(get_args(Format)) and len(FORMATS) >= 8
