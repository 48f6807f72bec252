"""What the name grammar knows of a word: read once from `extract/rules`, then asked once per spelling."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from extract.vocabulary import rows, vocabulary

GLUED = re.compile(r"([A-Z][a-z]{1,8})([A-Z][a-z]{1,11}(?:[A-Z][a-z]{1,5})?)")
JOINTS = re.compile(r"[-'’‘ʼ´`]")
LONGEST_SYLLABLE = 6
LONGEST_GIVEN = 4
BARRED = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "ħ": "h"})
"""Letters with a bar, which Unicode does not take apart."""
NEVER_GIVEN = frozenset(["function", "word", "province", "world", "nation", "calendar", "thing", "english"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The rule files of names as sets; every key is in lower case without accents, hyphens or apostrophes."""

    surnames: dict[str, frozenset[str]]
    split_surnames: frozenset[str]
    syllables: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    pairs: frozenset[str]
    foreign: dict[str, frozenset[str]]
    stops: frozenset[str]
    offices: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a capitalised word can be. `pinyin`: number of Mandarin syllables, 0 if it is not one or two.

    `romanised`: its hyphenated parts are syllables of some romanisation. `glued`: surname and given name
    printed as one word. `surname`: flags of the surname (scheme and class), empty if it is none. `stop`: no word of a foreign name; `office`: because it makes a post,
    a body or a gathering. `starts`: a name may begin with it.
    """

    low: str
    surname: frozenset[str]
    pinyin: int
    hyphenated: bool
    romanised: bool
    glued: tuple[str, str] | None
    kinds: frozenset[str]
    foreign: frozenset[str]
    stop: bool
    office: bool
    initial: bool
    starts: bool


def plain(word: str) -> str:
    """Fold a word to letters: lower case, no accents, hyphens or apostrophes ('Xing’an' -> 'xingan')."""
    if word.isascii() and word.isalpha():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(BARRED))
    return "".join(letter for letter in decomposed if letter.isalpha()).casefold()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the name rules (once). Raises ValueError where a rule file is ragged."""
    surnames: dict[str, set[str]] = defaultdict(set)
    for row in rows("surnames.csv"):
        surnames[row["surname"]].update([row["scheme"], *row["flags"].split()])
    syllables: dict[str, set[str]] = defaultdict(set)
    for row in rows("syllables.csv"):
        syllables[row["syllable"]].add(row["scheme"])
    kinds: dict[str, set[str]] = defaultdict(set)
    pairs: set[str] = set()
    for row in rows("not_names.csv"):
        if " " in row["text"]:
            pairs.add(row["text"])
        else:
            kinds[row["text"]].add(row["kind"])
    foreign: dict[str, set[str]] = defaultdict(set)
    for row in rows("foreign_names.csv"):
        foreign[row["text"]].add(row["kind"])
    return Lexicon(
        surnames={word: frozenset(flags) for word, flags in surnames.items()},
        split_surnames=frozenset(word for word, flags in surnames.items() if "split" in flags),
        syllables={word: frozenset(schemes) for word, schemes in syllables.items()},
        kinds={word: frozenset(found) for word, found in kinds.items()},
        pairs=frozenset(pairs),
        foreign={word: frozenset(found) for word, found in foreign.items()},
        stops=_offices() | _no_names(kinds),
        offices=_offices(),
    )


def _offices() -> frozenset[str]:
    """Words that end a run of name words because they make a post, a body or a gathering."""
    words = vocabulary()
    heads = {head[0] for head in [*words.titles, *words.gatherings] if len(head) == 1}
    return frozenset(heads | set(words.body_heads) | words.body_modifiers | words.title_modifiers)


def _no_names(kinds: dict[str, set[str]]) -> frozenset[str]:
    ending = {"function", "province", "place", "world", "nation", "calendar", "thing", "english"}
    return frozenset(word for word, found in kinds.items() if found & ending)


@lru_cache(maxsize=1 << 15)
def pinyin_syllables(low: str) -> int:
    """Count the Mandarin syllables of a lower-case word: 1, 2, or 0 where it is neither."""
    syllables = lexicon().syllables
    if "pinyin" in syllables.get(low, ()):
        return 1
    for cut in range(1, min(LONGEST_SYLLABLE, len(low) - 1) + 1):
        if "pinyin" in syllables.get(low[:cut], ()) and "pinyin" in syllables.get(low[cut:], ()):
            return 2
    return 0


