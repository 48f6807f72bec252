"""Names behind a title and its portfolio: 'Minister of Public Works Nyoman Sudarsana', 'Ambassador to Fiji Losa Tuilagi'.

The words of the portfolio are known words of bodies, offices and countries, right behind a title, with or without 'of'; the
two to four capitalised words that follow, up to a sign or a small word, are known as neither. A name that is a place counts
for none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.names_list import listed
from extract.names_places import is_told_place
from extract.names_run import DIRECTIONS, is_acronym, name_run
from extract.names_scan import Scan, scan
from extract.names_span import NameSpan
from extract.office_words import LINKS, is_office_word, is_titled
from extract.places import find_places
from extract.vocabulary import vocabulary

CLOSED = re.compile(r"\s*(?:$|[,;:.()]|[a-z])")
PORTFOLIO = re.compile(r"(?:[\w&'’-]+,? )+$")
BEFORE_COMMA = re.compile(r"(?P<words>(?:[\w&'’-]+,? )*[\w&'’-]+)(?: \([A-Z]{2,6}\))?, $")
OPENING = re.compile(
    r"(?:^|[;:]\s*(?:and )?|\b[Tt]he )(?P<words>(?:[\w&'’-]+ ){0,5}[\w&'’-]+)(?: \([A-Z]{2,6}\))?, $"
)
AFTER_OFFICE = re.compile(
    r"\s*(?:$|[,;.)]|and\b|as well as\b|(?:is|are|was|were|has|had|[a-z]+ed|said|told)\b)"
)
OURS = re.compile(r" (?:to (?:our|this|the|his|her) country|of (?:the|our) capital(?: city)?) ")
REACH = 110


def titled_names(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the names behind a title with its portfolio in `text[start:end]`."""
    sentence = scan(text, start, end)
    found = []
    number = 1
    while number < len(sentence.words):
        count = _count(sentence, number)
        if count:
            found.append(listed(sentence, number, count))
        number += max(1, count)
    return tuple(span for span in found if not find_places(text, span.start, span.end))


def _count(sentence: Scan, number: int) -> int:
    """How many words from `number` on are a name, 0 where none begins."""
    word, before = sentence.words[number], sentence.words[number - 1]
    if word.stop or word.initial:
        return 0
    if not sentence.adjacent(number - 1) and not OURS.fullmatch(
        sentence.text, sentence.ends[number - 1], sentence.starts[number]
    ):
        return 0
    if not (
        before.stop
        or _of_acronym(sentence, number - 1)
        or (number > 1 and is_told_place(sentence, number - 1))
        or _of_direction(sentence, number - 1)
    ):
        return 0
    if before.office and is_told_place(sentence, number):
        return 0  # 'Deputy Commissioner Sialkot Tahir Farooq'
    count = name_run(sentence, number, first_free=False)
    if not 2 <= count <= 4 or not CLOSED.match(
        sentence.text, sentence.ends[number + count - 1], sentence.end
    ):
        return 0
    first = sentence.starts[number]
    match = PORTFOLIO.search(sentence.text[max(sentence.start, first - REACH) : first])
    return count if match is not None and is_titled(match.group().split()) else 0


def _of_acronym(sentence: Scan, number: int) -> bool:
    """Whether a word is the body in 'Additional Secretary of ERD'; 'Minister AHM Kamal' has initials."""
    surface = sentence.surface(number)
    before = sentence.text[
        max(sentence.start, sentence.starts[number] - len(" for ")) : sentence.starts[number]
    ]
    behind = number + 1 < len(sentence.words) and is_acronym(sentence.surface(number + 1))
    return (
        is_acronym(surface) and len(surface) > len("UN") and before.endswith((" of ", " for ")) and not behind
    )


def _of_direction(sentence: Scan, number: int) -> bool:
    """Whether a word is the second of a place such as 'Central Kalimantan'."""
    return (
        number > 0
        and sentence.words[number - 1].low in DIRECTIONS
        and sentence.adjacent(number - 1, same_line=True)
    )


def behind_office(sentence: Scan, number: int) -> bool:
    """Whether a title with its portfolio stands right before word `number`: 'Minister for Science and Technology'."""
    first = sentence.starts[number]
    match = PORTFOLIO.search(sentence.text[max(sentence.start, first - REACH) : first])
    if match is None:
        return False
    words = match.group().split()
    if words[-1].lower() in LINKS:
        return False  # 'Minister for Ports': what follows is the portfolio
    # 'Minister for Colonies': one word of the portfolio may be unknown
    unknown = len(words) > 2 and words[-2].lower() in ("for", "of") and words[-1].istitle()
    return is_titled(words) or (unknown and (words[-3].lower(),) in vocabulary().titles)


def held_by(text: str, start: int, candidates: Sequence[NameSpan]) -> tuple[NameSpan, ...]:
    """Choose those behind an office and a comma: 'Secretary to the Government of the Federation (SGF), Bola Mustafa'."""
    return tuple(
        span
        for span in candidates
        if len(span.name.split()) > 1
        and AFTER_OFFICE.match(text, span.end)
        and _office_before(text[max(start, span.start - REACH) : span.start])
        and not find_places(text, span.start, span.end)
    )


def _office_before(words: str) -> bool:
    match = BEFORE_COMMA.search(words) if words.rstrip("\n").endswith(", ") else None
    office = match["words"].split() if match is not None else []
    if len(office) > 2 and office[-2].lower() == "of" and office[-1].istitle():
        office = [*office[:-2], "of"]  # 'the Emir of Kano, ': what it is of need not be known
    return is_titled(office) or opens_with_office(words)


def opens_with_office(words: str) -> bool:
    """Whether an office and a comma end the words that opens a sentence or an item, or has an article: '; Vice President, '."""
    match = OPENING.search(words)
    if match is None:
        return False
    office = match["words"].split()
    return (office[-1].lower(),) in vocabulary().titles and all(is_office_word(word) for word in office)


def under_plural(text: str, start: int, at: int) -> bool:
    """Whether a plural office with its portfolio stands right before `at`: 'Ministers of Interior, A; Power, B'."""
    match = PORTFOLIO.search(text[max(start, at - REACH) : at])
    for word in reversed(match.group().split() if match is not None else []):
        title = vocabulary().titles.get((word.strip(",").lower(),))
        if title is not None and title.plural:
            return True
        if not is_office_word(word):
            return False
    return False
