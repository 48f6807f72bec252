"""Two people of one family on the lists of one record: 'Supervisor Moss' among those present, 'Alberta Moss' beside or below him."""

from __future__ import annotations

from collections.abc import Sequence

from extract.headings import HeadedList
from extract.list_record import Entry
from extract.roles import PRESENT
from extract.sentences_read import SentenceView

LIST = 3  # people of a sentence that is a list of those present


def namesakes_in(lists: Sequence[HeadedList], views: Sequence[SentenceView]) -> frozenset[str]:
    """Return the families that the lists of those present have once alone and once, for somebody else, with a given name.

    In two lists of one record somebody may stand twice: there they are two people only where no other family is in both so.
    """
    rolls = [part.entries for part in lists if part.role in PRESENT]
    rolls += [
        act.entries
        for view in views
        for act in view.acts
        if act.role == "attended" and len(act.entries) >= LIST
    ]
    found: set[str] = set()
    alone = [_alone(entries) for entries in rolls]
    full = [_in_full(entries) for entries in rolls]
    for first, families in enumerate(alone):
        for second, others in enumerate(full):
            shared = families & others
            if first == second or (len(shared) == 1 and len(families) >= LIST):
                found |= shared
    return frozenset(found)


def _alone(entries: Sequence[Entry]) -> frozenset[str]:
    """The families that stand alone, in a seat or with none: no 'Mr. Moss', who may be told in full beside."""
    names = [entry.name for entry in entries if entry.name is not None]
    return frozenset(name.name for name in names if " " not in name.name and not name.honorific)


def _in_full(entries: Sequence[Entry]) -> frozenset[str]:
    names = [entry.name for entry in entries if entry.name is not None]
    return frozenset(name.family for name in names if " " in name.name and name.family)
