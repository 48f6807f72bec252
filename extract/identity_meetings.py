"""Meetings across reports: one gathering told by several reports is one meeting, in series, with what it is cited as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.records import Document, evidence_of
from extract.comparison import Comparison
from extract.deciding_record import Decided
from extract.identity_bodies import Bodies
from extract.local import LocalMeeting, Reading
from extract.meeting_compare import compare_meetings
from extract.meeting_facts import MeetingFacts, OwnMeeting, meeting_base, meeting_facts
from extract.meeting_groups import group_meetings
from extract.meeting_pairs import Pair, compared, worth_comparing
from extract.records_meetings import MaybeOne, StatedMeeting
from extract.remembered import Kept, Marks, mark
from extract.series import Links, link_series

Key = tuple[str, str]  # (document path, local meeting key)
Draft = tuple[str, LocalMeeting]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsFound:
    """`ids`: the meeting of every local one; `told`: what its report states of it; `drafts`: by id, what each report states, the first report first; `links`:
    series, and the meetings that are cited; `maybe_one`: what was not joined and may be one; `refused`: decisions, by line, that
    others rule out."""

    ids: Mapping[Key, str]
    told: Mapping[Key, OwnMeeting]
    drafts: Mapping[str, tuple[Draft, ...]]
    links: Links
    maybe_one: tuple[MaybeOne, ...]
    refused: tuple[tuple[int, str], ...]


def meetings_across(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    stated: Mapping[str, Sequence[OwnMeeting]],
    versions: Mapping[str, str],
    bodies: Bodies,
    decided: Decided,
    marks: Marks,
    kept: Kept | None,
) -> MeetingsFound:
    """Give every meeting of every report in `readings` its id; what the user has `decided` goes before all evidence.

    `stated` is what each report states of its meetings, `versions` maps the path of a report that repeats another one with additions
    to that report: their meetings are one. `marks` hash what each report states; comparisons that were `kept` are taken again.
    """
    own = {(path, m.key): m for path in sorted(readings) for m in readings[path].meetings}
    told = {(path, m.key): m for path, meetings in stated.items() for m in meetings}
    held = [key for key, meeting in own.items() if not meeting.cited]
    at = {key: number for number, key in enumerate(held)}
    lines: dict[Pair, int] = {}
    for a, b, line in sorted(decided.one_meeting, key=lambda row: row[2]):
        if a in at and b in at:
            lines.setdefault((at[a], at[b]), line)
    apart = [(at[a], at[b]) for a, b in decided.two_meetings if a in at and b in at]
    twins = _twins(readings, versions, at)

    @cache
    def facts_of(number: int) -> MeetingFacts:
        key = held[number]
        path = key[0]
        wholes = bodies.wholes(told[key].body)
        return meeting_facts(path, told[key], own[key], readings[path], wholes)

    def compare(a: int, b: int) -> Comparison:
        return compare_meetings(facts_of(a), facts_of(b))

    @cache
    def mark_of(number: int) -> bytes:
        key = held[number]
        return mark((key[1], *sorted(bodies.wholes(told[key].body))), marks[key[0]])

    paths = [path for path, _ in held]
    pairs = worth_comparing(paths, [told[key] for key in held])
    outcomes = compared(pairs, paths, mark_of, compare, kept)
    people = [told[key].people for key in held]
    found = group_meetings(paths, people, outcomes, compare, [*lines, *twins], apart)
    groups = [tuple(held[n] for n in group) for group in found.groups]
    groups += [(key,) for key, meeting in own.items() if meeting.cited]
    members: dict[str, tuple[Key, ...]] = {}
    for group in sorted(groups):
        base = told[group[0]].base if len(group) == 1 else _base([own[key] for key in group])
        members[_id_of(base, docs[group[0][0]], members)] = group
    reported: dict[str, list[OwnMeeting]] = {}
    cited: dict[str, OwnMeeting] = {}
    for meeting_id, group in members.items():
        first = told[group[0]]
        if first.cited:
            cited[meeting_id] = first
        elif first.number or len(group) > 1:  # no other one is in a series
            reported[meeting_id] = [told[key] for key in group]
    named = Counter((key[0], own[key].name) for key in held) if found.doubtful else {}
    ids = {key: meeting_id for meeting_id, group in members.items() for key in group}
    return MeetingsFound(
        ids=ids,
        told=told,
        drafts={i: tuple((key[0], own[key]) for key in group) for i, group in members.items()},
        links=link_series(reported, cited),
        maybe_one=tuple(
            MaybeOne(
                left=_stated(held[a], ids, own, docs, named),
                right=_stated(held[b], ids, own, docs, named),
                reasons=outcome.reasons,
                against=outcome.against,
            )
            for a, b, outcome in found.doubtful
        ),
        refused=tuple(
            (lines[pair], "the two meetings are kept apart by other rows")
            for pair in found.refused
            if pair in lines
        ),
    )


def _stated(
    key: Key,
    ids: Mapping[Key, str],
    own: Mapping[Key, LocalMeeting],
    docs: Mapping[str, Document],
    named: Mapping[tuple[str, str], int],
) -> StatedMeeting:
    """One side of a doubt; where several meetings of a report have one name, its key names it."""
    path, meeting = key[0], own[key]
    return StatedMeeting(
        meeting_id=ids[key],
        document=path,
        name=meeting.name if named[path, meeting.name] == 1 else meeting.key,
        label=f"{meeting.name}, {meeting.date}" if meeting.date else meeting.name,
        evidence=evidence_of(docs[path], meeting.at.start, meeting.at.end),
    )


def twin_of(meeting: LocalMeeting, others: Sequence[LocalMeeting]) -> LocalMeeting | None:
    """The meeting of a version of the same text: that of the same name and kind, else that at the same place in it."""
    same = (m for m in others if (m.name, m.kind, m.cited) == (meeting.name, meeting.kind, meeting.cited))
    return next(same, None) or next((m for m in others if m.key == meeting.key), None)


def most_stated(meetings: Sequence[LocalMeeting], value: Callable[[LocalMeeting], str | None]) -> str:
    """What most reports state, of several as many the first; '' where none states anything."""
    if len(meetings) == 1:
        return value(meetings[0]) or ""
    counts = Counter(stated for stated in map(value, meetings) if stated)
    return max(counts, key=lambda stated: counts[stated], default="")


def _twins(
    readings: Mapping[str, Reading], versions: Mapping[str, str], at: Mapping[Key, int]
) -> tuple[Pair, ...]:
    pairs = []
    for path, origin in sorted(versions.items()):
        for meeting in readings[path].meetings:
            twin = None if meeting.cited else twin_of(meeting, readings[origin].meetings)
            if twin is not None and not twin.cited:
                a, b = sorted((at[origin, twin.key], at[path, meeting.key]))
                pairs.append((a, b))
    return tuple(pairs)


def _base(meetings: Sequence[LocalMeeting]) -> str:
    """What the id of a meeting begins with that several reports tell of."""
    return meeting_base(meetings[0], most_stated(meetings, lambda m: m.date))


def _id_of(base: str, document: Document, taken: Mapping[str, object]) -> str:
    meeting_id = f"{base}--{document.id[1:7]}"
    number = 2
    while meeting_id in taken:
        meeting_id = f"{base}--{document.id[1:7]}-{number}"
        number += 1
    return meeting_id
