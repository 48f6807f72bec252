"""How far a name goes that is not Chinese: its words, particles and initials."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_lexicon import honorific_heads, honorific_pattern, lexicon
from extract.names_pinyin import match_pinyin
from extract.names_scan import INITIAL_GAP, Scan

CLOSED = re.compile(r" *(?:$|[,;:.()\d\n])")
LONGEST_NAME = 4
SAINTS = frozenset(["St", "Ste"])  # 'Elizabeth St. Pierre'
LINEAGE = frozenset(["Al", "El", "Bin", "Ibn", "Ibni", "Bint", "Abu", "Ben"])
ARTICLES = frozenset(["Al", "El"])
DIRECTIONS = frozenset(
    [
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
        "north",
        "south",
        "east",
        "west",
        "upper",
        "lower",
        "greater",
        "inner",
        "outer",
    ]
)
FAMILY_WORDS = frozenset(["family-word", "family-place"])  # 'Green', 'Hall': common words, and families
FATHER = re.compile(r"[ \u00a0](?:bin|bint|binti|ibn)[ \u00a0](?:[ae]l-)?")
FATHERS = frozenset(["bin", "ibni", "binti", "ibn"])
"""Between two words of a name: whatever word follows is the father's, 'Khalid bin Sultan'."""
BEFORE_CAPITAL = re.compile(r"[ \u00a0](?!(?:QC|KC|MP|CBE|OBE)\b)[A-Z]")
BEFORE_GIVEN = frozenset(["sir", "dame", "mr", "mrs", "ms", "dr"])  # 'Sir Colvin Young'
FORCES = frozenset(["police", "army", "navy"])  # 'Additional IGP Police Chaudhry Sultan'
VOWELS = frozenset("AEIOUY")
DESCENT = frozenset(["syed", "sayed", "sayyed", "mian", "khawaja", "makhdoom", "rana", "chaudhry"])
"""In front of a whole name: 'Syed Muhammad Ashiq Hussain Shah'."""
INSIDE_NAMES = frozenset(
    ["sheikh", "haji", "hajj", "hajah", "sayyid", "tun", "datu", "pengiran"]
)  # address in front of a name, part of it inside


@lru_cache(maxsize=1)
def _particle_gap() -> re.Pattern[str]:
    words = sorted(word for word, kinds in lexicon().foreign.items() if "particle" in kinds)
    return re.compile(rf"[ \u00a0](?:(?:{'|'.join(words)})[ \u00a0]|al-|el-){{1,2}}")


def is_joined(sentence: Scan, number: int) -> bool:
    """Tell whether word `number` and the next one can be parts of one foreign name."""
    if sentence.adjacent(number, same_line=True):
        return True
    if number + 1 >= len(sentence.words):
        return False
    gap = sentence.text[sentence.ends[number] : sentence.starts[number + 1]]
    if sentence.words[number].initial and INITIAL_GAP.fullmatch(gap):
        return True
    if number and sentence.surface(number) in SAINTS and gap in (". ", ".\u00a0"):
        return "given" in sentence.words[number - 1].foreign and sentence.adjacent(number - 1)
    return bool(_particle_gap().fullmatch(gap.removeprefix(".") if sentence.words[number].initial else gap))


