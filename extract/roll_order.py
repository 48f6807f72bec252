"""Whose the posts are that stand beside names in a line of an attendance list."""

from __future__ import annotations

from dataclasses import replace

from extract.roll_record import Part

FEW = 2  # names: a list of bare surnames has at least so many, one that a title leads has more


def in_order(parts: list[Part]) -> list[Part] | None:
    """Give posts of their own to the names before them; None where a post stands before any name."""
    while parts and parts[0].aside:
        parts = parts[1:]
    if len(parts) > FEW and parts[0].plural and not parts[0].names:
        parts = _led(parts[0], parts[1:])
    if not parts or not parts[0].names:
        return None
    if any(part.plural and not part.names for part in parts):
        return _shared(parts)
    suffix = not parts[0].prefix and not parts[-1].names and not parts[-1].aside
    if suffix and any(part.prefix for part in parts):
        return _moved(parts)
    return parts


def _led(first: Part, rest: list[Part]) -> list[Part]:
    """'Councillors, Mr A Low (Chair), Mrs B Moss': a title before a comma is that of all behind it but the staff."""
    lead = replace(first.posts[0], plural=False)
    held = [[post.head for post in part.posts] for part in rest]
    return [
        replace(part, posts=[lead, *part.posts])
        if part.names and all("chair" in head for head in heads)
        else part
        for part, heads in zip(rest, held, strict=True)
    ]


def _shared(parts: list[Part]) -> list[Part] | None:
    """'Ann Low, Carl Moss and Ian Fell, Alternate Members': a post in the plural that ends the line is that of all its bare names."""
    post = parts[-1].posts[0] if parts[-1].plural and not parts[-1].names else None
    held = any(part.posts for part in parts[:-1])
    if post is None or held or len(parts) < FEW + 1 or not all(part.names for part in parts[:-1]):
        return None
    return [replace(part, posts=[replace(post, plural=False)]) for part in parts[:-1]]


def _moved(parts: list[Part]) -> list[Part]:
    """'Ann Low, Clerk Carl Moss, Treasurer': in a list that ends with a post, a title before a name belongs to the one before it."""
    out: list[Part] = []
    for part in parts:
        if part.prefix and out:
            out[-1].posts += part.posts
            out.append(replace(part, posts=[], prefix=False, plural=False))
        else:
            out.append(part)
    return out
