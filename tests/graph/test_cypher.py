"""Cypher on the network: right where others were wrong, the same graph as the affiliation network, and read only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import records_of, town_and_county

from graph import Network
from graph.affiliation import affiliation_graph
from graph.answer import QueryError
from graph.cypher import CypherNetwork, ask_cypher
from graph.project import co_attendance, incidence
from graph.property_graph import NODES, RELATIONS, TYPES, property_graph

RECORDS = town_and_county()


@pytest.fixture(scope="module")
def network() -> Iterator[CypherNetwork]:
    with CypherNetwork(RECORDS) as opened:
        yield opened


def test_it_is_the_affiliation_network(network: CypherNetwork) -> None:
    graph = affiliation_graph(RECORDS)
    kinds = Counter(data["type"].capitalize() for _, data in graph.nodes(data=True))
    answer = network.ask("MATCH (n) RETURN label(n), count(*)")
    assert {kind: count for kind, count in answer.rows if count} == kinds
    types = Counter(TYPES.get(d["type"], d["type"].upper()) for *_, d in graph.edges(data=True))
    answer = network.ask("MATCH (a)-[r]->(b) WHERE label(r) <> 'MET' RETURN label(r), count(*)")
    assert dict(answer.rows) == types


def test_met_is_co_attendance(network: CypherNetwork) -> None:
    ties = co_attendance(incidence(RECORDS), "newman")
    rows = network.ask(
        "MATCH (a:Person)-[r:MET]->(b:Person) RETURN a.id, b.id, r.newman, r.count, r.meetings"
    ).rows
    assert len(rows) == ties.number_of_edges()
    for a, b, newman, count, meetings in rows:
        assert a < b
        assert (newman, count, tuple(meetings)) == (
            pytest.approx(ties[a][b]["weight"]), ties[a][b]["count"], ties[a][b]["meetings"],
        )  # fmt: skip


def test_every_statement_keeps_its_sentence(network: CypherNetwork) -> None:
    rows = network.ask(
        "MATCH (p:Person)-[r:ATTENDED]->(m:Meeting) RETURN r.document, r.start, r.stop, r.quote, r.rule"
    ).rows
    texts = {d.path: d.text for d in RECORDS.documents}
    assert rows
    assert all(texts[document][start:stop] == quote for document, start, stop, quote, _ in rows)


RIGHT = [
    # groups are complete where an aggregate meets LIMIT without ORDER BY
    ("MATCH (p:Person)-[:ATTENDED]->(m:Meeting) RETURN count(DISTINCT p) AS n LIMIT 1", [(8,)]),
    # patterns without a direction find ties that are stored with one
    ("MATCH (p:Person {id: 'he-min'})-[:MET]-(q:Person) RETURN q.id ORDER BY q.id", [("fang-guolin",), ("luo-qing@shuixi",), ("tian-bo",)]),
    # what is not known is NULL
    ("MATCH (m:Meeting) WHERE m.date IS NULL AND NOT m.cited RETURN m.id", [("talks",)]),
    # words of commands inside quotes, comments and names
    ("MATCH (p:Person {id: 'he-min'}) RETURN 'DELETE' AS `set` // DROP", [("DELETE",)]),
    ("MATCH (p:Person {id: $id}) RETURN p.label", [("He Min",)]),
    # all shortest paths
    ("MATCH w = (a:Person {id: 'he-min'})-[:MET* ALL SHORTEST 1..5]-(b:Person {id: 'tian-bo'}) RETURN length(w)", [(1,)]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), RIGHT)
def test_answers(query: str, expected: list[tuple[object, ...]], network: CypherNetwork) -> None:
    assert list(network.ask(query, {"id": "he-min"} if "$id" in query else None).rows) == expected


def test_nodes_come_as_their_properties(network: CypherNetwork) -> None:
    ((node,),) = network.ask("MATCH (p:Person {id: 'he-min'}) RETURN p").rows
    assert node == {"_LABEL": "Person", "id": "he-min", "label": "He Min", "name": "He Min", "aliases": []}


REFUSED = [
    "CREATE (:Person {id: 'x'})",
    "MATCH (p:Person) SET p.name = 'x'",
    "MATCH (p:Person) DETACH DELETE p",
    "MATCH (p:Person) MERGE (q:Person {id: 'x'}) RETURN q",
    "COPY (MATCH (p:Person) RETURN p.id) TO '{folder}/x.csv'",
    "LOAD FROM '{folder}/secret.csv' RETURN *",
    "/* harmless */ LOAD FROM '{folder}/secret.csv' RETURN *",
    "UNWIND [1] AS x LOAD FROM '{folder}/secret.csv' RETURN *",
    "RETURN 'a\\'' LOAD FROM '{folder}/secret.csv' RETURN *",  # the quote is escaped: the text ends behind it
    "INSTALL httpfs",
    "ATTACH '{folder}/x.db' AS x (dbtype sqlite)",
    "CALL show_tables() RETURN *",
    "EXPORT DATABASE '{folder}/all'",
    "MATCH (p:Person) RETURN p.id; DROP TABLE Person",
    "",
    "// nothing",
    "MATCH (p:Nobody) RETURN p",
    "MATCH (p:Person RETURN p",
    "RETURN $missing",
]


@pytest.mark.parametrize("query", REFUSED)
def test_commands_and_mistakes_are_refused(query: str, network: CypherNetwork, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("secret\n1\n", encoding="utf-8")
    with pytest.raises(QueryError):
        network.ask(query.format(folder=tmp_path) if "{folder}" in query else query)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
    assert network.ask("MATCH (p:Person) RETURN count(*)").rows == ((10,),)


def test_an_empty_network_has_all_labels_and_types() -> None:
    empty = records_of([])
    assert {table.name for table in property_graph(empty)} == {*NODES, *RELATIONS}
    assert ask_cypher(empty, "MATCH (a)-[r]->(b) RETURN count(*)").rows == ((0,),)


def test_hostile_text_comes_back_as_it_was() -> None:
    name = "Li \"O'Brien\\\n</script>\u0000;$x"
    net = Network.from_table([{"person": name.replace("\n", " "), "meeting": "m", "date": "2024-05"}])
    frame = net.cypher(
        "MATCH (p:Person)-[:ATTENDED]->(m) RETURN p.name AS name, m.first_day AS first, m.last_day AS last"
    )
    assert frame.iloc[0].tolist() == [net.people()["name"][0], "2024-05-01", "2024-05-31"]


def test_without_the_engine_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ladybug", None)
    with pytest.raises(QueryError, match="needs the package ladybug"):
        CypherNetwork(RECORDS)
