"""Frozen records to JSON and back, losslessly, by their annotations."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import DecodeError
from msgspec.json import Decoder, Encoder

T = TypeVar("T")
ENCODER = Encoder()
DECODERS: dict[type, Decoder[Any]] = {}


def to_json(value: Any) -> str:
    """Write a record as JSON, its fields in their order: same record, same text."""
    return ENCODER.encode(value).decode("utf-8")


def from_json(kind: type[T], text: str) -> T:
    """Read a record of `kind` from the JSON that `to_json` wrote. Raises ValueError for anything else."""
    if kind not in DECODERS:
        DECODERS[kind] = Decoder(kind)
    try:
        rebuilt: T = DECODERS[kind].decode(text)
    except DecodeError as error:
        raise ValueError(f"{kind.__name__}: {error}") from error
    return rebuilt
