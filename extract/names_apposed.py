"""Names that only their apposition shows: 'Sukamal Sinha, general manager of the bank, attended'.

Two to four capitalised words that are no title, place or body, between the start of a list item and a comma, with a
title right behind the comma. One word alone (a Tibetan name, a Chinese one printed in one) needs a title with its body, and no
article: 'Losangtse, member of the Standing Committee'. It is read only in sentences that hold a role verb.
"""

from __future__ import annotations

import re

from extract.names_span import NameSpan
from extract.places import find_places
from extract.vocabulary import vocabulary

OPENED = re.compile(
    r"(?:^|[,;:.&\n]|\b(?:and|others|other|included|including|were|was|are|by|with))\s*$", re.IGNORECASE
)
BEHIND = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?,\s+(?:(?:the|a|an|also|who is|its|his|her) )*(?P<words>[\w’'.&/-]+(?: [\w’'.&/-]+){0,3} ?)"
)
# one word is no company here: 'Huafeng, a member of the league'
SEATED = re.compile(
    r", (?:the )?(?:(?:executive|standing|first) )?(?:(?:deputy|vice)[ -])?(?:mayor|governor|county head|magistrate|chief|head|chair(?:man|woman|person)|"
    r"secretary|director|president|commissioner|minister|member of the (?:Standing )?(?:[\w’']+ )*?(?:Committee|Group)\b)",
    re.IGNORECASE,
)


def apposed(text: str, start: int, candidates: tuple[NameSpan, ...]) -> tuple[NameSpan, ...]:
    """Choose from `candidates` (what a list would take for names) those that an apposition shows to be people."""
    return tuple(
        span
        for span in candidates
        if (len(span.name.split()) > 1 or SEATED.match(text, span.end))
        and OPENED.search(text[max(start, span.start - 12) : span.start])
        and _title_behind(text, span.end)
        and not find_places(text, span.start, span.end)
    )


def _title_behind(text: str, end: int) -> bool:
    match = BEHIND.match(text, end, end + 120)
    if match is None:
        return False
    titles = vocabulary().titles
    words = [word.lower().strip(".,") for word in match["words"].split()]
    for at in range(len(words)):
        for width in (3, 2, 1):
            title = titles.get(tuple(words[at : at + width]))
            if title is not None and not title.plural and not title.generic:
                return True
    return False
