"""Blocks of posts in a list that are nobody's who is named: many people, or one more behind 'and'."""

from __future__ import annotations

import re

from extract.list_record import Item

# 'four representatives of the members': so many people, none of whom is named
COUNTED = re.compile(
    r"(?:some |about |over |more than |nearly )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) ",
    re.IGNORECASE,
)
SENT = frozenset(["representative", "delegate"])


def touches_name(items: list[Item], number: int) -> bool:
    """Tell whether no comma divides a block from the name behind it."""
    following = items[number + 1] if number + 1 < len(items) else None
    return following is not None and following.kind == "name" and not following.comma_before


def are_many(items: list[Item], number: int, before: int | None, after: int | None) -> bool:
    """Tell whether a plural block stands for people of their own: 'Mayor A and representatives of the banks'."""
    item = items[number]
    if not item.plural:
        return False
    if COUNTED.match(item.chunks[0].text) and not touches_name(items, number):
        return True
    if item.behind_and and item.posts[-1].head in SENT and not touches_name(items, number):
        return True  # 'Secretary-General A, and representatives from the bureau of B'
    if after is None and (
        item.anded or (item.behind_and and number > 0 and items[number - 1].kind == "post")
    ):
        return True
    following = items[number + 1] if number + 1 < len(items) else None
    if before is not None or following is None or following.kind != "post":
        return False
    # 'the heads of towns and Deputy Mayor A', 'all ministers, Attorney General A': a collective, then a person
    return following.anded or (not following.plural and touches_name(items, number + 1))


def are_of_one(items: list[Item], number: int, owner: int, held: list[int]) -> bool:
    """Tell whether a plural post would go to one person who has another: 'Superintendent A, Heads of all departments' has heads besides.

    'Members of the committee, Secretary A' is how a translation writes of one member.
    """
    item = items[number]
    if not item.plural or any(post.head == "member" or post.generic for post in item.posts):
        return False
    others = [items[block] for block in held] if owner < number else items[number + 1 : owner]
    return any(not post.generic for other in others for post in other.posts)


def are_either_sides(items: list[Item], number: int, held: list[int]) -> bool:
    """Tell whether a plural post stands between a name that has a post and two bare ones: 'A, secretary, members of the group, B, C'."""
    following = [item.kind for item in items[number + 1 : number + 3]]
    stated = any(not post.generic for block in held for post in items[block].posts)
    return items[number].plural and stated and following == ["name", "name"]


def opens_crowd(items: list[Item], number: int, first: int) -> bool:
    """Tell whether offices and many people stand in front of the first name, which has its own post behind: 'the Mayor, Council members, A, Superintendent'."""
    behind = items[first + 1] if first + 1 < len(items) else None
    stated = behind is not None and behind.kind == "post" and behind.comma_before
    if behind is None or not stated or behind.dealt or behind.part != items[first].part:
        return False  # 'Ministers of Information, A; Works, B'
    return items[first].comma_before and any(item.plural for item in items[number:first])


def without_holders(items: list[Item], names: list[int]) -> int:
    """Return where the offices without their holders begin behind a list whose every name has a post in front; its end if nowhere.

    'Collector A, District Officer B, Divisional Officer, CEO of C were present': two offices or more behind the last name.
    """
    behind = [n for n in range(names[-1] + 1, len(items)) if items[n].kind == "post"]
    in_front = all(n and items[n - 1].kind == "post" and touches_name(items, n - 1) for n in names)
    if len(names) < 2 or len(behind) < 2 or not in_front or not items[behind[0]].comma_before:
        return len(items)
    return behind[0]


def is_crowd(items: list[Item], number: int, held: list[int]) -> bool:
    """Tell whether a block is many where the one person before has a post in front: 'Chief Secretary A, Taluk Panchayat members and others'."""
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


def is_another(items: list[Item], number: int) -> bool:
    """Tell whether an article behind a name and 'and' begins another person: 'Tan Heng and the Border Guard commander went'."""
    item = items[number]
    following = items[number + 1].kind if number + 1 < len(items) else ""
    alone = item.anded and number > 0 and items[number - 1].kind == "name" and following != "name"
    return alone and not item.plural and item.chunks[0].text.lower().startswith("the ")


def are_others(items: list[Item], number: int, names: list[int]) -> bool:
    """Tell whether offices stand behind names that share a post: 'Ministers A and B, the Chief of Staff and the Secretary' are not B's alone."""
    first = items[0]
    shared = first.kind == "post" and first.plural and not any(post.generic for post in first.posts)
    run = list(range(1, len(names) + 1))
    return shared and len(names) > 1 and names == run and not items[number].plural
