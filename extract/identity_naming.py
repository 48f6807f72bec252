"""The people that the mentions come to: named by the user's choice or by what most reports print, homonyms told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from extract.folding import fold
from extract.identity_groups import Group
from extract.identity_ids import slug
from extract.identity_labels import contexts_of
from extract.records_entities import Person


def named(
    clusters: Sequence[Sequence[int]], groups: Sequence[Group], shown: Mapping[int, set[str]]
) -> tuple[list[str], tuple[Person, ...]]:
    """Name every cluster of groups, by the user's choice (`shown`, by group) or by what most reports print, and tell homonyms apart.

    Returns the id of each group, and the people.
    """
    of_name: dict[str, list[tuple[str, Sequence[int]]]] = defaultdict(list)
    for cluster in clusters:
        name = _name(cluster, groups, shown)
        of_name[_key(name, cluster, groups)].append((name, cluster))
    ids = [""] * len(groups)
    people: list[Person] = []
    taken: dict[str, int] = {}
    for key in sorted(of_name):
        of = sorted(of_name[key], key=lambda one: min(groups[n].first for n in one[1]))
        contexts = contexts_of([[groups[n] for n in cluster] for _, cluster in of])
        for (name, cluster), context in zip(of, contexts, strict=True):
            alone = len(of) == 1
            person_id = slug(name) if alone else slug(name, context)
            # Two names or contexts can make one slug; the later one, in sorted order, gets a number.
            taken[person_id] = taken.get(person_id, 0) + 1
            if taken[person_id] > 1:
                person_id = f"{person_id}--{taken[person_id]}"
            forms = {form for n in cluster for form in groups[n].forms}
            people.append(
                Person(
                    id=person_id,
                    name=name,
                    label=name if alone else f"{name} ({context})",
                    context=context,
                    aliases=tuple(sorted(forms - {name})),
                )
            )
            for number in cluster:
                ids[number] = person_id
    return ids, tuple(people)


def _name(cluster: Sequence[int], groups: Sequence[Group], shown: Mapping[int, set[str]]) -> str:
    chosen = {name for number in cluster for name in shown.get(number, ())}
    if len(chosen) == 1:
        return chosen.pop()
    if len(cluster) == 1 and len(groups[cluster[0]].forms) == 1:
        return groups[cluster[0]].forms[0]
    counts: Counter[str] = Counter()
    for number in cluster:
        counts.update(groups[number].printed)
    return max(counts, key=lambda name: (counts[name], name))


def _key(name: str, cluster: Sequence[int], groups: Sequence[Group]) -> str:
    """The folded form of a name, which the groups that print it have already."""
    for number in cluster:
        if known := groups[number].folded.get(name):
            return known
    return fold(name)