def name_run(sentence: Scan, number: int, *, first_free: bool) -> int:
    """Count the words of a foreign name from word `number`; `first_free` lets it begin with any word.

    In a headline two words are enough, initials between them not counted: the next may be a verb.
    """
    words = sentence.words
    if words[number].stop and not first_free:
        return 0
    count, at = 1, number
    limit = LONGEST_NAME + (words[number].initial or words[number].low in DESCENT)
    while is_joined(sentence, at):
        if words[at + 1].article or sentence.surface(at + 1) in LINEAGE:
            limit += 1  # 'Sabah Al-Ahmad Al-Jaber Al-Sabah': names of the family line do not count
        if words[at].low in FATHERS or sentence.surface(at) in ARTICLES:
            limit += 1  # 'Ibni Sultan Iskandar', 'Al Hamad Al Mubarak Al Sabah'
        fathered = FATHER.fullmatch(sentence.text, sentence.ends[at], sentence.starts[at + 1]) is not None
        addressed = words[at + 1].low in INSIDE_NAMES and words[number].low not in INSIDE_NAMES
        of_line = not sentence.adjacent(at) and not words[at].initial  # 'Jean-Marc de la Tour'
        # 'Yusof bin Haji Abdul Rahman bin Haji Osman', 'Maria da Fonseca Monteiro de Jesus'
        limit += fathered + addressed + (of_line and not fathered)
        if count >= limit:
            break
        inside = addressed or fathered or (words[at].low in FATHERS and at > number)
        inside = inside or (sentence.surface(at) in ARTICLES and at > number)  # 'Tarik Al Said'
        if (is_honorific(sentence, at + 1) and not inside) or not (
            inside or of_line or _goes_on(sentence, at + 1)
        ):
            break
        if count >= 2 and (_is_chinese_start(sentence, at + 1) or _is_label(sentence, at + 1)):
            break
        at += 1
        count += 1
    if count > 2 and number and words[number - 1].low in DIRECTIONS and sentence.adjacent(number - 1):
        return 0  # 'Governor of Central Kalimantan Yansen Binti': the name begins a word later
    if count > 2 and not words[number].initial and sentence.is_headline() and not _closed(sentence, at):
        family = number + 1
        while words[family].initial and family < at:
            family += 1
        return family - number + 1  # 'Jerome H. Moss met in Rome' has hardly a lower-case word either
    return count


def _closed(sentence: Scan, number: int) -> bool:
    """Tell whether punctuation or the end of the line closes a run."""
    return bool(CLOSED.match(sentence.text, sentence.ends[number], sentence.end))


def _goes_on(sentence: Scan, number: int) -> bool:
    """Tell whether a word can go on a name; a surname in capitals before a hyphen can ('James TO Kun-sun')."""
    word = sentence.words[number]
    if not word.stop or word.initial or common_family(sentence, number):
        return True
    if "burmese" in word.foreign and "burmese" in sentence.words[number - 1].foreign:
        return True  # 'Daw Khin Than Win'
    if word.kinds == {"nation"} and word.pinyin == 1 and sentence.words[number - 1].low != "the":
        return True  # 'Llewelyn Hui'
    if not (word.surname and sentence.surface(number).isupper() and sentence.adjacent(number)):
        return False
    return sentence.words[number + 1].romanised


def common_family(sentence: Scan, number: int) -> bool:
    """Tell whether a common word closes a name as its family: 'B. Banks', 'Anne Marie Green,'; 'Victoria Park' is none."""
    kinds = sentence.words[number].foreign & FAMILY_WORDS
    before = sentence.words[number - 1]
    addressed = number > 1 and sentence.words[number - 2].low in BEFORE_GIVEN and not before.stop
    if not kinds or BEFORE_CAPITAL.match(sentence.text, sentence.ends[number], sentence.end):
        return False
    return before.initial or ("family-word" in kinds and ("given" in before.foreign or addressed))


def _is_label(sentence: Scan, number: int) -> bool:
    """Tell whether a word in capitals cannot be the surname of the name before it: 'Anna B. Berg PGP'."""
    surface, before = sentence.surface(number), sentence.words[number - 1]
    return is_acronym(surface) and not (before.initial or sentence.words[number].surname)


def _is_chinese_start(sentence: Scan, number: int) -> bool:
    """Tell whether a Chinese name begins here: lists without commas ('Arken Imirbaki Wan Exiang')."""
    if not sentence.words[number].surname or not sentence.adjacent(number):
        return False
    return sentence.words[number + 1].pinyin == 2 and match_pinyin(sentence, number) is not None


def is_honorific(sentence: Scan, number: int) -> bool:
    """Tell whether a form of address begins at a word."""
    word = sentence.words[number]
    if word.low not in honorific_heads():
        return False
    if word.low == "u" and number + 1 < len(sentence.words) and sentence.words[number + 1].initial:
        return False  # 'U T Khanna' has two initials and no Burmese 'U'
    found = honorific_pattern().match(sentence.text, sentence.starts[number], sentence.end)
    return bool(found) and found is not None and found.end() > sentence.ends[number]


def names_force(surface: str) -> bool:
    """'CTD', 'DPP': three capitals or more without a vowel are no initials."""
    return is_acronym(surface) and len(surface) > len("VP") and VOWELS.isdisjoint(surface)


def is_acronym(surface: str) -> bool:
    return len(surface) > 1 and surface.isupper()
