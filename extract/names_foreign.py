"""Names that are not Chinese: with initials, a known given name, or a family that comes first."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_lexicon import honorific_pattern, lexicon
from extract.names_pinyin import Found, match_pinyin
from extract.names_scan import INITIAL_GAP, Scan

INITIALS = re.compile(
    r"(?<![A-Za-z]\.)(?:(?:Ts|Ch|Sh|Kh|Zh|Dz)\. ?|(?:[A-Z]\.[ \u00a0]{0,2}){1,4}|(?:[A-Z][ \u00a0]){2,4}|(?:Md|Mohd|Mst|Muhd|Chas|Wm|Geo|Jas|Thos|Jos|Robt|Edw|Saml|Benj|Fredk|Jno|Richd)\.[ \u00a0]?)(?=[A-Z][^\W\d_])"
)
SHORTENED = frozenset(
    [
        "md",
        "mohd",
        "mst",
        "muhd",
        "chas",
        "wm",
        "geo",
        "jas",
        "thos",
        "jos",
        "robt",
        "edw",
        "saml",
        "benj",
        "fredk",
        "jno",
        "richd",
        "ts",
        "ch",
        "sh",
        "kh",
        "zh",
        "dz",
    ]
)
NOT_INITIALS = re.compile(
    r"(?:U\.\s?S\.|U\.\s?K\.|U\.\s?N\.|D\.\s?C\.|E\.\s?U\.|P\.\s?R\.|A\.\s?M\.|P\.\s?M\.|N\.\s?Y\.|L\.\s?A\.|C\.\s?C\.|H\.\s?E\.)"
)
BEFORE_LETTER = re.compile(
    r"(?i:annex|appendix|part|section|schedule|class|group|item|category|type|grade|vitamin|hepatitis"
    r"|washington,?|plan|phase|table|figure|exhibit|zone|block|tower|building|hall|room|gate|no) $"
)
NUMBERED = re.compile(
    r"(?:[IVX]|[A-H])\. [A-Z]\w+ (?:at|of|for|on|in|to|and|with|from)\b"
)  # 'I. Tolls at the bridge'
MINORITIES = frozenset(["tibetan", "uygur", "mongolian"])
CLOSED = re.compile(r" *(?:$|[,;:.()\d\n])")
LONGEST_NAME = 4
FAMILY_WORDS = frozenset(["family-word", "family-place"])  # 'Green', 'Hall': common words, and families
BEFORE_CAPITAL = re.compile(r"[ \u00a0][A-Z]")
PATRONYMIC = re.compile(r"[ \u00a0](?:bin|bint|binti|ibn)[ \u00a0](?:[ae]l-?[ \u00a0]?)?(?=[A-Z])")
GENERATIONS = frozenset(["iii", "viii", "vii"])
# a syllable of Vietnamese without its accents
VIETNAMESE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
INSIDE_NAMES = frozenset(
    ["sheikh", "haji", "hajj", "sayyid"]
)  # address in front of a name, part of it inside


@lru_cache(maxsize=1)
def _particle_gap() -> re.Pattern[str]:
    words = sorted(word for word, kinds in lexicon().foreign.items() if "particle" in kinds)
    return re.compile(rf"[ \u00a0](?:(?:{'|'.join(words)})[ \u00a0]|al-|el-){{1,2}}")


@lru_cache(maxsize=2)
def _suffix(*kinds: str) -> re.Pattern[str]:
    words = [word for word, found in lexicon().foreign.items() if found & set(kinds)]
    words.sort(key=lambda word: (-len(word), word))
    # orders and degrees of two or three letters only in capitals: 'John Fell, Ms. Ann Low' is two people
    alternatives = "|".join(
        re.escape(word.upper()) if _in_capitals(word) else f"(?i:{re.escape(word)})" for word in words
    )
    return re.compile(rf",? (?:{alternatives})(?![^\W_])")


def _in_capitals(word: str) -> bool:
    kinds = lexicon().foreign[word]
    return len(word) == 2 or (len(word) == 3 and "suffix" in kinds and word != "esq")


@lru_cache(maxsize=1)
def _last_suffix() -> re.Pattern[str]:
    return re.compile(rf"(?:{_suffix('suffix').pattern})+$")


def without_suffix(name: str) -> str:
    """Drop a title behind the name ('William Foster, Bart.'); 'jun.' stays, it tells son from father."""
    found = _last_suffix().search(name)
    return name[: found.start()] if found else name


def in_small_letters(name: str) -> str:
    """Write a name that stands in capitals as names are written: 'Mr. KEOGH' -> 'Keogh'; initials and 'III' stay."""
    if not name.isupper():
        return name
    words = []
    for word in name.split(" "):
        shout = word.isupper() and len(word) > 2 and "." not in word and word.lower() not in GENERATIONS
        words.append("-".join(part.capitalize() for part in word.split("-")) if shout else word)
    return " ".join(words)


def is_joined(sentence: Scan, number: int) -> bool:
    """Tell whether word `number` and the next one can be parts of one foreign name."""
    if sentence.adjacent(number, same_line=True):
        return True
    if number + 1 >= len(sentence.words):
        return False
    gap = sentence.text[sentence.ends[number] : sentence.starts[number + 1]]
    if sentence.words[number].initial:
        return bool(INITIAL_GAP.fullmatch(gap))
    return bool(_particle_gap().fullmatch(gap))


def name_run(sentence: Scan, number: int, *, first_free: bool) -> int:
    """Count the words of a foreign name from word `number`; `first_free` lets it begin with any word.

    In a headline two words are enough: the third may be a verb.
    """
    words = sentence.words
    if words[number].stop and not first_free:
        return 0
    count, at = 1, number
    limit = LONGEST_NAME + (1 if words[number].initial else 0)
    while count < limit and is_joined(sentence, at):
        if words[at + 1].article:
            limit += 1  # 'Sabah Al-Ahmad Al-Jaber Al-Sabah': names of the family line do not count
        inside = words[at + 1].low in INSIDE_NAMES and words[number].low not in INSIDE_NAMES
        if (is_honorific(sentence, at + 1) and not inside) or not (inside or _goes_on(sentence, at + 1)):
            break
        if count >= 2 and (_is_chinese_start(sentence, at + 1) or _is_label(sentence, at + 1)):
            break
        at += 1
        count += 1
    if count > 2 and not words[number].initial and sentence.is_headline() and not _closed(sentence, at):
        return 2
    return count


def _closed(sentence: Scan, number: int) -> bool:
    """Tell whether punctuation or the end of the line closes a run."""
    return bool(CLOSED.match(sentence.text, sentence.ends[number], sentence.end))


def _goes_on(sentence: Scan, number: int) -> bool:
    """Tell whether a word can go on a name; a surname in capitals before a hyphen can ('James TO Kun-sun')."""
    word = sentence.words[number]
    if not word.stop or word.initial or _common_family(sentence, number):
        return True
    if word.kinds == {"nation"} and word.pinyin == 1 and sentence.words[number - 1].low != "the":
        return True  # 'Llewelyn Hui'
    if not (word.surname and sentence.surface(number).isupper() and sentence.adjacent(number)):
        return False
    return sentence.words[number + 1].romanised


def _common_family(sentence: Scan, number: int) -> bool:
    """Tell whether a common word closes a name as its family: 'B. Banks', 'Anne Marie Green,'; 'Victoria Park' is none."""
    kinds = sentence.words[number].foreign & FAMILY_WORDS
    before = sentence.words[number - 1]
    if not kinds or BEFORE_CAPITAL.match(sentence.text, sentence.ends[number], sentence.end):
        return False
    return before.initial or ("family-word" in kinds and "given" in before.foreign)


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
    found = honorific_pattern().match(sentence.text, sentence.starts[number], sentence.end)
    return bool(found) and found is not None and found.end() > sentence.ends[number]


def foreign_found(sentence: Scan, number: int, count: int, rule: str) -> Found:
    """Make a name of `count` words; the last one, or one before a hyphenated given name, is the family.

    Where nothing but its place tells that it is a name (rules 'list' and 'model'), a common Chinese surname in
    front is the family: 'Liu Tszguei', a slip in romanisation.
    """
    last = number + count - 1
    end = sentence.ends[last]
    if sentence.words[last].initial and sentence.text[end : end + 1] == ".":
        end += 1
    family = sentence.surface(last)
    given = sentence.text[sentence.starts[number] : sentence.starts[last]].strip()
    if count > 1 and sentence.words[last].hyphenated and sentence.words[last - 1].surname:
        family = sentence.surface(last - 1)
        given = (
            f"{sentence.text[sentence.starts[number] : sentence.starts[last - 1]]}{sentence.surface(last)}"
        )
    while count > 1 and (suffix := _suffix("suffix", "generation").match(sentence.text, end, sentence.end)):
        end = suffix.end()
    after = number + count
    while after < len(sentence.words) and sentence.starts[after] < end:
        after += 1
    first = sentence.words[number].surname
    if count == 2 and rule in {"list", "model"} and "common" in first and "word" not in first:
        family, given = given, family
    if is_acronym(family):
        family = family.title()
    return Found(sentence.starts[number], after, end, family, given, rule)


def match_initials(sentence: Scan, number: int) -> Found | None:
    """Match initials and a surname: 'P. Lane', 'R. J. Daddow', 'A K M Rahman', 'Md. Karim'; never a lettered item."""
    text, start = sentence.text, sentence.starts[number]
    found = INITIALS.match(text, start, sentence.end)
    if not found or NOT_INITIALS.match(text, start):
        return None
    if BEFORE_LETTER.search(text, max(sentence.start, start - 14), start):
        return None
    at = number
    while at < len(sentence.words) and sentence.starts[at] < found.end():
        at += 1
    if at >= len(sentence.words) or (start == sentence.start and NUMBERED.match(text, start, sentence.end)):
        return None
    word = sentence.words[at]
    if word.stop and "thing" not in word.kinds and not _common_family(sentence, at):
        return None
    return foreign_found(sentence, number, at - number + name_run(sentence, at, first_free=True), "initials")


def match_middle_initial(sentence: Scan, number: int) -> Found | None:
    """Match an unknown given name by the initial behind it: 'Gunther B. Olafson'."""
    word = sentence.words[number]
    if word.stop or word.initial or word.kinds or not sentence.adjacent(number, same_line=True):
        return None
    middle = sentence.ends[number + 1]
    if not sentence.words[number + 1].initial or sentence.text[middle : middle + 2] != ". ":
        return None
    count = name_run(sentence, number, first_free=False)
    return foreign_found(sentence, number, count, "middle-initial") if count > 2 else None


def match_patronymic(sentence: Scan, number: int) -> Found | None:
    """Match an unknown given name by the father's behind it: 'Hamad bin Khalifa al-Thani'."""
    word = sentence.words[number]
    if word.stop or word.initial or not PATRONYMIC.match(sentence.text, sentence.ends[number], sentence.end):
        return None
    count = name_run(sentence, number, first_free=False)
    return foreign_found(sentence, number, count, "patronymic") if count > 1 else None


