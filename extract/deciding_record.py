"""What the user's decisions come to: the readings as changed, and what is decided across reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.records import LedgerRow
from extract.deciding_refs import Mention
from extract.local import Reading
from extract.people_list import PeopleList

__all__ = ["Decided", "Mention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Readings as decided; pairs of mentions that are one person, or not (the first is split off), with the line; pairs of
    meetings, (path, key), that are one, or not; names to show; mentions that are an entry of the user's list, or are not."""

    readings: Mapping[str, Reading]
    same: tuple[tuple[Mention, Mention, int], ...] = ()
    apart: tuple[tuple[Mention, Mention], ...] = ()
    one_meeting: tuple[tuple[Mention, Mention, int], ...] = ()
    two_meetings: tuple[tuple[Mention, Mention], ...] = ()
    names: tuple[tuple[Mention, str], ...] = ()
    entries: tuple[tuple[Mention, str, int], ...] = ()
    no_entries: tuple[tuple[Mention, str, int], ...] = ()
    listed: PeopleList = field(default_factory=PeopleList)
    ledger: tuple[LedgerRow, ...] = ()
