"""The Party committee of which a secretary, a deputy secretary or a standing committee is, where the report names it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.fuller_names import OF
from extract.posts_before import (
    COMMITTEE,
    DEPUTY,
    Said,
)


def parties_named(said: Sequence[Said]) -> list[str]:
    """List the Party committees whose secretaries are named."""
    found = {
        OF.split(post.body)[-1] if "standing committee" in post.body.lower() else post.body
        for post in said
        if post.body.lower().endswith(("party committee", "committee of the cpc"))
    }
    return sorted(found)


def secretarys_party(post: Said, parties: Sequence[str], before: Sequence[Said]) -> str:
    """Find the Party committee of a secretary who stands without one: that of the level, or for a deputy the one that is named."""
    if post.ranked:
        return f"{post.ranked} Party Committee"
    if post.placed:
        return "Party Committee"
    if not (DEPUTY.match(post.title) or post.title.lower().startswith("deputy")):
        return ""
    named = (
        parties if len(parties) == 1 else parties_named(before)
    )  # of several, the one that was named so far
    return named[0] if len(named) == 1 else ""


def of_party(body: str, parties: Sequence[str]) -> str:
    """Put a standing committee into the Party committee, where there is one only."""
    return f"{body} of the {parties[0]}" if len(parties) == 1 else body


def parties_of_one(key: str, said: Sequence[Said]) -> list[str]:
    """List the Party committees of one person's other posts: 'secretary of the legal committee of the municipal Party committee'."""
    found = {OF.split(post.body)[-1] for post in said if post.key == key}
    return sorted(name for name in found if COMMITTEE.search(name))
