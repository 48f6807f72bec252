"""Files in pieces: the bytes are those of a file that is written whole, whatever is copied from an older one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from crowd import crowd
from generated.reports import reports

import graph.affiliation_parts
from corpus.pieces import pieces_of
from corpus.store import Store
from extract.records import Records
from graph.affiliation import affiliation_graph
from graph.affiliation_file import write_affiliation
from graph.affiliation_parts import MANY, Part, edge_parts
from graph.build import build_records
from graph.graphml import Element, write_graphml
from graph.manifest import STORE
from graph.memo import remembering
from graph.pieced import Written, write_pieces
from graph.tables import COLUMNS, rows_of, write_rows

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Records:
    folder = tmp_path_factory.mktemp("generated")
    for report in reports(60, 4):
        (folder / report.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / report.path).write_text(report.text, encoding="utf-8")
    return build_records([folder], model="none")[0]


def odd_names(records: Records) -> Records:
    """A report whose name XML cannot hold, and that differs from another in nothing else."""
    first = records.documents[0]
    return replace(records, documents=(*records.documents, replace(first, path=f"{first.path}\x01")))


def dangling(records: Records) -> Records:
    """A meeting whose report is not there: networkx makes a node for it."""
    return replace(records, documents=records.documents[1:])


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda r: r, id="as it is"),
        pytest.param(odd_names, id="a name that XML cannot hold"),
        pytest.param(dangling, id="an edge to what is not there"),
        pytest.param(lambda r: Records(documents=r.documents), id="reports of nobody"),
        pytest.param(lambda r: replace(r, participations=r.participations * 2), id="everything stated twice"),
        pytest.param(lambda r: Records(), id="nothing"),
    ],
)
@pytest.mark.parametrize("many", [MANY, 3], ids=["", "much is told of most"])
def test_the_network_is_written_as_the_whole_graph_is(
    changed: Callable[[Records], Records],
    many: int,
    generated: Records,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(graph.affiliation_parts, "MANY", many)
    for records in (generated, crowd(40, 30)):
        write_affiliation(changed(records), tmp_path / "pieces.graphml")
        write_graphml(affiliation_graph(changed(records)), tmp_path / "whole.graphml")
        assert (tmp_path / "pieces.graphml").read_bytes() == (tmp_path / "whole.graphml").read_bytes()


def test_the_network_of_the_samples_is_written_as_the_whole_graph_is(tmp_path: Path) -> None:
    records, _ = build_records([SAMPLES], model="none")
    write_affiliation(records, tmp_path / "pieces.graphml")
    write_graphml(affiliation_graph(records), tmp_path / "whole.graphml")
    assert (tmp_path / "pieces.graphml").read_bytes() == (tmp_path / "whole.graphml").read_bytes()


def without(records: Records, gone: str) -> Records:
    """The records without what one report states."""
    return replace(
        records,
        participations=tuple(p for p in records.participations if p.document != gone),
        holdings=tuple(h for h in records.holdings if h.document != gone),
    )


def test_one_statement_more_of_somebody_in_many_reports_makes_few_of_his_edges_again(
    generated: Records,
) -> None:
    """Whom every report names has more edges than all others of a piece together."""
    (person, many), *_ = Counter(p.person_id for p in generated.participations).most_common(1)
    meetings = [f"meeting {n}" for n in range(MANY)]
    of_him = [p for p in generated.participations if p.person_id == person]
    also = tuple(replace(of_him[n % many], meeting_id=meeting) for n, meeting in enumerate(meetings))
    before, after = (
        {
            part.digest: part
            for part in edge_parts(replace(generated, participations=(*generated.participations, *told)))
        }
        for told in (also[1:], also)
    )
    assert 0 < sum(len(after[key].elements()) for key in after.keys() - before.keys()) < MANY


def test_only_what_differs_is_made_again(
    generated: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    part = Part.__init__

    def counted(self: Part, *, digest: bytes, elements: Callable[[], list[Element]]) -> None:
        def counting() -> list[Element]:
            made.append(1)
            return elements()

        part(self, digest=digest, elements=counting)

    monkeypatch.setattr(Part, "__init__", counted)
    less = without(generated, generated.documents[7].path)
    with Store.open(tmp_path / STORE) as store, remembering(store):
        write_affiliation(less, tmp_path / "one.graphml")
        whole = len(made)
        (tmp_path / "next").mkdir()
        (tmp_path / "again").mkdir()
        write_affiliation(generated, tmp_path / "next" / "one.graphml", tmp_path / "one.graphml")
        some = len(made) - whole
        write_affiliation(less, tmp_path / "again" / "one.graphml", tmp_path / "one.graphml")
    assert 0 < some < whole
    assert len(made) == whole + some
    write_affiliation(generated, tmp_path / "anew.graphml")
    assert (tmp_path / "next" / "one.graphml").read_bytes() == (tmp_path / "anew.graphml").read_bytes()
    assert (tmp_path / "again" / "one.graphml").read_bytes() == (tmp_path / "one.graphml").read_bytes()


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda path: path.write_bytes(path.read_bytes().replace(b"a", b"b", 1)), id="changed"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-9]), id="cut off"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.unlink(), id="gone"),
    ],
)
def test_a_file_that_is_not_what_was_written_gives_nothing(
    harm: Callable[[Path], None], generated: Records, tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    tables = rows_of(generated)
    with Store.open(tmp_path / STORE) as store, remembering(store):
        write_rows(tables, old)
        write_affiliation(generated, old / "a.graphml")
        plain = {path.name: path.read_bytes() for path in old.iterdir()}
        for path in old.iterdir():
            harm(path)
        write_rows(tables, new, old)
        write_affiliation(generated, new / "a.graphml", old / "a.graphml")
    assert {path.name: path.read_bytes() for path in new.iterdir()} == plain


def test_tables_are_copied_where_their_rows_are_the_same(generated: Records, tmp_path: Path) -> None:
    old, new, anew = (tmp_path / name for name in ("old", "new", "anew"))
    less = rows_of(without(generated, generated.documents[3].path))
    tables = rows_of(generated)
    with Store.open(tmp_path / STORE) as store, remembering(store):
        write_rows(less, old)
        write_rows(tables, new, old)
    write_rows(tables, anew)
    for name in COLUMNS:
        assert (new / f"{name}.csv").read_bytes() == (anew / f"{name}.csv").read_bytes()


def test_a_piece_is_taken_from_the_old_file(tmp_path: Path) -> None:
    made: list[str] = []

    def text(rows: Sequence[str]) -> bytes:
        made.extend(rows)
        return "".join(rows).encode()

    names = [f"person {n}" for n in range(80)]
    with Store.open(tmp_path / STORE) as store, remembering(store):
        write_pieces(tmp_path / "a", pieces_of(names, str), text, Written(None))
        made.clear()
        (tmp_path / "b").mkdir()
        write_pieces(tmp_path / "b" / "a", pieces_of([*names, "x"], str), text, Written(tmp_path / "a"))
    assert 0 < len(made) < 80
    assert (tmp_path / "b" / "a").read_text() == "".join([*names, "x"])


def test_a_piece_that_is_damaged_is_made_again_and_the_others_are_taken(tmp_path: Path) -> None:
    made: list[str] = []

    def text(rows: Sequence[str]) -> bytes:
        made.extend(rows)
        return "".join(rows).encode()

    pieces = pieces_of([f"person {n}" for n in range(80)], str)
    with Store.open(tmp_path / STORE) as store, remembering(store):
        write_pieces(tmp_path / "a", pieces, text, Written(None))
        whole = (tmp_path / "a").read_bytes()
        (tmp_path / "a").write_bytes(whole.replace(b"p", b"q", 1))
        made.clear()
        (tmp_path / "b").mkdir()
        write_pieces(tmp_path / "b" / "a", pieces, text, Written(tmp_path / "a"))
    assert made == pieces[0].rows
    assert (tmp_path / "b" / "a").read_bytes() == whole
