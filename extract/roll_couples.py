"""Couples of an attendance list who share the family name: 'Carl & Ida Moss', 'Nyla and Vernon Low'."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.roll_name_words import is_given
from extract.roll_names import name_at
from extract.roll_record import Part

COUPLE = re.compile(
    r"(?P<one>[A-Z][\w’'-]+) (?:&|and) (?P<other>[A-Z][\w’'-]+ (?P<family>(?:[A-Z]\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))"
)


def couple_at(text: str, start: int, end: int) -> Part | None:
    """Read `text[start:end]` as two first names and one family name; None where it is something else."""
    match = COUPLE.fullmatch(text, start, end)
    if match is None or not (is_given(match["one"]) and is_given(match["other"].split()[0])):
        return None
    whole = name_at(text, *match.span("other"))
    if whole is None or whole.style == "single":
        return None
    first = replace(
        whole, start=start, surface=text[start:end], name=f"{match['one']} {whole.family}", given=match["one"]
    )
    return Part(start, end, (first, whole))
