"""A post as it is kept, and how its title and its body are joined in print."""

from __future__ import annotations

from dataclasses import dataclass

from extract.post_words import normal_case

SHARED = "="
"""The joint of a body that is that of the post beside it."""
INSIDE = "~"
"""The joint of a level that stands inside its title: 'Acting Town Manager'."""
IN_FRONT = "<"
"""The joint of a body that stands before its title."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Title and body as they are kept; `whole` where the words say all that the post is of: nothing completes it."""

    title: str
    body: str
    whole: bool = False


def titled(title: str, field: str, joint: str) -> str:
    """The title with the field that is part of it, as printed: 'Finance Director', 'Director of Finance'."""
    if joint == IN_FRONT:
        return f"{normal_case(field)} {title}"
    between = f" {joint} " if joint.strip() else joint or ", "
    return f"{title}{between}{normal_case(field)}"
