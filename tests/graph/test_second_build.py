"""What a second build does: the bytes of a build from scratch, for a part of its work. Work is counted, not timed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from built import outputs, remembered
from generated.reports import reports

import graph.affiliation_file
import graph.kept_fingerprints
import graph.quarters
import graph.runners
import graph.stored
import graph.table_files
import graph.view
from corpus.store import Store
from graph.build import build
from graph.manifest import STORE
from graph.stored import stored_records

MADE = list(reports(401, 5))
Change = Callable[[Path], None]


def put(folder: Path, number: int, text: str = "") -> None:
    path = folder / MADE[number].path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or MADE[number].text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: put(folder, 60), id="one more"),
        pytest.param(lambda folder: put(folder, 30, MADE[60].text), id="another text under a name"),
        pytest.param(lambda folder: (folder / MADE[30].path).unlink(), id="one less"),
        pytest.param(lambda folder: put(folder, 30, "Nothing happened."), id="nothing left to read in it"),
        pytest.param(lambda folder: None, id="nothing"),
    ],
)
def test_a_change_gives_what_a_build_from_scratch_gives(tmp_path: Path, change: Change) -> None:
    folder = tmp_path / "reports"
    for number in range(60):
        put(folder, number)
    build([folder], tmp_path / "out", model="none")
    change(folder)
    build([folder], tmp_path / "out", model="none")
    build([folder], tmp_path / "scratch", model="none")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "scratch")
    assert remembered(tmp_path / "out") == remembered(tmp_path / "scratch")
    with Store.look(tmp_path / "out" / STORE) as one, Store.look(tmp_path / "scratch" / STORE) as other:
        assert stored_records(one) == stored_records(other)


class Asked(sqlite3.Connection):
    """Counts what the store is asked, but for single values of the build's memory, of which there is one for a few reports."""

    count = 0

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        Asked.count += sql.startswith("SELECT") and "remembered WHERE kind = ? AND key" not in sql
        return super().execute(sql, *given)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[int, int, int]]]:
    """How much of each kind of work a build of 200 reports did, one more report after it, and one more after 400."""
    done: Counter[str] = Counter()
    connect = sqlite3.connect

    def counted(name: str, of: Callable[..., Any], many: Callable[..., int]) -> Callable[..., Any]:
        def work(*given: Any, **named: Any) -> Any:
            done[name] += many(*given)
            return of(*given, **named)

        return work

    def once(*_: Any) -> int:
        return 1

    kinds: list[tuple[str, Any, str, Callable[..., int]]] = [
        ("folders listed", os, "scandir", once),
        ("files read", graph.runners, "read_file", once),
        ("reports read", graph.runners, "read_report", once),
        ("fingerprints taken", graph.kept_fingerprints, "fingerprint", once),
        ("rows of tables written", graph.table_files, "_lines", len),
        ("elements written", graph.affiliation_file, "element_text", once),
        ("records kept", graph.stored, "to_json", once),
        ("communities laid out", graph.quarters, "_disc", once),
        ("page made", graph.view, "_rendered", once),
    ]
    found: list[dict[str, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        for name, where, what, many in kinds:
            patch.setattr(where, what, counted(name, getattr(where, what), many))
        patch.setattr(sqlite3, "connect", lambda *given, **named: connect(*given, factory=Asked, **named))
        for size in (200, 400):
            folder = tmp_path_factory.mktemp("work")
            for turn in range(2):
                for number in range(size) if not turn else [size]:
                    put(folder / "reports", number)
                done.clear()
                Asked.count = 0
                build([folder / "reports"], folder / "out", model="none")
                found.append({**done, "questions to the store": Asked.count})
            shutil.rmtree(folder)
    first, second, _, larger = found
    yield {name: (first.get(name, 0), second.get(name, 0), larger.get(name, 0)) for name in first}


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("files read", 1),
        ("reports read", 1),
        ("fingerprints taken", 1),
        ("communities laid out", 4),
        ("page made", 0),
    ],
)
def test_a_second_build_does_this_for_one_report(
    work: dict[str, tuple[int, int, int]], kind: str, most: int
) -> None:
    assert work[kind][1] <= most


@pytest.mark.parametrize("kind", ["rows of tables written", "elements written", "records kept"])
def test_a_second_build_writes_a_part(work: dict[str, tuple[int, int, int]], kind: str) -> None:
    first, second, _ = work[kind]
    assert second < 0.5 * first, f"{second} of {first}"


def test_the_store_is_not_asked_report_by_report(work: dict[str, tuple[int, int, int]]) -> None:
    _, second, larger = work["questions to the store"]
    assert larger - second < 10, f"{second} after 200 reports, {larger} after 400"


def test_folders_are_listed_as_often_as_in_the_first_build(work: dict[str, tuple[int, int, int]]) -> None:
    first, second, _ = work["folders listed"]
    assert second <= first + 1


UNUSED = (
    *("networkx", "networkit", "rustworkx", "pandas", "pyvis", "IPython", "bs4", "lxml", "jinja2", "spacy"),
    *("scipy.spatial", "scipy.stats"),
)
"""Libraries that a second build of any size does not need: each takes a twentieth of a second and more to load."""
UNREAD = (
    "corpus.document",
    "corpus.markup",
    "extract.draft",
    "extract.results",
    "extract.dates_find",
    "rich.progress",
)
"""Rules of reading, which a worker process has, and bars that nobody sees."""
SECOND = """
import sys
from pathlib import Path
import graph.table_network
graph.table_network.BETWEENNESS_LIMIT = -1  # as in a large build
from graph.build import build
build([Path(sys.argv[1])], Path(sys.argv[2]), model="none", jobs=int(sys.argv[3]))
print(*sys.modules)
"""


@pytest.mark.parametrize(("jobs", "unused"), [(0, UNUSED), (1, UNUSED + UNREAD)])
def test_nothing_is_loaded_that_is_not_used(tmp_path: Path, jobs: int, unused: Sequence[str]) -> None:
    loaded: set[str] = set()
    for turn in range(2):
        for number in range(60) if not turn else [60]:
            put(tmp_path / "reports", number)
        given = [sys.executable, "-c", SECOND, str(tmp_path / "reports"), str(tmp_path / "out"), str(jobs)]
        loaded = set(subprocess.run(given, capture_output=True, text=True, check=True).stdout.split())
    assert "graph.build" in loaded
    assert sorted(loaded & set(unused)) == []
