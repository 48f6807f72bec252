"""The record of a gathering as one sentence names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringMention:
    """A gathering as a sentence names it: `held` where the sentence reports it, `cited` where it only refers to it.

    `host` is the convening body as printed ('' where the words name none); `start:end` is the noun phrase.
    """

    name: str
    kind: str
    start: int
    end: int
    held: bool
    cited: bool
    host: str = ""
    ordinal: str = ""
