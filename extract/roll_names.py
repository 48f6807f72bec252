"""Whether words that fill a place of an attendance list are one person's name, or several names without a sign between them."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names import find_names
from extract.names_lexicon import honorific_pattern, honorifics
from extract.names_listed import MONTH_NAMES
from extract.names_made import in_small_letters
from extract.names_printed import names_body, printed_small
from extract.names_run import FAMILY_WORDS
from extract.names_span import NameSpan, Style
from extract.names_suffix import GENERATION, SUFFIX
from extract.names_words import read_word
from extract.vocabulary import rows, vocabulary

COLUMN_GAP = re.compile(r"\S \S*[^\W_]{2,} {3,}\S")
NICKNAME = re.compile(r"\(\w[\w.'’-]*\)|[\"“”]\w[\w.'’ -]*[\"“”]|['‘]\w[\w.-]*['’](?=\s)")
INITIAL = re.compile(r"[A-Z]{1,2}|(?:[A-Z]\.-?){1,4}[A-Z]?|(?:Chas|Wm|Geo|Jas|Thos|Robt|Edw|Jno|Jos)\.")
PARTICLE = re.compile(
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|bin|binti|al|el|ter|ten|ap|ab|y|St\.?|Ste\.?|Van|Von|De|Del|La|Le|El)"
)
SPLIT_O = re.compile(r"\b([OD])[’'`] (?=[A-Z])()")
SPLIT_DOUBLE = re.compile(
    r"([A-Z][a-z’']+) -([A-Z][a-z’']+)"
)  # a scan that puts a space into 'Davila-Quintero'
WORD = re.compile(r"(?:d['’]|de|van|la|le|O['’])?[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’`-][^\W\d_]+)*")
ACRONYM_JOINED = re.compile(r"[A-Z]{2,}-[A-Z][a-z]")  # 'UC-Sioux Falls'
ADDRESSING = frozenset(["Mr", "Mrs", "Ms", "Miss", "Dr", "Professor", "Prof", "Cllr", "Sir", "Rev"])
AROUND = 40  # letters around a word in capitals that show whether the page prints its names so
MOST = 4  # words of a name, initials and particles apart
AGREED = 0.7  # of the names of a run have a first name that is known


@lru_cache(maxsize=1 << 12)
def name_at(text: str, start: int, end: int) -> NameSpan | None:
    """Read `text[start:end]`, all of it, as one name with its form of address and its suffixes; None where it is none."""
    at = start
    honorific = ""
    while found := honorific_pattern().match(text, at, end):
        form = honorifics().get(found.group().strip()) or honorifics().get(found.group().strip().rstrip("."))
        if form is None or found.end() == at:
            break
        honorific, at = form.normal, found.end()
    if COLUMN_GAP.search(text, at, end):
        return None  # 'Ann Low        Farm Bureau'
    printed = NICKNAME.sub(lambda match: " " * len(match.group()), text[at:end])
    printed = SPLIT_O.sub(r"\1’\2", SPLIT_DOUBLE.sub(_joined, printed))
    # 'John V Farrelly': an initial, no fifth of his name
    cut = next(
        (m for m in SUFFIX.finditer(printed) if m.group().strip() != "V" or m.end() == len(printed)), None
    )
    tail = printed[cut.start() :] if cut else ""
    if cut and SUFFIX.sub("", tail).strip(" .,"):
        return None
    generation = GENERATION.match(tail)
    words = (printed[: cut.start()] if cut else printed).split()
    if not words or not _is_name(words, honorific):
        return None
    around = text[max(0, start - AROUND) : end + AROUND]
    if len(words) == 1 and not honorific and words[0].isupper() and not around.isupper():
        return None  # 'Ann Low, USD'
    if not (honorific or is_given(words[0])) and all(printed_small(text, word.lower()) for word in words):
        return None  # 'Best Regards' where the page writes of the 'best' and of 'regards'
    own = [span for span in find_names(text, start, end) if span.start <= at and span.end >= end - 1]
    if len(own) == 1 and not cut:
        return own[0]
    name = in_small_letters(" ".join(words))
    if generation:
        name = f"{name} {generation.group(1)}"
    last = in_small_letters(words[-1])
    style: Style = "honorific" if honorific else "foreign" if len(words) > 1 else "single"
    if style == "foreign" and all(INITIAL.fullmatch(word) for word in words[:-1]):
        style = "initials"
    return NameSpan(
        start=start,
        end=end,
        surface=text[start:end],
        name=name,
        family="" if style == "single" else last,
        given=in_small_letters(" ".join(words[:-1])),
        style=style,
        rule="list",
        honorific=honorific,
    )


def _joined(match: re.Match[str]) -> str:
    """'Davila -Quintero' is one word where the second half makes no post: 'Low -Chair' is not."""
    return match.group() if read_word(match[2]).office else f"{match[1]}-{match[2]}"


def _is_name(words: list[str], honorific: str) -> bool:
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


@lru_cache(maxsize=1 << 10)
def names_run(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Divide 'Ann Low Carl D. Moss Ian Fell' into its names; nothing where the division is not plain.

    Each name begins with a first name, an initial or a form of address; a name of a first name, initials and one word
    is taken before a longer one. Most of the first names must be known, and no other division may be as good.
    """
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text[start:end])]
    if len(words) < 4:
        return ()
    best: list[tuple[float, int, tuple[NameSpan, ...]] | None] = [None] * (len(words) + 1)
    best[0] = (0.0, 1, ())
    for first in range(len(words)):
        here = best[first]
        if here is None:
            continue
        for width in range(2, 6):
            last = first + width - 1
            if last >= len(words):
                break
            span = name_at(text, start + words[first][0], start + words[last][1])
            if span is None or text[start + words[last][1] - 1] in ",;:":
                continue
            score = here[0] + _likeness(text, span)
            other = best[last + 1]
            if other is None or score > other[0]:
                best[last + 1] = (score, here[1], (*here[2], span))
            elif score == other[0]:
                best[last + 1] = (score, other[1] + here[1], other[2])
    whole = best[len(words)]
    if whole is None or whole[1] > 1 or len(whole[2]) < 2:
        return ()
    known = sum(
        is_given(span.name.split()[0]) or bool(span.honorific) or span.style == "initials"
        for span in whole[2]
    )
    return whole[2] if known >= AGREED * len(whole[2]) else ()


def _likeness(text: str, span: NameSpan) -> float:
    words = span.name.split()
    full = [word for word in words if not (INITIAL.fullmatch(word) or PARTICLE.fullmatch(word))]
    known = is_given(words[0]) or bool(span.honorific) or INITIAL.fullmatch(words[0]) is not None
    return (1.0 if known else 0.0) - (0.0 if len(full) <= 2 else 1.6)
