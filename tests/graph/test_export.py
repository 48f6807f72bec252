"""Every format is read back by the library that owns it, and what comes back is what was written."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from handmade import records_of, town_and_county
from pyarrow import parquet

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.roles import PRESENT
from graph import Network
from graph.attendance import attendance, counted_meetings
from graph.export import ENDINGS, FORMATS, GRAPHS, Format, export, graph_of
from graph.export_ftm import ftm_entities
from graph.export_graphs import RENAMED, pajek_names, with_spells
from graph.export_neo4j import literal, neo4j_statements
from graph.exporters import flat_graph
from graph.property_graph import property_graph
from graph.sources import is_report, own_outputs
from graph.tables import COLUMNS, rows_of

RECORDS = town_and_county()
HOSTILE = Network.from_table(
    [
        {"person": name, "meeting": meeting, "date": "2024-05", "role": "attended"}
        for name in (
            "</node><script>alert(1)</script>",
            "=1+1",
            'Li "Ming\\',
            "O'Brien",
            "张伟",
            "a\x0bb\ufffdc",
            "*edges",
        )
        for meeting in ("m'1\\", 'm"2; DROP')
    ]
).records
EACH = pytest.mark.parametrize(
    "records", [RECORDS, HOSTILE, records_of([])], ids=["town", "hostile", "empty"]
)


def written(records: Records, form: Format, folder: Path, which: Any = None) -> Path:
    return export(records, folder / f"x{ENDINGS.get(form, '')}", form, which=which)


@EACH
@pytest.mark.parametrize("which", GRAPHS)
def test_graphml_comes_back(which: Any, records: Records, tmp_path: Path) -> None:
    back = nx.read_graphml(
        written(records, "graphml", tmp_path, which), force_multigraph=which == "affiliation"
    )
    expected = flat_graph(graph_of(records, which))
    assert dict(back.nodes(data=True)) == dict(expected.nodes(data=True))
    assert edges(back) == edges(expected)


@EACH
@pytest.mark.parametrize("which", GRAPHS)
def test_gexf_comes_back_with_its_timeline(which: Any, records: Records, tmp_path: Path) -> None:
    timed = with_spells(graph_of(records, which), records)
    back = nx.read_gexf(written(records, "gexf", tmp_path, which))
    bare = timed.copy()
    for data in (*(d for _, d in bare.nodes(data=True)), *(e[-1] for e in bare.edges(data=True))):
        data.pop("spells", None)
    expected = flat_graph(bare)
    assert set(back) == set(expected)
    for node, own in zip(expected, timed, strict=True):
        assert back.nodes[node]["label"] == expected.nodes[node]["label"]
        assert back.nodes[node].get("spells", []) == timed.nodes[own].get("spells", [])
        kept = {RENAMED.get(key, key): value for key, value in expected.nodes[node].items()}
        assert {key: back.nodes[node][key] for key in kept if kept[key] != ""} == {
            k: v for k, v in kept.items() if v != ""
        }
    assert back.number_of_edges() == expected.number_of_edges()
    key = "quote" if which == "affiliation" else "count"
    assert sorted(str(d.get(key, "")) for *_, d in back.edges(data=True)) == sorted(
        str(d.get(key, "")) for *_, d in expected.edges(data=True)
    )
    assert sorted(d.get("spells", []) for *_, d in back.edges(data=True)) == sorted(
        d.get("spells", []) for *_, d in timed.edges(data=True)
    )


def test_spells_are_the_intervals_that_dates_are() -> None:
    timed = with_spells(graph_of(RECORDS, "affiliation"), RECORDS)
    dates = {m.id: m.date for m in RECORDS.meetings}
    for node, data in timed.nodes(data=True):
        if data["type"] == "meeting":
            bounds = edtf_bounds(dates[node.removeprefix("meeting:")] or "")
            assert data.get("spells", []) == ([bounds] if bounds else [])
    people = with_spells(graph_of(RECORDS, "people"), RECORDS)
    assert people["fang-guolin"]["he-min"]["spells"] == sorted(
        edtf_bounds(dates[meeting] or "") for meeting in ("plenary", "visit")
    )


@pytest.mark.parametrize("form", sorted(ENDINGS))
def test_the_same_network_gives_the_same_bytes_and_no_clock(form: Format, tmp_path: Path) -> None:
    one, two = (written(RECORDS, form, tmp_path / name).read_bytes() for name in ("a", "b"))
    assert one == two
    assert b"\r" not in one
    assert b"lastmodified" not in one


@EACH
@pytest.mark.parametrize("which", GRAPHS)
def test_json_comes_back(which: Any, records: Records, tmp_path: Path) -> None:
    text = written(records, "json", tmp_path, which).read_text(encoding="utf-8")
    back = nx.node_link_graph(json.loads(text), edges="edges")
    graph = graph_of(records, which)
    assert dict(back.nodes(data=True)) == listed(dict(graph.nodes(data=True)))
    assert edges(back) == edges(graph)
    assert (back.is_directed(), back.is_multigraph()) == (graph.is_directed(), graph.is_multigraph())


@EACH
@pytest.mark.parametrize("which", ["people", "meetings", "bodies", "backbone"])
def test_pajek_comes_back(which: Any, records: Records, tmp_path: Path) -> None:
    back = nx.read_pajek(written(records, "pajek", tmp_path, which), encoding="UTF-8")
    graph = graph_of(records, which)
    names = pajek_names(graph)
    assert set(back) == set(names.values())
    assert len(set(names.values())) == len(graph)
    found = sorted((*sorted((a, b)), w) for a, b, w in back.edges(data="weight"))
    assert found == sorted((*sorted((names[a], names[b])), w) for a, b, w in graph.edges(data="weight"))


def edges(graph: nx.Graph) -> list[str]:
    """Edges as text, ends of undirected ones in order, tuples as lists: what two equal graphs share."""
    keyed = (
        graph.edges(data=True, keys=True)
        if graph.is_multigraph()
        else ((*e[:2], 0, e[2]) for e in graph.edges(data=True))
    )
    return sorted(
        str((*((a, b) if graph.is_directed() else sorted((a, b))), str(key), sorted(listed(data).items())))
        for a, b, key, data in keyed
    )


def listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: listed(item) for key, item in value.items()}
    return [listed(item) for item in value] if isinstance(value, tuple | list) else value


@EACH
def test_csv_and_parquet_hold_the_same_tables(records: Records, tmp_path: Path) -> None:
    tables = rows_of(records)
    export(records, tmp_path / "csv", "csv")
    export(records, tmp_path / "parquet", "parquet")
    for name, columns in COLUMNS.items():
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == len(tables[name])
        table = parquet.read_table(tmp_path / "parquet" / f"{name}.parquet")
        assert table.column_names == [column for column, _ in columns]
        found = [tuple(row.values()) for row in table.to_pylist()]
        assert found == [
            tuple(c.replace("\ud800", "?") if isinstance(c, str) else c for c in row) for row in tables[name]
        ]


# -- FollowTheMoney -------------------------------------------------------------------------------------------

# schema: (property: range of its entities, '' for text), as in the model of followthemoney 4.11
TOLD = {"date": "", "startDate": "", "endDate": "", "description": "", "proof": "Document"}
BODY = {"name": "", "classification": "", "notes": "", "parent": "LegalEntity"}
MODEL: dict[str, dict[str, str]] = {
    "Document": dict.fromkeys(["title", "fileName", "bodyText", "publishedAt", "publisher", "sourceUrl"], ""),
    "Person": {"name": "", "alias": "", "summary": ""},
    "PublicBody": BODY,
    "Company": BODY,
    "Organization": BODY,
    "Position": {"name": "", "organization": "Organization", "subnationalArea": ""},
    "Event": TOLD
    | {"name": "", "keywords": "", "location": "", "organizer": "LegalEntity", "involved": "LegalEntity"},
    "Occupancy": TOLD | {"holder": "Person", "post": "Position"},
    "Membership": TOLD | {"member": "LegalEntity", "organization": "Organization", "role": ""},
    "UnknownLink": TOLD | {"subject": "Thing", "object": "Thing", "role": ""},
}
REQUIRED = {
    "Document": ["fileName"],
    "Occupancy": ["holder", "post"],
    "Membership": ["member", "organization"],
    "UnknownLink": ["subject", "object"],
}
PARENTS = {
    "Person": {"LegalEntity", "Thing"},
    "PublicBody": {"Organization", "LegalEntity", "Thing"},
    "Company": {"Organization", "LegalEntity", "Thing"},
    "Organization": {"LegalEntity", "Thing"},
    **{schema: {"Thing"} for schema in ("Position", "Event", "Document")},
}


@EACH
def test_entities_keep_to_the_model(records: Records) -> None:
    entities = {entity["id"]: entity for entity in ftm_entities(records)}
    assert len(entities) == len(list(ftm_entities(records)))
    for entity in entities.values():
        schema, properties = entity["schema"], entity["properties"]
        assert set(properties) <= set(MODEL[schema])
        assert set(REQUIRED.get(schema, ["name"])) <= set(properties)
        for name, values in properties.items():
            assert values and all(values)
            wanted = MODEL[schema][name]
            for value in values if wanted else ():
                other = entities[value]["schema"]
                assert wanted in {other, *PARENTS.get(other, ())}


def test_entities_say_who_was_there_and_who_was_only_named() -> None:
    entities = list(ftm_entities(RECORDS))
    name = {e["id"]: e["properties"].get("name", ["?"])[0] for e in entities}
    there = attendance(RECORDS)
    people = {p.id: p.name for p in RECORDS.people}
    found = {
        name[e["id"]]: {name[key] for key in e["properties"].get("involved", [])}
        for e in entities
        if e["schema"] == "Event"
    }
    assert found == {m.name: {people[key] for key in there.get(m.id, ())} for m in counted_meetings(RECORDS)}
    for link in (e["properties"] for e in entities if e["schema"] == "UnknownLink"):
        present = set(link["role"]) <= PRESENT
        involved = found.get(name[link["object"][0]], set())
        assert present == (name[link["subject"][0]] in involved)
        assert link["proof"] and link["description"]
    roles = {role for e in entities if e["schema"] == "UnknownLink" for role in e["properties"]["role"]}
    assert {"invoked", "chaired"} <= roles


VALIDATE = """
import json, sys
from followthemoney import model
count = 0
for line in open(sys.argv[1], encoding="utf-8"):
    data = json.loads(line)
    assert model.get(data["schema"]).validate(data) is None
    proxy = model.get_proxy(data, cleaned=False)  # raises for an unknown property, drops values that are none
    assert proxy.schema.name == data["schema"]
    back = proxy.to_dict()["properties"]
    assert {key: sorted(values) for key, values in back.items()} == data["properties"], (back, data)
    count += 1