def match_foreign(sentence: Scan, number: int) -> Found | None:
    """Match a name by its parts: a known given name, a Korean or Vietnamese family, two Tibetan words."""
    word = sentence.words[number]
    kinds = word.foreign
    if "korean-family" in kinds or "vietnamese-family" in kinds or "cantonese" in word.surname:
        found = _match_family_first(sentence, number)
        if found:
            return found
    if kinds & MINORITIES:
        count = name_run(sentence, number, first_free=False)
        if count > 1 and sentence.words[number + 1].foreign & kinds:
            return foreign_found(sentence, number, count, "minority")
    minority_next = (
        sentence.adjacent(number, same_line=True) and sentence.words[number + 1].foreign & MINORITIES
    )
    if minority_next and word.surname & {"common", "known"}:
        return _surname_first(sentence, number, 2, "minority-surname")
    if "single" in kinds:
        start, end = sentence.starts[number], sentence.ends[number]
        return Found(start, number + 1, end, "", sentence.surface(number), "minority-single")
    if "given" in kinds:
        count = name_run(sentence, number, first_free=False)
        while count and sentence.words[number + count - 1].initial:
            count -= 1
        if count > 1:
            return foreign_found(sentence, number, count, "given-name")
    return None


def _match_family_first(sentence: Scan, number: int) -> Found | None:
    """Match Korean and Vietnamese names, and any surname before a hyphenated given name."""
    word = sentence.words[number]
    if not sentence.adjacent(number, same_line=True):
        return None
    second = sentence.words[number + 1]
    if second.hyphenated and second.romanised and ("korean-family" in word.foreign or word.surname):
        return _surname_first(sentence, number, 2, "romanised")
    if "vietnamese-family" in word.foreign:
        count = _vietnamese_words(sentence, number)
        if count > 1:
            return _surname_first(sentence, number, count, "vietnamese")
    if "korean-family" in word.foreign and sentence.adjacent(number + 1, same_line=True):
        given = (sentence.words[number + 1], sentence.words[number + 2])
        north = "korean-north" in word.foreign
        schemes = (lexicon().syllables.get(part.low, frozenset()) for part in given)
        if all(found and (north or "korean" in found) for found in schemes):
            return _surname_first(sentence, number, 3, "korean")
    return None


