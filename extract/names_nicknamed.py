"""A nickname between given name and family: 'Elizabeth (Betty) Warner', 'William "Bill" Moss'."""

from __future__ import annotations

import re

from extract.names_run import is_honorific
from extract.names_scan import Scan, within
from extract.names_span import NameSpan

NICKNAME = re.compile(r"[ \u00a0]?(?:\([A-Z][\w.-]+\)|[\"“][A-Z][\w.-]+[\"”]|['‘][A-Z][\w.-]+['’])[ \u00a0]")


def nicknamed(sentence: Scan, number: int) -> NameSpan | None:
    """Find one person by the given name and the family round a nickname: 'Elizabeth (Betty) Warner'."""
    called = NICKNAME.match(sentence.text, sentence.ends[number], sentence.end)
    family = number + 2
    if called is None or family >= len(sentence.words) or sentence.starts[family] != called.end():
        return None
    if sentence.words[family].stop or is_honorific(sentence, family):
        return None
    start, end = sentence.starts[number], sentence.ends[family]
    surface = sentence.text[start:end]
    last = sentence.surface(family)
    return NameSpan(
        start=start,
        end=end,
        surface=surface,
        name=f"{sentence.surface(number)} {last}",
        family=last,
        given=sentence.surface(number),
        style="foreign",
        rule="list",
        within=within(sentence.text, end),
    )
