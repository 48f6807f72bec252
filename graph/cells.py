"""Cells of a table as text: CSV that every reader splits alike, and that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from corpus.store import Cell

FORMULA = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")
RISKY = frozenset("'=+-@\t\r")
QUOTE = '"'
NEEDS_QUOTES = re.compile(r'[",\r\n]')


def csv_line(cells: Iterable[str]) -> str:
    """Write one line of CSV (RFC 4180, but '\\n' at its end).

    Not the csv module: before Python 3.13 it leaves a carriage return inside a cell unquoted, which ends the row.
    """
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    return f'"{cell.replace(QUOTE, QUOTE * 2)}"' if NEEDS_QUOTES.search(cell) else cell


def cell_writer(column: Sequence[Cell]) -> Callable[[Any], str]:
    """What writes the cells of this column."""
    kinds = set(map(type, column))
    return _csv_text if kinds == {str} else str if kinds == {int} else _csv_cell


def _csv_cell(cell: Cell) -> str:
    return _csv_text(cell) if type(cell) is str else safe_cell(cell)


def _csv_text(cell: str) -> str:
    """A cell of text in a line of CSV. Not kept: looking through a sentence costs no more than finding it again among millions."""
    if cell[:1] in RISKY or QUOTE in cell or "\r" in cell or "\x00" in cell:
        return _quoted(safe_cell(cell))
    return f'"{cell}"' if "," in cell or "\n" in cell else cell


def safe_cell(cell: Cell) -> str:
    """Write a cell as text that no spreadsheet takes for a formula; floats with nine significant digits.

    Numbers are not touched. NUL, which CSV readers refuse, is dropped.
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(float(f"{cell:.9g}"))
    if isinstance(cell, int):
        return str(cell)
    text = cell.replace("\x00", "")
    return f"'{text}" if FORMULA.match(text) else text


def read_cell(text: str) -> str:
    """Take away the apostrophe that `safe_cell` put before text that looks like a formula."""
    return text[1:] if GUARDED.match(text) else text


def joined(items: Iterable[str]) -> str:
    """Join with '; '; a ';' inside an item becomes ','."""
    given = list(items)
    text = "; ".join(given)
    return text if text.count(";") < len(given) else "; ".join([item.replace(";", ",") for item in given])
