"""Of which place the bodies of a level may be where a report does not say it: asked for where something speaks for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.decisions import PLACED, Decision, Reference
from extract.identity_bodies import UNRESOLVED
from extract.records import Records
from extract.records_entities import Organization
from graph.body_sightings import sightings_of
from graph.place_clues import Clues
from graph.undecided_pair import Undecided

ASKED = 2
"""Score (`graph.place_clues`) from which on a place is asked about."""
CANDIDATES = 3
"""Places asked about for the bodies of one level in one report, the strongest."""


def place_pairs(records: Records, decided: Sequence[Decision]) -> Iterator[Undecided]:
    """Ask for the place of the bodies of each level and report of which the report does not say it."""
    seen = sightings_of(records)
    clues = Clues(records, seen)
    unknown: dict[tuple[str, str], list[Organization]] = defaultdict(list)
    for body in records.organizations:
        if body.place.startswith(UNRESOLVED) and body.id in seen:
            unknown[body.place.removeprefix(UNRESOLVED), body.level].append(body)
    answered = _answered(records, decided)
    for (document, level), bodies in sorted(unknown.items()):
        here = [s for body in bodies for s in seen[body.id] if s.document == document]
        if not here or ("place-is", document, level, "") in answered:
            continue
        cases = clues.cases(document, level, here)
        for place in sorted(cases, key=lambda place: (-cases[place].score, place))[:CANDIDATES]:
            case = cases[place]
            if case.score < ASKED or ("place-is-not", document, level, place) in answered:
                continue
            yield Undecided(
                left=Reference(level, document),
                right=Reference(place, case.evidence.document if case.evidence else document),
                left_id=bodies[0].id,
                right_id=place,
                left_label=f"{', '.join(sorted({body.name for body in bodies}))} of {document}",
                right_label=place,
                score=case.score,
                reasons=tuple(case.reasons),
                against=("the report does not say the place",),
                left_evidence=here[0].evidence,
                right_evidence=case.evidence,
                entry=place,
                kind="place",
            )


def _answered(records: Records, decided: Sequence[Decision]) -> set[tuple[str, str, str, str]]:
    """What has a row: (verb, path, level, place); the place is '' for place-is."""
    paths = {document.id: document.path for document in records.documents}
    return {
        (
            d.verb,
            paths.get(d.subject.document, d.subject.document),
            d.subject.name,
            d.object if d.verb == "place-is-not" else "",
        )
        for d in decided
        if d.verb in PLACED
    }
