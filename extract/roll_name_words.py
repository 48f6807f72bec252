"""Whether words of an attendance list can be one person's name: what its words are, and how they follow each other."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_listed import MONTH_NAMES
from extract.names_printed import names_body
from extract.names_run import FAMILY_WORDS
from extract.names_words import read_word
from extract.vocabulary import rows, vocabulary

INITIAL = re.compile(r"[A-Z]{1,2}|(?:[A-Z]\.-?){1,4}[A-Z]?|(?:Chas|Wm|Geo|Jas|Thos|Robt|Edw|Jno|Jos)\.")
PARTICLE = re.compile(
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|bin|binti|al|el|ter|ten|ap|ab|y|St\.?|Ste\.?|Van|Von|De|Del|La|Le|El)"
)
WORD = re.compile(r"(?:d['’]|de|van|la|le|O['’])?[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’`-][^\W\d_]+)*")
ACRONYM_JOINED = re.compile(r"[A-Z]{2,}-[A-Z][a-z]")  # 'UC-Sioux Falls'
ADDRESSING = frozenset(["Mr", "Mrs", "Ms", "Miss", "Dr", "Professor", "Prof", "Cllr", "Sir", "Rev"])
MOST = 4  # words of a name, initials and particles apart


def make_a_name(words: list[str], honorific: str) -> bool:
    """Whether the words can be a name: initials, particles and one to four words that make no post, body or gathering."""
    full = [word for word in words if not (INITIAL.fullmatch(word) or PARTICLE.fullmatch(word))]
    if honorific and len(words) > 1 and words[-1].isupper() and read_word(words[-1].capitalize()).surname:
        full = full if words[-1] in full else [*full, words[-1]]  # 'Miss Sharon LO'
    elif not full or INITIAL.fullmatch(words[-1]):
        return False
    if len(full) > MOST:
        return False
    if not all(WORD.fullmatch(word) for word in full) or any(word in ADDRESSING for word in words[1:]):
        return False
    if len(full) > 2 and full[-1].isupper() and not full[-2].isupper():
        return False  # 'Sue Hayman CARRIED'
    if (
        len(full) > 2
        and full[0].isupper()
        and len(full[0]) > 1
        and not full[1].isupper()
        and not _known(full[0])
    ):
        return False  # 'CSU Los Angeles'
    if any(ACRONYM_JOINED.match(word) for word in full) or any(names_body(full)):
        return False
    if len(full) == MOST and (is_given(full[2]) or any(INITIAL.fullmatch(word) for word in words[2:])):
        return False  # two names without a sign between them
    inner = [number for number, word in enumerate(words) if number and INITIAL.fullmatch(word)]
    if INITIAL.fullmatch(words[0]) and any(words[number - 1] in full for number in inner):
        return False  # 'J. Moss I. Low': a comma is missing
    if honorific and len(full) == 1 and INITIAL.fullmatch(words[0]):
        return (full[0].lower(),) not in vocabulary().titles  # 'Mr M Power', 'Professor A Young'
    if len(words) == 2 and len(words[0].strip(".")) == 1 and "calendar" in read_word(words[1]).kinds:
        return True  # 'P March'
    if len(full) > 2 and (full[0].lower(),) in vocabulary().titles and is_given(words[1]):
        return False  # 'Dean Victor Low' is Victor Low, a dean
    known = is_given(words[0])
    marked = known or bool(honorific) or INITIAL.fullmatch(words[0]) is not None
    return not any(
        _is_foreign_to_names(
            word, family=marked and word is words[-1], given=word is words[0] and len(words) > 1
        )
        for word in full
    )


def _known(word: str) -> bool:
    """Whether a word in capitals is a family name or a first name: 'LEE Wai Man'."""
    found = read_word(word.capitalize())
    return bool(found.foreign or found.surname)


def _is_foreign_to_names(word: str, *, family: bool, given: bool) -> bool:
    found = read_word(word)
    if given and found.low in listed_given():
        return False
    if given and "given" in found.foreign and not (found.office and not found.foreign & FAMILY_WORDS):
        return False
    if family and not found.office:
        return bool(found.kinds & {"function", "calendar"}) and not found.foreign & FAMILY_WORDS
    if found.foreign & FAMILY_WORDS and family:
        return False
    low = found.low
    if "given" in found.foreign and not found.office and low not in vocabulary().body_heads:
        return False
    return found.stop and not (found.foreign & FAMILY_WORDS and not found.office)


@lru_cache(maxsize=1)
def listed_given() -> frozenset[str]:
    """First names that are English words or places as well: 'Mark', 'Grace', 'Austin'."""
    return frozenset(row["text"] for row in rows("listed_given_names.csv")) | MONTH_NAMES


def is_given(word: str) -> bool:
    """Whether a word is a known first name, where a list has a name to begin with."""
    found = read_word(word)
    return found.low in listed_given() or ("given" in found.foreign and not found.office)
