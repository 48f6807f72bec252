"""The body of a title, from the words on both its sides."""

from __future__ import annotations

import re

from extract.names_words import is_long_pinyin
from extract.post_offices import is_field
from extract.post_words import LEVEL_WORDS, level_of, low, normal_case
from extract.vocabulary import vocabulary

PARTY_OF = re.compile(r"(?:(?P<own>.+?)(?P<s>['’]s)? )?Party", re.IGNORECASE)
PARTY_LEVEL = re.compile(
    r"(?:(?:Autonomous|Provincial|Municipal|Prefectural|Prefecture|County|District|Township|Town|Village|City|Regional|Region"
    r"|Banner|League|State)\b ?)+",
    re.IGNORECASE,
)

PLACE_LEVEL = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,3}(?:Provinc(?:e|ial)|Municipal|City|County|District|Prefectur(?:e|al)|Autonomous Region)",
    re.IGNORECASE,
)
PARTY_FIRST = re.compile(r"party (?:committee )?of (?=.)", re.IGNORECASE)
COMMITTEE = re.compile(
    r"\b(?:party|cpc [\w'’-]+(?: \w+)?|municipal|provincial|county|district|city|central|regional) committee(?: of (?:the )?(?:cpc|ccp|communist party of china))?$",
    re.IGNORECASE,
)


def party_committee(body: str) -> str:
    """'Provincial Party secretary', 'Danzhou's Party chief': of the Party committee of that level or place."""
    if first := PARTY_FIRST.match(body):
        # 'Party secretary of the CPC Linhe Municipal Committee', 'of our university'
        whole = body[first.end() :]
        return whole if COMMITTEE.search(whole) else f"Party Committee of {whole}"
    found = PARTY_OF.fullmatch(body)
    if found is None:
        return body
    own = found["own"] or ""
    if PLACE_LEVEL.fullmatch(own):
        return f"{own} Party Committee"  # 'Hunan Province', 'Jiangsu Provincial'
    chinese = own.isalpha() and is_long_pinyin(own.lower())  # 'Luohu Party chief'
    if own and not (PARTY_LEVEL.fullmatch(own) or found["s"] or chinese):
        return body
    return f"{own} Party Committee".strip()


def body_and_level(before: str, after: str) -> tuple[str, str]:
    """The body of a title from the words on both its sides, and the level where they are nothing but a level."""
    vocab = vocabulary()

    def is_body(words: str) -> bool:
        lows = [low(word.strip(",")) for word in words.split()]
        return any(low in vocab.body_heads and low not in vocab.place_words for low in lows)

    if after and before:
        if is_body(before) and not is_body(after):
            return normal_case(f"{after} {before}"), ""
        if is_body(before) and is_body(after):
            return normal_case(f"{before} of {after}"), ""
        if before.lower() in {word for word, _ in LEVEL_WORDS} and after[:1].isupper() and not is_body(after):
            return normal_case(f"{after} {before}"), ""  # 'county magistrate of Meitan'
        if is_field(before):
            return normal_case(f"{before} of {after}" if is_body(after) else f"{after} {before}"), ""
        return (normal_case(after), "") if is_body(after) else _seat(after, before)
    return _seat(after or before, "")


def _seat(words: str, other: str) -> tuple[str, str]:
    lows = {low(word) for word in f"{words} {other}".split()}
    levels = {word for word, _ in LEVEL_WORDS} | {"autonomous", "region", "the", "our", "whole", "executive"}
    if lows and lows <= levels:
        return "", level_of(f"{words} {other}")
    if other[:1].isupper() and not {low(word) for word in other.split()} <= levels:
        return f"{normal_case(words)}, {normal_case(other)}", ""  # 'Malaysia's Minister of Transport'
    return normal_case(words), ""
