"""What stands between two semicolons of an attendance list: people between commas, or one name and all that follows it."""

from __future__ import annotations

from dataclasses import replace

from extract.roll_brackets import BRACKETS
from extract.roll_couples import couple_at
from extract.roll_glued import words_at
from extract.roll_name_words import is_given
from extract.roll_names import name_at
from extract.roll_order import FEW
from extract.roll_pairs import in_turns
from extract.roll_parts import part_at
from extract.roll_posts import opens_post, post_at
from extract.roll_record import Part, trimmed
from extract.roll_runs import by_initials
from extract.roll_signs import signs_in
from extract.vocabulary import vocabulary

NAME = 2  # words of a name before its post
MOST_WORDS = 8  # of an affiliation


def with_affiliation(text: str, start: int, end: int) -> list[Part] | None:
    """Read 'Ann Low, Elm American News' between semicolons: a name whose first word is known, and whom it is of in any words."""
    comma = text.find(",", start, end)
    part = part_at(text, *trimmed(text, start, comma)) if comma > 0 else None
    if part is None or len(part.names) != 1 or not is_given(part.names[0].name.split()[0]):
        return None
    rest = text[comma + 1 : end]
    return [part] if "," not in rest and len(rest.split()) <= MOST_WORDS else None


def name_and_post(text: str, start: int, end: int) -> list[Part] | None:
    """Read 'Lata Low Planning Director' between many semicolons: two words that are a name, known or not, and a post of at least two."""
    words = words_at(text, start, end)
    if len(words) < NAME + 2 or "," in text[start:end] or not opens_post(text[slice(*words[NAME])]):
        return None
    name = name_at(text, words[0][0], words[NAME - 1][1])
    post = post_at(text, words[NAME][0], words[-1][1])
    titled = any(opens_post(text[a:b]) for a, b in words[:NAME])
    if name is None or name.style == "single" or titled or post is None or post.plural:
        return None
    return [Part(start, end, (name,), [post])]


def segment_parts(text: str, start: int, end: int) -> list[Part] | None:
    """Read what stands between two semicolons: divided at commas and 'and', or a name and all that follows it."""
    if turns := in_turns(text, start, end):
        return turns
    if run := by_initials(text, start, end):
        return run
    signs = signs_in(text, start, end, ",a&")
    if len(signs) == 1 and text[signs[0][0]] != ",":
        whole = part_at(text, start, end)
        single = whole is not None and len(whole.names) == 1 and whole.prefix
        if whole is not None and single and _one_post(text, start, whole, signs[0]):
            return [whole]
    parts: list[Part] = []
    at = start
    for stop, following in [*signs, (end, end)]:
        a, b = trimmed(text, at, stop)
        at = following
        if couple := couple_at(text, a, b):
            parts.append(couple)
            continue
        if not text[a:b].strip(" )]"):
            continue
        if signs and (turns := in_turns(text, a, b)):
            parts += turns
            continue
        part = part_at(text, a, b)
        if part is None and (several := _by_brackets(text, a, b)):
            parts += several
            continue
        if part is None:
            parts = []
            break
        if _is_field(part, parts):
            part = Part(a, b, aside=True, words=text[a:b])
        parts.append(part)
    led = len(parts) > FEW and parts[0].plural and bool(parts[1].names) and bool(parts[1].names[0].honorific)
    if parts and (parts[0].names or led or len(parts) == 1 or all(part.aside for part in parts)):
        return parts
    if not signs:
        return _by_brackets(text, start, end)
    first = next((sign for sign in signs if text[sign[0]] == ","), None)
    if first is None:
        whole = part_at(text, start, end)
        return [whole] if whole is not None and len(whole.names) == 1 else None
    return _with_all_behind(text, start, end, first)


def _by_brackets(text: str, start: int, end: int) -> list[Part] | None:
    """'Mr A Low Dr B Moss (Chair) Ms C Bell': names run together, and brackets that tell more of the one before them."""
    parts: list[Part] = []
    at = start
    for stop in [*(found.end() for found in BRACKETS.finditer(text, start, end)), end]:
        a, b = trimmed(text, at, stop)
        at = stop
        if a >= b:
            continue
        part = part_at(text, a, b)
        if part is None or not part.names:
            return None
        parts.append(part)
    return parts if len(parts) > 1 else None


def _is_field(part: Part, before: list[Part]) -> bool:
    """Whether one word behind a post is its field: 'Ann Low, Vice President, Facilities'."""
    single = len(part.names) == 1 and part.names[0].style == "single" and not part.posts
    if not single or not before or before[-1].names:
        return False
    return before[-1].aside or (bool(before[-1].posts) and not before[-1].plural)


def _one_post(text: str, start: int, whole: Part, sign: tuple[int, int]) -> bool:
    """'Vice President Sports and Societies Ann Low': one post with 'and' in it, no name before it and no title behind."""
    before = part_at(text, *trimmed(text, start, sign[0]))
    behind = text[sign[1] :].split(None, 1)[0].lower()
    named = before is not None and any(name.style != "single" for name in before.names)
    return not named and (behind,) not in vocabulary().titles and sign[1] < whole.names[0].start


def _with_all_behind(text: str, start: int, end: int, comma: tuple[int, int]) -> list[Part] | None:
    """'Ann Low, Director, Community Relations': one name and its post, however many commas that has; no further name."""
    part = part_at(text, *trimmed(text, start, comma[0]))
    post = post_at(text, comma[1], end)
    if part is None or len(part.names) != 1 or part.posts or post is None or post.plural:
        return None
    for stop, following in [*signs_in(text, comma[1], end, ","), (end, end)]:
        inner = part_at(text, *trimmed(text, comma[1], stop))
        if inner is not None and inner.names:
            return None
        comma = (stop, following)
    part.posts.append(replace(post, body=post.body.lstrip(", ")))
    part.end = end
    return [part]
