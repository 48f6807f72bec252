"""Re-published reports: a copy states nothing of its own; a version that adds to the report that it repeats does."""

from __future__ import annotations

from collections.abc import Mapping

from extract.local import Reading


def sort_copies(
    duplicate_of: Mapping[str, str], readings: Mapping[str, Reading]
) -> tuple[dict[str, str], dict[str, str]]:
    """Split the near-duplicates of `corpus.duplicates` into copies and versions, each path -> the report repeated.

    A copy's reading has no participant or role that the reading of the other report has not, and no more gatherings. A
    version has: it is read like any report, and its gatherings are those of the report that it repeats. What was not read
    is neither.
    """
    copies: dict[str, str] = {}
    versions: dict[str, str] = {}
    for path, origin in sorted(duplicate_of.items()):
        if path in readings and origin in readings:
            one = _adds_nothing(readings[path], readings[origin])
            (copies if one else versions)[path] = origin
    return copies, versions


def _adds_nothing(copy: Reading, origin: Reading) -> bool:
    held = [sum(not meeting.cited for meeting in reading.meetings) for reading in (copy, origin)]
    return held[0] <= held[1] and _stated(copy) <= _stated(origin)


def _stated(reading: Reading) -> frozenset[tuple[str, str, str]]:
    return frozenset((s.person, s.group, s.role) for s in reading.participations)
