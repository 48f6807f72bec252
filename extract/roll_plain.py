"""A part of an attendance list without brackets and remarks: a name, a post, both, or a body."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.roll_glued import name_first, post_first, run_before_posts, words_at
from extract.roll_name_words import is_given
from extract.roll_names import name_at
from extract.roll_posts import LONGEST_POST, SMALL, post_at, posts_at
from extract.roll_record import Part, trimmed
from extract.roll_unparted import names_run
from extract.vocabulary import vocabulary

DIVIDES = re.compile(r"\s+[-–—/|]+\s+|\s*[–—]\s*|\s*[:|/]\s+|\s+/\s*|\t+|\s{3,}|\s*\.{3,}\s*")
HONORED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Cllr|Sir|Rev)\b\.?")
AFFILIATED = re.compile(
    r"(?:[A-Z\d][\w&’'.-]*|of|the|and|for|&|in|at)(?: (?:[A-Z\d][\w&’'.-]*|of|the|and|for|&|in|at)){0,7}"
)


def plain_part(text: str, start: int, end: int) -> Part | None:
    """Read a part without brackets and remarks; None where it is not understood."""
    if start >= end:
        return None
    name = name_at(text, start, end)
    if name is not None:
        return Part(start, end, (name,))
    sign = DIVIDES.search(text, start, end)
    divided = _by_sign(text, start, end, sign.start(), sign.end()) if sign is not None else None
    if divided is not None:
        return divided
    words = words_at(text, start, end)
    if len(words) > LONGEST_POST + 4:
        run = names_run(text, start, end) or run_before_posts(text, words)
        return Part(start, end, run) if run else None
    run = names_run(text, start, end) if len(HONORED.findall(text[start:end])) > 1 else ()
    if run:
        return Part(start, end, run)
    glued = post_first(text, words) or name_first(text, words)
    if glued is not None:
        return glued
    lows = [text[a:b].lower().strip(".,") for a, b in words]
    if _opens_with_body(lows) and AFFILIATED.fullmatch(text, start, end):
        return Part(start, end, aside=True, words=text[start:end])
    post = post_at(text, start, end)
    if post is not None:
        return Part(start, end, (), [post] if post.plural else posts_at(text, start, end), plural=post.plural)
    run = names_run(text, start, end) or run_before_posts(text, words)
    if run:
        return Part(start, end, run)
    heads = vocabulary().body_heads
    if AFFILIATED.fullmatch(text, start, end) and (
        any(low in heads for low in lows) or _shouts(text[start:end])
    ):
        return Part(start, end, aside=True, words=text[start:end])
    return None


def _opens_with_body(lows: list[str]) -> bool:
    """'Board of Regents', 'Division of Statistics': the word before 'of' is a body's."""
    return "of" in lows[1:] and lows[lows.index("of", 1) - 1] in vocabulary().body_heads


def _shouts(words: str) -> bool:
    """Whether the words are acronyms: 'SDSU', 'SDSM&T', 'ELM and OAK'."""
    own = [word for word in re.findall(r"[\w&-]+", words) if word not in SMALL]
    return bool(own) and all(word.isupper() or word[:2].isupper() for word in own)


def _is_affiliation(text: str, start: int, end: int, sign: str) -> bool:
    """Whether the words behind a name and a sign say whom it is of: 'Google', 'Ad hoc committee'; a colon opens a speech."""
    words = text[start:end].split()
    column = len(sign) >= 3 and not sign.strip() and bool(words) and not is_given(words[0])
    if ":" in sign or not words or (not column and name_at(text, start, end) is not None):
        return False
    return AFFILIATED.fullmatch(text, start, end) is not None or words[-1].lower() in vocabulary().body_heads


def _by_sign(text: str, start: int, end: int, left: int, right: int) -> Part | None:
    """A name on one side of a dash, a slash or a colon, its post or affiliation on the other."""
    first, second = trimmed(text, start, left), trimmed(text, right, end)
    name = name_at(text, *first)
    post = post_at(text, *second)
    if name is not None and name.style != "single":
        if post is not None:
            return Part(start, end, (name,), posts_at(text, *second))
        spaced = (
            text[left:right] == " - " and name_at(text, *second) is not None
        )  # 'Ann Low - Moss' for 'Low-Moss'
        if spaced and len(text[slice(*second)].split()) == 1:
            return Part(start, end, (name,))
        return Part(start, end, (name,)) if _is_affiliation(text, *second, text[left:right]) else None
    run = names_run(text, *first)
    if run:
        return Part(start, end, run)
    titled = post_first(text, words_at(text, *first)) if name is None and post is not None else None
    if (
        titled is not None
        and post is not None
        and len(titled.names) == 1
        and not (titled.plural or post.plural)
    ):
        return replace(
            titled, end=end, posts=[*titled.posts, *posts_at(text, *second)]
        )  # 'Chief Ann Low - Chair'
    name, post = name_at(text, *second), post_at(text, *first)
    if name is not None and post is not None and not post.plural:
        return Part(start, end, (name,), [post], prefix=True)
    return None
