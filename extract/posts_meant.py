"""Whom a post without a name means: 'the Chairman', 'the President brought together ...'."""

from __future__ import annotations

from functools import cached_property

from extract.folding import fold
from extract.holders import named_holders, the_holder
from extract.invoked import invocation
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase
from extract.seats import Seats

IN_THE_CHAIR = frozenset(["chair", "chairman", "chairwoman", "chairperson"])


class PostsMeant(Seats):
    """The holders of posts that one report names."""

    def _holder(self, post: PostPhrase) -> str | None:
        """The one holder of a post; 'the Chairman' is also whoever was in the chair, if it was one person."""
        key = self.people.holder(post.title, post.body)
        if key is not None or post.body or post.title.lower() not in IN_THE_CHAIR:
            return key
        chairs = {s.person for s in self.statements if s.role == "chaired" and s.rule == "take-chair"} - {""}
        return chairs.pop() if len(chairs) == 1 else None

    @cached_property
    def _holders(self) -> list[tuple[PostPhrase, NameSpan]]:
        return named_holders(self.text, (view.chunks for view in self.views))

    def _named_elsewhere(self, post: PostPhrase, number: int) -> str | None:
        """'The President brought together ...': whom another sentence names beside the post; never the absent, or a doctrine's."""
        if self.chinese:
            return None  # 'the president': of a university here, of the state in the next line
        # the list that the post stands in has already been read: it says nothing more of it
        elsewhere = [
            held for held in self._holders if not (held[0].start < post.end and post.start < held[0].end)
        ]
        name = the_holder(post.title, post.body, elsewhere)
        if name is None or fold(name.name) in self.press:
            return None
        first, last = self.views[0].sentence.start, len(self.text)
        if invocation(self.text, name.start, name.end, first, last):
            return None
        key = self.people.find(name)
        away = any(s.role == "absent" and s.person == key for s in self.statements)
        return None if key is not None and away else self.people.add(name)
