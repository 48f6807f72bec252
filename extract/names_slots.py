"""Names that only the verb beside them shows: 'held under the chairmanship of Naa Sulemana II', 'Ngawang Tashi presided'.

Whoever presides, or by whom a meeting is chaired, is a person: two to four capitalised words that are no title, place or
body, right before or right behind such a verb, are a name. Verbs that companies and bodies take too ('said', 'signed')
show nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.frames import FrameHit
from extract.names_list import listed
from extract.names_run import is_honorific, name_run
from extract.names_scan import scan
from extract.names_span import NameSpan
from extract.places import find_places

BEHIND = frozenset({"preside-passive"})
BEFORE = frozenset({"preside", "chair", "take-chair", "speak", "speech"})
SLOTS = BEHIND | BEFORE | {"lead-passive"}
TO_VERB = re.compile(r",? ?(?:(?:also|then|jointly|today|yesterday|who|on \w+day|this morning) ){0,2}")
TO_NAME = re.compile(r" (?:the )?")
CLOSED = re.compile(r"\s*(?:$|[,;:.()]|[a-z])")
SUBJECT = re.compile(r"(?:^|[.;:\n]|,| and)\s*$")
DELEGATION = re.compile(
    r"\b(?:delegation|deputation|mission|entourage)s?(?: (?:of|from|to|for) [^,;.]{1,60})?,? $", re.IGNORECASE
)
REACH = 90  # letters in front of 'led by'
LONGEST = 4


def slotted(
    text: str, start: int, end: int, hits: Sequence[FrameHit], candidates: Sequence[NameSpan]
) -> tuple[NameSpan, ...]:
    """Choose from `candidates` (what a list would take for names) those in a place that only a person can fill."""
    if SLOTS.isdisjoint([hit.frame.id for hit in hits]):
        return ()
    before = [span for span in candidates if any(_fills(text, start, hit, span) for hit in hits)]
    behind = [
        _behind(text, hit.end, end) for hit in hits if hit.frame.id in BEHIND or _leads(text, start, hit)
    ]
    return tuple(
        span
        for span in (*before, *(span for span in behind if span is not None))
        if 1 < len(span.name.split()) <= LONGEST and not find_places(text, span.start, span.end)
    )


def _leads(text: str, start: int, hit: FrameHit) -> bool:
    """Whether the people whom a verb lets somebody lead are a delegation, which only a person does."""
    before = text[max(start, hit.start - REACH) : hit.start]
    return hit.frame.id == "lead-passive" and DELEGATION.search(before) is not None


def _behind(text: str, start: int, end: int) -> NameSpan | None:
    """The name right behind a verb: 'of Dzongla Uttarwar' is no place there."""
    sentence = scan(text, start, end)
    if not sentence.words or sentence.words[0].stop or is_honorific(sentence, 0):
        return None
    count = name_run(sentence, 0, first_free=False)
    closed = CLOSED.match(text, sentence.ends[count - 1], end) if count else None
    opened = TO_NAME.fullmatch(text[start : sentence.starts[0]])
    return listed(sentence, 0, count) if count > 1 and opened and closed else None


def _fills(text: str, start: int, hit: FrameHit, span: NameSpan) -> bool:
    if hit.frame.id in BEFORE and span.end <= hit.start:
        opened = SUBJECT.search(text[max(start, span.start - 6) : span.start]) is not None
        return opened and TO_VERB.fullmatch(text[span.end : hit.start]) is not None
    return False
