"""Whatever is added, changed, removed, decided and undone: the build that goes on equals a build from scratch, byte for byte."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
from extract.reading import fingerprint, read_report
from extract.records import Records
from graph.build import build
from graph.gather import gather
from graph.manifest import STORE
from graph.runners import Here, ReportRead
from graph.sources import chosen_decisions
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
DECISION = st.one_of(
    st.tuples(st.sampled_from(["same", "not-same"]), st.sampled_from(REFERENCES), st.sampled_from(REFERENCES)),
    st.tuples(st.just("drop"), st.sampled_from(REFERENCES), st.just("")),
    st.tuples(st.just("rename"), st.sampled_from(REFERENCES), st.sampled_from(FACES)),
    st.tuples(st.just("place-is"), st.sampled_from([f"provincial @ {n}" for n in NAMES]), st.just("Gansu")),
)  # fmt: skip
EDIT: st.SearchStrategy[tuple[Any, Any, Any]] = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(range(len(TEXTS)))),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("decide"), DECISION, st.just(0)),
    st.tuples(st.just("undo"), st.just(""), st.just(0)),
)
EDITS = st.lists(EDIT, min_size=3, max_size=5)


@pytest.fixture(autouse=True)
def _no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that draws nothing: drawing is most of the time, and its bytes depend on the records alone."""
    view: Any = ModuleType("graph.view")
    view.render_page = lambda records, *, title, manifest: f"<title>{title}</title>{records}"
    monkeypatch.setitem(sys.modules, "graph.view", view)


def outputs(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith((STORE, "."))
    }


def apply(edit: tuple[Any, Any, Any], reports: Path, decisions: Path, done: list[str]) -> None:
    kind, what, number = edit
    if kind == "write":
        (reports / what).write_text(TEXTS[number], encoding="utf-8")
    elif kind == "remove":
        if len(list(reports.iterdir())) > 1:
            (reports / what).unlink(missing_ok=True)
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


def records(store: Path, reports: Path, decisions: Path) -> Records:
    """All that the outputs are made of: they are a function of the records, byte for byte."""
    with Store.open(store) as kept:
        return gather(
            kept,
            [reports],
            None,
            fingerprint(None),
            Remembering(None),
            lambda *_: None,
            chosen_decisions(decisions, [reports]),
        )[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edits")


def begin(folder: Path) -> tuple[Path, Path]:
    """A folder of one report, and decisions that decide nothing."""
    shutil.rmtree(folder)
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (folder / "decisions.csv").write_text("verb,subject,object,quote,reason,author,date\n", encoding="utf-8")
    return folder / "reports", folder / "decisions.csv"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_reading_on_after_each_edit_equals_reading_from_scratch(
    edits: list[tuple[Any, Any, Any]], folder: Path
) -> None:
    reports, decisions = begin(folder)
    done: list[str] = []
    for edit in edits:
        apply(edit, reports, decisions, done)
        found = records(folder / "kept.sqlite", reports, decisions)
    assert found == records(folder / "anew.sqlite", reports, decisions)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_a_build_that_goes_on_writes_the_bytes_of_one_from_scratch(
    edits: list[tuple[Any, Any, Any]], folder: Path
) -> None:
    reports, decisions = begin(folder)
    done: list[str] = []
    for edit in edits:
        apply(edit, reports, decisions, done)
        build([reports], folder / "out", model="none", decisions=decisions)
    build([reports], folder / "anew", model="none", decisions=decisions)
    assert outputs(folder / "out") == outputs(folder / "anew")


SOURCES = frozenset({"documents", "sources"})


@pytest.fixture(scope="module")
def of_samples() -> dict[str, Any]:
    """Every sample as it is read: what the tables of all of them are made of."""
    documents, ledger = read_reports([SAMPLES])
    return {
        "documents": documents,
        "ledger": ledger,
        "readings": {d.path: read_report(d, None) for d in documents},
    }


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
    before, after = tables_with(of_samples), tables_with(of_samples, extra)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= SOURCES, {n: [r for r in after[n] if r not in before[n]][:3] for n in changed - SOURCES}
    assert len(after["documents"]) == len(before["documents"]) + len(extra)


def test_deleting_a_document_removes_exactly_its_evidence(of_samples: dict[str, Any]) -> None:
    gone = "2022-03-16_lanzhou_flood_control.txt"
    before, after = tables_with(of_samples), tables_with(of_samples, without=gone)
    for table in ("participations", "groups", "holdings", "press", "documents", "mentions"):
        at = [column for column, _ in COLUMNS[table]].index("document")
        quoted = {column for column, _ in COLUMNS[table]} & {"evidence", "name", "title", "function"}
        assert quoted
        assert not any(row[at] == gone for row in after[table])
        kept = {_said(table, row) for row in before[table] if row[at] != gone}
        assert {_said(table, row) for row in after[table]} == kept


def _said(table: str, row: Sequence[Any]) -> tuple[Any, ...]:
    """What a row quotes of its document; ids of people may be shorter where a namesake is gone."""
    quoting = ("document", "role", "group", "rule", "evidence", "start", "end", "name", "function", "title")
    return tuple(cell for (column, _), cell in zip(COLUMNS[table], row, strict=True) if column in quoting)
