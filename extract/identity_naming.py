"""The people that the mentions come to: named by the user's choice or by what most reports print, homonyms told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from extract.deciding_record import Mention
from extract.folding import fold
from extract.identity_ids import slug
from extract.identity_labels import contexts_of
from extract.local import LocalPerson, Reading
from extract.records import Person


def named(
    clusters: Sequence[Sequence[Mention]],
    own: Mapping[Mention, LocalPerson],
    readings: Mapping[str, Reading],
    shown: Mapping[Mention, str],
) -> tuple[dict[Mention, str], tuple[Person, ...]]:
    """Name every cluster, by the user's choice or by what most reports print, and tell homonyms apart."""
    of_name: dict[str, list[tuple[str, Sequence[Mention]]]] = defaultdict(list)
    for cluster in clusters:
        chosen = sorted({shown[mention] for mention in cluster if mention in shown})
        counts = Counter(own[mention].name for mention in cluster)
        name = chosen[0] if len(chosen) == 1 else max(counts, key=lambda n: (counts[n], n))
        of_name[fold(name)].append((name, cluster))
    ids: dict[Mention, str] = {}
    people: list[Person] = []
    taken: dict[str, int] = {}
    for key in sorted(of_name):
        groups = of_name[key]
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
