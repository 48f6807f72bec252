"""People across reports: mentions of one name are joined where the evidence or the user says so, and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.deciding import Decided, Mention
from extract.folding import fold
from extract.identity_evidence import context_of, keys_of
from extract.identity_ids import slug
from extract.joining import joined, pinned
from extract.local import LocalPerson, Reading
from extract.records import Person


def people_across(
    readings: Mapping[str, Reading],
    paths: Sequence[str],
    meeting_ids: Mapping[tuple[str, str], str],
    decided: Decided,
) -> tuple[dict[Mention, str], list[Person], list[tuple[int, str]]]:
    """Give every mention its person; also return the decisions that other decisions rule out, by line."""
    own: dict[Mention, LocalPerson] = {}
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for path in paths:
        used = {s.person for s in readings[path].participations if s.person}
        for person in readings[path].people:
            if person.key in used:
                blocks[person.key].append((path, person.key))
                own[path, person.key] = person
    clusters: list[list[Mention]] = []
    for key in sorted(blocks):
        evidence = {m: keys_of(m[0], own[m], readings[m[0]], meeting_ids) for m in blocks[key]}
        clusters += pinned(evidence, decided.apart)
    clusters, refused = joined(clusters, decided.same, decided.apart)
    shown = dict(decided.names)
    named: dict[str, list[tuple[str, list[tuple[str, LocalPerson]]]]] = defaultdict(list)
    for cluster in clusters:
        group = [(mention[0], own[mention]) for mention in cluster]
        names = sorted({shown[mention] for mention in cluster if mention in shown})
        if len(names) == 1:
            name = names[0]
        else:
            name = max((p.name for _, p in group), key=lambda n: (sum(p.name == n for _, p in group), n))
        named[fold(name)].append((name, group))
    ids: dict[Mention, str] = {}
    people: list[Person] = []
    taken: dict[str, int] = {}
    for key in sorted(named):
        groups = named[key]
        labels = [context_of(group, readings) for _, group in groups]
        for (name, group), context in zip(groups, labels, strict=True):
            same = sum(other == context for other in labels)
            label = (
                name
                if len(groups) == 1
                else f"{name} ({context})"
                if same == 1
                else f"{name} ({context}; {group[0][0]})"
            )
            person_id = (
                slug(name) if len(groups) == 1 else slug(name, context, group[0][0] if same > 1 else "")
            )
            # Two names or contexts can make one slug; the later one, in sorted order, gets a number.
            taken[person_id] = taken.get(person_id, 0) + 1
            if taken[person_id] > 1:
                person_id = f"{person_id}--{taken[person_id]}"
            aliases = sorted({a for _, p in group for a in (*p.aliases, p.name)} - {name})
            people.append(
                Person(id=person_id, name=name, label=label, context=context, aliases=tuple(aliases))
            )
            for path, person in group:
                ids[path, person.key] = person_id
    return ids, people, refused
