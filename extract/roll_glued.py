"""Names and posts of an attendance list that no sign divides: 'Vice Chair Ann Low', 'Carl Moss Deputy Parish Clerk'."""

from __future__ import annotations

import re

from extract.names_printed import lower_words
from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.roll_name_words import INITIAL, PARTICLE, is_given
from extract.roll_names import name_at
from extract.roll_posts import opens_post, post_at, posts_at, roll_titles
from extract.roll_record import Part
from extract.roll_unparted import names_run
from extract.vocabulary import vocabulary

FEWEST = 3  # names of a column


def words_at(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the words; a sign that stands alone is none."""
    return [
        (match.start() + start, match.end() + start) for match in re.finditer(r"\S*\w\S*", text[start:end])
    ]


def run_before_posts(text: str, words: list[tuple[int, int]]) -> tuple[NameSpan, ...]:
    """Read a column of names, then the column of their posts: 'Ann Low Carl Moss Ian Fell Chair Chief Executive Director of Finance'."""
    lows = [text[a:b].lower().strip(".,") for a, b in words]
    heads = [n for n, low in enumerate(lows) if (low,) in vocabulary().titles]
    if len(heads) < 2:
        return ()
    for count in range(heads[0], max(5, heads[0] - 4), -1):
        run = names_run(text, words[0][0], words[count - 1][1])
        if len(run) >= FEWEST and opens_post(text[slice(*words[count])]):
            return run
    return ()


def post_first(text: str, words: list[tuple[int, int]]) -> Part | None:
    """Read a title right before a name, or with its field between: 'Vice Chair Ann Low', 'Union Councillor Carl Moss', 'Commissioners Ann Low'."""
    titles = vocabulary().titles
    lows = [text[a:b].lower().strip(".,").partition("/")[0] for a, b in words]
    heads = [n for n, low in enumerate(lows) if (low,) in titles or low in roll_titles()]
    # 'President Dean Moss': behind a title a word that is one and a first name is a first name
    heads = [n for n in heads if not (n - 1 in heads and is_given(text[slice(*words[n])]))]
    last = max(heads, default=-1)
    if last < 0 or last == len(words) - 1:
        return None
    plural = (lows[last],) in titles and titles[(lows[last],)].plural
    run = names_run(text, words[last + 1][0], words[-1][1])
    if run:
        post = post_at(text, words[0][0], words[last][1])
        return Part(words[0][0], words[-1][1], run, [post] if post else [], prefix=True, plural=plural)
    names = [
        (first, name)
        for first in range(last + 1, len(words))
        if (name := name_at(text, words[first][0], words[-1][1])) is not None
    ]
    whole = [(first, name) for first, name in names if name.style != "single" and _known_first(name)]
    at, name = next(iter(whole or [(f, n) for f, n in names if f == last + 1]), (0, None))
    if name is None or (name.style == "single" and _is_field(text, name)):
        return None
    post = post_at(text, words[0][0], words[at - 1][1])
    if post is None or any(is_given(text[a:b]) for a, b in words[:last]):
        return None
    return Part(words[0][0], words[-1][1], (name,), [post], prefix=True, plural=plural)


def _is_field(text: str, name: NameSpan) -> bool:
    """Whether one word behind a title is its field: 'Vice President Welfare'."""
    return read_word(name.name).stop or name.name.lower() in lower_words(text)


def _known_first(name: NameSpan) -> bool:
    first = name.name.split()[0]
    return bool(name.honorific) or is_given(first) or INITIAL.fullmatch(first) is not None


def name_first(text: str, words: list[tuple[int, int]]) -> Part | None:
    """Read a whole name and, without a sign, its post: 'Carl D. Moss Deputy Parish Clerk'."""
    found: list[tuple[int, NameSpan]] = []
    for count in (2, 3, 4):
        name = name_at(text, words[0][0], words[count - 1][1]) if count < len(words) else None
        plain = name is not None and (count == 2 or _marked(name))
        if name is not None and plain and name.style != "single" and _known_first(name):
            found.append((count, name))
    opened = [(count, name) for count, name in found if opens_post(text[slice(*words[count])])]
    for count, name in [*opened, *found]:
        post = post_at(text, words[count][0], words[-1][1])
        if post is not None and not post.plural:
            return Part(words[0][0], words[-1][1], (name,), posts_at(text, words[count][0], words[-1][1]))
        if opened and text[slice(*words[-1])].lower() in vocabulary().body_heads:
            return Part(words[0][0], words[-1][1], (name,))
    return None


def _marked(name: NameSpan) -> bool:
    """Whether a name of three words or more is one: 'Mary Ann Grant', 'Carl D. Moss', 'Ann de Witt', not 'Ann Moss Corporate'."""
    words = name.name.split()
    small = any(INITIAL.fullmatch(word) or PARTICLE.fullmatch(word) for word in words)
    return small or (len(words) == 3 and is_given(words[1]))
