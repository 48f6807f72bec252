"""Surnames behind the seat of a body in its minutes: 'Chair Brown presiding', 'Commissioners Fellows, Parker and Tait', 'Senator Gray'.

In the record of a meeting a seat with one capitalised word behind it is a person of that name, though no fuller name stands
anywhere. In other reports the same two words may be a place or a field ('Director Communications'), so nothing is read there.
"""

from __future__ import annotations

import re

from extract.names_printed import lower_words
from extract.names_run import FAMILY_WORDS
from extract.names_span import NameSpan, one_word_name
from extract.names_words import read_word

SEAT = (
    r"(?:[Vv]ice[- ]|[Aa]cting |[Ii]nterim |[Dd]eputy )?(?:Chair(?:man|woman|person)?|CHAIR(?:MAN)?|Commissioner|Senator|Supervisor|Trustee|Member|Director|President|"
    r"Vice|Secretary|Treasurer|Mayor|Moderator|Delegate|Representative|Provost|Superintendent|Selectperson|Councilman|Councilwoman|Council[Mm]ember|Council [Mm]ember|"
    r"Board [Mm]ember|Committee [Mm]ember|Administrator|Manager|Attorney|Clerk|Engineer|Planner|Chief|Warden|Reeve|Freeholder|Assemblyman|Assemblywoman|Regent|Governor|Dean)"
)
MANY = r"(?:Commissioners|Senators|Supervisors|Trustees|Members|Directors|Council[Mm]embers|Council [Mm]embers|Board [Mm]embers|Councilmen|Delegates|Freeholders|Regents)"
WORD = r"(?:[OD]['’])?[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*"
ONE = re.compile(
    rf"(?<![\w/]){SEAT} (?!Elect\b|Emeritus\b)(?P<name>{WORD})(?![\w-])(?! (?:[A-Z]\.|[A-Z][a-z]))"
)
ROW = re.compile(
    rf"(?<![\w/]){MANY} (?P<row>{WORD}(?:(?:,? and |, & |,? & |, ){WORD}){{1,20}})(?![\w-])(?! [A-Z])"
)


def seated_names(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the surnames behind a seat in the sentence `text[start:end]`."""
    found = {
        span for match in ONE.finditer(text, start, end) if _is_surname(text, *(span := match.span("name")))
    }
    for match in ROW.finditer(text, start, end):
        row = [
            (match.start("row") + word.start(), match.start("row") + word.end())
            for word in re.finditer(WORD, match["row"])
        ]
        plain = [span for span in row if _is_surname(text, *span)]
        # among surnames a word that is one elsewhere ('Power') is one too
        found.update(row if len(plain) > len(row) // 2 and not _makes_posts(text, row) else plain)
    return tuple(one_word_name(text, a, b, "seated") for a, b in sorted(found))


def _makes_posts(text: str, row: list[tuple[int, int]]) -> bool:
    words = [(read_word(text[a:b]), text[a:b]) for a, b in row]
    return any(
        printed.isupper() or (word.office and not word.foreign & FAMILY_WORDS) for word, printed in words
    )


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether a word can be a surname: none that makes posts, bodies and headings, none that the page has in small letters."""
    printed = text[start:end]
    word = read_word(printed)
    if len(printed) < 3 or printed.isupper() or word.office or text[end : end + 1] == ":":
        return False
    if "given" in word.foreign and re.search(rf"(?<!\w){re.escape(printed)} [A-Z][a-z]", text):
        return False  # 'Chair Ann', where the page has 'Ann Low'
    known = bool(word.foreign & FAMILY_WORDS)
    return known or not (word.stop or word.low in lower_words(text))
