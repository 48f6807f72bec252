"""Read words that fill a place of an attendance list as one person's name."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names import find_names
from extract.names_lexicon import honorific_pattern, honorifics
from extract.names_made import in_small_letters
from extract.names_printed import printed_small
from extract.names_span import NameSpan, Style
from extract.names_suffix import GENERATION, SUFFIX
from extract.names_words import read_word
from extract.roll_name_words import INITIAL, is_given, make_a_name

COLUMN_GAP = re.compile(r"\S \S*[^\W_]{2,} {3,}\S")
NICKNAME = re.compile(r"\(\w[\w.'’-]*\)|[\"“”]\w[\w.'’ -]*[\"“”]|['‘]\w[\w.-]*['’](?=\s)")
SPLIT_O = re.compile(r"\b([OD])[’'`] (?=[A-Z])()")
SPLIT_DOUBLE = re.compile(
    r"([A-Z][a-z’']+) -([A-Z][a-z’']+)"
)  # a scan that puts a space into 'Davila-Quintero'
AROUND = 40  # letters around a word in capitals that show whether the page prints its names so


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
    if not words or not make_a_name(words, honorific):
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
