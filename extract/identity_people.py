"""People across reports: mentions are joined where the evidence or the user says so, each with the reason, and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.records import Document
from extract.deciding_record import Decided, Mention
from extract.identity_groups import Group, group_all
from extract.identity_meetings import MeetingsFound
from extract.identity_mentions import Mentions
from extract.identity_naming import named
from extract.identity_slips import slips
from extract.joining import Join, joined
from extract.listed import entries_across, fitting, joins_of
from extract.local import Reading
from extract.records_entities import MaybeListed, Person
from extract.remembered import Kept, Marks

Known = tuple[str, str, str, tuple[str, ...]]
"""Of a mention: the folded name, the id of the person, the name as printed, and why it is theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFound:
    """The people; by report, what is known of its mentions; who may be on the user's list; decisions that others rule out, by line."""

    people: tuple[Person, ...]
    mentions: Mapping[str, Sequence[Known]]
    maybe_listed: tuple[MaybeListed, ...]
    refused: tuple[tuple[int, str], ...]


def people_across(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    names: Mapping[str, Sequence[str]],
    meetings: MeetingsFound,
    decided: Decided,
    marks: Marks,
    kept: Kept | None,
) -> PeopleFound:
    """Give every mention its person; `names` are the folded names of each report, `marks` say what it states, and of which meetings."""
    told = Mentions(docs, readings, meetings.ids)
    found = group_all(told, _paths_of(names), marks, decided, kept)
    groups = found.groups
    of = {(path, group.name): number for number, group in enumerate(groups) for path in group.paths}
    fits = fitting(groups, told, decided.listed)
    proofs = [*slips(groups, of, told, _shared(meetings), found.marks, kept), *found.joints]
    joins = [
        *(Join(left=a, right=b, reason=f"decided, line {line}", line=line) for a, b, line in decided.same),
        *(Join(left=groups[a].first, right=groups[b].first, reason=why) for a, b, why in proofs),
        *joins_of(groups, of, fits, decided.entries, decided.no_entries),
    ]
    one = joined(of, len(groups), joins, decided.apart)
    shown: dict[int, set[str]] = defaultdict(set)
    for mention, name in dict(decided.names).items():
        if mention in of:
            shown[of[mention]].add(name)
    ids, people = named(one.clusters, groups, shown)
    entries = entries_across(one.clusters, groups, of, ids, fits, decided)
    return PeopleFound(
        people=tuple(replace(p, ids=entries.ids[p.id]) if p.id in entries.ids else p for p in people),
        mentions=_mentions(groups, ids, _reasons(of, one.made)),
        maybe_listed=entries.maybe,
        refused=(*one.refused, *entries.refused),
    )


def _paths_of(names: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The reports that have each folded name, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(names):
        for name in names[path]:
            found[name].append(path)
    return found


def _shared(meetings: MeetingsFound) -> dict[str, list[tuple[str, str]]]:
    """The meetings that several reports tell of."""
    return {
        meeting_id: [(path, meeting.key) for path, meeting in drafts]
        for meeting_id, drafts in meetings.drafts.items()
        if len(drafts) > 1
    }


def _reasons(of: Mapping[Mention, int], made: Sequence[Join]) -> dict[int, list[str]]:
    """What joined each group to another one."""
    told: dict[int, list[str]] = defaultdict(list)
    for join in made:
        told[of[join.left]].append(join.reason)
    return told


def _mentions(
    groups: Sequence[Group], ids: Sequence[str], joined_by: Mapping[int, Sequence[str]]
) -> dict[str, list[Known]]:
    """Why each mention is its person: the evidence that it shares with another one, and the joins of its group."""
    found: dict[str, list[Known]] = defaultdict(list)
    for number, group in enumerate(groups):
        more = joined_by.get(number)
        reasons = [tuple(dict.fromkeys((*own, *more))) if more else own for own in group.reasons]
        for path, name, why in zip(group.paths, group.printed, group.why, strict=True):
            found[path].append((group.name, ids[number], name, reasons[why]))
    return found
