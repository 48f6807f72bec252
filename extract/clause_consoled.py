"""Whom leaders call upon at home: retired soldiers, model workers, old party members, named beside such a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.list_record import Entry
from extract.lists import read_list
from extract.side_after import list_after

KIND = (
    r"(?:(?:retired|old|veteran|model|national|provincial|needy|elderly|disabled|demobili[sz]ed|poor|advanced|outstanding) ){1,3}"
    r"(?:soldiers?|workers?|cadres?|teachers?|comrades?|(?:party )?members?|farmers?|villagers?|craftsm[ae]n)|veterans?|centenarians?"
)
BEFORE = re.compile(rf"\b(?:{KIND}) $", re.IGNORECASE)
BEHIND = re.compile(rf", (?:an? |the )(?:\w+ )?(?:{KIND})\b", re.IGNORECASE)
TO_SEE = re.compile(r"\b(?:visit(?:ed|ing)?|call(?:ed|ing)? (?:up)?on|see) $")
REACH = 60  # letters in front of a name
RULE = "called-upon"


def called_upon(text: str, chunks: Sequence[Chunk], acts: Sequence[Act]) -> list[Act]:
    """Return an act for those whom the leader of a visit calls upon, in the order of the text."""
    leading = next((act for act in acts if act.role == "led"), None)
    if leading is None:
        return []
    taken = {entry.start for act in acts for entry in act.entries}
    out: list[Act] = []
    for at, chunk in enumerate(chunks):
        if at == 0 or chunk.kind != "name" or chunk.start in taken:
            continue
        before = text[max(chunks[0].start, chunk.start - REACH) : chunk.start]
        entries: tuple[Entry, ...] = ()
        if BEFORE.search(before):
            entries, _ = list_after(text, chunks, at - 1)
        elif TO_SEE.search(before) and BEHIND.match(text, chunk.end):
            entries = read_list(text, [chunk])
        people = tuple(entry for entry in entries if entry.name and entry.name.start not in taken)
        if people:
            taken.update(entry.name.start for entry in people if entry.name)
            out.append(
                Act(
                    role="attended",
                    strength="visit",
                    rule=RULE,
                    entries=people,
                    start=chunk.start,
                    end=chunk.end,
                )
            )
    return out