@lru_cache(maxsize=1 << 12)
def is_long_pinyin(low: str, most: int = LONGEST_GIVEN) -> bool:
    """Tell whether a word is up to four syllables: a Mongolian name in Chinese spelling ('Dagula')."""
    if pinyin_syllables(low):
        return True
    syllables = lexicon().syllables
    return most > 1 and any(
        "pinyin" in syllables.get(low[:cut], ()) and is_long_pinyin(low[cut:], most - 1)
        for cut in range(1, min(LONGEST_SYLLABLE, len(low) - 1) + 1)
    )


@lru_cache(maxsize=1 << 12)
def only_split(low: str) -> tuple[str, str] | None:
    """Split a name printed as one word ('zhengxin') into surname and given name, if there is one way only."""
    known = lexicon()
    splits = [
        (low[:cut], low[cut:])
        for cut in range(2, len(low))
        if known.surnames.get(low[:cut], frozenset()) & {"common", "known", "double"}
        and "pinyin" in known.surnames[low[:cut]]
        and pinyin_syllables(low[cut:])
    ]
    return splits[0] if len(splits) == 1 else None


def _given_syllables(word: str) -> int:
    parts = [plain(part) for part in JOINTS.split(word)]
    if len(parts) == 1:
        return pinyin_syllables(parts[0])
    return 2 if len(parts) == 2 and all(pinyin_syllables(part) == 1 for part in parts) else 0


def _glued(word: str, known: Lexicon) -> tuple[str, str] | None:
    found = GLUED.fullmatch(word)
    if not found:
        return None
    family, given = found.group(1), found.group(2)
    flags = known.surnames.get(family.lower(), frozenset())
    enough = 1 if "common" in flags else 2
    if "pinyin" not in flags or "rare" in flags or pinyin_syllables(given.lower()) < enough:
        return None
    if known.kinds.get(given.lower(), frozenset()) & NEVER_GIVEN:
        return None
    joined = (family + given).lower()
    if joined in known.kinds or f"{family} {given}".lower() in known.pairs:
        return None
    return family, given


@lru_cache(maxsize=1 << 16)
def read_word(word: str) -> Word:
    """Look a capitalised word up in all lists at once."""
    known = lexicon()
    low = plain(word)
    parts = JOINTS.split(word)
    surname = known.surnames.get(low, frozenset()) if len(parts) == 1 else frozenset()
    kinds = known.kinds.get(low, frozenset())
    foreign = known.foreign.get(low, frozenset())
    glued = _glued(word, known)
    pinyin = _given_syllables(word)
    romanised = len(parts) in (2, 3) and all(plain(part) in known.syllables for part in parts)
    return Word(
        low=low,
        surname=surname,
        pinyin=pinyin,
        hyphenated=len(parts) > 1,
        romanised=romanised,
        glued=glued,
        kinds=kinds,
        foreign=foreign,
        stop=low in known.stops,
        office=low in known.offices,
        initial=len(word) == 1,
        starts=bool(surname or glued or foreign or pinyin == 2 or len(word) == 1 or low in honorific_heads()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """A form of address: `plural` ones are shared by a list of names; `normal` is the singular form."""

    form: str
    plural: bool
    gender: str
    normal: str


@lru_cache(maxsize=1)
def honorifics() -> dict[str, Honorific]:
    """Map every printed form of address to what it means."""
    return {
        row["form"]: Honorific(
            form=row["form"], plural=row["number"] == "plural", gender=row["gender"], normal=row["normal"]
        )
        for row in rows("honorifics.csv")
    }


@lru_cache(maxsize=1)
def honorific_heads() -> frozenset[str]:
    """First words of the forms of address, as `plain` gives them."""
    return frozenset(plain(re.split(r"[ .]", form)[0]) for form in honorifics())


@lru_cache(maxsize=1)
def honorific_pattern() -> re.Pattern[str]:
    """Match a form of address where it stands before a name; the longest form first."""
    forms = sorted(honorifics(), key=lambda form: (-len(form), form))
    alternatives = "|".join(re.escape(form).replace("'", "['’‘]") for form in forms)
    return re.compile(rf"(?:{alternatives})(?:(?<=\.)|(?![^\W_]))(?:\s\((?i:retd|rtd|ret|r)\.?\))?\s{{0,2}}")
