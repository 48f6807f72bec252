"""Worker processes: the same bytes as one process, and a report that hangs, bloats or kills its worker costs itself alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import document_from_text
from corpus.records import Document
from graph.build import build
from graph.lock import LOCK
from graph.manifest import STORE
from graph.pool import Pool, WorkerError
from graph.runners import Limits
from graph.worker_process import WorkerProcess

TEXT = "The Shuixi Municipal Party Committee held a meeting on May {n}, 2023. Fang Guolin presided. He Min attended."
EVIL = """
import os, time
from graph import runners
read = runners.read_report

def evil(document, model):
    if "sleeps" in document.text:
        time.sleep(600)
    if "bloats" in document.text:
        return bytearray(600 * 1024 * 1024)
    if "dies" in document.text:
        os._exit(9)
    if "raises" in document.text:
        raise KeyError("no such rule")
    if "prints" in document.text:
        print("as libraries do")
    if "stumbles" in document.text and not os.path.exists(os.environ["MARK"]):
        open(os.environ["MARK"], "w").close()
        os._exit(9)
    return read(document, model)

runners.read_report = evil
"""


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers in which some words do harm: a `sitecustomize` before everything else."""
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "sitecustomize.py").write_text(EVIL, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "evil"), *filter(None, sys.path)])
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("MARK", str(tmp_path / "mark"))


def documents(*words: str) -> Iterator[Document]:
    for number, word in enumerate(words, 1):
        yield document_from_text(f"{TEXT.format(n=number)} He Min {word}.", path=f"{number}.txt")


def test_two_workers_write_the_bytes_of_one_process(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(TEXT.format(n=1 + number % 30), encoding="utf-8")
    (folder / "t.csv").write_text(f'text\n"{TEXT.format(n=9)}"\n\n"{TEXT.format(n=8)}"\n', encoding="utf-8")
    (folder / "noise.txt").write_bytes(b"\x00\x01" * 900)
    (folder / "odd.xyz").write_bytes(b"")
    written = []
    for jobs in (0, 1, 2):
        out = tmp_path / f"out{jobs}"
        assert (
            build([folder], out, model="none", jobs=jobs).read_anew == 30
        )  # texts that are the same are read once
        found = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name not in (STORE, LOCK))
        written.append({path.relative_to(out).as_posix(): path.read_bytes() for path in found})
    assert written[0] == written[1] == written[2]


@pytest.mark.usefixtures("evil")
def test_each_evil_costs_one_report() -> None:
    words = ("spoke", "sleeps", "dies", "raises", "prints", "stumbles", "left")
    with Pool(2, model="none", limits=Limits(seconds=8, megabytes=None)) as pool:
        read = {r.document.path: r for r in pool.reports(documents(*words))}
    told = {words[int(path[0]) - 1]: r.failed.detail for path, r in read.items() if r.failed}
    assert told == {
        "sleeps": "not read within 8 seconds",
        "dies": "the process that read it died twice (status 9)",
        "raises": "KeyError: 'no such rule'",
    }
    assert len(read) == len(words)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
@pytest.mark.usefixtures("evil")
def test_memory_is_limited() -> None:
    with Pool(1, model="none", limits=Limits(seconds=60, megabytes=100)) as pool:
        read = {r.document.path: r for r in pool.reports(documents("bloats", "spoke"))}
    failed = read["1.txt"].failed
    assert failed is not None
    assert (failed.reason, failed.detail) == ("over the limit", "needs more than 100 MB of memory")
    assert read["2.txt"].payload


def test_workers_that_do_not_start_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.worker_process.START", "raise SystemExit(3)")
    with Pool(1, model="none") as pool, pytest.raises(WorkerError, match=r"does not start \(status 3\)"):
        list(pool.reports(documents("spoke")))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the processes that pools have started."""
    numbers: list[int] = []
    start = Pool._start

    def counted(pool: Pool) -> WorkerProcess:
        worker = start(pool)
        numbers.append(worker.pid)
        return worker

    monkeypatch.setattr(Pool, "_start", counted)
    return numbers


def test_a_prepared_worker_reads_what_comes(started: list[int]) -> None:
    with Pool(2, model="none") as pool:
        pool.prepare()
        pool.prepare()
        (read,) = pool.reports(documents("spoke"))
    assert read.payload and len(started) == 1


def test_a_prepared_worker_that_gets_nothing_ends_with_its_pool(started: list[int]) -> None:
    with Pool(1, model="none") as pool:
        pool.prepare()
    assert len(started) <= 1  # none where the pool has ended before its thread began
    for number in started:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


@pytest.mark.parametrize(
    ("change", "workers"),
    [("none", 0), ("one more", 1), ("one in a folder below", 1), ("one changed", 1), ("one less", 0)],
)
def test_a_second_build_starts_a_worker_where_there_is_something_to_read(
    tmp_path: Path, started: list[int], change: str, workers: int
) -> None:
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    for number in range(3):
        (folder / f"{number}.txt").write_text(TEXT.format(n=1 + number), encoding="utf-8")
    build([folder], tmp_path / "out", model="none", jobs=2)
    started.clear()
    if change == "one less":
        (folder / "1.txt").unlink()
    elif change != "none":
        name = {"one changed": "1.txt", "one more": "3.txt"}.get(change, "below/3.txt")
        (folder / name).write_text(TEXT.format(n=9), encoding="utf-8")
    report = build([folder], tmp_path / "out", model="none", jobs=2)
    assert (len(started), report.read_anew) == (workers, workers)


def test_a_folder_with_hostile_modules_is_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Pool(1, model="none") as pool:
        (read,) = pool.reports(documents("spoke"))
    assert read.payload


def test_a_pool_needs_a_worker() -> None:
    with pytest.raises(ValueError, match="at least one worker, not 0"):
        Pool(0)
