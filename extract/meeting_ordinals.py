"""The number of a report's only meeting, where the head of the report gives it and the sentence that names the meeting does not."""

from __future__ import annotations

from collections.abc import Iterable

from extract.gathering_record import GatheringMention
from extract.ordinal_numbers import ordinal_number

SESSION = ("session",)
"""Sittings stand within these: of 'thirty-first session' and '712th meeting' the second is the meeting."""


def headed_ordinal(mentions: Iterable[GatheringMention], *, named: bool, host: str) -> str:
    """The ordinal that the gatherings named at the head of a report agree on; "" where two of them differ, or none has one.

    Cited gatherings do not count; a session gives way to a meeting of it. `named`: the meeting has a name of its own, so that
    'the first meeting of directors' is another, unless the same `host` holds it.
    """
    numbered = [
        m
        for m in mentions
        if m.ordinal
        and not m.cited
        and ordinal_number(m.ordinal)
        and not (named and " of " in m.name and m.host != host)
    ]
    sittings = [m for m in numbered if not m.name.lower().split(" of ")[0].endswith(SESSION)]
    stated = sittings or numbered
    if len({ordinal_number(m.ordinal) for m in stated}) != 1:
        return ""
    return stated[0].ordinal
