"""Hard-wrapped lines: join them where a page was clearly cut at a column, and nowhere else.

A line is wrapped if it is nearly as long as the longest of its block, ends in no full stop, and the next one goes on.
The break becomes a space, so that no offset moves. Lists, headings and one-paragraph-per-line news are left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

NARROWEST, WIDEST = 40, 100
ENDS = re.compile(r"[.!?:;。！？][”’\"')\]]*$")


def unwrap(text: str) -> tuple[str, bool]:
    """Join hard-wrapped lines; the flag says whether any was joined. The length never changes."""
    lines = text.split("\n")
    long = [len(line) for line in lines if len(line) > NARROWEST]
    if len(long) < 4:
        return text, False
    width = sorted(long)[int(len(long) * 0.9)]
    if width > WIDEST or sum(length > width * 0.75 for length in long) < len(long) * 0.6:
        return text, False
    out = [lines[0]]
    joined = False
    for before, line in pairwise(lines):
        full = len(before) >= width * 0.7 and len(before) <= width * 1.15
        goes_on = (
            bool(line)
            and (line[0].islower() or line[0].isdigit() or line[:1].isupper())
            and not line.isupper()
        )
        if full and goes_on and not ENDS.search(before.rstrip()) and before.strip():
            out.append(" " + line)
            joined = True
        else:
            out.append("\n" + line)
    return "".join(out), joined
