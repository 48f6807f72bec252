"""The post that words of an attendance list name."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.post_phrase import PostPhrase
from extract.post_words import normal_case
from extract.posts import read_post
from extract.roll_record import trimmed
from extract.vocabulary import rows, vocabulary

SMALL = frozenset(["of", "the", "for", "and", "to", "at", "in", "&", "on"])
PRO_TEM = re.compile(r"(Mayor|President|Chair(?:man|person)?|Clerk|Manager) [Pp]ro ?-? ?[Tt]em\.?")
FOOTNOTE = re.compile(r"\d{1,2} (?=[A-Z])")
LONGEST_POST = 14


@lru_cache(maxsize=1 << 12)
def post_at(text: str, start: int, end: int) -> PostPhrase | None:
    """Read the post that the words name: as `read_post` does, with a title in them, none of more than fourteen words."""
    start, end = trimmed(text, start, end)
    if number := FOOTNOTE.match(text, start, end):
        start = number.end()
    words = text[start:end].split()
    if tem := PRO_TEM.fullmatch(text, start, end):
        return PostPhrase(title=f"{tem[1]} Pro Tem", body="", start=start, end=end, head="pro tem")
    if (
        not words
        or len(words) > LONGEST_POST
        or ":" in text[start:end]
        or not all(_fits_post(word) for word in words)
    ):
        return None
    known = roll_titles()
    edges = {words[0].lower().strip(".,"), words[-1].lower().strip(".,")}
    if edges & known and (words[0].lower(),) not in vocabulary().titles:
        title = normal_case(" ".join(words))
        return PostPhrase(title=title, body="", start=start, end=end, head=words[-1].lower())
    post = read_post(text, start, end)
    if post is None and all((piece.lower(),) in vocabulary().titles for piece in words[-1].split("/")):
        title = normal_case(" ".join(words))  # 'Clerk/treasurer'
        return PostPhrase(title=title, body="", start=start, end=end, head=words[-1].split("/")[0].lower())
    return post


def posts_at(text: str, start: int, end: int) -> list[PostPhrase]:
    """Read the posts that the words name: two where 'and' joins two titles ('Clerk and Treasurer'), none where one is plural."""
    whole = post_at(text, start, end)
    if whole is None or whole.plural:
        return []
    for joint in re.finditer(r" (?:and|&) ", text[start:end]):
        left = post_at(text, start, start + joint.start())
        right = post_at(text, start + joint.end(), end)
        if left is not None and right is not None and not (left.plural or right.plural):
            return [left, right]
    return [whole]


def _fits_post(word: str) -> bool:
    """Whether a word can stand in a post: with a capital, or one of the small words and of those that make posts."""
    return not word[:1].islower() or word.lower() in SMALL or opens_post(word)


@lru_cache(maxsize=1)
def roll_titles() -> frozenset[str]:
    """Load the words that name a post in a list of those present, and elsewhere need not."""
    return frozenset(row["word"] for row in rows("roll_titles.csv"))


def opens_post(word: str) -> bool:
    """Tell whether a word makes posts and bodies: 'Deputy', 'Parish', 'Finance'."""
    known = vocabulary()
    return any(
        (low,) in known.titles
        or low in known.title_modifiers | known.body_modifiers
        or low in known.body_heads
        for low in word.lower().strip(".,").split("/")
    )
