"""A name that a rule found, and the normal form of a Chinese one."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.names_words import JOINTS

TWO_SYLLABLES = re.compile(r"([^\W_]+)[’‘'ʼ´`]([AaEeOo][^\W_]*)")


class Found(NamedTuple):
    """A name at `start:end` of the text, without its form of address; word `after` is the first one behind it."""

    start: int
    after: int
    end: int
    family: str
    given: str
    rule: str


def capitalised(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def normal_family(surface: str) -> str:
    """Write a surname in its normal form: 'HUANG' -> 'Huang', 'OuYang' -> 'Ouyang'."""
    return capitalised(surface)


def normal_given(surface: str, *, join: bool) -> str:
    """Write a given name in its normal form: 'FengJian', 'Feng-jian' -> 'Fengjian'; "Xing’an" -> "Xing'an".

    Hyphens stay where the parts are not pinyin (`join` False): 'Kuei-ying'.
    """
    if "-" in surface and not join:
        parts = surface.split("-")
        return "-".join([capitalised(parts[0]), *(part.lower() for part in parts[1:])])
    if surface.isalpha():
        return capitalised(surface)
    apostrophe = TWO_SYLLABLES.fullmatch(surface)
    if apostrophe:
        return f"{capitalised(apostrophe.group(1))}'{apostrophe.group(2).lower()}"
    return capitalised("".join(JOINTS.split(surface)))
