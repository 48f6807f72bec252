"""Records of the extract stage: what the reports state, resolved to people, bodies and meetings.

Seen before believed: a `Participation` keeps the printed name (`surface`) and the sentence; the `Person`
is what we believe. Ids are readable slugs, never positions in a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import Document, LedgerRow, PressName
from extract.records_entities import Holding, MaybeListed, MentionOf, Organization, Person, Post
from extract.records_meetings import MaybeOne, Meeting, MeetingSource, Participation


@dataclass(frozen=True, slots=True, kw_only=True)
class PressCredit:
    """Somebody who made a report, kept apart from the people in it."""

    document: str
    credit: PressName


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything a corpus states, resolved; every tuple is sorted by its records' ids or keys.

    `duplicate_of` maps the path of a re-published copy to the path of the report that it repeats; a copy states nothing
    of its own: beside `documents` it stands in `sources` alone.
    """

    documents: tuple[Document, ...] = ()
    people: tuple[Person, ...] = ()
    mentions: tuple[MentionOf, ...] = ()
    maybe_listed: tuple[MaybeListed, ...] = ()
    organizations: tuple[Organization, ...] = ()
    posts: tuple[Post, ...] = ()
    holdings: tuple[Holding, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    maybe_one: tuple[MaybeOne, ...] = ()
    sources: tuple[MeetingSource, ...] = ()
    participations: tuple[Participation, ...] = ()
    press: tuple[PressCredit, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    duplicate_of: tuple[tuple[str, str], ...] = ()
