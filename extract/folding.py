"""The key of identity of a printed name: equal keys are spellings of one name, different letters never are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extract.names_lexicon import BARRED, lexicon
from extract.names_words import read_word

LONGEST_SPLIT = 3


JOINT = re.compile(r"(?<=\w)[-‐‑'’‘ʼ´`](?=\w)")
SIGNS = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """Fold a name to its key of identity: equal keys are spellings of one name, different letters never are.

    Case, accents, hyphens, apostrophes and dots go; the spaces inside the given part of a Chinese or Korean name
    go too, so that 'Zhang Zhong Yu', 'ZHANG Zhongyu' and 'Zhang Zhong-yu' are 'zhang zhongyu'. Edit distance
    plays no part: 'Li Yan' and 'Li Yang' are two names. Folding a key again changes nothing.
    """
    words = name.split()
    if len(words) == 1 and (glued := read_word(words[0]).glued):
        words = list(glued)
    tokens = plain_letters(" ".join(words)).split()
    known = lexicon()
    if len(tokens) > 2 and tokens[0] + tokens[1] in known.split_surnames:
        tokens[:2] = [tokens[0] + tokens[1]]
    family = tokens[0] if tokens else ""
    is_family = family in known.surnames or "korean-family" in known.foreign.get(family, ())
    given = tokens[1:]
    if is_family and 1 < len(given) <= LONGEST_SPLIT and all(part in known.syllables for part in given):
        return f"{family} {''.join(given)}"
    return " ".join(tokens)


def key_of(name: str, likely: str) -> str:
    """Fold a name of which `likely` is a key that others have: where it is the plain letters of both, the lexicon need not be read."""
    return likely if " " in name and " " in likely and plain_letters(name) == likely else fold(name)


@lru_cache(maxsize=1 << 16)
def plain_letters(text: str) -> str:
    """Keep lower-case letters and digits without accents; hyphens and apostrophes vanish, other signs part words."""
    folded = unicodedata.normalize("NFKD", text.translate(BARRED)).casefold()
    folded = unicodedata.normalize("NFKD", folded)
    kept = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(SIGNS.sub(" ", JOINT.sub("", kept)).split())
