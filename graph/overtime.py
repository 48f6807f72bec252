"""Change over time: moving windows, cumulative ones, sightings, and how a date that is an interval is counted."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.roles import PRESENT
from graph.attendance import attendance, counted_meetings
from graph.measure import centrality
from graph.project import Incidence, Weight, co_attendance, incidence
from graph.ranked import rank_key
from graph.uncertainty import DRAWS, NEVER_ALONE, bootstrap

if TYPE_CHECKING:
    import pandas as pd

Partly = Literal["exclude", "include", "spread"]
LENGTH = re.compile(r"([1-9]\d*)([YM])")
COLUMNS = ["since", "until", "person_id", "person", "value", "rank", "change", "meetings"]


def over_time(
    records: Records,
    measure: str = "strength",
    *,
    window: str = "1Y",
    step: str = "3M",
    cumulative: bool = False,
    partly: Partly = "exclude",
    weight: Weight = "newman",
    intervals: int = 0,
) -> pd.DataFrame:
    """A measure in each of many windows, a row a window and a person who was at a meeting in it.

    `window` and `step` are months or years ("3M", "1Y"); `cumulative` windows all begin at the first month. `change` is
    how many ranks the person rose since the window before (missing where not seen in it). `meetings` counts those of the
    window. A meeting whose date may lie on either side counts by `partly`: exclude it, include it whole in
    every window that it touches, or spread it (by the share of its possible days in the window: weights count and newman
    alone). Meetings without a year are in no window; `attrs` has `partly` and how many are `undated`. `intervals` is how many times
    the meetings of each window are drawn anew for the columns `low` and `high` (95 %); betweenness has them in any case.

    Raises ValueError for a bad length, measure, weight or `partly`, and for intervals of meetings that are spread.
    """
    import pandas as pd

    _check(partly)
    members = incidence(records)
    days = _days(records)
    labels = {person.id: person.label for person in records.people}
    rows: list[tuple[object, ...]] = []
    before: dict[str, int] = {}
    draws = intervals or (DRAWS if measure in NEVER_ALONE else 0)
    if draws and partly == "spread":
        raise ValueError(
            f"{measure} with intervals takes partly dated meetings whole or not at all: exclude or include, not spread"
        )
    ends: list[tuple[float, float]] = []
    for since, until in windows(records, window=window, step=step, cumulative=cumulative):
        shares = {m: _share(days.get(m), since, until, partly) for m in members.meetings}
        inside = _only(members, [m for m in members.meetings if shares[m] > 0])
        graph = co_attendance(inside, weight, scale=shares if partly == "spread" else None)
        values = sorted(centrality(graph, [measure])[measure].items(), key=rank_key)
        if draws:
            drawn = bootstrap(inside, measure, weight=weight, draws=draws)
            ends += [(drawn.at[person, "low"], drawn.at[person, "high"]) for person, _ in values]
        ranks = {person: number for number, (person, _) in enumerate(values, 1)}
        for person, value in values:
            change = before[person] - ranks[person] if person in before else None
            rows.append(
                (since, until, person, labels[person], value, ranks[person], change, len(inside.meetings))
            )
        before = ranks
    frame = pd.DataFrame(rows, columns=COLUMNS).astype({"change": "Int64"})
    if draws:
        frame.insert(5, "low", [low for low, _ in ends])
        frame.insert(6, "high", [high for _, high in ends])
    frame.attrs.update(measure=measure, partly=partly, undated=sum(m not in days for m in members.meetings))
    return frame


def windows(
    records: Records, *, window: str = "1Y", step: str = "3M", cumulative: bool = False
) -> list[tuple[str, str]]:
    """First and last days of the windows, from the month of the first dated meeting until one holds the last."""
    length, stride = _months(window), _months(step)
    days = sorted(_days(records).values())
    if not days:
        return []
    first = _month_number(days[0][0])
    last = _month_number(max(high for _, high in days))
    found = []
    for start in range(first, last + 1, stride):
        stop = start + length - 1
        found.append((_first_day(first if cumulative else start), _last_day(stop)))
        if stop >= last:
            break
    return found


def pair_over_time(
    records: Records,
    a: str,
    b: str,
    *,
    window: str = "1Y",
    step: str = "3M",
    cumulative: bool = False,
    partly: Partly = "exclude",
) -> pd.DataFrame:
    """The company that two people (ids) keep in each of many windows, a row a window.

    Columns `since`, `until`, `together` (meetings of both), `with_a`, `with_b` (those of either), `jaccard` (together by those of
    either or both; missing where neither was seen), `meetings` (ids of those of both). `partly` as in `over_time`; spread counts
    shares of meetings. Raises ValueError as `over_time` does.
    """
    import pandas as pd

    _check(partly)
    days = _days(records)
    there = attendance(records, roles=PRESENT)
    rows = []
    for since, until in windows(records, window=window, step=step, cumulative=cumulative):
        shares = {m: share for m in there if (share := _share(days.get(m), since, until, partly))}
        own_a, own_b, both = (
            sum(share for m, share in shares.items() if who <= there[m].keys()) for who in ({a}, {b}, {a, b})
        )
        either = own_a + own_b - both
        common = tuple(m for m in shares if {a, b} <= there[m].keys())
        rows.append((since, until, both, own_a, own_b, both / either if either else None, common))
    columns = ["since", "until", "together", "with_a", "with_b", "jaccard", "meetings"]
    frame = pd.DataFrame(rows, columns=columns).astype({"jaccard": float})
    frame.attrs.update(partly=partly, undated=sum(m not in days for m in there))
    return frame


def _check(partly: str) -> None:
    if partly not in get_args(Partly):
        raise ValueError(f"partly must be one of {', '.join(get_args(Partly))}, not {partly!r}")


def shares_within(records: Records, since: str, until: str, partly: Partly) -> dict[str, float]:
    """Meeting -> how much of it counts between two ISO days: 0 or 1, with `spread` the share of its possible days."""
    _check(partly)
    days = _days(records)
    return {m.id: _share(days.get(m.id), since, until, partly) for m in counted_meetings(records)}


def sightings(records: Records) -> pd.DataFrame:
    """When each person was first and last seen at a meeting: the earliest and latest days that the dates allow.

    Index person id; columns `person`, `first`, `last` (ISO days, missing without any dated meeting), `meetings`,
    `undated`. Absence from the reports is not absence from office.
    """
    import pandas as pd

    days, labels = _days(records), {person.id: person.label for person in records.people}
    seen: dict[str, list[str]] = {}
    for meeting, people in attendance(records, roles=PRESENT).items():
        for person in people:
            seen.setdefault(person, []).append(meeting)
    rows = {}
    for person, meetings in sorted(seen.items()):
        dated = [days[m] for m in meetings if m in days]
        first = min((low for low, _ in dated), default=None)
        last = max((high for _, high in dated), default=None)
        rows[person] = (labels[person], first, last, len(meetings), len(meetings) - len(dated))
    columns = ["person", "first", "last", "meetings", "undated"]
    return pd.DataFrame(
        list(rows.values()), columns=columns, index=pd.Index(list(rows), name="person_id", dtype=str)
    )


def _days(records: Records) -> dict[str, tuple[str, str]]:
    bounds = {m.id: edtf_bounds(m.date) for m in counted_meetings(records) if m.date}
    return {meeting: both for meeting, both in bounds.items() if both is not None}


def _share(days: tuple[str, str] | None, since: str, until: str, partly: Partly) -> float:
    if days is None or days[1] < since or days[0] > until:
        return 0.0
    if days[0] >= since and days[1] <= until:
        return 1.0
    if partly != "spread":
        return float(partly == "include")
    low, high = _ordinal(max(days[0], since)), _ordinal(min(days[1], until))
    return (high - low + 1) / (_ordinal(days[1]) - _ordinal(days[0]) + 1)


def _only(members: Incidence, meetings: list[str]) -> Incidence:
    """The part of an incidence with these meetings and the people who were at any of them."""
    kept = set(meetings)
    columns = [number for number, meeting in enumerate(members.meetings) if meeting in kept]
    matrix = members.matrix[:, columns]
    there = matrix.sum(axis=1).nonzero()[0].tolist()
    return Incidence(
        people=tuple(members.people[n] for n in there), meetings=tuple(meetings), matrix=matrix[there, :]
    )


def _months(length: str) -> int:
    match = LENGTH.fullmatch(length)
    if match is None:
        raise ValueError(f"not a length in months or years (3M, 1Y): {length!r}")
    return int(match[1]) * (12 if match[2] == "Y" else 1)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _month_number(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _first_day(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}-01"


def _last_day(month: int) -> str:
    year, number = month // 12, month % 12 + 1
    return f"{year:04d}-{number:02d}-{monthrange(year, number)[1]:02d}"
