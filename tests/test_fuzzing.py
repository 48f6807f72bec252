"""The small part of `benchmarks/fuzz.py`, by Hypothesis and by number, and the seeds of what its long runs found."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from fuzzing import (
    complaints_of_decisions,
    complaints_of_file,
    complaints_of_report,
    damaged_decisions,
    damaged_file,
    packages_are_sound,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.one_file import READERS

RELAXED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@RELAXED
@given(st.integers(0, 10**9))
def test_damaged_reports(tmp_path: Path, number: int) -> None:
    assert complaints_of_file(*damaged_file(Random(number)), tmp_path) == []


@RELAXED
@given(st.integers(0, 10**9))
def test_damaged_decisions(tmp_path: Path, number: int) -> None:
    assert complaints_of_decisions(damaged_decisions(Random(number)), tmp_path) == []


@RELAXED
@given(
    st.sampled_from([".txt", ".md", ".html", ".csv", ".jsonl", ".docx", ".pdf", ".parquet"]),
    st.binary(max_size=300),
)
def test_any_bytes(tmp_path: Path, suffix: str, data: bytes) -> None:
    assert complaints_of_file(f"a{suffix}", data, tmp_path) == []


@RELAXED
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    assert complaints_of_report(document_from_text(text, path="a.txt")) == []


def test_the_run_damages_text_more_than_packages() -> None:
    packages = [
        data for name, data in (damaged_file(Random(n)) for n in range(200)) if name.endswith(".docx")
    ]
    assert packages_are_sound(packages) > len(packages) / 2


def test_the_run_covers_every_format_and_reads_most_tables_of_columns() -> None:
    files = [damaged_file(Random(number)) for number in range(400)]
    assert {Path(name).suffix for name, _ in files} == set(READERS) - {".htm"}
    tables = [data for name, data in files if name.endswith(".parquet")]
    assert sum(data[:4] == data[-4:] == b"PAR1" for data in tables) > len(tables) / 2


FOUND = (216, 2800)
"""Numbers whose report was read wrongly once: a lone carriage return in the header of a table ended the build."""


@pytest.mark.parametrize("number", FOUND)
def test_what_was_found_stays_mended(tmp_path: Path, number: int) -> None:
    assert complaints_of_file(*damaged_file(Random(number)), tmp_path) == []
