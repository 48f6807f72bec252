"""Where the system's encoding is not UTF-8: what is read, written and printed is the same, or shown with a question mark."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = (
    "On May 3, 2023, the Shuixi Municipal Party Committee held a work conference. Fang Guolin, secretary of the Shuixi Municipal "
    "Party Committee, presided over the conference. Dursun Yılmaz, mayor of Shuixi City, attended the conference.\n"
)
NAME = "süd–河.txt"
STRICT = """
import sys, warnings
warnings.filterwarnings("error", category=EncodingWarning, module=r"(corpus|extract|graph)([.]|$)")
from graph.cli import main
sys.argv[0] = "sederunt"
main()
"""


def run(encoding: str, *arguments: str, strict: bool = False) -> tuple[int, str]:
    """Run the command line in a system of that encoding; with `strict` no file may be opened in the system's own one."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    environment |= {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": encoding,
    }
    options = ["-X", "warn_default_encoding"] if strict else []
    done = subprocess.run(
        [sys.executable, *options, "-c", STRICT, *arguments],
        env=environment,
        capture_output=True,
        timeout=300,
    )
    return done.returncode, (done.stdout + done.stderr).decode(encoding, "replace")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with letters that Windows-1252 does not have, and what UTF-8 makes of it."""
    folder = tmp_path_factory.mktemp("locale")
    (folder / "in").mkdir()
    (folder / "in" / NAME).write_text(REPORT, encoding="utf-8")
    assert (
        run("utf-8", "build", str(folder / "in"), "-o", str(folder / "utf8"), "--model", "none", "-j", "0")[0]
        == 0
    )
    return folder


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "gbk"])
def test_a_build_writes_the_same_bytes(folder: Path, encoding: str) -> None:
    out = folder / encoding
    status, told = run(
        encoding,
        "build",
        str(folder / "in"),
        "-o",
        str(out),
        "--model",
        "none",
        "-j",
        "1",
        strict=encoding == "cp1252",
    )
    assert status == 0, told
    for name in (
        "network.html",
        "network.graphml",
        "manifest.json",
        "tables/people.csv",
        "tables/documents.csv",
    ):
        assert (out / name).read_bytes() == (folder / "utf8" / name).read_bytes(), name


def test_what_the_terminal_cannot_print_is_a_question_mark(folder: Path) -> None:
    status, told = run("cp1252", "who", str(folder / "utf8"), "Fang Guolin", strict=True)
    assert status == 0, told
    assert "Dursun Y?lmaz" in told
