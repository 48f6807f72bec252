"""Tables in Parquet: the columns of other tables, typed cells, and files that are none."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

import corpus.parquet
from corpus.formats import UnreadableError
from corpus.parquet import read_parquet

TEXT = "Mayor Fang Guolin presided over the meeting."


def table(**columns: list[Any]) -> bytes:
    """A Parquet file of these columns."""
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def test_rows_are_reports_with_their_metadata() -> None:
    content = read_parquet(
        table(
            ID=[7, 8, 9],
            Text=[TEXT, None, ["One paragraph.", "Another."][0]],
            Date=[datetime.date(2023, 5, 3), None, datetime.date(2024, 1, 2)],
            Outlet=["Linhe Daily", "", None],
        )
    )
    assert [(r.row, r.text, r.metadata) for r in content.reports] == [
        (1, TEXT, {"published": "2023-05-03", "source": "Linhe Daily"}),
        (3, "One paragraph.", {"published": "2024-01-02"}),
    ]
    assert content.bad_rows == ((2, "the row has no text"),)


def test_a_list_of_paragraphs_is_a_text() -> None:
    assert read_parquet(table(body=[["One.", "Two."]])).reports[0].text == "One.\nTwo."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (table(words=["x"]), "no text column"),
        (b"PAR1 and nothing else", "no readable Parquet file"),
        (table(text=[TEXT])[:-20], "no readable Parquet file"),
        (b"", "no readable Parquet file"),
    ],
    ids=["no text column", "no table", "cut off", "empty"],
)
def test_what_is_no_table_of_reports_is_told(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        read_parquet(data)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.parquet, "UNPACKED_LIMIT", 100_000)
    with pytest.raises(UnreadableError, match="unpacks to more than 100,000 bytes"):
        read_parquet(table(text=[TEXT] * 100_000))
