"""Whose a post is: which blocks of posts of a list belong to which of its names.

A post that touches a name without a comma belongs to that name. Among posts between two commas the list's own style
decides: a list that opens with a post is a prefix list, one that opens with a name and has a post next is a suffix list.
A plural post spans several names, in either order.
"""

from __future__ import annotations

from extract.list_crowds import (
    are_either_sides,
    are_many,
    are_of_one,
    are_others,
    is_another,
    is_crowd,
    opens_crowd,
    touches_name,
    without_holders,
)
from extract.list_record import Item

NOBODY = -1
"""Under this the blocks that may be of the name on either side: nobody's, and no holder of their own."""


def owners_of(items: list[Item], *, respectively: bool = False) -> dict[int, list[int]]:
    """Return which blocks of posts belong to which names: name index -> block indices, in printed order; under NOBODY those of no clear owner."""
    names = [number for number, item in enumerate(items) if item.kind == "name"]
    owners: dict[int, list[int]] = {}
    if not names:
        return owners
    prefix = _is_prefix_list(items)
    loose = without_holders(items, names)
    for number, item in enumerate(items):
        if item.kind != "post" or number >= loose:
            continue
        after = next((n for n in names if n > number), None)
        before = next((n for n in reversed(names) if n < number), None)
        touching_last = number > 0 and items[number - 1].kind == "name" and not item.comma_before
        if not touching_last and (are_many(items, number, before, after) or is_another(items, number)):
            continue
        touches = touches_name(items, number)
        if before is None and not touches and opens_crowd(items, number, names[0]):
            continue
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
        loosely = owner == before and not touching_last
        unclear = _behind_somebody(items, owner, number) or are_either_sides(
            items, number, owners.get(owner, [])
        )
        if loosely and unclear:
            owners.setdefault(NOBODY, []).append(number)
            continue
        if loosely and after is None and are_others(items, number, names):
            owners.setdefault(NOBODY, []).append(number)
            continue
        if not (touches or touching_last) and _crosses_group(items, number, owner):
            continue
        span = _span_of(items, number, owner, names, dealt=respectively)
        held_so_far = owners.get(owner, [])
        if after is None and span == [owner] and is_crowd(items, number, held_so_far):
            continue
        alone = span == [owner] and not (touches or touching_last)
        if alone and are_of_one(items, number, owner, held_so_far):
            continue
        for name in span:
            owners.setdefault(name, []).append(number)
    return owners


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
    if prefix and not held and number != last and touches_name(items, last):
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
    if before - 1 not in others or not touches_name(items, before - 1) or " " in block.chunks[0].text:
        return False  # 'National Security Adviser, B' is B's office
    stated = after + 1 in others and not touches_name(items, after + 1)
    small = block.chunks[0].text.islower()
    return stated or (small and all(touches_name(items, other) for other in others))


def _behind_somebody(items: list[Item], before: int, number: int) -> bool:
    """Whether words that may name somebody stand between a block and the name before it."""
    return any(item.behind_unread for item in items[before + 1 : number + 1])


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
