"""The items of a list: its names and its blocks of posts, and what divides them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.list_blocks import take_bracketed, take_post
from extract.list_dealing import names_places
from extract.list_fields import field_in, next_field
from extract.list_record import Item
from extract.places_gazetteer import places_named
from extract.post_sharing import share_body
from extract.post_words import normal_case, strip_article
from extract.posts import read_post
from extract.vocabulary import vocabulary


def items_of(text: str, chunks: Sequence[Chunk]) -> list[Item]:
    """Read the items of a list's chunks, in order, each with what stands in front of it."""
    items: list[Item] = []
    separator = True  # a comma, a semicolon or nothing yet
    joined = False  # an 'and'
    part = 0
    unread = ""  # words that are neither a name nor a body that is known: perhaps somebody
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "open":
            stop = _skip_parenthesis(chunks, at)
            if items and items[-1].kind == "name":
                items[-1].field = field_in(text, chunks[at + 1 : stop - 1])
                take_bracketed(text, items, chunks[at + 1 : stop - 1])
            at = stop
            continue
        if chunk.kind in ("comma", "semicolon"):
            part += chunk.kind == "semicolon"
            separator, joined = True, False
        elif chunk.kind == "and":
            joined = True
        elif chunk.kind == "others":
            at = _take_group(text, items, chunks, at)
            separator, joined = True, False
            continue
        elif chunk.kind == "name":
            items.append(
                Item("name", [chunk], comma_before=separator or joined, behind_and=joined, part=part)
            )
            separator, joined, unread = False, False, ""
        elif chunk.kind == "affiliation":
            _affiliate(text, items, chunk)
        elif chunk.kind == "pronoun":
            items.append(Item("pronoun", [chunk], comma_before=separator))
            separator = joined = False
        elif (found := next_field(text, items, chunks, at)) is not None:
            post, stop = found
            items.append(
                Item("post", list(chunks[at:stop]), part=part, behind_and=joined, posts=[post], dealt=True)
            )
            separator, joined, at = True, False, stop
            continue
        elif chunk.kind in ("post", "body", "title-less"):
            held = len(items)
            used = take_post(text, items, chunk, separator, joined)
            if len(items) > held:
                # 'mayor of Springfield, Illinois, and president of B'
                items[-1].part, items[-1].behind_unread = part, bool(unread) and (" " in unread or not joined)
            if not used and separator and _may_name(chunk.text):
                unread = chunk.text
            separator = joined = False
        at += 1
    _part_first(items)
    for item in items:
        if item.kind == "post":
            if item.plural and not item.bodies and names_places(item.posts[-1].body):
                item.bodies = [item.posts[-1].body]
            item.posts = share_body(item.posts)
    return items


def _may_name(words: str) -> bool:
    """'..., Parks Tau, president of B': up to three capitalised words between commas that make no body or place may be somebody."""
    parts = words.split()
    if len(parts) > 3 or parts[-1].lower() in vocabulary().body_heads or places_named(words):
        return False
    return all(part[0].isupper() and part.isalpha() and not part.isupper() for part in parts)


def _part_first(items: list[Item]) -> None:
    """'A, chair of B and president C': the first of two posts between two people is of the first, who has no other."""
    if len(items) < 3 or [item.kind for item in items[:3]] != ["name", "post", "name"]:
        return
    block = items[1]
    if block.comma_before and not items[2].comma_before and len(block.posts) == len(block.chunks) > 1:
        own = Item("post", block.chunks[:-1], part=block.part, posts=block.posts[:-1])
        items[1:2] = [own, replace(block, chunks=block.chunks[-1:], posts=block.posts[-1:], behind_and=True)]


def _affiliate(text: str, items: list[Item], chunk: Chunk) -> None:
    """Give the body behind a name to the bodiless title that touches the name in front."""
    if items and items[-1].kind == "name":
        items[-1].affiliation = normal_case(strip_article(chunk.text))
    if len(items) < 2 or items[-2].kind != "post" or items[-1].comma_before or not items[-2].posts:
        return
    last = items[-2].posts[-1]
    if not last.body and not last.plural:
        items[-2].posts[-1] = replace(last, body=normal_case(strip_article(chunk.text)))


def _skip_parenthesis(chunks: Sequence[Chunk], at: int) -> int:
    for stop in range(at + 1, min(len(chunks), at + 12)):
        if chunks[stop].kind == "close":
            return stop + 1
    return at + 1


def _named_members(text: str, items: list[Item], chunk: Chunk) -> None:
    """'A, B and other members of C': those who are named are members of C as well."""
    post = read_post(text, chunk.start, chunk.end) if chunk.kind == "post" else None
    if post is not None and post.plural and not post.generic and post.body:
        items.append(Item("post", [chunk], comma_before=False, posts=[post]))


def _take_group(text: str, items: list[Item], chunks: Sequence[Chunk], at: int) -> int:
    """'and other provincial leaders' is one collective; a bare 'and others' adds nobody who can be counted."""
    stop = at + 1
    while stop < len(chunks) and chunks[stop].kind in ("post", "body", "title-less", "and"):
        stop += 1
    while stop > at + 1 and chunks[stop - 1].kind == "and":
        stop -= 1
    following = chunks[at + 1 : stop]
    singular = (
        following and following[0].kind == "post" and not following[0].plural and not following[0].generic
    )
    if following and not singular and chunks[at].text.lower() in ("other", "further"):
        if stop < len(chunks) and chunks[stop].kind == "name":
            return at + 1
        if items and all(item.kind == "name" for item in items):
            _named_members(text, items, following[0])
        items.append(Item("group", list(chunks[at:stop])))
        return stop
    return at + 1
