"""What a build would do: told without doing it, and true."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph.plan
from graph.build import build
from graph.manifest import STORE
from graph.plan import Plan, plan_of

TEXT = "The Shuixi Municipal Party Committee held a meeting on May 3, 2023. Fang Guolin presided."


def test_a_plan_is_what_the_build_then_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports, out = tmp_path / "in", tmp_path / "out"
    reports.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (reports / name).write_text(f"{TEXT} {name[0]}.", encoding="utf-8")
    (reports / "d.xyz").write_text("no report", encoding="utf-8")
    plan = plan_of([reports], out, model="none")
    assert plan == Plan(new=("a.txt", "b.txt", "c.txt"), changed=(), gone=(), unchanged=0, again=0)
    assert not out.exists()
    build([reports], out, model="none")
    assert plan_of([reports], out, model="none") == Plan(new=(), changed=(), gone=(), unchanged=3, again=0)
    (reports / "a.txt").unlink()
    (reports / "b.txt").write_text(f"{TEXT} He Min spoke.", encoding="utf-8")
    (reports / "e.txt").write_text(f"{TEXT} Luo Qing spoke.", encoding="utf-8")
    before = (out / STORE).read_bytes()
    plan = plan_of([reports], out, model="none")
    assert plan == Plan(new=("e.txt",), changed=("b.txt",), gone=("a.txt",), unchanged=1, again=0)
    assert (out / STORE).read_bytes() == before
    monkeypatch.setattr(graph.plan, "fingerprint", lambda model: "other rules")
    assert plan_of([reports], out, model="none").again == 1
    monkeypatch.setattr(graph.plan, "reader_version", lambda: "other readers")
    assert plan_of([reports], out, model="none").changed == ("b.txt", "c.txt")
