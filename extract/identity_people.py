"""People across reports: mentions are joined where the evidence or the user says so, each with the reason, and named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.records import Document
from extract.deciding import Decided, Mention
from extract.folding import fold
from extract.identity_circles import circles
from extract.identity_company import colleagues, company_of
from extract.identity_evidence import PersonFacts, keys_of, person_facts, seat_keys
from extract.identity_ids import slug
from extract.identity_labels import contexts_of
from extract.identity_slips import slips
from extract.joining import Join, joined, pinned, reasons_of
from extract.listed import entries_of, fitting, joins_of
from extract.local import LocalPerson, Reading
from extract.records import MaybeListed, MentionOf, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFound:
    """The person of every mention; the people; why each mention is theirs; decisions that others rule out, by line."""

    ids: Mapping[Mention, str]
    people: tuple[Person, ...]
    mentions: tuple[MentionOf, ...]
    maybe_listed: tuple[MaybeListed, ...]
    refused: tuple[tuple[int, str], ...]


def people_across(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    meeting_ids: Mapping[tuple[str, str], str],
    decided: Decided,
) -> PeopleFound:
    """Give every mention its person."""
    own: dict[Mention, LocalPerson] = {}
    facts: dict[Mention, PersonFacts] = {}
    blocks: dict[str, list[Mention]] = defaultdict(list)
    company: dict[Mention, frozenset[str]] = {}
    for path, reading in readings.items():
        there = company_of(reading)
        used = {s.person for s in reading.participations if s.person}
        for person in reading.people:
            if person.key in used:
                mention = (path, person.key)
                blocks[person.key].append(mention)
                own[mention] = person
                company[mention] = there.get(person.key, frozenset())
                facts[mention] = person_facts(path, person, reading, meeting_ids, docs[path].published)
    evidence: dict[Mention, frozenset[str]] = {}
    groups: list[list[Mention]] = []
    for key in sorted(blocks):
        seats = seat_keys(key, {m: facts[m] for m in blocks[key]})
        for mention in blocks[key]:
            evidence[mention] = keys_of(mention[0], key, facts[mention]) | seats[mention]
        groups += pinned({m: evidence[m] for m in blocks[key]}, decided.apart)
    fits = fitting(groups, facts, decided.listed)
    joins = [
        *(Join(left=a, right=b, reason=f"decided, line {line}", line=line) for a, b, line in decided.same),
        *(
            Join(left=groups[a][0], right=groups[b][0], reason=why)
            for a, b, why in slips(groups, facts, evidence)
        ),
        *(
            Join(left=groups[a][0], right=groups[b][0], reason=why)
            for a, b, why in (*colleagues(groups, facts, company), *circles(groups, facts, company))
        ),
        *joins_of(groups, fits, decided.entries, decided.no_entries),
    ]
    found = joined(groups, joins, decided.apart)
    because = reasons_of(groups, evidence, found.made)
    ids, people = _named(found.groups, own, readings, dict(decided.names))
    of = {mention: number for number, group in enumerate(groups) for mention in group}
    entry_by_id = {entry.id: entry for entry in decided.listed.entries}
    refused = list(found.refused)
    doubts: list[MaybeListed] = []
    listed: dict[str, tuple[tuple[str, str], ...]] = {}
    for cluster in found.groups if entry_by_id else ():
        person_id = ids[cluster[0]]
        sure, maybe = entries_of(cluster, of, fits, decided.entries, decided.no_entries, entry_by_id)
        if len(sure) == 1:
            listed[person_id] = (("list", sure[0].id), *sure[0].ids)
        elif sure:
            lines = sorted(line for mention, _, line in decided.entries if mention in cluster)
            refused += [
                (line, f"'{cluster[0][1]}' would be {len(sure)} entries of the list") for line in lines
            ]
        doubts += [
            MaybeListed(person_id=person_id, document=cluster[0][0], entry=e.id, text=str(e)) for e in maybe
        ]
    return PeopleFound(
        ids=ids,
        people=tuple(replace(p, ids=listed[p.id]) if p.id in listed else p for p in people),
        mentions=tuple(
            MentionOf(person_id=ids[m], document=m[0], name=own[m].name, reasons=because[m])
            for m in sorted(ids)
        ),
        maybe_listed=tuple(doubts),
        refused=tuple(refused),
    )


def _named(
    clusters: Sequence[Sequence[Mention]],
    own: Mapping[Mention, LocalPerson],
    readings: Mapping[str, Reading],
    shown: Mapping[Mention, str],
) -> tuple[dict[Mention, str], tuple[Person, ...]]:
    """Name every cluster, by the user's choice or by what most reports print, and tell homonyms apart."""
    named: dict[str, list[tuple[str, Sequence[Mention]]]] = defaultdict(list)
    for cluster in clusters:
        chosen = sorted({shown[mention] for mention in cluster if mention in shown})
        counts = Counter(own[mention].name for mention in cluster)
        name = chosen[0] if len(chosen) == 1 else max(counts, key=lambda n: (counts[n], n))
        named[fold(name)].append((name, cluster))
    ids: dict[Mention, str] = {}
    people: list[Person] = []
    taken: dict[str, int] = {}
    for key in sorted(named):
        groups = named[key]
        contexts = contexts_of([[(path, own[path, k]) for path, k in group] for _, group in groups], readings)
        for (name, group), context in zip(groups, contexts, strict=True):
            alone = len(groups) == 1
            person_id = slug(name) if alone else slug(name, context)
            # Two names or contexts can make one slug; the later one, in sorted order, gets a number.
            taken[person_id] = taken.get(person_id, 0) + 1
            if taken[person_id] > 1:
                person_id = f"{person_id}--{taken[person_id]}"
            forms = {form for mention in group for form in (*own[mention].aliases, own[mention].name)}
            people.append(
                Person(
                    id=person_id,
                    name=name,
                    label=name if alone else f"{name} ({context})",
                    context=context,
                    aliases=tuple(sorted(forms - {name})),
                )
            )
            ids.update(dict.fromkeys(group, person_id))
    return ids, tuple(people)
