"""Readable ids: made of stated parts, never of a position in a list."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

LONGEST = 90


@lru_cache(maxsize=1 << 17)
def slug(*parts: str) -> str:
    """Make a readable id of stated parts: lower case, letters and digits, hyphens; what is cut off stands as a hash."""
    text = " ".join(part for part in parts if part)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(ch for ch in text if not unicodedata.combining(ch))
    whole = re.sub(r"[^\w]+", "-", text.lower()).strip("-_") or "unnamed"
    if len(whole) <= LONGEST:
        return whole
    return f"{whole[: LONGEST - 9]}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"
