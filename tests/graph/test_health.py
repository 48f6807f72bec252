"""`sederunt doctor OUT`: what is wrong with a build, and what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from graph.build import build
from graph.health import examine_build, examine_room
from graph.lock import held
from graph.manifest import MANIFEST, STORE
from graph.outputs import ASIDE

TEXT = "The Shuixi Municipal Party Committee held a meeting on May 3, 2023. Fang Guolin presided."


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    build([tmp_path / "in"], tmp_path / "out", model="none")
    return tmp_path / "out"


def wrong(out: Path) -> dict[str, str]:
    return {finding.subject: finding.state for finding in examine_build(out) if not finding.good}


def change(out: Path, sql: str) -> None:
    database = sqlite3.connect(out / STORE)
    database.execute(sql)
    database.commit()
    database.close()


def test_a_sound_build(out: Path) -> None:
    assert wrong(out) == {}
    assert {finding.subject for finding in examine_build(out)} == {
        *("store", "evidence", "manifest", "outputs", "lock", "disk")
    }


def test_a_store_that_was_cut_off(out: Path) -> None:
    data = (out / STORE).read_bytes()
    (out / STORE).write_bytes(data[: len(data) // 2])
    assert "remove it and build again" in wrong(out)["store"]


def test_a_store_of_another_format(out: Path) -> None:
    change(out, "PRAGMA user_version=1")
    assert "has format 1" in wrong(out)["store"]


def test_evidence_that_is_not_there(out: Path) -> None:
    change(out, "UPDATE documents SET text = 'x' || text")
    assert "not where they should be" in wrong(out)["evidence"]


def test_a_text_that_somebody_has_altered_where_no_evidence_stands(out: Path) -> None:
    change(out, "UPDATE documents SET text = replace(text, 'May 3', 'May 4')")
    assert wrong(out).keys() == {"reports"}
    assert "1 texts are not those that were read" in wrong(out)["reports"]


@pytest.mark.parametrize("text", ["{}", "[]", "no json"])
def test_a_manifest_of_another_corpus(out: Path, text: str) -> None:
    (out / MANIFEST).write_text(text, encoding="utf-8")
    assert wrong(out) == {"manifest": "of another corpus than the store; build again"}


def test_outputs_that_are_missing_or_on_their_way(out: Path) -> None:
    (out / "tables" / "people.csv").unlink()
    assert wrong(out) == {"outputs": "missing: tables/people.csv; build again"}
    (out / ASIDE).mkdir()
    assert "was cut off" in wrong(out)["outputs"]


def test_a_build_at_work_is_told(out: Path) -> None:
    with held(out):
        (lock,) = (finding for finding in examine_build(out) if finding.subject == "lock")
    assert lock.good and "another build is writing" in lock.state


def test_no_build(tmp_path: Path) -> None:
    assert "there is no build" in wrong(tmp_path)["store"]


def test_too_little_room(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from collections import namedtuple

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("graph.health.shutil.disk_usage", lambda path: usage(10, 9, 1))
    assert "too little for the next one" in examine_room(out).state
