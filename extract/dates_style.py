"""Whether a page writes the month or the day first: what '06/05/2013' means on it, or nothing where the page does not tell.

Dates with the month in words, numeric dates that can be read one way only, and words that only one side of the Atlantic uses in
its minutes are looked at; where they disagree the page tells nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.dates_words import DAY, MONTH, NTH, YEAR

HEAD = 20_000
IN_WORDS = re.compile(
    rf"(?P<month>\b{MONTH}\.?\s+{DAY}(?:{NTH})?,?\s+{YEAR})|(?P<day>\b{DAY}(?:{NTH})?\s+(?:of\s+)?{MONTH},?\s+{YEAR})"
)
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
AMERICAN = re.compile(
    r"\b(?:Pledge of Allegiance|Select(?:men|board| Board)|Board of (?:Supervisors|Aldermen|Selectmen|Education|Trustees)|School (?:Board|Committee)|"
    r"Town (?:Hall Meeting|Administrator|Manager)|City Manager|County Administrator|motion carried|Planning (?:Board|Commission)|zoning|Provost)\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b(?:Cllrs?|Councillors?|Parish Council|Borough Council|apologies for absence|Town Council|matters arising|RFO|Vicar|Churchwarden)\b"
)


@lru_cache(maxsize=64)
def month_first(text: str) -> bool | None:
    """True where the page writes the month before the day, False where after it, None where it does not tell."""
    head = text[:HEAD]
    words = {match.lastgroup == "month" for match in IN_WORDS.finditer(head)}
    numbers = {
        int(match[2]) > 12 for match in NUMERIC.finditer(head) if (int(match[1]) > 12) != (int(match[2]) > 12)
    }
    told = words | numbers
    if told:
        return told.pop() if len(told) == 1 else None
    american, british = AMERICAN.search(head) is not None, BRITISH.search(head) is not None
    return american if american != british else None
