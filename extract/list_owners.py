"""Whose a post is: which blocks of posts of a list belong to which of its names.

A post that touches a name without a comma belongs to that name. Among posts between two commas the list's own style
decides: a list that opens with a post is a prefix list, one that opens with a name and has a post next is a suffix list.
A plural post spans several names, in either order.
"""

from __future__ import annotations

import re

from extract.list_record import Item

# 'four representatives of the members': so many people, none of whom is named
COUNTED = re.compile(
    r"(?:some |about |over |more than |nearly )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) ",
    re.IGNORECASE,
)


NOBODY = -1
"""Under this the blocks that may be of the name on either side: nobody's, and no holder of their own."""
SENT = frozenset(["representative", "delegate"])


def owners_of(items: list[Item], *, respectively: bool = False) -> dict[int, list[int]]:
    """Which blocks of posts belong to which names: name index -> block indices, in printed order; under NOBODY those of no clear owner."""
    names = [number for number, item in enumerate(items) if item.kind == "name"]
    owners: dict[int, list[int]] = {}
    if not names:
        return owners
    prefix = _is_prefix_list(items)
    for number, item in enumerate(items):
        if item.kind != "post":
            continue
        after = next((n for n in names if n > number), None)
        before = next((n for n in reversed(names) if n < number), None)
        touching_last = number > 0 and items[number - 1].kind == "name" and not item.comma_before
        if not touching_last and (_are_many(items, number, before, after) or _is_another(items, number)):
            continue
        touches = _touches(items, number)
        if touches or before is None:
            owner = after
        elif touching_last or after is None:
            owner = before
        else:
            held = [items[block] for block in owners.get(before, [])]
            if prefix and _is_anybodys(items, before, number, after):
                owners.setdefault(NOBODY, []).append(number)
                continue
            owner = _between(items, before, number, after, prefix=prefix, held=held)
        if owner is None:
            continue
        if owner == before and after is None and not touching_last and _are_others(items, number, names):
            owners.setdefault(NOBODY, []).append(number)
            continue
        if not (touches or touching_last) and _crosses_group(items, number, owner):
            continue
        span = _span_of(items, number, owner, names, dealt=respectively)
        if after is None and span == [owner] and _is_crowd(items, number, owners.get(owner, [])):
            continue
        for name in span:
            owners.setdefault(name, []).append(number)
    return owners


def _touches(items: list[Item], number: int) -> bool:
    """Whether no comma divides a block from the name behind it."""
    following = items[number + 1] if number + 1 < len(items) else None
    return following is not None and following.kind == "name" and not following.comma_before


def _are_many(items: list[Item], number: int, before: int | None, after: int | None) -> bool:
    """Whether a plural block stands for people of their own: 'Mayor A and representatives of the banks'."""
    item = items[number]
    if not item.plural:
        return False
    if COUNTED.match(item.chunks[0].text) and not _touches(items, number):
        return True
    if item.behind_and and item.posts[-1].head in SENT and not _touches(items, number):
        return True  # 'Secretary-General A, and representatives from the bureau of B'
    if after is None and (
        item.anded or (item.behind_and and number > 0 and items[number - 1].kind == "post")
    ):
        return True
    following = items[number + 1] if number + 1 < len(items) else None
    if before is not None or following is None or following.kind != "post":
        return False
    # 'the heads of towns and Deputy Mayor A', 'all ministers, Attorney General A': a collective, then a person
    return following.anded or (not following.plural and _touches(items, number + 1))


def _is_crowd(items: list[Item], number: int, held: list[int]) -> bool:
    """'Chief Secretary A, Taluk Panchayat members and others': many, where the one person before has a post in front."""
    item = items[number]
    words = item.chunks[0].text.lower().split()
    last = bool(words) and words[-1] in (
        "members",
        "heads",
        "officials",
        "officers",
        "leaders",
        "representatives",
        "staff",
    )
    return item.plural and last and len(words) > 1 and any(block < number - 1 for block in held)


def _is_another(items: list[Item], number: int) -> bool:
    """'Tan Heng and the Border Guard commander went': right behind a name and 'and', an article begins another person."""
    item = items[number]
    following = items[number + 1].kind if number + 1 < len(items) else ""
    alone = item.anded and number > 0 and items[number - 1].kind == "name" and following != "name"
    return alone and not item.plural and item.chunks[0].text.lower().startswith("the ")


