"""What stands behind a name and is none of it: 'Jr.', 'MBE', 'CPA', 'Esq.'; the letters are in `post_nominals.csv`."""

from __future__ import annotations

import re

from extract.vocabulary import rows

GENERATION = re.compile(r",?\s+((?:Jr|Sr|Jnr|Snr|jun|sen|II|III|IV)\.?)(?![^\W_])")
"""What tells a son from his father, and is kept."""


def _letters(word: str) -> str:
    """'Ph.D' is printed 'PhD', 'Ph.D' and 'Ph. D'."""
    return r"\.? ?".join(re.escape(part) for part in word.split("."))


_ALL = sorted((row["letters"] for row in rows("post_nominals.csv")), key=lambda word: (-len(word), word))
SUFFIX = re.compile(rf",?\s+(?:{'|'.join(map(_letters, _ALL))})\.?(?=$|[\s,;:)(–-])")
