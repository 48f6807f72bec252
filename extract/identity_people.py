"""People across reports: mentions are joined where the evidence or the user says so, each with the reason, and named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.records import Document
from extract.deciding_record import Decided, Mention
from extract.identity_circles import circles
from extract.identity_company import colleagues
from extract.identity_evidence import keys_of
from extract.identity_mentions import Mentions, mentions_of
from extract.identity_naming import named
from extract.identity_slips import slips
from extract.identity_terms import seat_keys
from extract.joining import Join, joined, pinned, reasons_of
from extract.listed import entries_across, fitting, joins_of
from extract.local import Reading
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
    told = mentions_of(docs, readings, meeting_ids)
    evidence, groups = _grouped(told, decided)
    fits = fitting(groups, told.facts, decided.listed)
    proofs = (
        *slips(groups, told.facts, evidence),
        *colleagues(groups, told.facts, told.company),
        *circles(groups, told.facts, told.company),
    )
    joins = [
        *(Join(left=a, right=b, reason=f"decided, line {line}", line=line) for a, b, line in decided.same),
        *(Join(left=groups[a][0], right=groups[b][0], reason=why) for a, b, why in proofs),
        *joins_of(groups, fits, decided.entries, decided.no_entries),
    ]
    found = joined(groups, joins, decided.apart)
    because = reasons_of(groups, evidence, found.made)
    ids, people = named(found.groups, told.own, readings, dict(decided.names))
    entries = entries_across(found.groups, groups, ids, fits, decided)
    return PeopleFound(
        ids=ids,
        people=tuple(replace(p, ids=entries.ids[p.id]) if p.id in entries.ids else p for p in people),
        mentions=tuple(
            MentionOf(person_id=ids[m], document=m[0], name=told.own[m].name, reasons=because[m])
            for m in sorted(ids)
        ),
        maybe_listed=entries.maybe,
        refused=(*found.refused, *entries.refused),
    )


def _grouped(told: Mentions, decided: Decided) -> tuple[dict[Mention, frozenset[str]], list[list[Mention]]]:
    """What proves who each mention is, and the mentions of each name grouped by it."""
    evidence: dict[Mention, frozenset[str]] = {}
    groups: list[list[Mention]] = []
    for key in sorted(told.of_name):
        facts = {mention: told.facts[mention] for mention in told.of_name[key]}
        seats = seat_keys(key, facts)
        proofs = {mention: keys_of(mention[0], key, of) | seats[mention] for mention, of in facts.items()}
        evidence.update(proofs)
        groups += pinned(proofs, decided.apart)
    return evidence, groups
