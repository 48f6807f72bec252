"""Readable ids: made of stated parts, never of a position in a list."""

from __future__ import annotations

import re
import unicodedata


def slug(*parts: str) -> str:
    """Make a readable id of stated parts: lower case, letters and digits, hyphens."""
    text = unicodedata.normalize("NFKD", " ".join(part for part in parts if part))
    text = "".join(ch for ch in text if not unicodedata.combining(ch)).lower()
    return re.sub(r"[^\w]+", "-", text).strip("-_")[:90] or "unnamed"
