"""The body inside a gathering's name: 'the fifth meeting of the Water Board', 'Flood Control Leading Group Meeting'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.host_words import (
    COUNCILS,
    LINKS,
    OF,
    ORDINAL,
    QUALITIES,
    closes_body,
    gathers,
    is_body,
    of_people,
    qualifies,
    single_word,
    without_topic,
)
from extract.post_words import level_of, normal_case, strip_article
from extract.vocabulary import vocabulary

ENLARGED = re.compile(r"^(?:Enlarged|Expanded|Special) (?=\w)")
PARTY_PART = re.compile(r"(?:Leading )?Party (?:Leadership )?(?:Group|Committee|Branch)|Party Leading Group")
STANDING = re.compile(r"\b(?:Committee|Congress|CPPCC)\b")  # bodies that have a standing committee
LOCAL = frozenset(["provincial", "municipal", "county", "township"])
REGULAR = frozenset(
    [
        "weekly",
        "fortnightly",
        "monthly",
        "quarterly",
        "annual",
        "regular",
        "ordinary",
        "extraordinary",
        "emergency",
    ]
)
HOLDERS = frozenset(
    ["committee", "government", "congress", "commission", "cppcc", "council", "bureau", "headquarters"]
)


@lru_cache(maxsize=1 << 13)
def host_in_name(words: str) -> str:
    """The body inside a gathering's name: 'meeting of the X', 'X Leading Group Meeting'; '' where none stands there."""
    name = strip_article(" ".join(words.split()))
    parts = OF.split(name)
    first = next((n for n, part in enumerate(parts) if not gathers(part)), 0)
    if first and is_body(" of ".join(parts[first:])) and not of_people(parts[first]):
        return normal_case(strip_article(" ".join(ORDINAL.sub("", " of ".join(parts[first:])).split())))
    tokens = without_topic(name).split()
    whole = len(tokens)
    while tokens and qualifies(tokens[-1]) and not closes_body(tokens, name):
        tokens.pop()
    if len(tokens) == whole:
        return host_at_head(name)
    while tokens and (
        ORDINAL.fullmatch(tokens[0])
        or tokens[0].lower() in REGULAR
        or re.fullmatch(r"\d{4}", tokens[0])
        or tokens[0].lower() in QUALITIES
    ):
        tokens.pop(0)
    if (
        not tokens
        or not is_body(_headed(" ".join(tokens)))
        or single_word(tokens[-1]) in vocabulary().place_words
    ):
        return host_at_head(name)
    last = re.sub(r"['’]s?$", "", tokens[-1])
    if len(tokens) == 1 and last.lower() not in COUNCILS:
        return ""
    return normal_case(" ".join([*tokens[:-1], last]))


def part_of_subject(named: str, subject: str) -> str:
    """'The Supreme Court held an enlarged Party group meeting': the Party group, in the meeting's name, is that of the subject of 'held'."""
    part = ENLARGED.sub("", named)
    if subject and PARTY_PART.fullmatch(part) and not PARTY_PART.search(subject):
        return f"{part} of the {subject}"
    if part == "Standing Committee" and STANDING.search(subject) and part not in subject:
        return f"{part} of the {subject}"
    if level_of(subject) in LOCAL and level_of(part) == "central":
        return subject  # 'the county Party committee held a work meeting of the National People's Congress': of its own one
    return part


def host_at_head(name: str) -> str:
    """The body that a long name begins with: 'Linhe Municipal Government Work Safety Deployment Meeting'; '' where none does.

    It has to name its level or its place.
    """
    tokens = name.split()
    for count in range(2, len(tokens) - 1):
        last = re.sub(r"['’]s?$", "", tokens[count - 1])
        head = " ".join([*tokens[: count - 1], last])
        if last.lower() not in HOLDERS or not level_of(head) or not is_body(head):
            continue
        rest = [token.lower() for token in tokens[count:]]
        if (
            rest[:2] in (["standing", "committee"], ["party", "group"], ["leading", "group"])
            and len(rest) > 3
        ):
            head, rest = " ".join([head, *tokens[count : count + 2]]), rest[2:]
        return "" if rest[0] in LINKS else normal_case(head)
    return ""


def _headed(words: str) -> str:
    """The last word, and those in front of 'for' and 'on': where a body's head stands."""
    parts = re.split(r"\s(?:for|on|of|and)\s", words)
    return " ".join(part.split()[-1] for part in parts if part.split())
