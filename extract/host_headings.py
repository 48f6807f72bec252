"""The body that a heading names: 'HOSPITAL BOARD.—The monthly meeting', 'Minutes of the Low Parish Council'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.host_names import host_in_name
from extract.host_words import COUNCILS, LINKS, OF, single_word
from extract.post_words import normal_case
from extract.vocabulary import vocabulary

RECORD = re.compile(
    r"^(?:draft )?(?:minutes|record|proceedings) of (?:the |a )?|\s+(?:draft )?(?:meeting )?minutes$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _headline() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?P<words>[A-Z][^\n.:—–]{3,90}?)(?:[.:]?[ \t]*[—–]|[.:]?[ \t]-|\.?[ \t]*$)", re.MULTILINE
    )


def host_in_heading(line: str) -> str:
    """The body that a heading names, '' where it names none: 'HOSPITAL BOARD.—', 'Minutes of the X Parish Council'."""
    match = _headline().match(re.split(r"\s+held\s", line, maxsplit=1)[0])
    if match is None:
        return ""
    words = RECORD.sub("", match["words"])
    named = host_in_name(words)
    if named:
        return named
    if len(words.split()) > 9 or any(word[:1].islower() and word not in LINKS for word in words.split()):
        return ""
    head = OF.split(words, maxsplit=1)[0].split()[-1]
    return normal_case(words.title() if words.isupper() else words) if _heads(head, words) else ""


def _heads(head: str, words: str) -> bool:
    vocab = vocabulary()
    low = single_word(head)
    first = single_word(re.split(r"\s(?:on|for)\s", words, maxsplit=1)[0].split()[-1])
    return (
        any(w in vocab.body_heads and w not in vocab.place_words for w in (low, first)) or first in COUNCILS
    )
