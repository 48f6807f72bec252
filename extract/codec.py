"""Frozen records to JSON and back, losslessly, by their annotations."""

from __future__ import annotations

import dataclasses
import json
import types
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def to_plain(value: Any) -> Any:
    """Turn records and tuples into dicts and lists; fields at their default are left out, to keep stores small."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out = {}
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if field.default is not dataclasses.MISSING and item == field.default:
                continue
            out[field.name] = to_plain(item)
        return out
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """Rebuild what `to_plain` made. Raises TypeError where a field is missing or unknown."""
    origin = get_origin(kind)
    if origin is tuple:
        arguments = get_args(kind)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(from_plain(arguments[0], item) for item in value)
        return tuple(from_plain(argument, item) for argument, item in zip(arguments, value, strict=True))
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        kinds = [argument for argument in get_args(kind) if argument is not type(None)]
        return from_plain(kinds[0], value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        unknown = sorted(set(value) - set(hints))
        if unknown:
            raise TypeError(f"{kind.__name__}: unknown fields {unknown}")
        return kind(**{name: from_plain(hints[name], item) for name, item in value.items()})
    return value


def to_json(value: Any) -> str:
    """Write a record as JSON with sorted keys: same record, same text."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """Read a record of `kind` from the JSON that `to_json` wrote."""
    rebuilt: T = from_plain(kind, json.loads(text))
    return rebuilt
