"""Gatherings of which only a work or a life tells: 'the film shows a dinner at which X met Y', 'X's first trip was to Peru, where he met Y'."""

from __future__ import annotations

import re

from corpus.needed import guarded

WORK = (
    r"\b(?:books?|memoirs?|(?:auto)?biograph(?:y|ies)|novels?|films?|movies?|documentar(?:y|ies)|diar(?:y|ies)|musical|"
    r"paintings?|(?<=[Tt]he )plays?|exhibitions?|dramas?|(?:television|tv|film|documentary) series)\b"
)
TELLS = (
    r"(?:describ(?:es|ed|ing)|tell(?:s|ing)|told|recount(?:s|ed|ing)|show(?:s|ed|ing)|depict(?:s|ed|ing)|portray(?:s|ed|ing)|relat(?:es|ed|ing)|narrat(?:es|ed|ing)|"
    r"chronicl(?:es|ed|ing)|recall(?:s|ed|ing)|mention(?:s|ed|ing)|reconstruct(?:s|ed|ing)|writes|wrote|(?:opens?|begins?|ends?|closes?) with)"
)
IN_A_WORK = guarded(
    rf"{WORK}[^.;]{{0,80}}?\b{TELLS} (?:of |about )?(?:an? |the |his |her |their |how |when |that |what )(?:(?!, (?:and|but) )[^.;]){{0,160}}$",
    re.IGNORECASE,
)
FIRST_TRIP = guarded(
    r"\b(?:first|maiden|earliest|second|last|final|debut) (?:[\w-]+ ){0,4}?(?:trip|visit|journey|tour|mission)(?: [\w'’-]+){0,5}? (?:was|were|had been|took (?:him|her)) (?:to|in) "
    r"(?:the )?[A-Z][\w.'’-]*(?:,? (?:and |of |the )?[A-Z][\w.'’-]*){0,4},? (?:in (?:\w+ )?\d{4},? )?(?:where|and there|during which) [^.;]{0,60}$"
)
"""In front of what a life tells: news of a trip says that somebody went, not which of his trips it was."""
DAY = re.compile(r"\b(?:\w{2,5}day|yesterday|today|this (?:week|morning|afternoon))\b", re.IGNORECASE)


def told_in_work(sentence: str, at: int) -> bool:
    """Whether the role verb at `at` is told in a book or a film, or among the first deeds of a life."""
    before = sentence[:at]
    low = before.lower()
    if IN_A_WORK.found_in(before, low):
        return True
    return FIRST_TRIP.found_in(before, low) and DAY.search(sentence) is None