def _between(
    items: list[Item], before: int, number: int, after: int, *, prefix: bool, held: list[Item]
) -> int:
    """Whose a block between two names is that touches neither; `held`: the blocks of the name before it so far."""
    block, last = items[number], after - 1
    if block.part != items[after].part and block.part == items[before].part:
        return before
    if block.part == items[after].part and block.part != items[before].part:
        return after
    if items[after].behind_and and items[after].comma_before:
        return before  # 'A, mayor, and B'
    cut = next((n for n in range(before + 2, after) if items[n].kind == "post" and items[n].behind_and), None)
    if cut is not None and number < cut:
        return before  # 'A, B, chairman of C, and deputy secretary D'
    if cut is not None:
        stated = after + 1 < len(items) and items[after + 1].kind == "post"
        return before if stated else after  # '..., and the mayor of C, D'
    if prefix and not held and number != last and _touches(items, last):
        return before
    if prefix and all(item.plural for item in held) and _ends_with_post(items):
        return before
    return after if prefix else before


def _is_anybodys(items: list[Item], before: int, number: int, after: int) -> bool:
    """'Deputy Secretary A, mayor, B': one title between commas, where every other post touches the name behind it or B has one behind."""
    block = items[number]
    if not (before + 1 == number == after - 1) or len(block.posts) > 1 or block.plural or block.posts[0].body:
        return False
    others = [n for n, item in enumerate(items) if item.kind == "post" and n != number]
    if before - 1 not in others or not _touches(items, before - 1) or " " in block.chunks[0].text:
        return False  # 'National Security Adviser, B' is B's office
    stated = after + 1 in others and not _touches(items, after + 1)
    small = block.chunks[0].text.islower()
    return stated or (small and all(_touches(items, other) for other in others))


def _are_others(items: list[Item], number: int, names: list[int]) -> bool:
    """'Ministers A and B, the Chief of Staff and the Secretary': offices behind names that share a post, not B's alone."""
    first = items[0]
    shared = first.kind == "post" and first.plural and not any(post.generic for post in first.posts)
    run = list(range(1, len(names) + 1))
    return shared and len(names) > 1 and names == run and not items[number].plural


def _ends_with_post(items: list[Item]) -> bool:
    """'City leaders A, B, C, secretary of D, E, mayor': whoever opens a list with a post may close it with posts behind names."""
    return len(items) > 1 and items[-1].kind == "post" and not items[-1].plural and items[-2].kind == "name"


def _is_prefix_list(items: list[Item]) -> bool:
    first = next((item for item in items if item.kind in ("name", "post")), None)
    if first is None or first.kind == "post":
        return True
    # Opens with a name: a suffix list, unless every later post touches the name that follows it.
    posts = [n for n, item in enumerate(items) if item.kind == "post"]
    touching = [
        n
        for n in posts
        if n + 1 < len(items) and items[n + 1].kind == "name" and not items[n + 1].comma_before
    ]
    ends_with_post = items[-1].kind == "post" or (
        items[-1].kind == "group" and len(items) > 1 and items[-2].kind == "post"
    )
    return bool(touching) and not ends_with_post and items.index(first) + 1 not in set(posts) - set(touching)


def _crosses_group(items: list[Item], block: int, owner: int) -> bool:
    low, high = sorted((block, owner))
    return any(items[n].kind in ("group", "pronoun") for n in range(low + 1, high))


def _is_held(item: Item) -> bool:
    """Whether a block names a post: 'the provincial leaders' in front of a name does not."""
    return item.kind == "post" and not all(post.generic for post in item.posts)


def _span_of(items: list[Item], block: int, owner: int, names: list[int], *, dealt: bool) -> list[int]:
    """The names that a block covers: its owner, or, if plural or `dealt` out, the run of bare names that goes with it."""
    if not items[block].plural and not (dealt and len(items[block].posts) > 1):
        return [owner]
    span = []
    if owner > block:
        for name in names:
            if name < owner:
                continue
            if any(items[n].kind != "name" for n in range(owner, name)):
                break
            span.append(name)
    else:
        for name in reversed(names):
            if name > owner:
                continue
            if any(items[n].kind != "name" for n in range(name, owner)):
                break
            span.append(name)
        span.reverse()
    # 'vice governors A, B and Secretary-General C': C has a post of its own and is not reached here,
    # because the block of C stands between; a name that a touching post claims is left out.
    return [
        name for name in span if name == owner or items[name].comma_before or not _is_held(items[name - 1])
    ]
