"""What a list is read into: people with their posts, posts that stand for their holders, and collectives."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made

from extract.chunk_record import Chunk
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase

ITEM_KINDS = frozenset({"name", "post", "body", "title-less"})
GLUE_KINDS = frozenset(
    {"affiliation", "comma", "and", "semicolon", "det", "others", "respectively", "open", "close", "pronoun"}
)
LIST_KINDS = ITEM_KINDS | GLUE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person of a list (`name`), a post that stands for its holder (`name` None), or a collective (`group`).

    `affiliation` is the body printed behind the name ('Professor X of the Institute'), `field` the portfolio in brackets there;
    `status` what a list says of one person against its heading: 'absent' among those present, 'attended' among the absent.
    """

    start: int
    end: int
    name: NameSpan | None = None
    posts: tuple[PostPhrase, ...] = ()
    group: str = ""
    pronoun: str = ""
    affiliation: str = ""
    field: str = ""
    status: str = ""


@dataclass(slots=True)
class Item:
    """A name or a block of posts that nothing but 'and' divides.

    `behind_unread`: words that may name somebody stand between it and the item before; `anded`: an 'and' without a comma stands before it, `behind_and`: with or without one; `part` counts the semicolons.
    `bodies`: those of a plural post that names several, one a person ('the presidents of A, B and C county courts').
    `dealt`: the post of one minister under a plural title ('Ministers of Health, A; Trade, B'); `field`: the portfolio in brackets behind a name ('Ministers A (Health) and B (Trade)').
    """

    kind: str
    chunks: list[Chunk] = made(default_factory=list)
    comma_before: bool = True
    anded: bool = False
    behind_and: bool = False
    part: int = 0
    bodies: list[str] = made(default_factory=list)
    posts: list[PostPhrase] = made(default_factory=list)
    affiliation: str = ""
    field: str = ""
    dealt: bool = False
    behind_unread: bool = False

    @property
    def plural(self) -> bool:
        for post in self.posts:  # noqa: SIM110 (no generator: asked of every block several times)
            if post.plural:
                return True
        return False