print(count)
"""
LIBRARY = Path(sys.prefix) / "followthemoney"
"""Where `scripts/venv.sh test` puts the library: apart, for it asks for another networkx."""


@EACH
def test_followthemoney_takes_the_entities_as_they_are(records: Records, tmp_path: Path) -> None:
    if not LIBRARY.is_dir():
        pytest.skip("followthemoney could not be installed here: it needs ICU and a compiler")
    path = written(records, "ftm", tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", VALIDATE, str(path)],
        env={**os.environ, "PYTHONPATH": str(LIBRARY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(list(ftm_entities(records)))


# -- Neo4j ----------------------------------------------------------------------------------------------------


@EACH
def test_the_cypher_script_makes_the_same_graph_in_another_engine(records: Records) -> None:
    """LadybugDB wants its tables declared; every other statement runs as it is written for Neo4j."""
    import ladybug

    connection = ladybug.Connection(ladybug.Database(":memory:", buffer_pool_size=2**28))
    tables = property_graph(records)
    for table in tables:
        columns = ", ".join(f"`{name}` {kind}" for name, kind in table.columns)
        if table.source:
            connection.execute(
                f"CREATE REL TABLE {table.name} (FROM {table.source} TO {table.target}, {columns})"
            )
        else:
            connection.execute(f"CREATE NODE TABLE {table.name} ({columns}, PRIMARY KEY (id))")
    for statement in neo4j_statements(records, batch=1):  # it wants all rows of a list to have one type
        assert "\n" not in statement
        if not re.fullmatch(
            r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:\w+\) REQUIRE n.id IS UNIQUE", statement
        ):
            connection.execute(statement)
    for table in tables:
        names = ", ".join(f"r.`{name}`" for name, _ in table.columns)
        pattern = (
            "MATCH (a)-[r:{0}]->(b) RETURN a.id, b.id, {1}" if table.source else "MATCH (r:{0}) RETURN {1}"
        )
        result = connection.execute(pattern.format(table.name, names))
        found = sorted(map(str, result.get_all()))
        assert found == sorted(str([safe(cell) for cell in row]) for row in table.rows)


def safe(cell: Any) -> Any:
    """What Cypher text can hold: `literal` drops the other characters."""
    return "".join(c for c in cell if c.isprintable() or c in "\t\n\r") if isinstance(cell, str) else cell


def test_a_literal_cannot_end_its_quotes() -> None:
    assert literal("a'b\\c\nd\u2028e") == "'a\\'b\\\\c\\nde'"
    assert literal([True, None, 1.5, 2]) == "[true, null, 1.5, 2]"


# -- the door -------------------------------------------------------------------------------------------------


def test_what_cannot_be_exported_is_refused(tmp_path: Path) -> None:
    refused = [
        ({"form": "xlsx"}, "unknown format"),
        ({"form": "gexf", "which": "cats"}, "unknown graph 'cats': one of affiliation"),
        ({"form": "ftm", "which": "people"}, "no graph can be chosen"),
        ({"form": "pajek", "which": "affiliation"}, "parallel edges"),
    ]
    for arguments, said in refused:
        with pytest.raises(ValueError, match=said):
            export(RECORDS, tmp_path / "x", **arguments)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is a folder"):
        export(RECORDS, tmp_path, "gexf")
    (tmp_path / "file").touch()
    with pytest.raises(ValueError, match="is a file"):
        export(RECORDS, tmp_path / "file", "csv")


def test_exported_tables_make_the_same_network(tmp_path: Path) -> None:
    """Ids keep homonyms apart, and what makes no tie here makes none there."""
    export(RECORDS, tmp_path, "csv")
    again = Network.from_table(tmp_path)
    assert {m: set(p) for m, p in attendance(again.records).items()} == {
        m: set(p) for m, p in attendance(RECORDS).items()
    }
    ties = again.co_attendance("count", since="2022")
    assert edges_of(ties) == edges_of(Network.from_records(RECORDS).co_attendance("count", since="2022"))


def edges_of(graph: nx.Graph) -> list[tuple[str, str, int]]:
    return sorted((*sorted((a, b)), data["count"]) for a, b, data in graph.edges(data=True))


def test_an_export_beside_the_build_is_no_report_of_the_next_one(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("A meeting was held.", encoding="utf-8")
    own = own_outputs([tmp_path], tmp_path / "out")
    assert not is_report("out/export/csv/people.csv", own)
    assert not is_report("out/tables/people.csv", own)
    assert is_report("export/people.csv", own)  # a folder of that name elsewhere is the user's


def test_every_format_has_a_row_in_the_page_of_commands() -> None:
    page = (Path(__file__).parents[2] / "docs" / "COMMANDS.md").read_text(encoding="utf-8")
    assert [form for form in FORMATS if f"| `{form}` |" not in page] == []
