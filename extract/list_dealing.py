"""'Respectively': one post, or one of the places that a post names, to each of the people who share it."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.list_record import Item
from extract.names_words import is_long_pinyin
from extract.post_bodies import party_committee
from extract.post_phrase import PostPhrase
from extract.post_words import strip_article

SEPARATOR = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
# 'the municipal forestry, agriculture and weather bureaus' are all municipal
LEVEL = re.compile(
    r"(?:[A-Z]\w+ )?(?:provincial|municipal|city|county|district|prefectural) (?=\w)", re.IGNORECASE
)


def rank_in(owners: dict[int, list[int]], block: int, name: int) -> tuple[int, int]:
    sharers = sorted(n for n, blocks in owners.items() if block in blocks)
    return sharers.index(name), len(sharers)


def dealt_out(block: Item, rank: tuple[int, int], respectively: bool) -> list[PostPhrase]:
    """Deal the n-th post or body to the n-th name where 'respectively' or a post of several bodies pairs them.

    Bodies that are not as many as the names are left out: nobody is said to be of all of them.
    """
    place, sharers = rank
    posts = block.posts
    if sharers < 2 or not (respectively or block.bodies):
        return posts
    if respectively and len(posts) == sharers:
        return [posts[place]]
    if len(posts) != 1:
        return posts
    parts = _one_each(block, sharers)
    if parts:
        body = parts[place]
        return [replace(posts[0], body=party_committee(body) if posts[0].head == "secretary" else body)]
    return [replace(posts[0], body="")] if len(block.bodies) > 1 else posts


def _one_each(block: Item, count: int) -> list[str] | None:
    if len(block.bodies) < 2:
        return split_conjunction(block.posts[0].body, count)
    if len(block.bodies) == count:
        return block.bodies
    shared = block.bodies[-1].endswith("s") and " and " in block.bodies[-1]
    return split_conjunction(", ".join(block.bodies), count) if shared else None


def joined_for_dealing(items: list[Item]) -> list[Item]:
    """'A, B and C, respectively head of D, head of E and head of F': blocks of as many posts as there are names are one.

    Names and blocks stand in one run each, in either order; anything else stays as it is.
    """
    kinds = [item.kind for item in items]
    blocks = [n for n, kind in enumerate(kinds) if kind == "post"]
    names = [n for n, kind in enumerate(kinds) if kind == "name"]
    if len(blocks) < 2 or len(names) < 2 or any(kind not in ("post", "name") for kind in kinds):
        return items
    first, last = blocks[0], blocks[-1]
    posts = [post for n in blocks for post in items[n].posts]
    if last - first + 1 != len(blocks) or len(posts) != len(names) or (first and last + 1 < len(items)):
        return items
    chunks = [chunk for n in blocks for chunk in items[n].chunks]
    return [*items[:first], replace(items[first], chunks=chunks, posts=posts, bodies=[]), *items[last + 1 :]]


def of_affiliation(post: PostPhrase, items: list[Item], name: int) -> PostPhrase:
    """'The managers A of the Tarim Mill and B of the Red Willow Company': a shared post of the body behind each name.

    A name without one goes with the next that has one: 'professors A and B of the university'.
    """
    if not post.plural or post.body:
        return post
    for item in items[name:]:
        if item.kind != "name":
            break
        if item.affiliation:
            return replace(post, body=item.affiliation)
    return post


def names_places(body: str) -> bool:
    """Whether a body is two Chinese places or more: 'Suihua and Jiamusi Party'."""
    parts = [part.split(" ", 1)[0] for part in SEPARATOR.split(body)]
    return len(parts) > 1 and all(part.isalpha() and is_long_pinyin(part.lower()) for part in parts)


def split_conjunction(words: str, count: int) -> list[str] | None:
    """Split 'Banks of A, B, and C' into `count` bodies with the head kept; None where it does not come out even."""
    match = re.match(r"(.*?\b(?:of|for)\s+)(.+)$", words)
    head, rest = (match.group(1), match.group(2)) if match else ("", words)
    parts = [strip_article(part) for part in SEPARATOR.split(rest) if part.strip()]
    last = parts[-1].split(" ", 1) if parts else []
    level = LEVEL.match(parts[0]) if parts and last[-1].endswith("s") else None
    lead = level.group() if level else ""
    alone = [parts[0][len(lead) :], *parts[1:-1]] if parts else []
    if not head and len(last) == 2 and all(" " not in part for part in alone):
        # 'Quanzhou and Xiamen Municipal Party Committees': the places share what follows the last
        tail = re.sub(r"(?<=[a-z])s$", "", last[1])
        parts = [f"{lead}{part} {tail}" for part in [*alone, last[0]]]
    return [head + part for part in parts] if len(parts) == count else None
