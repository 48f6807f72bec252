"""Records in pieces, each with its digest: cut and hashed once in a build for all that is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from corpus.pieces import Piece, pieces_of
from graph.memo import shared

T = TypeVar("T")


def pieces_by(field: str, records: Sequence[T]) -> list[Piece[T]]:
    """The records in pieces, cut by what stands in a field of theirs."""
    return shared(f"pieces by {field}", records, lambda: pieces_of(records, attrgetter(field)))
