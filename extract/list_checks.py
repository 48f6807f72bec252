"""What the lists of one page say of each other: who is a member and absent, who is called by the first name alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from extract.folding import fold
from extract.list_record import Entry
from extract.names_span import NameSpan
from extract.same_person import same_person_within_report


class Listed(Protocol):
    """A list as far as it is compared: its role, where it starts, who stands in it."""

    @property
    def role(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def entries(self) -> tuple[Entry, ...]: ...


def kept_entries(lists: Sequence[Listed], labelled: Collection[int]) -> list[tuple[Entry, ...]]:
    """The entries of each list without those that another list shows to be nobody new.

    A body's members ('Directors: Ann Low, Carl Moss') were not there where the page calls them absent; 'Ann' alone, in a vote, is the
    one person of that first name.
    """
    full = [e.name for part in lists for e in part.entries if e.name is not None and " " in e.name.name]
    absent = [e.name for part in lists for e in part.entries if part.role == "absent" and e.name is not None]
    firsts = {fold(name.name).split()[0] for name in full}
    families = {fold(name.family) for name in full}
    out: list[tuple[Entry, ...]] = []
    for part in lists:
        members = part.start in labelled and part.role != "absent"
        out.append(
            tuple(
                entry
                for entry in part.entries
                if entry.name is None
                or not (
                    _called(entry.name, firsts, families)
                    or (members and any(_same(entry.name, name) for name in absent))
                )
            )
        )
    return out


def _called(name: NameSpan, firsts: Collection[str], families: Collection[str]) -> bool:
    """Whether one word is the first name of somebody whom the page names in full, and nobody's family name."""
    word = fold(name.name)
    return name.style == "single" and not name.honorific and word in firsts and word not in families


def _same(member: NameSpan, absent: NameSpan) -> bool:
    if absent.style == "single" or " " not in absent.name:
        return fold(absent.name) == fold(member.family or member.name)
    return same_person_within_report(member, absent) == "same"
