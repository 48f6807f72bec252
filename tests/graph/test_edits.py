"""Whatever is added, changed, removed, decided and undone: the build that goes on equals a build from scratch, byte for byte."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.duplicates import duplicates
from corpus.load import read_reports
from corpus.records import Document
from corpus.store import Store
from extract.decisions_file import add_decision, undo_decision
from extract.identity import resolve
from extract.reading import read_report
from extract.records import Records
from graph.build import build
from graph.manifest import STORE
from graph.runners import Here, ReportRead
from graph.stored import stored_records
from graph.tables import COLUMNS, Tables, rows_of

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"

FACES = ["Wang Wei", "Fang Guolin", "Zhou Zhiheng", "Zhou Yuheng"]
PLACES = ["Lanzhou", "Baoding"]
NAMES = ["a.txt", "b.txt", "c.txt", "a_copy.txt"]
TEXTS = [
    f"On May {day}, 2023, the {place} Municipal Party Committee held a work conference on seed supply. {chair}, mayor of {place} City, presided over the conference. {other}, deputy mayor of {place} City, attended the conference with Tao Wen."
    for day, place, chair, other in [
        (3, "Lanzhou", FACES[0], FACES[1]),
        (3, "Lanzhou", FACES[0], FACES[2]),
        (4, "Lanzhou", FACES[2], FACES[1]),
        (5, "Lanzhou", FACES[3], FACES[0]),
        (5, "Baoding", FACES[0], FACES[3]),
    ]
] + ["The Provincial Party Committee held a meeting on July 17, 2023. Wang Wei, secretary of the Provincial Party Committee, presided over the meeting."]  # fmt: skip
REFERENCES = [f"{face} @ {name}" for face in FACES for name in NAMES]
HELD = [f"m1 @ {name}" for name in NAMES]
BODIES = [f"{level} Party Committee @ {name}" for level in ("Municipal", "Provincial") for name in NAMES]
DECISION = st.one_of(
    st.tuples(st.sampled_from(["same", "not-same"]), st.sampled_from(REFERENCES), st.sampled_from(REFERENCES)),
    st.tuples(st.just("drop"), st.sampled_from(REFERENCES), st.just("")),
    st.tuples(st.just("rename"), st.sampled_from(REFERENCES), st.sampled_from(FACES)),
    st.tuples(st.sampled_from(["same-meeting", "not-same-meeting"]), st.sampled_from(HELD), st.sampled_from(HELD)),
    st.tuples(st.sampled_from(["same-body", "not-same-body"]), st.sampled_from(BODIES), st.sampled_from(BODIES)),
    st.tuples(st.sampled_from(["place-is", "place-is-not"]), st.sampled_from([f"{level} @ {n}" for level in ("provincial", "municipal") for n in NAMES]), st.sampled_from(["Gansu", "Lanzhou"])),
)  # fmt: skip
EDIT: st.SearchStrategy[tuple[Any, Any, Any]] = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(range(len(TEXTS)))),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("decide"), DECISION, st.just(0)),
    st.tuples(st.just("undo"), st.just(""), st.just(0)),
    st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(range(len(NAMES)))),
    st.tuples(
        st.just("lose"),
        st.sampled_from(["remembered", "pieces", "participations.csv", "network.graphml"]),
        st.just(0),
    ),
)
EDITS = st.lists(EDIT, min_size=2, max_size=6)
SEQUENCES = 200


@pytest.fixture(scope="module", autouse=True)
def _cheap() -> Iterator[None]:
    """What says nothing about edits costs nothing: no picture, few draws, no waiting for the disk, each text read once."""
    view: Any = ModuleType("graph.view")
    view.render_page = lambda records, *, title, manifest: f"<title>{title}</title>{records}{manifest}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "graph.view", view)
        patch.setattr("graph.table_network.BETWEENNESS_DRAWS", 2)
        patch.setattr("graph.manifest.version", cache(version))
        patch.setattr("graph.build.Here", Remembering)
        patch.setattr("os.fsync", lambda _: None)
        yield


def outputs(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith((STORE, "."))
    }


def stored(out: Path) -> tuple[Records, dict[str, list[dict[str, Any]]]]:
    """The records and the tables that the store of a build holds."""
    with Store.look(out / STORE) as store:
        return stored_records(store), {name: list(store.rows(f"table_{name}")) for name in COLUMNS}


def lose(what: str, out: Path) -> None:
    """Lose a part of what the last build left for the next one."""
    if what in ("remembered", "pieces"):
        with closing(sqlite3.connect(out / STORE)) as db:
            db.execute(f"DELETE FROM {what}")
            db.commit()
    else:
        path = next(out.rglob(what))
        path.write_bytes(path.read_bytes()[:-2])


def apply(edit: tuple[Any, Any, Any], reports: Path, decisions: Path, done: list[str]) -> None:
    kind, what, number = edit
    if kind == "write":
        (reports / what).write_text(TEXTS[number], encoding="utf-8")
    elif kind == "remove":
        if len(list(reports.iterdir())) > 1:
            (reports / what).unlink(missing_ok=True)
    elif kind == "rename":
        if (reports / what).exists():
            (reports / what).replace(reports / NAMES[number])
    elif kind == "lose":
        lose(what, reports.parent / "out")
    elif kind == "decide":
        verb, subject, target = what
        before = decisions.read_text(encoding="utf-8")
        if subject != target:
            add_decision(decisions, verb=verb, subject=subject, object=target)
            done.append(decisions.read_text(encoding="utf-8").removeprefix(before))
    elif done:
        assert undo_decision(decisions, done.pop())


class Remembering(Here):
    """Reads each text once in all examples: what a text states depends on the text alone."""

    kept: ClassVar[dict[str, ReportRead]] = {}

    def reports(self, documents: Iterable[Document]) -> Iterator[ReportRead]:
        for document in documents:
            if document.id not in self.kept:
                (self.kept[document.id],) = super().reports([document])
            yield replace(self.kept[document.id], document=document)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one report, decisions that decide nothing, and what was built of them."""
    folder = tmp_path_factory.mktemp("begun")
    (folder / "reports").mkdir()
    (folder / "reports" / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (folder / "decisions.csv").write_text("verb,subject,object,quote,reason,author,date\n", encoding="utf-8")
    build([folder / "reports"], folder / "out", model="none", decisions=folder / "decisions.csv")
    return folder


@settings(max_examples=SEQUENCES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS, rebuilt=st.integers(0, 5))
def test_a_build_that_goes_on_writes_the_bytes_of_one_from_scratch(
    edits: list[tuple[Any, Any, Any]], rebuilt: int, begun: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rebuilt once on the way, after one of the edits, and at the end."""
    folder = tmp_path_factory.getbasetemp() / "edited"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begun, folder)
    reports, decisions, done = folder / "reports", folder / "decisions.csv", list[str]()
    for number, edit in enumerate(edits):
        apply(edit, reports, decisions, done)
        if number in (rebuilt, len(edits) - 1):
            build([reports], folder / "out", model="none", decisions=decisions)
    build([reports], folder / "anew", model="none", decisions=decisions)
    assert outputs(folder / "out") == outputs(folder / "anew")
    assert stored(folder / "out") == stored(folder / "anew")


SOURCES = frozenset({"documents", "sources"})


@pytest.fixture(scope="module")
def of_samples() -> dict[str, Any]:
    """Every sample as it is read: what the tables of all of them are made of."""
    documents, ledger = read_reports([SAMPLES])
    read: dict[str, Any] = {
        "documents": documents,
        "ledger": ledger,
        "readings": {d.path: read_report(d, None) for d in documents},
        "copies": duplicates(documents),
    }
    return {**read, "tables": tables_with(read)}


def tables_with(of_samples: dict[str, Any], extra: Sequence[Document] = (), without: str = "") -> Tables:
    documents = [d for d in (*of_samples["documents"], *extra) if d.path != without]
    readings = {d.path: of_samples["readings"].get(d.path) or read_report(d, None) for d in documents}
    return rows_of(
        resolve(documents, readings, duplicate_of=duplicates(documents), ledger=of_samples["ledger"])
    )


@pytest.mark.parametrize("how", ["as it is", "with other chrome"])
def test_a_republished_copy_of_every_sample_changes_no_table_but_documents_and_sources(
    of_samples: dict[str, Any], how: str
) -> None:
    extra: list[Document] = []
    for document in of_samples["documents"]:
        stem, dot, suffix = document.path.partition(".")
        if how == "as it is":
            extra.append(replace(document, path=f"{stem}-copy{dot}{suffix}"))
        elif suffix == "txt":
            title, _, body = document.text.partition("\n")
            text = f"{title}\nFont: large medium small\n{body}\n\nRelated news: harbour dues fall\n"
            extra.append(document_from_text(text, path=f"{stem}-copy.txt"))
    before, after = of_samples["tables"], tables_with(of_samples, extra)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= SOURCES, {n: [r for r in after[n] if r not in before[n]][:3] for n in changed - SOURCES}
    assert len(after["documents"]) == len(before["documents"]) + len(extra)


@pytest.mark.parametrize("gone", sorted(path.name for path in SAMPLES.iterdir()))
def test_deleting_a_document_removes_exactly_its_evidence(of_samples: dict[str, Any], gone: str) -> None:
    if gone not in of_samples["readings"]:
        pytest.skip("no report")
    heir = min((c for c, origin in of_samples["copies"].items() if origin == gone), default="")
    before, after = of_samples["tables"], tables_with(of_samples, without=gone)
    for table in ("participations", "groups", "holdings", "press", "documents", "mentions"):
        at = [column for column, _ in COLUMNS[table]].index("document")
        assert not any(row[at] == gone for row in after[table])
        kept = {_said(table, row) for row in before[table] if row[at] not in (gone, heir)}
        assert {_said(table, row) for row in after[table] if row[at] != heir} == kept
        if heir and table != "documents":  # what the report said is said by the copy that is left
            old, new = (
                {_words(table, row) for row in rows[table] if row[at] == path}
                for rows, path in ((before, gone), (after, heir))
            )
            assert new == old or table == "press"


def _words(table: str, row: Sequence[Any]) -> tuple[Any, ...]:
    """What a row says, wherever in its document."""
    saying = ("role", "group", "rule", "evidence", "name")
    return tuple(cell for (column, _), cell in zip(COLUMNS[table], row, strict=True) if column in saying)


def _said(table: str, row: Sequence[Any]) -> tuple[Any, ...]:
    """What a row quotes of its document; ids of people may be shorter where a namesake is gone."""
    quoting = ("document", "role", "group", "rule", "evidence", "start", "end", "name", "function", "title")
    return tuple(cell for (column, _), cell in zip(COLUMNS[table], row, strict=True) if column in quoting)
