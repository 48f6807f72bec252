"""Where the subject of a verb begins behind a preposition: whose members follow, and whose name is not its own."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.delegations import TRAVELLERS

MADE_UP = frozenset({"consisting of", "composed of", "made of", "comprised of"})
OF_WHOM = frozenset({"by", "of", "from", "for", "to", "about"})
MEANT = frozenset({"behalf", "name", "place", "absence", "stead"})


def made_up(chunks: Sequence[Chunk], first: int) -> bool:
    """'A deputation, consisting of A and B, waited upon ...': the members of those who come together are its subject."""
    if " ".join(chunk.text.lower() for chunk in chunks[max(0, first - 2) : first]) not in MADE_UP:
        return False
    owner = next(
        (c for c in reversed(chunks[: first - 2]) if c.kind not in ("comma", "open", "auxiliary")), None
    )
    return owner is not None and TRAVELLERS.search(owner.text) is not None


def behind_holder(chunks: Sequence[Chunk], first: int, comma: int, stop: int) -> int:
    """Where the subject begins behind the first comma of a phrase that opens at `first`.

    'On behalf of the Speaker, Mr. A, Vice Speaker B called': the name behind the first comma is the Speaker's.
    """
    meant = first > 1 and chunks[first - 2].text.lower() in MEANT
    kinds = [chunk.kind for chunk in chunks[comma - 1 : comma + 3]]
    others = any(chunk.kind == "name" for chunk in chunks[comma + 3 : stop])
    return comma + 3 if meant and others and kinds == ["post", "comma", "name", "comma"] else comma + 1


def of_whom(chunks: Sequence[Chunk], stop: int) -> list[Chunk]:
    """The one person behind a preposition whom 'who' goes on with: 'begun by Mayor X, who chaired ...'; [] where none stands there."""
    last = stop - 1
    if last >= 0 and chunks[last].kind == "comma":
        last -= 1
    if last < 1 or chunks[last].kind != "name":
        return []
    first = last
    while first > 0 and chunks[first - 1].kind in ("post", "det"):
        first -= 1
    if first > 1 and [chunk.kind for chunk in chunks[first - 2 : first]] == ["post", "comma"]:
        first -= 2  # 'by the President, X, who ...'
    by = chunks[first - 1] if first else None
    return list(chunks[first : last + 1]) if by is not None and by.text.lower() in OF_WHOM else []


def own_subject(window: Sequence[Chunk]) -> int | None:
    """Where the body that a verb behind a list has of its own begins: '...; the council said', '..., the council said'."""
    at = len(window) - 1
    if at < 2 or window[at].kind != "body":
        return None
    alone = window[at].text.lower().startswith("the ")
    at -= window[at - 1].kind == "det"
    sign = window[at - 1].kind
    return at - 1 if sign == "semicolon" or (sign == "comma" and alone) else None


def plural_subject(window: Sequence[Chunk]) -> int | None:
    """Where the many begin who act behind a list of one: 'chaired by X, the magistrates spoke'."""
    at = len(window) - 1
    if at < 2 or not window[at].plural or [chunk.kind for chunk in window].count("name") != 1:
        return None
    at -= window[at - 1].kind == "det"
    return at - 1 if window[at - 1].kind == "comma" else None
