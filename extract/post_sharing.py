"""A body that is said once and goes for two titles: 'vice president and professor of the university'."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.ministries import MINISTERS, is_office
from extract.post_phrase import PostPhrase
from extract.post_settled import SHARED
from extract.vocabulary import vocabulary

PARTY_TITLES = frozenset(["secretary", "member", "chief", "boss", "leader", "head"])
SECRETARIES_GENERAL = frozenset(["secretary-general", "secretary general"])
STANDING = re.compile(r"^standing committee(?:$| of (?:the )?)", re.IGNORECASE)
PARTY_BODIES = frozenset(
    [
        "party committee",
        "party group",
        "party leadership group",
        "leading party group",
        "leading party members group",
        "party branch",
        "party members' group",
        "party leading group",
    ]
)
# the board of a company is no part of its Party committee
BOARD = re.compile(
    r"^(?:supervisory )?board(?: of (?:directors|supervisors))?(?:$| of (?:the )?)", re.IGNORECASE
)
# an office inside the organisation has no Party committee of its own
INSIDE = re.compile(
    r"(?:party and government )?(?:propaganda|publicity|organi[sz]ation|united front|student|academic|teach\w+|human resources|personnel|general)\b"
    r"[\w ]*(?:department|office|division)$",
    re.IGNORECASE,
)
PARTY_WORDS = re.compile(
    r"\b(?:party|cpc|politburo|political bureau|central committee)\b|^standing committee$", re.IGNORECASE
)


def share_body(posts: list[PostPhrase]) -> list[PostPhrase]:
    """Give 'Vice President and Professor of X' its X twice: a bodiless title takes the next post's body.

    Seats (mayor, governor) are complete and take none; nor do generic titles, and posts of a field; a minister shares no ministry.
    """
    vocab = vocabulary()
    out = list(posts)
    for at in range(len(out) - 1):
        out[at] = _of_organisation(out[at], out[at + 1])
    for at in range(1, len(out)):
        out[at] = _of_organisation(out[at], out[at - 1])
    for at in range(len(out) - 2, -1, -1):
        post, following = out[at], out[at + 1]
        word = vocab.titles.get(tuple(post.head.split()))
        complete = word is not None and ({"seat", "generic", "own"} & word.flags)
        if post.head in MINISTERS and not is_office(following.body):
            continue
        if not (post.body or post.whole or following.whole or complete) and following.body:
            out[at] = replace(post, body=following.body, joint=SHARED)
    return out


def _of_organisation(post: PostPhrase, beside: PostPhrase) -> PostPhrase:
    """'Secretary of the Party Group and Director of the Bureau': the Party Group is that of the Bureau."""
    party = post.body.lower() in PARTY_BODIES
    whole = BOARD.sub("", beside.body)
    if not party or not whole or PARTY_WORDS.search(whole) or beside.generic or INSIDE.match(whole):
        return post
    return replace(post, body=f"{post.body} of {whole}")


def inherited(body: str, head: str) -> str:
    """The body that a second title takes from the first: 'member of X and deputy chief' is deputy chief of X.

    A general manager is not the Party committee's, and its secretary is not that of its standing committee.
    """
    if PARTY_WORDS.search(body) is None:
        return body
    office = head in SECRETARIES_GENERAL and body.lower() not in PARTY_BODIES
    if not office and head not in PARTY_TITLES:
        return ""
    return body if head == "member" else STANDING.sub("", body)
