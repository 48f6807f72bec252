"""The people whom a sentence with a role verb shows by their place: apposed, behind a title, or beside people in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.records import Sentence
from extract.frames import FrameHit
from extract.names import names_in_list
from extract.names_apposed import apposed
from extract.names_places import goes_on_as_place
from extract.names_slots import slotted
from extract.names_span import NameSpan
from extract.names_titled import held_by, opens_with_office, titled_names, under_plural
from extract.office_words import field_between, portfolio_between
from extract.places import find_places
from extract.vocabulary import vocabulary

LIST_OF_NAMES = 2  # known people that make a sentence with a role verb a list
BESIDE = re.compile(
    r"\s*(?:\([^()\n]{1,80}\)\s*|of (?:the )?[A-Z][\w'’-]+(?: (?:of )?[A-Z][\w'’-]+){0,3})?\s*(?:,|&|and|, and)\s*(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s*)?"
)
LIST_END = re.compile(r"\s*(?:$|[.;,]|[a-z]+(?:ed|ere|as|poke|ut)\b)")
WORD_BEHIND = re.compile(r" ([A-Z][\w-]+)")
TITLE_SPACE = re.compile(r"([\w-]+) $")
TITLE_COMMA = re.compile(r"([\w-]+)\s*,\s*$")
# professions and acronyms: what stands between two people of a list and is none
NO_PERSON = re.compile(
    r"(?:olog|iatr|onom|ic|itic|at)(?:ist|ician|ian)s?$|(?:[Ss]urgeon|[Aa]ssistant|[Oo]fficer|[Pp]artner|[Cc]onsultant|[Aa]dvocate)s?$|\b[A-Z]{3,}\b(?=.*[a-z])"
)


def _before_title(text: str, end: int) -> bool:
    """'Rastriya Manch Chairman Rana': what stands right before a title is its body."""
    match = WORD_BEHIND.match(text, end, end + 30) if text.startswith(" ", end) else None
    return match is not None and (match[1].lower(),) in vocabulary().titles


def _behind_title(text: str, start: int) -> bool:
    """'A Kole, Mayor, Kuakata Pourasava, Dr. B': what follows a title and a comma may be the place of the post."""
    before = text[max(0, start - 40) : start]
    match = TITLE_COMMA.search(before) if before.rstrip().endswith(",") else None
    return match is not None and (match[1].lower(),) in vocabulary().titles


def shown_names(
    text: str,
    sentence: Sentence,
    names: tuple[NameSpan, ...],
    hits: tuple[FrameHit, ...],
    taken: Sequence[tuple[int, int]],
) -> tuple[NameSpan, ...]:
    """Read as people what an apposition shows to be one, and in a list what stands between commas beside people.

    Names of two words or more; beside means divided from a known person by nothing but a comma, an ampersand or 'and'.
    """
    more = [
        span
        for span in names_in_list(text, sentence.start, sentence.end)
        if " " in span.name
        and not any(span.start < other.end and other.start < span.end for other in names)
        and not NO_PERSON.search(span.name)
        and not (_behind_title(text, span.start) and not opens_with_office(text[sentence.start : span.start]))
        and not _before_title(text, span.end)
        and not find_places(text, span.start, span.end)
        and not goes_on_as_place(text, span.start, span.end)
        and not any(span.start < hit.end and hit.start < span.end for hit in hits)
        and not any(a <= span.start < b for a, b in taken)
    ]
    shown = apposed(text, sentence.start, tuple(more))
    shown += held_by(text, sentence.start, [span for span in more if span not in shown])
    rest = [span for span in more if span not in shown]
    shown += tuple(
        span
        for span in slotted(text, sentence.start, sentence.end, hits, rest)
        if not any(span.start < other.end and other.start < span.end for other in (*names, *shown))
        and not any(a <= span.start < b for a, b in taken)
    )
    titled = tuple(
        span
        for span in titled_names(text, sentence.start, sentence.end)
        if not any(span.start < other.end and other.start < span.end for other in (*names, *shown))
        and not any(a <= span.start < b for a, b in taken)
    )
    known = sorted((*names, *shown, *titled), key=lambda span: span.start)
    strong = any(hit.frame.strength in ("strong", "weak") for hit in hits)
    if strong:
        alone = apposed(text, sentence.start, tuple(_single_names(text, sentence, known, taken)))
        known = sorted((*known, *alone), key=lambda span: span.start)
    more = [s for s in more if not any(s.start < k.end and k.start < s.end for k in known)]
    listed = len(known) >= LIST_OF_NAMES or (
        len(known) > 0 and under_plural(text, sentence.start, known[0].start)
    )
    listed = listed or any(field_between(text[one.end : span.start]) for one in known for span in more)
    grown = listed and strong
    if grown:
        more += _single_names(text, sentence, known, taken)
    while grown:
        grown = False
        for span in list(more):
            before = max((n.end for n in known if n.end <= span.start), default=None)
            after = min((n.start for n in known if n.start >= span.end), default=None)
            beside = (before is not None and BESIDE.fullmatch(text[before : span.start]) is not None) or (
                after is not None and BESIDE.fullmatch(text[span.end : after]) is not None
            )
            beside = beside or (before is not None and portfolio_between(text[before : span.start]))
            beside = beside or (
                after is not None
                and (_between_titles(text, span, after) or field_between(text[span.end : after]))
            )
            if " " not in span.name:
                beside = _flanked(text, span, before, after)
            if beside:
                known.append(span)
                more.remove(span)
                grown = True
    return tuple(sorted(known, key=lambda span: span.start))


def _single_names(
    text: str, sentence: Sentence, known: Sequence[NameSpan], taken: Sequence[tuple[int, int]]
) -> list[NameSpan]:
    """Words that may be names of one word (Tibetan, Mongolian, Uygur): capitalised, no place and no title."""
    return [
        replace(span, style="foreign", given=span.name)
        for span in names_in_list(text, sentence.start, sentence.end)
        if " " not in span.name
        and not any(span.start < other.end and other.start < span.end for other in known)
        and not any(a <= span.start < b for a, b in taken)
        and not NO_PERSON.search(span.name)
        and not find_places(text, span.start, span.end)
    ]


def _flanked(text: str, span: NameSpan, before: int | None, after: int | None) -> bool:
    """Whether a person stands on both sides of one word in a list, or before the 'and' in front of the last."""
    if before is None or not BESIDE.fullmatch(text[before : span.start]):
        return False
    if after is not None and BESIDE.fullmatch(text[span.end : after]):
        return True
    return "and" in text[before : span.start] and LIST_END.match(text, span.end) is not None


def _between_titles(text: str, span: NameSpan, after: int) -> bool:
    """'Forestry Minister A, Trade Minister B': a title right before, and an office between it and the next person."""
    match = TITLE_SPACE.search(text[max(0, span.start - 30) : span.start])
    titled = match is not None and (match[1].lower(),) in vocabulary().titles
    return titled and portfolio_between(text[span.end : after])
