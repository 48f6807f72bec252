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

_WORD = r"(?:[A-Z][\w’'&.-]*|of|the|and|for|&)"
_HEAD = r"(?:COUNCIL|GOVERNING BODY|BOARD|COMMITTEE|COMMISSION|SENATE|TRUSTEES|REGENTS|SUPERVISORS|SELECTMEN|COMMISSIONERS|ALDERMEN|DIRECTORS|GOVERNORS|AUTHORITY|FORUM|SOCIETY|ASSOCIATION)"
BODY = re.compile(
    rf"(?-i:[A-Z])[\w’'&.-]*(?: {_WORD}){{0,9}}? (?i:{_HEAD})(?: (?:of|OF) (?:the )?{_WORD}(?: {_WORD}){{0,6}})?(?![\w’'])"
)
MINUTED = re.compile(
    r"\b(?:(?:draft |official |unapproved |approved |confirmed |unconfirmed |action |narrative )*(?:minutes|notes|record|proceedings|agenda)(?: of)?(?: (?:the|a|an))?"
    r"|(?:inaugural |organizational |regular |special |annual |monthly |general |emergency |ordinary |extraordinary |adjourned |joint )*(?:meeting|session|workshop)s?(?: of)?(?: the)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b[\s\d,]*|held)\b",
    re.IGNORECASE,
)
"""Words of a heading that are no part of a body's name; put out of sight before it is looked for."""
HELD = re.compile(r"\s+held\s")
SEATED = re.compile(r"(?:Vice[ -])?(?:Chair(?:man|woman|person)?|Mayor|President) [A-Z]", re.IGNORECASE)
NO_BODY = re.compile(r"(?:The |This )?(?:Full|Whole|Entire) ", re.IGNORECASE)


@lru_cache(maxsize=1)
def _headline() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?P<words>[A-Z][^\n.:—–]{3,90}?)(?:[.:]?[ \t]*[—–]|[.:]?[ \t]-|\.?[ \t]*$)", re.MULTILINE
    )


def host_of_record(head: str) -> str:
    """The body whose minutes these are, by a line at their head: the longest that ends with a council and holds no day.

    'ELM CITY COUNCIL', 'Board of Regents', 'Minutes of a regular meeting of the Elm Planning Commission'.
    """
    found: dict[str, None] = {}
    for line in head.splitlines():
        own = MINUTED.sub(lambda m: " " * len(m.group()), line)
        for match in BODY.finditer(own):
            words = match.group().strip()
            address = re.search(r"\d $", own[: match.start()]) is not None  # '4 Elm Road Commissioners:'
            if len(words.split()) > 1 and not (NO_BODY.match(words) or SEATED.match(words) or address):
                found.setdefault(normal_case(words.title() if words.isupper() else words))
    return max(found, key=lambda words: len(words.split()), default="")


def host_in_heading(line: str) -> str:
    """The body that a heading names, '' where it names none: 'HOSPITAL BOARD.—', 'Minutes of the X Parish Council'."""
    match = _headline().match(HELD.split(line, maxsplit=1)[0] if "held" in line else line)
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
