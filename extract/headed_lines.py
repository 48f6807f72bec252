"""A list with one person a line, under a clause that ends with a colon: 'The summit was attended by the following leaders:'.

Each line is a delegation's place, forms of address and offices, a name, and perhaps a post ('Freedonia: H.E. President Ann Moss',
'Sylvania    Hon. Peter Lund, Minister of Trade'), an office and a name ('- Minister of Tourism, Ann Moss;'), or a name
and an office. The first line of another kind ends the list.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.list_record import Entry
from extract.names_lexicon import honorific_pattern
from extract.names_list import listed
from extract.names_scan import scan
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase
from extract.posts import read_post
from extract.vocabulary import vocabulary

BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])?[ \t]*")
PLACE = re.compile(r"[A-Z][\w'’. -]{1,40}?(?:[ \t]*:[ \t]*|[ \t]{3,}|\t[ \t]*)")
SIGN = re.compile(r"[,;(]|$")
TRAIL = re.compile(r"[\s;.,]*$")
SENTENCE = re.compile(r"(?<![\w-])(?:was|were|is|are|has|had|have|will|who|which|that|said)(?![\w-])")
WORD = re.compile(r"[\w'’.-]+")
OFFICE_REACH = 60
LONGEST = 6
TITLES_WIDE = 3


def people_by_line(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    """The people of the lines from `start` on, and where the last of them ends."""
    entries: list[Entry] = []
    at, end = start, start
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        if text[at:stop].strip():
            entry = _entry(text, at, stop)
            if entry is None and not (entries and _goes_on(text, at, stop)):
                break
            if entry is not None:
                entries.append(entry)
                end = stop
        at = stop + 1
    return tuple(entries), end


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether a line only goes on the post of the one before: it is indented deep."""
    return len(text[start:stop]) - len(text[start:stop].lstrip()) > len(" " * 20)


def _entry(text: str, start: int, stop: int) -> Entry | None:
    first = _behind(BULLET, text, start, stop)
    if SENTENCE.search(text, first, stop):
        return None
    stop = start + len(TRAIL.sub("", text[start:stop]))
    place = PLACE.match(text, first, stop)
    opening = place.end() if place else first
    begin, offices = _after_offices(text, opening, stop)
    name = _name(text, begin, _sign(text, begin, stop)) if begin > opening else None
    if name is not None:
        country = place.group().strip(" \t:") if place else ""
        posts = [post for a, b in offices for post in _posts(text, a, b, country)]
        posts += _posts(text, _sign(text, name.end, stop) + 1, stop, "")
        return Entry(start=first, end=stop, name=name, posts=tuple(posts))
    known = _named_first(text, opening, stop, place.group() if place else "")
    known = known or _office_addressed(text, first, stop)
    if known is not None:
        return known
    cut = max(text.rfind(sign, first, stop) for sign in ",;")
    office = read_post(text, first, cut) if cut > first else None
    if office is None or office.plural or office.generic or not text[first : first + 1].isupper():
        return None
    begin, _ = _after_offices(text, cut + 1, stop)
    name = _name(text, begin, stop)
    return Entry(start=first, end=stop, name=name, posts=(office,)) if name is not None else None


def _named_first(text: str, start: int, stop: int, place: str = "") -> Entry | None:
    """'Ann Moss, Secretary for Works', 'Sylvania: Peter Lund, Deputy Minister': a name that an office follows."""
    sign = _sign(text, start, stop)
    posts = _posts(text, sign + 1, stop, place.strip(" \t:")) if sign < stop else ()
    name = _name(text, start, sign) if posts else None
    return Entry(start=start, end=stop, name=name, posts=posts) if name is not None else None


def _office_addressed(text: str, start: int, stop: int) -> Entry | None:
    """'Minister of Legal Affairs the Hon Ann Moss': a form of address parts the office from the name."""
    for address in honorific_pattern().finditer(text, start + 1, stop):
        office = read_post(text, start, address.start())
        begin, _ = _after_offices(text, address.start(), stop)
        name = _name(text, begin, stop) if office and not (office.plural or office.generic) else None
        if office is not None and name is not None and text[start].isupper():
            return Entry(start=start, end=stop, name=name, posts=(office,))
    return None


def _after_offices(text: str, at: int, stop: int) -> tuple[int, list[tuple[int, int]]]:
    """The position behind the forms of address and the offices that open at `at`, and where the offices stand."""
    offices: list[tuple[int, int]] = []
    while at < stop:
        if text[at] in " \t":
            at += 1
            continue
        address = honorific_pattern().match(text, at, stop)
        if address:
            at = address.end()
            continue
        width = _office_width(text[at : min(stop, at + OFFICE_REACH)])
        if not width:
            break
        offices.append((at, at + width))
        at += width
    return at, offices


def _office_width(words: str) -> int:
    """How many letters of `words` are an office: 'Prime Minister', 'Deputy President'; 0 where none opens there."""
    known = vocabulary()
    found = list(WORD.finditer(words))[:TITLES_WIDE]
    lows = [match.group().lower().strip(".") for match in found]
    for count in range(len(found), 0, -1):
        modified = count > 1 and lows[0] in known.title_modifiers and tuple(lows[1:count]) in known.titles
        if modified or tuple(lows[:count]) in known.titles:
            return found[count - 1].end()
    return 0


def _name(text: str, start: int, stop: int) -> NameSpan | None:
    """The name that fills `start:stop`: two to six capitalised words that make no office, body or place."""
    sentence = scan(text, start, stop)
    words = sentence.words
    filled = (
        words
        and not text[start : sentence.starts[0]].strip()
        and not TRAIL.sub("", text[sentence.ends[-1] : stop])
    )
    if not filled or not 2 <= len(words) <= LONGEST or any(word.office for word in words):
        return None
    gaps = [text[a:b] for a, b in zip(sentence.ends, sentence.starts[1:], strict=False)]
    if any(len(gap.strip(" .")) > len("dos") for gap in gaps):
        return None
    return listed(sentence, 0, len(words))


def _posts(text: str, start: int, stop: int, place: str) -> tuple[PostPhrase, ...]:
    post = read_post(text, start, stop) if start < stop else None
    if (
        post is None
        or post.plural
        or post.generic
        or "rank" in vocabulary().titles[tuple(post.head.split())].flags
    ):
        return ()
    return (replace(post, body=post.body or place),)


def _sign(text: str, start: int, stop: int) -> int:
    found = SIGN.search(text, start, stop)
    return found.start() if found else stop


def _behind(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    found = pattern.match(text, start, stop)
    return found.end() if found else start
