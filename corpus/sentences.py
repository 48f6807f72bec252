"""Sentence spans: line breaks split, abbreviations and initials do not, a missing space after a stop does."""

from __future__ import annotations

import re

LONGEST = 2000
END = re.compile(r"[.!?。！？]+[”’\"')\]）]*(?=\s|$)|[a-z)”\"]\.(?=[A-Z][a-z])|[。！？]")
ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"])(?:Mr|Mrs|Ms|Messrs|Mses|Dr|Drs|Prof|Cllrs?|Crs?|Rev|Hon|Gen|Lt|Col|Maj|Capt|Sgt|Cdr|Adm|Brig|St|Sr|Jr|jun|sen|"
    r"No|Nos|vs|etc|viz|al|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Co|Corp|Inc|Ltd|Bros|Dept|Govt|Soc|Assn|Assoc|Com|Cttee|Hosp|Bart|Esq|Md|Mt|Ft|"
    r"a\.m|p\.m|U\.S|U\.K|U\.N|D\.C|i\.e|e\.g|H\.E|Ph\.D|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
SOFT = re.compile(r"[;；]\s|,\s(?=[a-z])|,\s|\s")


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut `text[start:end]` into sentences without the white space around them; linear in its length."""
    out: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        _split_line(text, at, stop, out)
        at = stop + 1
    return out


def _split_line(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    at = start
    for match in END.finditer(text, start, end):
        stop = match.end()
        if "." in match.group() and _abbreviates(text, at, stop, end):
            continue
        _add(text, at, stop, out)
        at = stop
    _add(text, at, end, out)


def _abbreviates(text: str, start: int, stop: int, end: int) -> bool:
    last = text.rfind(".", start, stop) + 1
    following = text[stop : min(end, stop + 3)].strip()
    if following[:1].islower() or following[:1] in (",", ";"):
        return True
    word = text[max(start, last - 14) : last]
    if not ABBREVIATION.search(word):
        return False
    # 'at 9 a.m. Present: ...' ends a sentence; 'at 9 a.m. on Monday' was caught above
    return not re.search(r"[ap]\.m\.$|etc\.$|Ltd\.$|Inc\.$|Co\.$", word) or following[:1].isdigit()


def _add(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        # Too long to read at once (minutes on one line, a list of hundreds): cut at the last soft place.
        window = text[start + LONGEST // 2 : start + LONGEST]
        cuts = [m.end() for m in re.finditer(r"[;；]\s", window)] or [
            m.end() for m in re.finditer(r",\s", window)
        ]
        cuts = cuts or [m.end() for m in re.finditer(r"\s", window)]
        cut = start + LONGEST // 2 + (cuts[-1] if cuts else len(window))
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        out.append((start, stop))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end and any(ch.isalnum() for ch in text[start:end]):
        out.append((start, end))
