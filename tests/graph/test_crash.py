"""Builds that are cut off: killed, out of room, or two at once; the last outputs stay, and the next build ends as if nothing was."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import graph.writing
from corpus.store import Store
from graph.build import DiskFull, build
from graph.lock import HOLDER, LOCK, FolderInUse, held
from graph.manifest import PAGE, STORE
from graph.network import Network
from graph.outputs import ASIDE, SEAL, SETTLED, OutputError, begin, is_full, put_in_place, seal, settle

ROOT = Path(__file__).parents[2]
TEXT = "The Shuixi Municipal Party Committee held a meeting on May 3, 2023. Fang Guolin presided. He Min attended."


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that it forks")
def test_twelve_kills_and_four_full_disks() -> None:
    """The small part of `benchmarks/soak_kills.py`, whose long run stands in benchmarks/results."""
    script = ROOT / "benchmarks" / "soak_kills.py"
    ran = subprocess.run([sys.executable, script, "40", "12", "4"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 complaints after 12 kills and 4 full disks" in ran.stdout


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def written(out: Path, **files: str) -> Path:
    aside = begin(out)
    for name, text in files.items():
        path = aside / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return aside


def test_a_set_that_the_store_has_not_taken_is_dropped(out: Path) -> None:
    (out / "a.csv").write_text("old", encoding="utf-8")
    seal(written(out, a_csv="new"))
    assert settle(out, None) is False
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {"a.csv": "old"}


def test_a_set_that_the_store_has_taken_is_put_in_place_wherever_it_was_cut_off(out: Path) -> None:
    (out / "a.csv").write_text("old", encoding="utf-8")
    aside = written(out, a_csv="new", tables__b_csv="new too")
    digest = seal(aside)
    (aside / "a.csv").replace(out / "a.csv")  # cut off here
    assert settle(out, digest) is True
    assert (out / "tables" / "b.csv").read_text(encoding="utf-8") == "new too"
    assert not (out / ASIDE).exists()


@pytest.mark.parametrize("state", ["no seal", "another digest", "half a seal"])
def test_a_set_that_was_not_finished_is_dropped(out: Path, state: str) -> None:
    aside = written(out, a_csv="new")
    digest = seal(aside)
    if state == "no seal":
        (aside / SEAL).unlink()
    elif state == "half a seal":
        (aside / SEAL).write_text(digest[:20], encoding="ascii")
    assert settle(out, "0" * 64 if state == "another digest" else digest) is False
    assert list(out.iterdir()) == []


def test_the_digest_tells_names_and_bytes(out: Path) -> None:
    digests = {
        seal(written(out, **files)) for files in ({"a": "1"}, {"a": "2"}, {"b": "1"}, {"a": "1", "b": ""})
    }
    assert len(digests) == 4
    assert seal(written(out, a="1")) in digests


def test_an_output_that_another_program_holds_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a spreadsheet that shows the file keeps it from being replaced."""
    aside = written(out, a_csv="new")

    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=r"a\.csv' cannot be replaced \(Permission denied\): is it open\?"):
        put_in_place(aside, out)
    assert (aside / "a.csv").exists()  # and the next build puts it there


def reports_in(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_whoever_opens_a_build_that_was_cut_off_behind_its_commit_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports, out = reports_in(tmp_path / "in"), tmp_path / "out"
    build([reports], out, model="none")
    (reports / "a.txt").write_text(TEXT.replace("He Min", "Luo Qing"), encoding="utf-8")

    def cut(aside: Path, out: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(graph.writing, "put_in_place", cut)
        with pytest.raises(KeyboardInterrupt):
            build([reports], out, model="none")
    assert "Luo Qing" not in (out / "tables" / "people.csv").read_text(encoding="utf-8")
    with held(out):  # somebody else is at it: nothing is touched
        assert {p.name for p in Network.open(out).records.people} == {"Fang Guolin", "Luo Qing"}
        assert (out / ASIDE).exists()
    Network.open(out)
    assert "Luo Qing" in (out / "tables" / "people.csv").read_text(encoding="utf-8")
    assert not (out / ASIDE).exists()


# -- two at once --------------------------------------------------------------------------------------------------

HOLD = """
import sys
from pathlib import Path
from graph.lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_second_build_says_who_holds_the_folder_or_waits(tmp_path: Path) -> None:
    reports, out = reports_in(tmp_path / "in"), tmp_path / "out"
    out.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, out], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(FolderInUse, match=f"another build is writing into .*: process {other.pid} on "):
            build([reports], out, model="none")
        assert not (out / PAGE).exists()
        other.stdin.write("\n")
        other.stdin.flush()
        assert build([reports], out, model="none", wait=30).read_anew == 1
    assert not (out / HOLDER).exists()


def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
        other.wait()
    assert (tmp_path / HOLDER).exists() and (tmp_path / LOCK).exists()
    with held(tmp_path):
        pass


@pytest.mark.parametrize("note", ["", "[]", '{"process": "x"}', "\udcff"])
def test_a_broken_note_of_the_holder_is_no_matter(tmp_path: Path, note: str) -> None:
    (tmp_path / HOLDER).write_bytes(note.encode("utf-8", "surrogateescape"))
    with held(tmp_path):
        (tmp_path / HOLDER).write_bytes(note.encode("utf-8", "surrogateescape"))
        with pytest.raises(FolderInUse, match="an unknown process"), held(tmp_path):
            pass


# -- no room ------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_as_such_and_the_half_set_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports, out = reports_in(tmp_path / "in"), tmp_path / "out"
    before = build([reports], out, model="none").records
    (reports / "a.txt").unlink()
    (reports / "b.txt").write_text(TEXT, encoding="utf-8")

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(graph.writing, "write_affiliation", full)
    with pytest.raises(DiskFull, match=r"no space left to write .*: the last outputs are as they were"):
        build([reports], out, model="none")
    assert not (out / ASIDE).exists()
    assert Network.open(out).records == before


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "no room"), True),
        (OSError(errno.EDQUOT, "quota"), True),
        (OSError(errno.EACCES, "not yours"), False),
        (sqlite3.OperationalError("database is locked"), False),
    ],
)
def test_what_counts_as_a_full_disk(error: OSError | sqlite3.Error, full: bool) -> None:
    assert is_full(error) is full


def test_a_store_that_may_not_grow_counts_as_a_full_disk(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "s.sqlite")
    database.execute("PRAGMA max_page_count=2")
    with pytest.raises(sqlite3.OperationalError) as caught:
        database.execute("CREATE TABLE a (x)")
        database.execute("INSERT INTO a VALUES (zeroblob(100000))")
    assert is_full(caught.value)
    database.close()


# -- stores of other versions -------------------------------------------------------------------------------------


def test_the_store_keeps_the_digest_of_the_set(tmp_path: Path) -> None:
    reports, out = reports_in(tmp_path / "in"), tmp_path / "out"
    build([reports], out, model="none")
    with Store.look(out / STORE) as store:
        kept = store.about(SETTLED)
    assert kept is not None and len(kept) == 64
