"""Those who travel together: delegations, teams, missions, named by the noun and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk

TRAVELLERS = re.compile(
    r"\b(?:delegation|deputation|team|group|mission|party|contingent|entourage|column|convoy|procession)s?$",
    re.IGNORECASE,
)
OWNERS = re.compile(r" (?:of|for|to) ")


def travels(group: Chunk) -> bool:
    """Whether the noun of a group is one of people who travel: 'the delegation of the Kingdom of Arcadia'."""
    return TRAVELLERS.search(OWNERS.split(group.text)[0]) is not None


def called_by_delegation(chunks: Sequence[Chunk], at: int) -> bool:
    """'A delegation of the course organised by the academy called on Governor X': nobody of those who came is named."""
    return chunks[at].text.lower().startswith(("called on", "called upon", "met", "paid")) and any(
        chunk.kind in ("body", "title-less", "post") and travels(chunk) for chunk in chunks[:at]
    )


def receives_delegation(chunks: Sequence[Chunk], at: int) -> bool:
    """'received the delegation': guests, though nobody of them is named."""
    following = next((c for c in chunks[at + 1 :] if c.kind != "det"), None)
    if following is None or following.kind != "body":
        return False
    return travels(following)
