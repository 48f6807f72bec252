"""People who are named and were not there: doctrine, instructions, speeches held elsewhere, letters, the core."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.lettertrie import words_pattern
from corpus.needed import Guarded, guarded, small
from extract.vocabulary import rows

REACH = 110
ACCORDING = re.compile(r"\baccording to\b[^.;]{0,60}$", re.IGNORECASE)
WHO_REPORTED = re.compile(
    r"[^.;]{0,100}?,? who (?:\w+ly |also |then |first )?(?:reported|spoke|briefed|presented|presided|chaired|attended|took part)\b"
)
"""Behind a name: 'according to X, director of the bureau, who reported first': X was there and is quoted from there."""


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[str, str, Guarded], ...]:
    out = []
    for row in rows("invoked_frames.csv"):
        pattern = row["pattern"]
        if row["side"] == "before":
            compiled = guarded(rf"(?<![\w-])(?:{pattern})\s*$", re.IGNORECASE)
        else:
            compiled = guarded(rf"^(?:{pattern})(?![\w-])", re.IGNORECASE)
        out.append((row["id"], row["side"], compiled))
    return tuple(out)


@lru_cache(maxsize=1)
def _openers() -> re.Pattern[str]:
    """Any frame behind a name, in one pattern: most names have none."""
    either = "|".join(f"(?:{rule.source})" for _, side, rule in _frames() if side == "after")
    return re.compile(either, re.IGNORECASE)


@lru_cache(maxsize=1)
def _words_before() -> re.Pattern[str]:
    """Any word that a frame before a name needs; nothing, which stands everywhere, where one needs none."""
    needs = [rule.words for _, side, rule in _frames() if side == "before"]
    return re.compile(words_pattern(word for words in needs for word in words) if all(needs) else "")


@lru_cache(maxsize=1 << 10)
def invocation(text: str, start: int, end: int, sentence_start: int, sentence_end: int) -> str:
    """Name the frame that invokes the person printed at `start:end`, or '' where none does.

    Several rules ask about one name: the last answers are kept.
    """
    before = text[max(sentence_start, start - REACH) : start].rstrip() + " "
    after = text[end : min(sentence_end, end + REACH)]
    low_before, low_after = small(before), small(after)
    if _openers().match(after) is None and _words_before().search(low_before) is None:
        return ""
    for frame_id, side, rule in _frames():
        if side == "before" and rule.possible(low_before) and rule.pattern.search(before):
            there = ACCORDING.search(before) and WHO_REPORTED.match(after)
            return "" if there else frame_id
        if side == "after" and rule.possible(low_after) and rule.pattern.search(after):
            return frame_id
    return ""
