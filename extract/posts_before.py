"""What the posts before one say of its body: 'A, director of X, and deputy director B', 'A, director of B, and his economist C'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.fuller_names import OF

DEPUTY = re.compile(
    r"^(?:(?:executive|standing|first|second|full-time|assistant|alternate|associate) )*(?:deputy|vice|executive|assistant|alternate)[ -]",
    re.IGNORECASE,
)
COMMITTEE = re.compile(r"\b(?:party|cpc \w+|\w+ cpc) committee$", re.IGNORECASE)
HERS = "the person before"
"""Whose 'his' is where no name stands before it in its sentence."""


class Said(NamedTuple):
    """A post as stated so far: whose (`key`), `ranked` the level printed before the title, `placed` where a place stands for the body, `whole` where its words say all that it is of."""

    key: str
    title: str
    body: str
    ranked: str = ""
    placed: bool = False
    whole: bool = False
    own: bool = False
    his: str = ""
    at: int = 0  # where its sentence begins


def body_of_chief(post: Said, before: Sequence[Said]) -> str:
    """Find the body of the nearest chief of another name: 'A, director of X, and deputy director B'."""
    if not DEPUTY.match(post.title) or post.placed or post.ranked:
        return ""
    head = post.title.split()[-1].split("-")[-1].lower()
    for other in reversed(before):
        if post.at != other.at:
            return ""
        if other.key != post.key and other.title.split()[-1].split("-")[-1].lower() == head:
            return "" if other.placed and not other.body else other.body
    return ""


def body_of_owner(post: Said, before: Sequence[Said]) -> str:
    """Find whose 'his' is: in 'A, director of B; Y, his chief economist' the first body of the person named before."""
    other = next((said.key for said in reversed(before) if said.key != post.key), "")
    if post.his not in (other, HERS):
        return ""
    return next((said.body for said in before if said.key == other and said.body), "")


def deputy_of_chief(post: Said, before: Sequence[Said]) -> tuple[str, str]:
    """Name a bare deputy after the chief: 'X, director of the bureau, was represented by his deputy, Y' has a deputy director of the bureau."""
    chief = next((other for other in reversed(before) if other.key != post.key), None)
    if chief is None or post.at != chief.at or DEPUTY.match(chief.title) or chief.title == "Deputy":
        return post.title, post.body
    return f"Deputy {chief.title}", chief.body


def part_of_owner(body: str, owner: str) -> str:
    """Put a body into that of the post before: 'Member of the Standing Committee of X and head of its Publicity Department'."""
    whole = OF.split(owner, maxsplit=1)[-1] if "standing committee" in owner.lower() else owner
    return f"{body} of the {whole}" if whole and body and " of " not in body else body


def own_committee(before: Sequence[Said], key: str) -> str:
    """Find the Party committee, or its standing committee, in which the report has the same person; '' where there is none."""
    bodies = (said.body for said in reversed(before) if said.key == key)
    return next((body for body in bodies if COMMITTEE.search(body)), "")
