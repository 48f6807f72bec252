"""Which meetings a question is about: by kind, level, jurisdiction, and whether people come by rank or by invitation."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from extract.records import Records
from extract.records_entities import Organization
from extract.records_meetings import Meeting

OCCASIONS = Path(__file__).parent / "rules" / "occasions.csv"
BY = ("rank", "invitation")


@cache
def occasions() -> dict[str, str]:
    """Kind of meeting -> rank or invitation. Kinds in which both are usual are not in the table."""
    with OCCASIONS.open(encoding="utf-8", newline="") as file:
        return {row["kind"]: row["by"] for row in csv.DictReader(file)}


def meeting_filter(
    records: Records,
    *,
    kinds: Collection[str] | None = None,
    levels: Collection[str] | None = None,
    places: Collection[str] | None = None,
    hosts: Collection[str] | None = None,
    by: str | None = None,
) -> Callable[[Meeting], bool]:
    """Make the test that a meeting has to pass; what is None does not narrow.

    `levels` and `places` as `level_of` and `jurisdiction_of` have them; `hosts` are ids of the bodies that held the meeting;
    `by` is rank (who sits there sits by office) or invitation, and leaves out the kinds of which neither is known.
    Raises ValueError for another `by`.
    """
    if by is not None and by not in BY:
        raise ValueError(f"by must be one of {', '.join(BY)}, not {by!r}")
    bodies = {body.id: body for body in records.organizations}

    def passes(meeting: Meeting) -> bool:
        host = bodies.get(meeting.host_id)
        return (
            (kinds is None or meeting.kind in kinds)
            and (levels is None or level_of(meeting, host) in levels)
            and (places is None or jurisdiction_of(meeting, host) in places)
            and (hosts is None or meeting.host_id in hosts)
            and (by is None or occasions().get(meeting.kind) == by)
        )

    return passes


def level_of(meeting: Meeting, host: Organization | None) -> str:
    """The level of a meeting (central, provincial ...): as read, else that of its host; empty where neither is known."""
    return meeting.level or (host.level if host else "")


def jurisdiction_of(meeting: Meeting, host: Organization | None) -> str:
    """The place that the host is of, or where that is unknown the place of the meeting; empty where neither is known."""
    return host.place if host and host.place else meeting.place
