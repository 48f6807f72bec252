"""`sederunt watch`: a build for each change that counts, and none for its own outputs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from graph.cli_build import Order
from graph.watching import changed_files, counts, run_watch

TEXT = "The Shuixi Municipal Party Committee held a meeting on May 3, 2023. Fang Guolin presided."


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("in/a.txt", True),
        ("in/deep/b.txt", True),
        ("in/.a.txt.swp", False),  # an editor's own file
        ("in/.git/index", False),
        ("in/out/network.html", False),  # the outputs lie among the reports
        ("decisions.csv", True),
        ("other.csv", False),
    ],
)
def test_what_counts_as_a_change(tmp_path: Path, name: str, counted: bool) -> None:
    (tmp_path / "in").mkdir()
    given = [tmp_path / "in", tmp_path / "decisions.csv"]
    assert counts(tmp_path / name, given, tmp_path / "in" / "out") is counted


def test_each_change_is_built_and_a_failure_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports, out = tmp_path / "in", tmp_path / "out"
    reports.mkdir()
    (reports / "a.txt").write_text(TEXT, encoding="utf-8")
    people = out / "tables" / "people.csv"

    def changes(inputs: Sequence[Path], _: Path) -> Iterator[set[str]]:
        assert list(inputs) == [reports]
        assert "He Min" not in people.read_text(encoding="utf-8")
        (reports / "a.txt").write_text(f"{TEXT} He Min attended.", encoding="utf-8")
        yield {"a.txt"}
        assert "He Min" in people.read_text(encoding="utf-8")
        (reports / "a.txt").unlink()
        yield {"a.txt"}  # nothing to read: the build fails, the watch goes on
        told = capsys.readouterr().err
        assert "waiting for changes" in told and "no reports found" in told
        (reports / "b.txt").write_text(TEXT.replace("Fang Guolin", "Luo Qing"), encoding="utf-8")
        yield {"b.txt"}
        assert "Luo Qing" in people.read_text(encoding="utf-8")
        raise KeyboardInterrupt

    run_watch(Order(reports=[reports], out=out, model="none"), quiet=False, changes=changes)
    assert capsys.readouterr().err == ""


def test_the_system_tells_of_changes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()

    def write_later() -> None:
        for number in range(100):
            time.sleep(0.2)
            (tmp_path / "in" / "a.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
            if stop.is_set():
                return

    stop = threading.Event()
    writer = threading.Thread(target=write_later)
    writer.start()
    try:
        found = next(changed_files([tmp_path / "in"], tmp_path / "out"))
    finally:
        stop.set()
        writer.join()
    assert [Path(path).name for path in found] == ["a.txt"]
