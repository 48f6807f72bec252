"""Posts as a report words them: what stands behind a name, a style in front of it, 'his' and 'its' in front of the post."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.folding import fold
from extract.local import Span, StatedPost
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase, with_field
from extract.post_settled import INSIDE
from extract.post_sharing import inherited
from extract.post_words import SEAT_LEVELS, normal_case, strip_article
from extract.posts_before import HERS
from extract.seats_completed import SeatsCompleted
from extract.styles import ACADEMIC, OF_A_COUNCIL, style_of
from extract.vocabulary import vocabulary

IMPLIED = frozenset(
    ["provincial", "municipal", "city", "county"]
)  # levels that 'governor', 'mayor', 'magistrate' say
HIS = re.compile(r"\b(?:his|her) $")
ITS = re.compile(r"\bits $")
PART_OF = re.compile(r"^party (?:leadership )?group of (?:the )?", re.IGNORECASE)


class Seats(SeatsCompleted):
    """The posts of the people of one report."""

    def _styled(self, key: str, name: NameSpan, host: str, at: Span, carried: str = "") -> None:
        """'Cllr. Moss' and 'Councillors Moss and Bell' state a seat on the council; 'County Cllr Moss' one on another."""
        title = style_of(self.text, name) or carried
        if title and not any(post.title.endswith(title) for post in self.people.posts(key)):
            own = (title in OF_A_COUNCIL and "Council" in host) or (title in ACADEMIC and host)
            self.people.state_post(key, self._stated(title, host if own else "", at))

    def _posts(self, key: str, posts: Sequence[PostPhrase], at: Span) -> None:
        body = ""
        for post in map(with_field, posts):
            words = post.body
            if not (words or post.whole) and title_flags(post).isdisjoint(("seat", "own")):
                words = inherited(
                    body, post.head
                )  # 'member of X and deputy chief': the second post is of X as well
            body = "" if post.whole else words or body
            self.people.state_post(key, self._phrased(post, words, at, key))

    def _phrased(self, post: PostPhrase, body: str, at: Span, key: str = "") -> StatedPost:
        """'Township head', 'city attorney': a level that the title does not imply is part of it."""
        title = post.title
        if not body and ITS.match(self.text, max(0, post.start - 4), post.start):
            body = self._body_before(post)
        implied = SEAT_LEVELS.get(post.head) == post.level and post.ranked.lower() in IMPLIED
        if post.ranked and not body and not implied and (post.head != "secretary" or not self.chinese):
            first, _, rest = title.partition(" ")
            inside = post.joint == INSIDE and rest
            title = f"{first} {post.ranked} {rest}" if inside else f"{post.ranked} {title}"
        return self._stated(
            title, body, at, post.level, post.ranked, post.own, post.whole, self._whose(post, key)
        )

    def _whose(self, post: PostPhrase, key: str) -> str:
        """'A, director of B, and his chief economist C': A, the last name before the possessive, '' where none stands there."""
        if HIS.match(self.text, max(0, post.start - 4), post.start) is None:
            return ""
        view = self.views[max(0, bisect_right(self.starts, post.start) - 1)]
        names = [name for name in view.names if name.end < post.start and name.style != "single"]
        others = [fold(name.name) for name in names if fold(name.name) != key]
        return others[-1] if others else HERS

    def _body_before(self, post: PostPhrase) -> str:
        """'The report of the federation, delivered by its chairman X': the last body in front of 'its'."""
        view = self.views[max(0, bisect_right(self.starts, post.start) - 1)]
        near = [c for c in view.chunks if c.end < post.start and (c.kind == "body" or _goes_round(c))]
        if not near or near[-1].kind == "verb":
            return ""
        return normal_case(strip_article(PART_OF.sub("", strip_article(near[-1].text))))


def title_flags(post: PostPhrase) -> frozenset[str]:
    """Return what the vocabulary says of the head of a post: 'seat', 'own', 'rank'."""
    word = vocabulary().titles.get(tuple(post.head.split()))
    return word.flags if word is not None else frozenset()


def _goes_round(chunk: Chunk) -> bool:
    """Whether a verb may have swallowed the body: 'the report of the federation, delivered by'."""
    return chunk.frame is not None and chunk.frame.frame.voice in ("passive", "inverted")
