"""Whatever is typed behind a command, it ends with a status that is documented, and never with a traceback."""

from __future__ import annotations

import contextlib
import io
import shlex
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import build
from graph.cli import main
from graph.cli_examples import EXAMPLES

KNOWN = frozenset({0, 1, 2})
"""Statuses of commands that only look: done, something is wrong with what was looked at, a mistake."""
LOOKING = sorted(set(EXAMPLES) - {"build", "watch", "open", "review"})
ODD = (
    *("", " ", "-", "--", "-1", "--limit", "--limit=x", "--limit=99999999999999999999", "--since=20x", "--until=9999-99-99"),
    *("--host=(", "--after=2023-02-30", "--format=../x", "--measure=\x1b[2J", "--how=newest", "--draws=1", "--graph=\u202e"),
    *("\ud800", "\x7f", "a" * 5000, "'; DROP TABLE documents; --", "SELECT 1; SELECT 2", "WITH x AS (SELECT 1) DELETE FROM about"),
    *("NUL", "..", "/dev/null", "C:\\reports", "*", "?", "[", "Fang Guolin", "方国林", "-h", "--version", "--to=gone/there"),
)  # fmt: skip
REPORT = (
    "On May 3, 2023, the Shuixi Municipal Party Committee held a work conference. Fang Guolin, secretary of the Shuixi Municipal "
    "Party Committee, presided over the conference. He Min, mayor of Shuixi City, attended the conference.\n"
)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build and the files that the examples name."""
    folder = tmp_path_factory.mktemp("typed")
    (folder / "my-reports").mkdir()
    (folder / "my-reports" / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "gold.json").write_text('{"documents": []}', encoding="utf-8")
    build([folder / "my-reports"], folder / "my-network", model="none")
    return folder


def typed(command: str, random: Random) -> list[str]:
    """The example of a command with something odd in it, in place of something, or nothing where something was."""
    arguments = shlex.split(EXAMPLES[command])
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(arguments) + 1)
        arguments[at : at + random.randint(0, 1)] = [random.choice(ODD)] if random.random() < 0.8 else []
    return [command, *arguments]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(LOOKING), st.integers(0, 10**9))
def test_anything_typed_ends_in_order(
    ground: Path, monkeypatch: pytest.MonkeyPatch, command: str, number: int
) -> None:
    monkeypatch.chdir(ground)
    arguments = typed(command, Random(number))
    monkeypatch.setattr(sys, "argv", ["sederunt", *arguments])
    said, complained = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace") for _ in "ab")
    with (
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    assert (ended.value.code or 0) in KNOWN, arguments
