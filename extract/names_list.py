"""Names in a list of those present, where any capitalised words that are no post and no place are a name."""

from __future__ import annotations

import re

from extract.names_listed import is_alone, is_named_for_month, is_office_in_capitals, is_person, is_title
from extract.names_made import foreign_found
from extract.names_nicknamed import nicknamed
from extract.names_places import is_told_place
from extract.names_refused import is_pair
from extract.names_run import LONGEST_NAME, is_honorific, name_run
from extract.names_scan import Scan, within
from extract.names_span import NameSpan

PLACE_BEFORE = re.compile(r"(?<![^\W_])(?:[Ss]t\.?|[Ff]ort|[Mm]ount|of|in|at|from|to|for|on|the|a|an) $")
NAMED_BEHIND = re.compile(r"\)?\s*\(\s*(?:The |the )?")
"""From a word to a name in brackets: 'Pro Vice-Chancellor (Academic) (Prof. A. Low)', 'Executive Officer, Chancellery (Dr. B. Moss)'."""
RUN_TOGETHER = re.compile(r"(?:Province|City|County|District|Region|Committee|Government|Company|Group)[A-Z]")
"""The end of one line glued to the name that opens the next: 'ProvinceTan Heng'."""


def list_names(sentence: Scan, taken: tuple[NameSpan, ...]) -> list[NameSpan]:
    """Find the names that the grammar of `find_names` does not know, between the spans that it found.

    A run of one to four capitalised words counts if none is a title, a head or modifier of a body, a place or
    another word that names nobody, if no preposition stands before it and no such word behind it. One word alone
    counts only where it fills its place between two commas or follows a title. A list of places ('Banks of
    Dallas, Cleveland, and Boston') goes on until something else than one word stands between its commas.
    """
    found: list[NameSpan] = []
    number, at, places = 0, 0, False
    while number < len(sentence.words):
        start = sentence.starts[number]
        while at < len(taken) and taken[at].end <= start:
            at += 1
        if at < len(taken) and taken[at].start <= start:
            number, places = number + 1, False
            continue
        if sentence.words[number].pinyin == 1 and is_pair(sentence, number):
            number, places = number + 2, False  # 'Min Meng Fang Guolin': the party for which he speaks
            continue
        if is_named_for_month(sentence, number):
            count = 3 if sentence.words[number + 1].initial else 2
            found.append(listed(sentence, number, count))
            number += count
            continue
        if (
            sentence.words[number].stop
            or is_honorific(sentence, number)
            or (number and is_title(sentence.words[number - 1].low) and is_told_place(sentence, number))
            or is_office_in_capitals(sentence, number)
        ):
            number += 1  # 'Deputy Commissioner Sialkot Rao Tahir'
            continue
        count = min(name_run(sentence, number, first_free=False), LONGEST_NAME)
        while count and at < len(taken) and taken[at].start < sentence.ends[number + count - 1]:
            count -= 1
        if not count:
            number += 1
            continue
        called = nicknamed(sentence, number) if count == 1 else None
        if called is not None and not (at < len(taken) and taken[at].start < called.end):
            found.append(called)
            number = next(
                (n for n in range(number, len(sentence.words)) if sentence.starts[n] >= called.end),
                len(sentence.words),
            )
            continue
        alone = is_alone(sentence, number, count)
        if PLACE_BEFORE.search(sentence.text, max(sentence.start, start - 6), start):
            places = True
        elif (places and count == 1 and alone) or _names_a_field(
            sentence, number + count - 1, taken[at : at + 1]
        ):
            pass
        elif RUN_TOGETHER.match(sentence.text, start) is None and is_person(sentence, number, count, alone):
            places = False
            found.append(listed(sentence, number, count))
        number += count
    return found


def _names_a_field(sentence: Scan, last: int, following: tuple[NameSpan, ...]) -> bool:
    """Whether a name in brackets stands behind these words: then they tell its post."""
    return any(NAMED_BEHIND.fullmatch(sentence.text, sentence.ends[last], name.start) for name in following)


def listed(sentence: Scan, number: int, count: int) -> NameSpan:
    """Make a name of the `count` words from `number` on."""
    found = foreign_found(sentence, number, count, "list")
    surface = sentence.text[found.start : found.end]
    return NameSpan(
        start=found.start,
        end=found.end,
        surface=surface,
        name=" ".join(surface.split()),
        family=found.family if count > 1 else "",
        given=found.given,
        style="foreign" if count > 1 else "single",
        rule="list",
        within=within(sentence.text, found.end),
    )
