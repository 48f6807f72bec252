"""Who held which post, seen from when to when: bounds that the reports give, never a guess about appointment."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from extract.records import Records
from extract.seat import holds_one

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One person in one post. Dates are days (ISO 8601), None where the reports give none.

    `first_seen` and `last_seen` are the first and the last day on which a report states the post. In a seat of one
    person, `not_before` is the last day on which somebody else was seen in it before that, and `not_after` the first
    day on which somebody else was seen in it afterwards. `clash` names those who were seen in it in between: two
    holders at a time, so that a name, a place or a date is wrong. `reports` counts the reports that state it.
    """

    person_id: str
    post_id: str
    first_seen: str | None
    last_seen: str | None
    not_before: str | None
    not_after: str | None
    clash: tuple[str, ...]
    reports: int


def tenures(records: Records) -> tuple[Tenure, ...]:
    """Bound every (person, post) by the dated holdings, by post, first day and person.

    A re-published copy adds nothing. Holdings whose date is no full day count as reports and bound nothing.
    """
    copies = dict(records.duplicate_of)
    days: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    reports: dict[tuple[str, str], set[str]] = defaultdict(set)
    for holding in records.holdings:
        if holding.document in copies:
            continue
        seen = days[holding.post_id][holding.person_id]
        reports[holding.post_id, holding.person_id].add(holding.document)
        if holding.date is not None and DAY.fullmatch(holding.date):
            seen.add(holding.date)
    # a bare 'mayor' of no place is no seat: reports of a hundred cities share it
    seats = {p.id for p in records.posts if holds_one(p.title, p.organization_id, p.place)}
    out = []
    for post in sorted(days):
        single = post in seats
        for person in sorted(days[post], key=lambda p: (min(days[post][p], default="9"), p)):
            own = days[post][person]
            first, last = min(own, default=None), max(own, default=None)
            before: set[str] = set()
            after: set[str] = set()
            clash: set[str] = set()
            if single and first is not None and last is not None:
                for other, theirs in days[post].items():
                    if other == person:
                        continue
                    before |= {day for day in theirs if day < first}
                    after |= {day for day in theirs if day > last}
                    if theirs and min(theirs) <= last and max(theirs) >= first:
                        clash.add(other)
            out.append(
                Tenure(
                    person_id=person,
                    post_id=post,
                    first_seen=first,
                    last_seen=last,
                    not_before=max(before, default=None),
                    not_after=min(after, default=None),
                    clash=tuple(sorted(clash)),
                    reports=len(reports[post, person]),
                )
            )
    return tuple(out)


def posts_called(records: Records, wanted: str) -> frozenset[str]:
    """The ids of the posts of this title ('Mayor') whose text holds every word behind its comma ('Mayor, Mianyang')."""
    title, _, rest = wanted.lower().partition(",")
    words = set(re.findall(r"\w+", rest))
    return frozenset(
        post.id
        for post in records.posts
        if post.title.lower() == title.strip()
        and words <= set(re.findall(r"\w+", f"{post.text} {post.place}".lower()))
    )
