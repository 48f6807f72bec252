"""Whether 'the 15th' is a day of the month or a number in a series ('the 15th Five-Year Plan', 'ranked the 5th')."""

from __future__ import annotations

import re

from extract.dates_words import DAY, MONTH, NTH, PART, date_words

ON = re.compile(
    rf"(?:\b(?:on|by|from|until|till|before|after|dated)|\b{PART}\s+of|\b(?:early|late)\s+on|\(|\bNews)\s*(?:,\s*)?$",
    re.IGNORECASE,
)
RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed)|came|finish(?:es|ed)|since|for|is|was|as|be|becom(?:es|ing)|became|and|or|of|between|hold(?:s|ing)?|held)\s*$",
    re.IGNORECASE,
)
CHAIN = re.compile(rf"(?:\s*,)?\s*(?:(?:and|or|&|to|-)\s+)?(?:the\s+)?{DAY}{NTH}\b")
NEXT = re.compile(
    rf",\s+(?:the\s+)(?:{DAY}{NTH})\s+(?!(?:and|or|to)\b)[^\W\d]"
)  # 'On the 28th, the 20th meeting was held'
ENDS = re.compile(r"\s*(?:$|[.,;:)\]”\"’'—–]|-\s)|\s+[(“]")
STOPS = re.compile(r"\s*(?:$|[.;:)\]”\"—–]|-\s)")
CAPITALS = re.compile(r"\s+(?:[A-Z][\w'’.-]*(?:\s+(?:of|for|and|the)(?=\s+[A-Z]))?\s*){1,6}(?:[a-z]+)?")
HYPHEN = re.compile(r"\s*[-–]\s*(?:\d|[a-z])")
REACH = 90
"""Characters looked at on either side: longer than any run of ordinals and the longest name of a body."""


def is_day(text: str, start: int, stop: int, end: int) -> bool:
    """Is the ordinal `text[start:stop]` a day? Only where what follows cannot be the noun that it counts."""
    before = text[max(0, start - 24) : start]
    led = bool(ON.search(before))
    if not led and RANKED.search(before):
        return False
    limit = min(end, stop + REACH)
    at = stop
    if led and NEXT.match(text, stop, limit):
        return True
    while (link := CHAIN.match(text, at, limit)) is not None:
        at = link.end()
    if at != stop:
        return led and _free(text, at, limit, led=led)  # 'the 18th, 19th and 20th National Congresses'
    return _free(text, stop, limit, led=led)


def _free(text: str, at: int, limit: int, *, led: bool) -> bool:
    """Does no counted noun follow at `at`?"""
    words = date_words()
    if HYPHEN.match(text, at, limit) or re.match(rf"\s+(?:of\s+)?{MONTH}", text[at:limit]):
        return False
    if ENDS.match(text, at, limit):
        return led or bool(STOPS.match(text, at, limit)) or bool(re.match(r"\s*,", text[at:limit]))
    if words.follower.match(text, at, limit):
        return True
    run = CAPITALS.match(text, at, limit)
    # 'On the 15th Lin Hua visited': a name may follow, the name of a body or a meeting may not
    return led and run is not None and words.series.search(run.group()) is None
