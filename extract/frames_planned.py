"""Reports that nobody has given: a presentation that is put off, an update that is waited for."""

from __future__ import annotations

import re

OF_A_REPORT = frozenset(["report-passive", "speech-passive"])
"""Frames of a noun: 'a presentation by Low', 'an update from Low'."""
PLANNED = re.compile(
    r"\b(?:to|will|would|should|could|may|might) (?:table|postpone|defer|schedule|arrange|invite|organi[sz]e|request|seek|plan|have|consider) (?:an?|the|another)(?: \w+)? $",
    re.IGNORECASE,
)
"""'It was decided to table a presentation by Low'."""
AWAITED = re.compile(
    r"\b(?:awaiting|waiting (?:on|for)|outstanding|not yet received)\b[^.;!?]{0,200}$", re.IGNORECASE
)
"""'... was still waiting on these: an update from Low'."""
REACH = 260


def not_given(frame: str, sentence: str, at: int) -> bool:
    """Whether the report whose noun stands at `at` is put off, planned or waited for."""
    if frame not in OF_A_REPORT:
        return False
    low = max(0, at - REACH)
    return PLANNED.search(sentence, low, at) is not None or AWAITED.search(sentence, low, at) is not None
