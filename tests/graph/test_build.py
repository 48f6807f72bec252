"""The build: complete outputs or the last ones, only what changed is read anew, one bad report loses no other."""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from browser import data_of
from handmade import town_and_county

import graph.gather
import graph.runners
import graph.writing
from corpus.records import Document
from corpus.store import Store
from extract.local import Reading
from graph.build import build, build_records
from graph.lock import LOCK
from graph.manifest import GRAPHML, MANIFEST, PAGE, STORE
from graph.network import Network
from graph.sources import BuildError
from graph.stored import keep_records, stored_records
from graph.tables import COLUMNS, rows_of

REPORTS = {
    "a.txt": (
        "SHUIXI, May 4, 2023 - The Shuixi Municipal Party Committee held a work conference on May 3, 2023. "
        "Fang Guolin, secretary of the Shuixi Municipal Party Committee, presided over the conference. "
        "He Min, mayor of Shuixi City, and Luo Qing, deputy mayor of Shuixi City, attended the conference."
    ),
    "b.txt": (
        "SHUIXI, June 9, 2023 - The Shuixi Municipal Government held an executive meeting on June 8, 2023. "
        "He Min, mayor of Shuixi City, chaired the meeting. Tian Bo and Luo Qing attended the meeting."
    ),
}
OUTPUTS = {STORE, PAGE, GRAPHML, MANIFEST, *(f"tables/{name}.csv" for name in COLUMNS)}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def blank_page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A view that draws nothing: these tests are not about the page."""
    view: Any = ModuleType("graph.view")
    view.render_page = lambda records, *, title, manifest: f"<title>{title}</title>{len(records.people)}"
    monkeypatch.setitem(sys.modules, "graph.view", view)
    return view


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch, blank_page: ModuleType) -> None:
    monkeypatch.setenv("SEDERUNT_MODEL", "none")


def files(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in (STORE, LOCK)
    }


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# -- what is written ------------------------------------------------------------------------------------------


def test_all_outputs_and_nothing_else(reports: Path, tmp_path: Path) -> None:
    report = build([reports], tmp_path / "out")
    assert {*files(tmp_path / "out"), STORE} == OUTPUTS
    assert report.read_anew == 2
    assert {row["person"] for row in rows(tmp_path / "out", "participations")} == {
        "Fang Guolin", "He Min", "Luo Qing", "Tian Bo",
    }  # fmt: skip


def test_no_output_knows_where_it_was_made(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "out")
    for name, data in files(tmp_path / "out").items():
        assert str(tmp_path).encode() not in data, name
    assert str(tmp_path).encode() not in (tmp_path / "out" / STORE).read_bytes()


def test_the_store_holds_the_same_tables_for_sql(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "out")
    db = sqlite3.connect(tmp_path / "out" / STORE)
    names = [
        name for (name,) in db.execute("SELECT DISTINCT person FROM table_participations ORDER BY person")
    ]
    assert names == sorted({row["person"] for row in rows(tmp_path / "out", "participations")})
    assert {f"table_{name}" for name in COLUMNS} <= {
        name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    db.close()


def test_what_is_opened_is_what_was_built(reports: Path, tmp_path: Path) -> None:
    report = build([reports], tmp_path / "out")
    opened = Network.open(tmp_path / "out")
    assert opened.records == report.records
    assert opened.manifest == report.manifest
    assert Network.build([reports]).records == report.records
    assert Network.build(str(reports), out=tmp_path / "again").records == report.records
    assert build_records([reports])[1] == report.manifest


def test_records_come_back_from_a_store_without_loss(tmp_path: Path) -> None:
    records = town_and_county()
    with Store.open(tmp_path / STORE) as store:
        keep_records(store, records, rows_of(records))
    with Store.open(tmp_path / STORE) as store:
        assert stored_records(store) == records


# -- only what changed ----------------------------------------------------------------------------------------


def test_a_second_build_reads_only_what_changed(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([reports], out)
    first = files(out)
    assert build([reports], out).read_anew == 0
    assert files(out) == first
    (reports / "b.txt").write_text(REPORTS["b.txt"].replace("Tian Bo", "Ma Xiuying"), encoding="utf-8")
    assert build([reports], out).read_anew == 1
    assert "Tian Bo" not in {row["person"] for row in rows(out, "participations")}
    (reports / "b.txt").unlink()
    assert build([reports], out).read_anew == 0
    assert {row["document"] for row in rows(out, "documents")} == {"a.txt"}


def test_a_fresh_build_writes_what_a_grown_one_does(reports: Path, tmp_path: Path) -> None:
    shutil.move(reports / "b.txt", tmp_path / "b.txt")
    build([reports], tmp_path / "grown")
    shutil.move(tmp_path / "b.txt", reports / "b.txt")
    build([reports], tmp_path / "grown")
    build([reports], tmp_path / "fresh")
    assert files(tmp_path / "grown") == files(tmp_path / "fresh")


def test_a_republished_copy_changes_no_measure(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "before")
    (reports / "c.txt").write_text(REPORTS["a.txt"] + "\nSource: Shuixi Daily\n", encoding="utf-8")
    report = build([reports], tmp_path / "after")
    assert report.records.duplicate_of == (("c.txt", "a.txt"),)
    for table in ("co_attendance", "centrality"):
        assert rows(tmp_path / "after", table) == rows(tmp_path / "before", table) != []


SCRIPT = """
import sys
from pathlib import Path
from graph.build import build
build([Path(path) for path in sys.argv[2:]], Path(sys.argv[1]))
"""


def test_same_bytes_whatever_the_order_of_the_files_and_the_hash_seed(reports: Path, tmp_path: Path) -> None:
    turned = tmp_path / "turned"
    turned.mkdir()
    for name in reversed(list(REPORTS)):
        shutil.copy(reports / name, turned / name)
    for out, seed, inputs in (("one", "1", [reports]), ("two", "2", [turned / "b.txt", turned / "a.txt"])):
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / out), *map(str, inputs)],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed},
            check=True,
        )
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert "Fang Guolin" in str(data_of(files(tmp_path / "one")[PAGE].decode("utf-8")))  # the real page


# -- what goes wrong ------------------------------------------------------------------------------------------


def test_one_report_that_trips_a_rule_is_a_ledger_row(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = graph.runners.read_report

    def trip(document: Document, model: object) -> Reading:
        if document.path == "b.txt":
            raise KeyError("no\nsuch rule")
        return read(document, None)

    monkeypatch.setattr(graph.runners, "read_report", trip)
    report = build([reports], tmp_path / "out")
    (row,) = [row for row in report.records.ledger if row.reason == "extraction failed"]
    assert (row.document, row.detail) == ("b.txt", "KeyError: 'no\\nsuch rule'")
    assert {row["document"] for row in rows(tmp_path / "out", "participations")} == {"a.txt"}
    assert {row["document"] for row in rows(tmp_path / "out", "documents")} == {"a.txt", "b.txt"}
    monkeypatch.setattr(graph.runners, "read_report", read)
    assert build([reports], tmp_path / "out").read_anew == 1  # what failed is tried again


@pytest.mark.parametrize("step", ["render_page", "write_affiliation", "resolve", "keep_records"])
def test_a_build_that_fails_leaves_the_last_outputs(
    step: str, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blank_page: ModuleType
) -> None:
    out = tmp_path / "out"
    before = build([reports], out).records
    kept = files(out)
    (reports / "b.txt").unlink()

    def fail(*args: object, **options: object) -> None:
        raise RuntimeError("no space left")

    with monkeypatch.context() as broken:
        place = {"render_page": blank_page, "resolve": graph.gather}.get(step, graph.writing)
        broken.setattr(place, step, fail)
        with pytest.raises(RuntimeError, match="no space left"):
            build([reports], out)
    assert {name: data for name, data in files(out).items() if not name.startswith(".writing/")} == kept
    assert Network.open(out).records == before
    assert build([reports], out).records != before  # and the next build cleans up
    assert {*files(out), STORE} == OUTPUTS


def test_outputs_below_the_reports_are_not_read(reports: Path) -> None:
    first = build([reports], reports / "out")
    (reports / "out" / "note.txt").write_text(
        REPORTS["b.txt"].replace("8", "9"), encoding="utf-8"
    )  # not ours
    again = build([reports], reports / "out")
    assert [document.path for document in again.records.documents] == ["a.txt", "b.txt", "out/note.txt"]
    (reports / "out" / "note.txt").unlink()
    again = build([reports], reports / "out")
    assert again.records == first.records
    assert [document.path for document in again.records.documents] == ["a.txt", "b.txt"]


def test_reports_that_lie_in_the_output_folder_are_read(reports: Path) -> None:
    """`-o` may name the folder of the reports itself."""
    for _ in range(2):
        report = build([reports], reports)
        assert [document.path for document in report.records.documents] == ["a.txt", "b.txt"]
        assert report.records.ledger == build_records([reports / "a.txt", reports / "b.txt"])[0].ledger


def test_a_file_that_cannot_be_read_is_a_ledger_row(reports: Path, tmp_path: Path) -> None:
    (reports / "noise.txt").write_bytes(b"\x00\x01\x02" * 500)
    report = build([reports], tmp_path / "out")
    assert [row.document for row in report.records.ledger if row.document == "noise.txt"] == ["noise.txt"]
    assert len(report.records.documents) == 2


def test_nothing_to_read_is_said_and_nothing_written(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BuildError, match=r"no reports found in .*empty"):
        build([tmp_path / "empty"], tmp_path / "out")
    with pytest.raises(FileNotFoundError, match=r"no such file or folder: .*missing"):
        build([tmp_path / "missing"], tmp_path / "out")
    with pytest.raises(FileNotFoundError, match="no-such-model"):
        build([Path(__file__)], tmp_path / "out", model="no-such-model")
    assert not (tmp_path / "out").exists()


def test_a_folder_with_nothing_but_outputs_has_no_reports(reports: Path) -> None:
    build([reports], reports)
    for name in REPORTS:
        (reports / name).unlink()
    with pytest.raises(BuildError, match="no reports found"):
        build([reports], reports)


def test_an_output_that_is_a_file_is_refused(reports: Path) -> None:
    with pytest.raises(BuildError, match=r"a\.txt' is a file"):
        build([reports], reports / "a.txt")


def test_an_unfinished_build_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no build in"):
        Network.open(tmp_path)
    Store.open(tmp_path / STORE).close()
    with pytest.raises(FileNotFoundError, match="did not come to its end"):
        Network.open(tmp_path)


LATER = (
    *("finding copies", "resolving", "measuring"),
    *("writing tables", "writing the graph", "drawing the page", "keeping"),
)


def test_progress_is_told_for_every_report(reports: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int, int]] = []
    build([reports], tmp_path / "out", on_progress=lambda *step: told.append(step))
    first, both = len(REPORTS["a.txt"].split()), sum(len(text.split()) for text in REPORTS.values())
    assert told == [
        ("reading", 1, 2, first),
        ("reading", 2, 2, both),
        ("extracting", 0, 2, 0),
        ("extracting", 1, 2, first),
        ("extracting", 2, 2, both),
        *((stage, done, 1, 0) for stage in LATER for done in (0, 1)),
    ]


def test_a_build_that_is_interrupted_goes_on_where_it_was(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(graph.gather, "COMMIT_EVERY", 1)

    def interrupt(stage: str, done: int, total: int, words: int) -> None:
        if (stage, done) == ("extracting", 1):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([reports], out, on_progress=interrupt)
    with pytest.raises(FileNotFoundError, match="did not come to its end"):
        Network.open(out)
    assert build([reports], out).read_anew == 1
    build([reports], tmp_path / "whole")
    assert files(out) == files(tmp_path / "whole")
