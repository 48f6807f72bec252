"""Reading on a Dask cluster: the bytes of a local build, also where a worker is lost on the way."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from generated.reports import reports

import graph.cluster
from graph.build import build
from graph.cluster import on_cluster
from graph.lock import LOCK
from graph.manifest import STORE
from graph.runners import ClusterError

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    for report in reports(150, 3):
        path = folder / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")
    (folder / "noise.txt").write_bytes(b"\x00\x01" * 500)
    return folder


def outputs(out: Path) -> dict[str, bytes]:
    found = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name not in (STORE, LOCK))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_a_cluster_that_loses_a_worker_writes_the_bytes_of_one_process(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.cluster, "PART", 8)
    monkeypatch.setattr(graph.cluster, "ROWS", 30)
    joined: list[int] = []
    vstack = graph.cluster.sparse.vstack

    def counted(parts: list[object], format: str) -> object:
        joined.append(len(parts))
        return vstack(parts, format=format)

    monkeypatch.setattr(graph.cluster.sparse, "vstack", counted)
    build([corpus], tmp_path / "here", model="none")
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        workers = sorted(client.run(os.getpid).values())
        lost: list[int] = []

        def kill_one(stage: str, done: int, total: int, words: int) -> None:
            if stage == "extracting" and done and not lost:
                lost.append(workers[0])
                os.kill(workers[0], signal.SIGKILL)

        report = build(
            [corpus],
            tmp_path / "there",
            model="none",
            cluster=cluster.scheduler_address,
            on_progress=kill_one,
        )
        client.wait_for_workers(2)
        assert workers[0] not in client.run(os.getpid).values()
    assert lost
    assert joined and min(joined) > 2  # co-attendance came from the cluster too
    assert len(report.records.documents) == 150
    assert outputs(tmp_path / "there") == outputs(tmp_path / "here")


def test_an_address_where_nobody_is_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ClusterError, match="no Dask scheduler at 'nowhere'"), on_cluster("nowhere"):
        pass
