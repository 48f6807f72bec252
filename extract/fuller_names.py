"""The bodies that a report names, and the one fuller name that it gives of a short one: 'Group' and 'Elm Bank Group'."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from extract.bodies import body_kind
from extract.chunk_record import Chunk
from extract.post_sharing import PARTY_WORDS
from extract.post_words import level_of, normal_case, strip_article

OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
PURPOSE = re.compile(r"\s+(?:for|on)\s+", re.IGNORECASE)
SMALL = re.compile(r"\bthe\s+", re.IGNORECASE)
NAMING = {"body": 0, "affiliation": 0, "post": 1, "gathering": 1}
"""Kinds of chunks that name a body, and the part from which on they do: a post names what it is of."""


def bodies_in(chunks: Iterable[Chunk]) -> tuple[str, ...]:
    """List the bodies that a report names, each with those that it says to be part of: 'the Office of X' gives X as well."""
    out: dict[str, None] = {}
    for chunk in [chunk for chunk in chunks if chunk[0] in NAMING]:
        for body in _parts(chunk.text)[NAMING[chunk.kind] :]:
            out.setdefault(body)
    return tuple(out)


@lru_cache(maxsize=1 << 13)
def _parts(words: str) -> tuple[str, ...]:
    """The whole of 'X of Y of Z', then 'Y of Z', then 'Z'."""
    parts = OF.split(" ".join(strip_article(words).split()))
    return tuple(normal_case(strip_article(" of ".join(parts[first:]))) for first in range(len(parts)))


def fuller(short: str, *, named: Collection[str], stated: Collection[str]) -> str:
    """Find the one fuller name of a body that the report gives, else `short` itself.

    A Party committee, a standing committee or a government is completed only from hosts and posts: 'the Provincial Party
    Committee' in the text is as a rule another than the one whose secretary is named.
    """
    return fullest(short, plain_names(named), plain_names(stated))


def plain_names(names: Collection[str]) -> list[tuple[str, str, str]]:
    """Sort names of bodies, each with its words without articles, and these in small letters."""
    return [(name, plain := _without_the(name), plain.lower()) for name in sorted(names)]


def fullest(short: str, named: Sequence[tuple[str, str, str]], stated: Sequence[tuple[str, str, str]]) -> str:
    """Find the one fuller name of `short`, as `fuller` does, among names that `plain_names` prepared."""
    strict = PARTY_WORDS.search(short) is not None or body_kind(short) in (
        "government",
        "people's congress",
        "parliament",
    )
    for names in (stated,) if strict else (stated, named):
        found = _fuller_in(short, names)
        if found:
            return found
    return short


def _fuller_in(short: str, names: Sequence[tuple[str, str, str]]) -> str:
    part = _without_the(short)
    low = part.lower()
    plain = {plain: name for name, plain, small in names if low in small}
    fits = [name for name in plain if _extends(name, part)]
    top = [name for name in fits if not any(other != name and _extends(other, name) for other in fits)]
    return plain[top[0]] if len({name.lower() for name in top}) == 1 else ""


@lru_cache(maxsize=1 << 13)
def _without_the(name: str) -> str:
    return SMALL.sub("", name)


def _extends(full: str, short: str) -> bool:
    """Whether `full` is a fuller name of `short`: 'X of Y' of 'X', 'Gansu Water Leading Group' of 'Leading Group'."""
    low, part = full.lower(), short.lower()
    if part not in low or low.endswith(f" and {part}"):
        return False  # 'Elm Bank and Harbour Group' are two
    if low.startswith(f"{part} of "):
        return True
    if low == part or (level_of(short) and level_of(full) and level_of(short) != level_of(full)):
        return False
    # 'Standing Committee of the Party Committee' and 'Finance, Elm Council' are parts of the body, not its fuller names
    main = OF.split(low, maxsplit=1)[0]
    if PURPOSE.search(part) is None:  # 'Commission for Discipline Inspection' is named by what it is for
        main = PURPOSE.split(main, maxsplit=1)[0]
    return " of " not in part and main.endswith(f" {part}") and "," not in main
