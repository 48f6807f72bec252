"""Chinese names in romanisation: a surname and one or two syllables, in every spelling that reports use."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.names_lexicon import lexicon, plain
from extract.names_scan import Scan
from extract.names_words import JOINTS, NEVER_GIVEN, Word, is_long_pinyin, pinyin_syllables
from extract.vocabulary import vocabulary

LOWER_SYLLABLE = re.compile(r"[ \u00a0]([a-z]{1,6})(?![^\W_]|['’-])")
STRAY_SYLLABLE = re.compile(r" ['’‘]((?:ang?|eng?|ai|ao|ou|er?|a|o))(?![^\W_])")
TWO_SYLLABLES = re.compile(r"([^\W_]+)[’‘'ʼ´`]([AaEeOo][^\W_]*)")
APPOSED = re.compile(r", (?:the |a |an )?(?:deputy |vice |executive |former )?([\w-]+)", re.IGNORECASE)
TITLE = re.compile(r"([\w-]+) $")
DEED = re.compile(r",? (?:[a-z]+ly )?(?:[a-z]+ed|spoke|made|gave|led|said|met|took|held)\b")
LIKE_NAMES = frozenset(["province", "thing", "english"])  # 'Li Guangxi, deputy head', 'Gao Weibo, director'
PLACE_BEFORE = re.compile(r"(?<![^\W_])(?:in|to|from|at|near|across|throughout|into) $")


class Found(NamedTuple):
    """A name at `start:end` of the text, without its form of address; word `after` is the first one behind it."""

    start: int
    after: int
    end: int
    family: str
    given: str
    rule: str


UNIT_BEHIND = re.compile(r" (?:County|City|District|Prefecture|Municipal)\b")


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


def _dotted(sentence: Scan, number: int) -> bool:
    end = sentence.ends[number]
    return sentence.text[end : end + 1] == "."


def _refused(sentence: Scan, family: Word, given_at: int) -> bool:
    """Tell whether a surname and a following word are no name: 'He Can', 'An Open', 'An API', 'Dan A.'."""
    given = sentence.words[given_at]
    if given.kinds & LIKE_NAMES and given.pinyin == 2 and "word" not in family.surname:
        listed = not given.kinds.isdisjoint({"province", "place"}) and _in_list(sentence, given_at - 1)
        return not (listed or _apposed(sentence, given_at) or _behind_title(sentence, given_at - 1))
    if given.kinds & NEVER_GIVEN and given.pinyin == 1 and _between_title_and_deed(sentence, given_at):
        return False
    if given.kinds == {"nation"} and given.pinyin == 1 and family.low != "an":
        return False  # 'Fan Hui', 'Wan Li': an article would stand before the nation
    if given.kinds & NEVER_GIVEN and not (given.pinyin == 1 and "word" not in family.surname):
        return True
    if len(given.low) == 1 and ("word" in family.surname or _dotted(sentence, given_at)):
        return True
    if "word" not in family.surname:
        return False
    acronym = sentence.surface(given_at)
    if acronym.isupper() and len(acronym) < 4 and not sentence.surface(given_at - 1).isupper():
        return True
    if "place" in given.kinds and given.pinyin == 2:
        return not (_apposed(sentence, given_at) or _behind_title(sentence, given_at - 1))
    if given.stop:  # 'He Jian' is a name, in spite of the city that is written without its apostrophe
        city = given.pinyin == 1 and given.kinds == {"place"}
        return not city or UNIT_BEHIND.match(sentence.text, sentence.ends[given_at]) is not None
    return "syllable-word" in given.kinds and sentence.is_headline()


def _behind_title(sentence: Scan, number: int) -> bool:
    first = sentence.starts[number]
    match = TITLE.search(sentence.text, max(sentence.start, first - 20), first)
    return match is not None and (match[1].lower(),) in vocabulary().titles


def _between_title_and_deed(sentence: Scan, number: int) -> bool:
    """Tell whether a title stands before a surname and a verb behind the word `number`: 'Deputy Mayor Song You attended'."""
    if not _behind_title(sentence, number - 1) or sentence.surface(number).isupper():
        return False
    return DEED.match(sentence.text, sentence.ends[number], sentence.end) is not None


def _apposed(sentence: Scan, number: int) -> bool:
    """Tell whether a title follows a comma: 'Sun Jiaxing, Secretary of the league' is a person, in spite of the city."""
    following = sentence.text[sentence.ends[number] : sentence.ends[number] + 40]
    match = APPOSED.match(following)
    return match is not None and (match[1].lower(),) in vocabulary().titles


def is_pair(sentence: Scan, number: int) -> bool:
    """Tell whether two words are a known place or thing that looks like a name: 'Hu Bei', 'Wen Hui'."""
    if not sentence.adjacent(number):
        return False
    return f"{sentence.words[number].low} {sentence.words[number + 1].low}" in lexicon().pairs


def _is_name_start(sentence: Scan, number: int) -> bool:
    """Tell whether a word is a surname followed by a given name of its own."""
    words = sentence.words
    if not sentence.adjacent(number) or "pinyin" not in words[number].surname:
        return False
    given = words[number + 1]
    return bool(given.pinyin) and not given.kinds & NEVER_GIVEN


def _second_syllable(sentence: Scan, number: int) -> tuple[int, int, str] | None:
    """Read the second half of a split given name after word `number`: (next word, end, letters)."""
    words, end = sentence.words, sentence.ends[number]
    if sentence.adjacent(number, same_line=True):
        word = words[number + 1]
        if word.pinyin == 1 and not word.hyphenated and not _is_name_start(sentence, number + 1):
            if word.kinds & {"function", "syllable-word"} and sentence.is_headline():
                return None
            if word.low == "can" or word.low == "men":
                return None
            return number + 2, sentence.ends[number + 1], sentence.surface(number + 1)
        return None
    for pattern in (LOWER_SYLLABLE, STRAY_SYLLABLE):
        found = pattern.match(sentence.text, end, sentence.end)
        if not found or pinyin_syllables(found.group(1)) != 1:
            continue
        kinds = lexicon().kinds.get(found.group(1), frozenset())
        if pattern is STRAY_SYLLABLE or not kinds & {"function", "syllable-word", "word"}:
            return number + 1, found.end(), found.group(1)
    return None


def _family_at(sentence: Scan, number: int) -> tuple[int, str, Word] | None:
    """Read the surname at a word: (number of its last word, normal form, the word that judges it)."""
    word = sentence.words[number]
    if sentence.adjacent(number, same_line=True) and word.pinyin == 1 and number + 2 < len(sentence.words):
        second = sentence.words[number + 1]
        joined = word.low + second.low
        if joined in lexicon().split_surnames and second.pinyin == 1 and sentence.adjacent(number + 1):
            third = sentence.words[number + 2]
            if third.pinyin and not third.kinds & NEVER_GIVEN:
                return number + 1, capitalised(joined), word
    if not word.surname:
        return None
    return number, normal_family(sentence.surface(number)), word


def match_pinyin(sentence: Scan, number: int) -> Found | None:
    """Match a Chinese name that begins with its surname at word `number`."""
    start = _family_at(sentence, number)
    if start is None or not sentence.adjacent(start[0]):
        return None
    last, family, word = start
    given = sentence.words[last + 1]
    if _is_long_given(sentence, last, word, given):
        name = normal_given(sentence.surface(last + 1), join=True)
        return Found(sentence.starts[number], last + 2, sentence.ends[last + 1], family, name, "pinyin-long")
    if not given.pinyin or (word.surname and "pinyin" not in word.surname):
        return match_romanised(sentence, number)
    if last == number and (is_pair(sentence, number) or _refused(sentence, word, last + 1)):
        return None
    if PLACE_BEFORE.search(
        sentence.text, max(sentence.start, sentence.starts[number] - 12), sentence.starts[number]
    ) and ("place" in lexicon().kinds.get(word.low + given.low, frozenset())):
        return None
    surface = sentence.surface(last + 1)
    if given.pinyin == 1:
        second = _second_syllable(sentence, last + 1)
        if second is not None:
            after, end, letters = second
            if f"{word.low} {given.low}{plain(letters)}" in lexicon().pairs:
                return None
            vowel = letters[:1].lower() in "aeo"
            joined = f"{capitalised(surface)}{chr(39) if vowel else ''}{letters.lower()}"
            return Found(sentence.starts[number], after, end, family, joined, "pinyin-split")
    rule = "pinyin" if last == number else "pinyin-double"
    given_name = normal_given(surface, join=True)
    return Found(sentence.starts[number], last + 2, sentence.ends[last + 1], family, given_name, rule)


def _is_long_given(sentence: Scan, number: int, family: Word, given: Word) -> bool:
    """Tell whether a given name has three or four syllables: 'Hu Dagula', a Mongolian name."""
    if given.pinyin or given.hyphenated or given.stop or given.kinds or given.foreign:
        return False
    if "pinyin" not in family.surname or sentence.is_headline():
        return False
    return is_long_pinyin(given.low) and ("word" not in family.surname or _in_list(sentence, number))


def _in_list(sentence: Scan, number: int) -> bool:
    """Tell whether two words stand between the commas of a list: 'Zhang Lan, He Xigetu, Li Yan'."""
    before = sentence.text[max(sentence.start, sentence.starts[number] - 2) : sentence.starts[number]]
    behind = sentence.text[sentence.ends[number + 1] : sentence.ends[number + 1] + 5]
    return before == ", " and behind.startswith((", ", " and "))


def match_romanised(sentence: Scan, number: int) -> Found | None:
    """Match Wade-Giles, Hong Kong and Macao forms: 'Wu Kuei-ying', 'Leung Chun-ying', 'Ho Iat Seng'."""
    words = sentence.words
    family = words[number]
    if not family.surname or not sentence.adjacent(number, same_line=True):
        return None
    given = words[number + 1]
    if given.hyphenated and given.romanised:
        surface = sentence.surface(number + 1)
        return Found(
            sentence.starts[number],
            number + 2,
            sentence.ends[number + 1],
            normal_family(sentence.surface(number)),
            normal_given(surface, join=False),
            "romanised",
        )
    if "word" in family.surname:
        return None
    third = words[number + 2] if number + 2 < len(words) else None
    of_three = (
        third is not None
        and "cantonese" in family.surname
        and sentence.adjacent(number + 1, same_line=True)
        and not (given.stop or third.stop)
    )
    if of_three and third is not None and all(_cantonese(word) for word in (given, third)):
        return Found(
            sentence.starts[number],
            number + 3,
            sentence.ends[number + 2],
            normal_family(sentence.surface(number)),
            f"{capitalised(sentence.surface(number + 1))} {capitalised(sentence.surface(number + 2))}",
            "romanised",
        )
    if "pinyin" not in family.surname and given.pinyin == 2 and not given.kinds and not given.stop:
        name = normal_given(sentence.surface(number + 1), join=True)
        end = sentence.ends[number + 1]
        surname = normal_family(sentence.surface(number))
        return Found(sentence.starts[number], number + 2, end, surname, name, "romanised")
    return None


def _cantonese(word: Word) -> bool:
    schemes = lexicon().syllables.get(word.low, frozenset())
    return bool(schemes & {"cantonese", "pinyin"}) and not word.kinds & {"function", "word"}
