"""Names behind a title and its portfolio: 'Minister of Public Works Nyoman Sudarsana'.

The words of the portfolio are known words of bodies and offices, right behind a title and 'of' or 'for'; the two to four
capitalised words that follow, up to a sign or a small word, are known as neither. A name that is a place counts for none.
"""

from __future__ import annotations

import re

from extract.names_foreign import foreign_found, name_run
from extract.names_list import listed
from extract.names_scan import Scan, scan
from extract.names_span import NameSpan
from extract.places import find_places
from extract.vocabulary import vocabulary

CLOSED = re.compile(r"\s*(?:$|[,;:.()]|[a-z])")
TITLED = re.compile(
    r"(?s:.*)(?<![\w-])(?P<title>[A-Z][\w-]+) (?:of|for) (?:the )?(?P<words>(?:[\w&'’-]+,? )+)$"
)
LINKS = frozenset(["and", "of", "the", "for", "&"])
REACH = 90


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
    word = sentence.words[number]
    if word.stop or not sentence.words[number - 1].office or not sentence.adjacent(number - 1):
        return 0
    count = name_run(sentence, number, first_free=False)
    if not 2 <= count <= 4 or not CLOSED.match(
        sentence.text, sentence.ends[number + count - 1], sentence.end
    ):
        return 0
    first = sentence.starts[number]
    match = TITLED.match(sentence.text[max(sentence.start, first - REACH) : first])
    if match is None or foreign_found(sentence, number, count, "list") is None:
        return 0
    words = vocabulary()
    if (match["title"].lower(),) not in words.titles:
        return 0
    known = words.body_modifiers | set(words.body_heads) | LINKS
    return count if all(w.strip(",").lower() in known for w in match["words"].split()) else 0
