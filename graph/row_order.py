"""The order of the rows of a table: by their cells, so that the same build writes the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.store import Cell

Row = tuple[Cell, ...]
NUMBERS, TEXTS = frozenset({int, float, bool}), frozenset({str, type(None)})


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Sort rows by their cells: numbers as numbers before text, what is not known as empty text.

    Where every column is of text, or of numbers, the rows are compared as they are.
    """
    rows = list(rows)
    try:
        return sorted(rows)  # as a rule no cell is compared with one of another kind
    except TypeError:
        return _in_mixed_order(rows)


def _in_mixed_order(rows: list[Row]) -> list[Row]:
    kinds = [set(map(type, column)) for column in zip(*rows, strict=True)]
    if all(kind <= NUMBERS or kind <= TEXTS for kind in kinds):
        unknown = any(type(None) in kind for kind in kinds)
        return sorted(rows, key=_known) if unknown else sorted(rows)
    return sorted(rows, key=_sort_key)


def _known(row: Row) -> Row:
    return tuple(["" if cell is None else cell for cell in row])


def _sort_key(row: Row) -> tuple[tuple[bool, float, str], ...]:
    return tuple(
        (False, float(cell), "") if isinstance(cell, int | float) else (True, 0.0, cell or "") for cell in row
    )
