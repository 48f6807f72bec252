"""Which entry of the user's list a person is: by name and post, or by the user's word; a name alone leaves it open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.deciding_record import Decided as Deciding
from extract.deciding_record import Mention
from extract.identity_evidence import PersonFacts
from extract.identity_groups import Group
from extract.identity_mentions import Mentions
from extract.joining import Join
from extract.name_frequency import is_common
from extract.people_list import Entry, PeopleList
from extract.records_entities import MaybeListed

Decided = tuple[Mention, str, int]
"""A mention, the id of an entry, and the line of the decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """By group (position): the entries that name and post prove, and those that only the name speaks for."""

    proven: Mapping[int, tuple[Entry, ...]]
    possible: Mapping[int, tuple[Entry, ...]]


def fitting(groups: Sequence[Group], told: Mentions, listed: PeopleList) -> Fitting:
    """Hold each group of mentions of one name against the entries of that name."""
    named = listed.named()
    proven: dict[int, tuple[Entry, ...]] = {}
    possible: dict[int, tuple[Entry, ...]] = {}
    for number, group in enumerate(groups):
        entries = named.get(group.name, ())
        facts = [told.facts((path, group.name)) for path in group.paths] if entries else []
        proof = tuple(entry for entry in entries if any(_holds(entry, of) for of in facts))
        proven[number] = proof
        possible[number] = tuple(
            entry for entry in entries if entry not in proof and any(map(entry.in_time, group.days))
        )
    return Fitting(proven=proven, possible=possible)


def joins_of(
    groups: Sequence[Group],
    of: Mapping[Mention, int],
    fits: Fitting,
    said: Sequence[Decided],
    denied: Sequence[Decided],
) -> list[Join]:
    """Join the groups that are one entry; a group that two entries fit waits for a decision. `of`: the group of each mention."""
    no = {(of[mention], entry) for mention, entry, _ in denied if mention in of}
    carriers: dict[str, list[tuple[Mention, int]]] = defaultdict(list)
    decided = {of[mention] for mention, _, _ in said if mention in of}
    for mention, entry, line in said:
        if mention in of:
            carriers[entry].append((mention, line))
    for number, entries in fits.proven.items():
        left = [entry for entry in entries if (number, entry.id) not in no]
        if len(left) == 1 and number not in decided and not _too_common(left[0], fits):
            carriers[left[0].id].append((groups[number].first, 0))
    return [
        Join(left=mention, right=found[0][0], reason=f"entry {entry} of the list", line=line)
        for entry, found in sorted(carriers.items())
        for mention, line in found[1:]
    ]


def _too_common(entry: Entry, fits: Fitting) -> bool:
    """Whether several people of a common name fit an entry without dates: then it may be any one of them."""
    fitting_it = sum(entry in entries for entries in fits.proven.values())
    dated = entry.first or entry.last
    return not dated and fitting_it > 1 and any(is_common(name, "provincial") for name in entry.names)


def entries_of(
    numbers: Sequence[int],
    of: Mapping[Mention, int],
    fits: Fitting,
    said: Sequence[Decided],
    denied: Sequence[Decided],
    listed: Mapping[str, Entry],
) -> tuple[list[Entry], list[Entry]]:
    """The entries that the person of some groups is proven or decided to be (several: decisions disagree), and those that stay possible."""
    groups = sorted(numbers)
    wanted = {entry for mention, entry, _ in said if of.get(mention) in groups}
    no = {entry for mention, entry, _ in denied if of.get(mention) in groups}
    seen = {
        entry.id: entry
        for number in groups
        for entry in (*fits.proven[number], *fits.possible[number])
        if entry.id not in no
    }
    if wanted:
        return [listed[entry] for entry in sorted(wanted)], []
    proven = {e.id for n in groups for e in fits.proven[n] if not _too_common(e, fits)} - no
    if len(proven) == 1:
        return [seen[entry] for entry in proven], []
    return [], [seen[entry] for entry in sorted(seen)]


def _holds(entry: Entry, facts: PersonFacts) -> bool:
    return any(
        entry.holds(
            seat.title,
            frozenset(re.findall(r"\w+", f"{seat.body} {seat.place}".lower())),
            "" if seat.former else facts.day,
        )
        for seat in facts.seats
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The ids of people who are an entry, by person; who may be one; decisions that would make one person several entries, by line."""

    ids: Mapping[str, tuple[tuple[str, str], ...]]
    maybe: tuple[MaybeListed, ...]
    refused: tuple[tuple[int, str], ...]


def entries_across(
    clusters: Sequence[Sequence[int]],
    groups: Sequence[Group],
    of: Mapping[Mention, int],
    person_ids: Sequence[str],
    fits: Fitting,
    decided: Deciding,
) -> Listed:
    """Find the entry of the user's list that each cluster of `groups` is; `person_ids` are those of the groups."""
    by_id = {entry.id: entry for entry in decided.listed.entries}
    ids: dict[str, tuple[tuple[str, str], ...]] = {}
    doubts: list[MaybeListed] = []
    refused: list[tuple[int, str]] = []
    for cluster in clusters if by_id else ():
        person_id, first = person_ids[cluster[0]], min(groups[number].first for number in cluster)
        sure, maybe = entries_of(cluster, of, fits, decided.entries, decided.no_entries, by_id)
        if len(sure) == 1:
            ids[person_id] = (("list", sure[0].id), *sure[0].ids)
        elif sure:
            lines = sorted(line for mention, _, line in decided.entries if of.get(mention) in cluster)
            why = f"'{first[1]}' would be {len(sure)} entries of the list"
            refused += [(line, why) for line in lines]
        doubts += [
            MaybeListed(person_id=person_id, document=first[0], entry=e.id, text=str(e)) for e in maybe
        ]
    return Listed(ids=ids, maybe=tuple(doubts), refused=tuple(refused))
