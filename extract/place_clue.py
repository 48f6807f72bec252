"""The record of one sign of a report's own place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.places_gazetteer import Place

ClueKind = Literal["outlet", "body", "title", "nickname", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One sign of the report's own place; `reason` quotes it."""

    kind: ClueKind
    candidates: tuple[Place, ...]
    reason: str
