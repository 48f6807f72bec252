"""What may stand inside a list before a verb and is stepped over: quantities, places, where a collective is from."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.delegations import travels
from extract.side_words import SEPARATORS

NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty"]
)


def seated_in(chunks: Sequence[Chunk], at: int) -> bool:
    """'A in Longhua, B in Weichang and C in Kuancheng listened': the 'in' behind a name whose place ends its part of the list."""
    if chunks[at].text.lower() != "in" or not at or at + 2 >= len(chunks) or chunks[at - 1].kind != "name":
        return False
    return chunks[at + 1].kind in ("title-less", "body") and chunks[at + 2].kind in ("comma", "and", "verb")


def labels(chunks: Sequence[Chunk], at: int) -> bool:
    """'Heads of government of Azerbaijan – X, Belarus – Y': the dash between whose side it is and who stands for it."""
    if at < 1 or at + 1 >= len(chunks) or chunks[at].text not in ("–", "—") or chunks[at + 1].kind != "name":
        return False
    if chunks[at - 1].kind == "post":
        return True
    return chunks[at - 1].kind in ("title-less", "body") and at > 1 and chunks[at - 2].kind in SEPARATORS


def of_many_sides(chunks: Sequence[Chunk], at: int) -> bool:
    """The 'Heads of government of Azerbaijan' before such a dash: whoever stands for another country is not of that one."""
    return chunks[at].kind == "post" and chunks[at].plural and labels(chunks, at + 1)


def whole(chunks: Sequence[Chunk], at: int) -> bool:
    """'X, Y and all members of the committee': all of a collective behind 'and'."""
    if not at or chunks[at].text.lower() != "all" or chunks[at - 1].kind not in SEPARATORS:
        return False
    ahead = [chunk for chunk in chunks[at + 1 : at + 3] if chunk.kind != "det"]
    return bool(ahead) and ahead[0].kind in ("post", "title-less", "others", "body")


def describes(chunks: Sequence[Chunk], at: int) -> bool:
    """'X and a high-ranking delegation': an adjective between an article and a collective behind 'and'."""
    if at < 2 or at + 1 >= len(chunks) or chunks[at - 1].kind != "det" or chunks[at - 2].kind != "and":
        return False
    following = chunks[at + 1]
    group = following.kind in ("body", "post", "title-less") and travels(following)
    return group and chunks[at].text.islower()


def such_as(chunks: Sequence[Chunk], at: int) -> bool:
    return at > 0 and chunks[at].text.lower() == "as" and chunks[at - 1].text.lower() == "such"


def counts(chunks: Sequence[Chunk], at: int) -> bool:
    """'as well as 11 other ministers', 'and six secretaries': the number of a collective."""
    low = chunks[at].text.lower()
    if at + 1 >= len(chunks) or not (low.isdigit() or low in NUMBERS):
        return False
    following = chunks[at + 1]
    return following.kind == "others" or (following.kind == "post" and following.plural)


def of_each(chunks: Sequence[Chunk], at: int) -> int:
    """'secretary of the committee of each township': where 'of each' begins, or 0; those are many, whatever their title's number."""
    each = at > 1 and chunks[at].text.lower() in ("each", "every", "various", "different")
    return (
        at - 1
        if each and chunks[at - 1].text.lower() in ("of", "in", "from") and chunks[at - 2].kind == "post"
        else 0
    )


def of_collective(chunks: Sequence[Chunk], at: int) -> bool:
    """'representatives from several ministries': where the members of a collective come from."""
    before = chunks[at - 1] if at else None
    return (
        before is not None
        and chunks[at].text.lower() in ("from", "of")
        and before.kind in ("post", "title-less")
        and (before.plural or before.text.lower().endswith("s"))
    )


def besides(chunks: Sequence[Chunk], at: int) -> bool:
    """', also a member of ...': an adverb inside an apposition, not the end of the list."""
    return chunks[at].text.lower() in ("also", "concurrently") and at > 0 and chunks[at - 1].kind == "comma"
