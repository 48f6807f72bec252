"""What commands that ask a build share: mistakes in one line, and rows under their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from graph.answer import QueryError
from graph.cli_text import UserError, console, printed


@contextmanager
def mistakes_told() -> Iterator[None]:
    """Turn what the user can put right into one line."""
    try:
        yield
    except (QueryError, ValueError) as error:
        raise UserError(str(error)) from error
    except KeyError as error:
        raise UserError(str(error.args[0])) from error


@contextmanager
def names_told(name: str) -> Iterator[None]:
    """Turn a name that nobody has, or several, into one line, with the candidates."""
    from graph.names import AmbiguousName, UnknownName

    try:
        yield
    except AmbiguousName as error:
        raise UserError("\n".join([f"'{name}' is several; say which:", *error.labels])) from error
    except UnknownName as error:
        raise UserError(str(error)) from error


def print_columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their heads, each column as wide as its widest cell."""
    screen = console()
    widths = [max(len(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
    for row in (heads, *rows):
        line = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        screen.print(printed((line, "bold") if row is heads else line))
