"""Runs of title words, body words and capitalised words: where one begins and ends."""

from __future__ import annotations

import re

from extract.tokens import Token
from extract.word_classes import FUNCTION_WORDS

SITES = frozenset(["palace", "airport", "residence", "villa", "ministry", "building"])
CORE = frozenset("TMBbgCG")
# bodies that are named by what they are on
SUBJECTS = frozenset(["committee", "commission", "council", "group", "panel", "board", "conference"])
NUMBERED = frozenset(["regiment", "brigade", "division", "battalion"])  # 'Regiment 29'
MOST_UNKNOWN = 3  # words of a body that no list knows: 'the two new organizations office'
NEXT_THING = re.compile(
    r" (?:his|her|their|its) (?:party|delegation|team|entourage|wife|husband|spouse|family|colleagues|group)\b"
    r"| (?:the )?(?:whole )?(?:city|county|province|district|region|town|township|prefecture)['’]s? "
)
"""Behind 'and': 'Mayor Kang of the port and his party' is no part of the port's name, nor 'and the city's poverty' of a leading group's."""
STANDINGS = frozenset(["ruling", "governing", "opposition", "main", "then-ruling", "newly", "largest"])
"""Of a party, in front of its name: 'chairman of the ruling Rice Party'."""
POSTED = frozenset(["stationed", "resident", "dispatched", "directly"])
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|\d{4}")


def run_end(text: str, tokens: list[Token], at: int) -> int:
    """The end of the run that begins at `at` (an opening 'the' belongs to it), or `at` where none begins."""
    if at > 0 and tokens[at - 1].low == "who" and tokens[at].low in ("heads", "chairs", "leads"):
        return at  # 'who heads Regiment 223'
    first = at + 1 if tokens[at].low == "the" else at
    while first < len(tokens) and tokens[first].kind == "N":
        first += 1
    if first >= len(tokens) or tokens[first].kind not in CORE:
        return at
    stop = first + 1
    has_title = tokens[first].kind == "T"
    headless = False  # behind 'of', while the body that it opens has no head yet
    in_place = at > 0 and tokens[at - 1].low in ("at", "in")
    while stop < len(tokens):
        token = tokens[stop]
        gap = (tokens[stop - 1].end, token.start)
        if gap[1] - gap[0] > 1 and "\n\n" in text[slice(*gap)].replace(" ", ""):
            break  # a blank line ends a list: what follows is the next heading
        if in_place and tokens[stop - 1].low in SITES and token.kind in "TM":
            break  # 'received at Seif Palace Deputy Prime Minister ...'
        numbered = token.kind == "N" and tokens[stop - 1].low in NUMBERED and token.low.isdigit()
        if token.kind in CORE or numbered or (token.kind == "N" and _ordinal(token.low)):
            has_title = has_title or token.kind == "T"
            headless = headless and token.kind != "B"
            stop += 1
            continue
        if token.kind == "N" and tokens[stop - 1].text in ("No.", "No"):
            stop += 1  # 'the principal of No. 2 Middle School'
            continue
        if headless and (head := _head_behind(tokens, stop)):
            stop, headless = head + 1, False
            continue
        if token.low in POSTED and (resident := _stationed(tokens, stop)):
            stop = resident
            continue
        if has_title and token.low == "capital" and (town := _town_behind(tokens, stop)):
            stop = town
            continue
        if token.low == "on" and _goes_on(tokens, stop):
            stop += 2
            continue
        if token.low == "with" and tokens[stop - 1].low == "friendship" and _capital(tokens, stop + 1):
            stop += 2  # 'the Association for Friendship with Foreign Countries'
            continue
        if token.kind != "K" or token.low == "the":
            break
        if token.low in ("at", "to", "from") and not has_title:
            break
        if token.low == "and" and NEXT_THING.match(text, token.end):
            break
        ahead = stop + 1
        if ahead < len(tokens) and tokens[ahead].low in ("the", "its", "his"):
            ahead += 1
        if has_title and ahead < len(tokens) and tokens[ahead].low in STANDINGS:
            ahead += 1
        while ahead < len(tokens) and tokens[ahead].kind == "N":
            ahead += 1
        if has_title and (head := _head_behind(tokens, ahead)):
            ahead = head
        if ahead >= len(tokens) or tokens[ahead].kind not in CORE:
            break
        has_title = has_title or tokens[ahead].kind == "T"
        headless = has_title and tokens[ahead].kind not in "BTG"
        stop = ahead + 1
    return stop


def _capital(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind in CORE and tokens[at].text[:1].isupper()


def _town_behind(tokens: list[Token], at: int) -> int:
    """Behind the town of 'mayor of the Kenyan capital Nairobi', 'governor of Kenya's capital city of Nairobi', or 0."""
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].low in ("city", "of"):
        ahead += 1
    return ahead + 1 if _capital(tokens, at - 1) and _capital(tokens, ahead) else 0


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether 'on' at `at` goes on the name of a body: 'the National Committee on Water Affairs'."""
    return (
        at + 1 < len(tokens)
        and tokens[at - 1].low in SUBJECTS
        and tokens[at - 1].text[:1].isupper()
        and tokens[at + 1].kind in CORE
        and tokens[at + 1].text[:1].isupper()
    )


def _stationed(tokens: list[Token], at: int) -> int:
    """Behind the first word of the body in 'the discipline group stationed at the bureau of finance', 'the organs directly under the city', or 0."""
    low, before, ahead = tokens[at].low, tokens[at - 1], at + 1
    following = tokens[ahead].low if ahead < len(tokens) else ""
    if low in ("stationed", "resident", "dispatched") and before.low in SUBJECTS:
        ahead += following in ("at", "in", "to")
    elif low == "directly" and following == "under" and before.kind in "BC":
        ahead += 1
    else:
        return 0
    if ahead == at + 1:
        return 0
    ahead += ahead < len(tokens) and tokens[ahead].low == "the"
    return ahead + 1 if ahead < len(tokens) and tokens[ahead].kind in "BbC" else 0


def _head_behind(tokens: list[Token], at: int) -> int:
    """The head of 'director of the editorial office', behind one to three words at `at` that are in no list, or 0."""
    stop = at
    while stop < len(tokens) and stop - at < MOST_UNKNOWN and _unknown(tokens[stop]):
        stop += 1
    return stop if at < stop < len(tokens) and tokens[stop].kind == "B" else 0


def _unknown(token: Token) -> bool:
    return (
        token.kind == "W"
        and token.text.isalpha()
        and token.text.islower()
        and token.low not in FUNCTION_WORDS
    )


def _ordinal(low: str) -> bool:
    return ORDINAL.fullmatch(low) is not None
