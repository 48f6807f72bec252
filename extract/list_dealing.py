"""'Respectively': one post, or one of the places that a post names, to each of the people who share it."""

from __future__ import annotations

import re

from extract.posts import PostPhrase


def rank_in(owners: dict[int, list[int]], block: int, name: int) -> tuple[int, int]:
    sharers = sorted(n for n, blocks in owners.items() if block in blocks)
    return sharers.index(name), len(sharers)


def dealt_out(posts: list[PostPhrase], rank: tuple[int, int], respectively: bool) -> list[PostPhrase]:
    """Deal the n-th post to the n-th name where 'respectively' pairs as many posts as names."""
    place, sharers = rank
    if respectively and sharers > 1 and len(posts) == sharers:
        return [posts[place]]
    if respectively and sharers > 1 and len(posts) == 1:
        parts = split_conjunction(posts[0].body, sharers)
        if parts:
            post = posts[0]
            return [
                PostPhrase(
                    title=post.title,
                    body=parts[place],
                    start=post.start,
                    end=post.end,
                    plural=post.plural,
                    generic=post.generic,
                    head=post.head,
                )
            ]
    return posts


def split_conjunction(words: str, count: int) -> list[str] | None:
    """Split 'Banks of A, B, and C' into `count` bodies with the head kept; None where it does not come out even."""
    match = re.match(r"(.*?\b(?:of|for)\s+)(.+)$", words)
    head, rest = (match.group(1), match.group(2)) if match else ("", words)
    parts = [part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", rest) if part.strip()]
    last = parts[-1].split(" ", 1) if parts else []
    if not head and len(last) == 2 and all(" " not in part for part in parts[:-1]):
        # 'Quanzhou and Xiamen Municipal Party Committees': the places share what follows the last
        tail = re.sub(r"(?<=[a-z])s$", "", last[1])
        parts = [f"{part} {tail}" for part in [*parts[:-1], last[0]]]
    return [head + part for part in parts] if len(parts) == count else None
