"""Which meetings a question is about: by kind, level, jurisdiction, and whether people come by rank or by invitation."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from extract.records import Meeting, Records

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
    by: str | None = None,
) -> Callable[[Meeting], bool]:
    """Make the test that a meeting has to pass; what is None does not narrow.

    `levels` are those of the host (central, provincial ...); `places` the jurisdiction of the host, or where the host is
    unknown the place of the meeting; `by` is rank (who sits there sits by office) or invitation, and leaves out the kinds
    of which neither is known. Raises ValueError for another `by`.
    """
    if by is not None and by not in BY:
        raise ValueError(f"by must be one of {', '.join(BY)}, not {by!r}")
    hosts = {body.id: body for body in records.organizations}

    def passes(meeting: Meeting) -> bool:
        host = hosts.get(meeting.host_id)
        level = meeting.level or (host.level if host else "")
        place = host.place if host and host.place else meeting.place
        return (
            (kinds is None or meeting.kind in kinds)
            and (levels is None or level in levels)
            and (places is None or place in places)
            and (by is None or occasions().get(meeting.kind) == by)
        )

    return passes
