"""Surnames that stand alone, where the report has named the person."""

from __future__ import annotations

from collections.abc import Set

from extract.names import find_names
from extract.names_addressed import after_title
from extract.names_found import Found
from extract.names_made import span_of
from extract.names_scan import Scan, scan
from extract.names_span import NameSpan

# Surnames that open an English sentence or name a common thing; 'Ding' and 'Tang' do neither.
COMMON_WORDS = frozenset(
    [
        "He",
        "She",
        "You",
        "An",
        "Can",
        "So",
        "Do",
        "Die",
        "Men",
        "To",
        "Long",
        "Are",
        "Bin",
        "Sun",
        "Song",
        "Gun",
        "Fan",
        "Pan",
        "Man",
        "Ran",
        "Red",
        "Bin",
        "Ban",
        "Bang",
        "Chase",
        "Ding-dong",
        "Dye",
        "Gong",
        "Hang",
        "Kang",
        "King",
        "Lang",
        "Lee",
        "Ling",
        "May",
        "Mi",
        "Min",
        "Mo",
        "Pang",
        "Pi",
        "Pin",
        "Pin",
        "Sang",
        "She",
        "Ship",
        "Tan",
        "Tang-dynasty",
        "Wan",
        "Wing",
        "Won",
        "Yon",
        "Young",
    ]
)


def find_single_names(text: str, start: int, end: int, known_families: Set[str]) -> tuple[NameSpan, ...]:
    """Find surnames that stand alone ('Wang said', 'Secretary Gao'), where the report has named the person.

    Only families in `known_families` are looked for, outside full names, and not beside another capitalised word
    that is no title. A surname that is a common English word ('He', 'You') counts only behind a title.
    """
    if not known_families:
        return ()
    sentence = scan(text, start, end)
    if known_families.isdisjoint(sentence.surfaces) and known_families.isdisjoint(
        [surface[:1] + surface[1:].lower() for surface in sentence.surfaces]
    ):
        return ()
    taken = find_names(text, start, end)
    found, at = [], 0
    for number, surface in enumerate(sentence.surfaces):
        family = surface if surface in known_families else surface[:1] + surface[1:].lower()
        if family not in known_families:
            continue
        first, last = sentence.starts[number], sentence.ends[number]
        while at < len(taken) and taken[at].end <= first:
            at += 1
        if at < len(taken) and taken[at].start < last:
            continue
        if not _stands_alone(sentence, number) or (
            "word" in sentence.words[number].surname
            and family in COMMON_WORDS
            and not after_title(sentence, number)
        ):
            continue
        single = Found(first, number + 1, last, family, "", "single")
        found.append(span_of(text, first, single))
    return tuple(found)


def _stands_alone(sentence: Scan, number: int) -> bool:
    words = sentence.words
    if sentence.adjacent(number) and not words[number + 1].stop:
        return False
    return number == 0 or not sentence.adjacent(number - 1) or words[number - 1].stop
