"""Words that look like a Chinese name and are none: 'Hu Bei', 'He Can', 'An Open', a surname before a province."""

from __future__ import annotations

import re

from extract.names_lexicon import lexicon
from extract.names_scan import Scan
from extract.names_words import NEVER_GIVEN, Word
from extract.vocabulary import vocabulary

APPOSED = re.compile(r", (?:the |a |an )?(?:deputy |vice |executive |former )?([\w-]+)", re.IGNORECASE)
TITLE = re.compile(r"([\w-]+) $")
DEED = re.compile(r",? (?:[a-z]+ly )?(?:[a-z]+ed|spoke|made|gave|led|said|met|took|held)\b")
LIKE_NAMES = frozenset(["province", "thing", "english"])  # 'Li Guangxi, deputy head', 'Gao Weibo, director'
UNIT_BEHIND = re.compile(r" (?:County|City|District|Prefecture|Municipal)\b")


def _dotted(sentence: Scan, number: int) -> bool:
    end = sentence.ends[number]
    return sentence.text[end : end + 1] == "."


def is_refused(sentence: Scan, family: Word, given_at: int) -> bool:
    """Tell whether a surname and a following word are no name: 'He Can', 'An Open', 'An API', 'Dan A.'."""
    given = sentence.words[given_at]
    if given.kinds & LIKE_NAMES and given.pinyin == 2 and "word" not in family.surname:
        listed = not given.kinds.isdisjoint({"province", "place"}) and in_list(sentence, given_at - 1)
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


def in_list(sentence: Scan, number: int) -> bool:
    """Tell whether two words stand between the commas of a list: 'Zhang Lan, He Xigetu, Li Yan'."""
    before = sentence.text[max(sentence.start, sentence.starts[number] - 2) : sentence.starts[number]]
    behind = sentence.text[sentence.ends[number + 1] : sentence.ends[number + 1] + 5]
    return before == ", " and behind.startswith((", ", " and "))
