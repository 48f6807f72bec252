"""The blocks of posts in a list: what a post, a body or a bracket adds to the block in front of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.list_record import Item
from extract.post_phrase import PostPhrase
from extract.post_words import normal_case, strip_article
from extract.posts import read_post

CROWDS = frozenset(["member", "representative", "delegate", "deputy", "leader"])


def take_bracketed(text: str, items: list[Item], inner: Sequence[Chunk]) -> None:
    """Give a name the posts in parentheses behind it: 'Rao (special envoy, secretary of the board)'."""
    held: list[Item] = []
    for chunk in inner:
        if chunk.kind == "post":
            take_post(text, held, chunk, separator=True, joined=False)
        elif chunk.kind not in ("comma", "and", "semicolon", "det", "body"):
            return
    posts = [post for item in held for post in item.posts if not post.generic]
    if posts:
        items.append(Item("post", list(inner), comma_before=False, posts=posts))


def take_post(text: str, items: list[Item], chunk: Chunk, separator: bool, joined: bool) -> bool:
    """Add the post or body of a chunk to the last block, or begin a new one; tell whether it was of any use."""
    post = read_post(text, chunk.start, chunk.end) if chunk.kind == "post" else None
    last = items[-1] if items else None
    if post is None:
        words = strip_article(text[chunk.start : chunk.end])
        if (
            last is not None
            and last.kind == "post"
            and last.posts
            and not last.posts[-1].body
            and separator
            and not joined
        ):
            # 'Manager, System Open Market Account': the body follows its title after a comma.
            before = last.posts[-1]
            last.posts[-1] = PostPhrase(
                title=before.title,
                body=words,
                start=before.start,
                end=chunk.end,
                plural=before.plural,
                generic=before.generic,
                head=before.head,
            )
            last.chunks.append(chunk)
            return True
        post = _membership(words, chunk)
        if last is not None and _goes_on(last) and (joined or post is None):
            last.bodies = [*(last.bodies or [last.posts[-1].body]), normal_case(words)]
            last.chunks.append(chunk)
            return True
        if post is None:
            return False
        if last is not None and last.plural and joined and last.posts[-1].head == "member":
            last.posts.append(replace(post, plural=True))  # 'members of X and Y'
            last.chunks.append(chunk)
            return True
    # 'heads of towns and Deputy Mayor A': a collective, then a person
    apart = len(items) == 1 and items[0].plural and not post.plural
    if last is not None and last.kind == "post" and joined and not separator and not apart:
        last.posts.append(post)
        last.chunks.append(chunk)
        return True
    alone = joined and not separator
    items.append(
        Item("post", [chunk], comma_before=separator or joined, anded=alone, behind_and=joined, posts=[post])
    )
    return True


def _goes_on(block: Item) -> bool:
    """Whether a body behind a block may be one more of its plural post: of members it is not."""
    return block.plural and bool(block.posts[-1].body) and block.posts[-1].head not in CROWDS


def _membership(words: str, chunk: Chunk) -> PostPhrase | None:
    """'Municipal Standing Committee, Minister X': a body that stands as a post means a member of it."""
    low = words.lower()
    if (
        re.search(r"\b(?:committee|party group|presidium|politburo|political bureau)$", low)
        or "standing committee" in low
    ):
        return PostPhrase(title="Member", body=words, start=chunk.start, end=chunk.end, head="member")
    return None
