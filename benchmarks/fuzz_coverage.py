"""Feed readers, cleaning, extraction and decisions with what atheris finds to reach new code: no crash, no hang.

usage: fuzz_coverage.py [CORPUS_FOLDER] [libFuzzer options, e.g. -runs=10000 -max_total_time=600]

Needs atheris (pip install atheris; wheels for Linux, up to the Python that its page names). The first byte of an input says which reader
is fed; what is wrong ends the run, and libFuzzer keeps the input in a file that the next run can be given.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).parent.parent))

with atheris.instrument_imports(include=["corpus", "extract"]):
    from fuzzing import SUFFIXES, complaints_of_decisions, complaints_of_file

KINDS = (*SUFFIXES, ".parquet")
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz"))


def one_input(data: bytes) -> None:
    """Read one input; raise where something is wrong with what came of it."""
    if not data:
        return
    kind = data[0] % (len(KINDS) + 1)
    wrong = (
        complaints_of_decisions(data[1:], FOLDER)
        if kind == len(KINDS)
        else complaints_of_file(f"input{KINDS[kind]}", data[1:], FOLDER)
    )
    if wrong:
        raise AssertionError("; ".join(wrong))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