def match_vietnamese(sentence: Scan, number: int) -> Found | None:
    """Match a Vietnamese name of three words or more whose first two could be a Chinese one: 'Mai Xuan Thuc'."""
    word = sentence.words[number]
    if "vietnamese-family" not in word.foreign or not sentence.adjacent(number, same_line=True):
        return None
    count = _vietnamese_words(sentence, number)
    if count < 3 or sentence.words[number + count - 1].pinyin:
        return None  # its last word could be Chinese too: 'Ly Van Minh' is left to the other rules
    return _surname_first(sentence, number, count, "vietnamese")


def _vietnamese_words(sentence: Scan, number: int) -> int:
    """Count the words of a Vietnamese name: 'Pham Minh Chinh', 'Luong Cuong', 'Tô Lâm'.

    Two words are enough where the family is Vietnamese only, or where the name is printed with its accents.
    """
    family, count, accents = sentence.words[number], 1, not sentence.surface(number).isascii()
    distinctive, sure = "vietnamese-distinctive" in family.foreign, False
    native_all = distinctive
    while count < LONGEST_NAME and sentence.adjacent(number + count - 1, same_line=True):
        word = sentence.words[number + count]
        known = "vietnamese-given" in word.foreign
        native = count > 1 and sure and VIETNAMESE.fullmatch(word.low) is not None
        if not known and (word.stop or not (native or (distinctive and len(word.low) <= 6))):
            break
        accents = accents or not sentence.surface(number + count).isascii()
        sure = sure or known
        native_all = native_all and (known or VIETNAMESE.fullmatch(word.low) is not None)
        count += 1
    enough = count > 2 or (count == 2 and (distinctive or accents))
    return count if enough and (sure or accents or (native_all and count > 2)) else 0


def _surname_first(sentence: Scan, number: int, count: int, rule: str) -> Found:
    end = sentence.ends[number + count - 1]
    given = sentence.text[sentence.starts[number + 1] : end]
    return Found(sentence.starts[number], number + count, end, sentence.surface(number), given, rule)


def is_acronym(surface: str) -> bool:
    return len(surface) > 1 and surface.isupper()
