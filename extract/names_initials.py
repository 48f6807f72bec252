"""Names that initials show: 'P. Lane', 'Chas. Bligh', 'Gunther B. Olafson'."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from extract.names_found import Found
from extract.names_made import foreign_found
from extract.names_run import common_family, name_run
from extract.names_scan import Scan

INITIALS = re.compile(
    r"(?<![A-Za-z]\.)(?:(?:Ts|Ch|Sh|Kh|Zh|Dz)\. ?|(?:[A-Z]\.[ \u00a0]{0,2}){1,4}|(?:[A-Z][ \u00a0]){2,4}|(?:Md|Mohd|Mst|Muhd|Chas|Wm|Geo|Jas|Thos|Jos|Robt|Edw|Saml|Benj|Fredk|Jno|Richd)\.[ \u00a0]?)(?=(?:(?:van|von|de|da|dos|della|den|der|ten|ter|du|la|le|bin|binti|al)[ \u00a0]){0,2}[A-Z][^\W\d_])"
)
SHORTENED = frozenset(
    [
        "md",
        "mohd",
        "mst",
        "muhd",
        "chas",
        "wm",
        "geo",
        "jas",
        "thos",
        "jos",
        "robt",
        "edw",
        "saml",
        "benj",
        "fredk",
        "jno",
        "richd",
        "ts",
        "ch",
        "sh",
        "kh",
        "zh",
        "dz",
    ]
)
NOT_INITIALS = re.compile(
    r"(?:U\.\s?S\.|U\.\s?K\.|U\.\s?N\.|D\.\s?C\.|E\.\s?U\.|P\.\s?R\.|A\.\s?M\.|P\.\s?M\.|N\.\s?Y\.|L\.\s?A\.|C\.\s?C\.|H\.\s?E\.)"
)
BEFORE_LETTER = re.compile(
    r"(?i:annex|appendix|part|section|schedule|class|group|item|category|type|grade|vitamin|hepatitis"
    r"|washington,?|plan|phase|table|figure|exhibit|zone|block|tower|building|hall|room|gate|no) $"
)
COMMON_GIVEN = frozenset(
    [
        *(
            "will",
            "bill",
            "dean",
            "april",
            "may",
            "june",
            "grant",
            "mark",
            "gale",
            "dawn",
            "ray",
            "pat",
            "gene",
        ),
        *("art", "jack", "drew", "guy", "wade", "cliff", "heather", "ivy", "lily", "holly", "daisy", "olive"),
        *("sandy", "penny", "robin", "jay", "dale", "miles", "chase", "hunter", "mason", "summer", "autumn"),
    ]
)
"""Common words that an initial behind them shows to be first names: 'Will L. Owings'."""
LETTERED = re.compile(r"^[ \t]*([A-Z]|II)\.[ \t]+(?=[A-Z])", re.MULTILINE)
NUMBERED = re.compile(
    r"(?:[IVX]|[A-H])\. [A-Z]\w+ (?:at|of|for|on|in|to|and|with|from)\b"
)  # 'I. Tolls at the bridge'


@lru_cache(maxsize=8)
def lettered_items(text: str) -> frozenset[str]:
    """The letters that number the items of a page: 'A.' and 'B.', 'I.' and 'II.' at the beginnings of lines, in this order."""
    found = [match[1] for match in LETTERED.finditer(text)]
    out = {a for a, b in pairwise(found) if len(a) == len(b) == 1 and ord(b) == ord(a) + 1}
    out |= {chr(ord(a) + 1) for a in out}
    return frozenset(out | ({"I"} if {"I", "II"} <= set(found) else set()))


def opens_line(text: str, start: int) -> bool:
    """Whether nothing but white space stands before `start` on its line."""
    return text[text.rfind("\n", 0, start) + 1 : start].strip() == ""


def match_initials(sentence: Scan, number: int) -> Found | None:
    """Match initials and a surname: 'P. Lane', 'R. J. Daddow', 'A K M Rahman', 'Md. Karim'; never a lettered item."""
    text, start = sentence.text, sentence.starts[number]
    found = INITIALS.match(text, start, sentence.end)
    if not found or NOT_INITIALS.match(text, start):
        return None
    if BEFORE_LETTER.search(text, max(sentence.start, start - 14), start):
        return None
    at = number
    while at < len(sentence.words) and sentence.starts[at] < found.end():
        at += 1
    opens = start == sentence.start or opens_line(text, start)
    if at >= len(sentence.words) or (opens and NUMBERED.match(text, start, sentence.end)):
        return None
    if start == sentence.start and text[start : start + 1] in lettered_items(text):
        return None
    word = sentence.words[at]
    if word.stop and "thing" not in word.kinds and not common_family(sentence, at):
        return None
    return foreign_found(sentence, number, at - number + name_run(sentence, at, first_free=True), "initials")


def match_middle_initial(sentence: Scan, number: int) -> Found | None:
    """Match an unknown given name by the initial behind it: 'Gunther B. Olafson'."""
    word = sentence.words[number]
    common = (word.stop or word.kinds) and word.low not in COMMON_GIVEN
    if common or word.initial or not sentence.adjacent(number, same_line=True):
        return None
    middle = sentence.ends[number + 1]
    if not sentence.words[number + 1].initial or sentence.text[middle : middle + 2] != ". ":
        return None
    count = name_run(sentence, number, first_free=True)
    return foreign_found(sentence, number, count, "middle-initial") if count > 2 else None
