"""Chinese names in other romanisations: Wade-Giles, Hong Kong and Macao forms."""

from __future__ import annotations

from extract.names_found import Found, capitalised, normal_family, normal_given
from extract.names_lexicon import lexicon
from extract.names_scan import Scan
from extract.names_words import Word


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
