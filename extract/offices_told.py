"""Posts that a report tells beside the people: next to a name in any sentence, or by a verb ('who chairs the Federation')."""

from __future__ import annotations

from collections.abc import Sequence

from extract.bare_posts import posts_beside
from extract.local import Span
from extract.meetings_told import MeetingsTold
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase
from extract.post_words import normal_case, strip_article

OFFICES = {"chairs": "Chair", "heads": "Head", "leads": "Leader", "runs": "Head", "directs": "Director"}


class OfficesTold(MeetingsTold):
    """The posts that one report tells outside its role sentences."""

    def _bare_posts(self) -> None:
        """State the posts that stand beside a name in a sentence without a role.

        All of them for people who have none so far, one that touches the name in front for others too ('Vice Mayor X was the guide').
        """
        none = {key for key in self.people if not self.people.posts(key)}

        def wanted(name: NameSpan, in_front: bool) -> bool:
            key = self.people.find(name)
            return key is not None and (in_front or key in none)

        for view in self.views:
            for entry in posts_beside(self.text, view.chunks, wanted):
                key = self.people.find(entry.name) if entry.name is not None else None
                if key is None or entry.name is None:
                    continue
                if key in none or (entry.start < entry.name.start and self._is_new(key, entry.posts)):
                    at = Span(start=view.sentence.start, end=view.sentence.end)
                    self._posts(key, entry.posts, at)

    def _is_new(self, key: str, posts: Sequence[PostPhrase]) -> bool:
        """Whether none of the titles is one that the person has, or a shorter word for it ('Secretary X' of a deputy secretary)."""
        known = " ".join(post.title.lower() for post in self.people.posts(key))
        return not any(post.title.lower() in known or post.head in known for post in posts)

    def _offices(self) -> None:
        """'Liang, who chairs the Federation', 'Do, who runs the zone': a clause that states a post."""
        for view in self.views:
            chunks = view.chunks
            for at, chunk in enumerate(chunks[:-4]):
                if (
                    chunk.kind != "name"
                    or chunk.name is None
                    or [c.kind for c in chunks[at + 1 : at + 3]] != ["comma", "who"]
                ):
                    continue
                behind = [c for c in chunks[at + 3 : at + 7] if c.kind not in ("adverb", "det")]
                title = OFFICES.get(behind[0].text.lower(), "") if behind else ""
                key = self.people.find(chunk.name)
                if title and key is not None and len(behind) > 1 and behind[1].kind == "body":
                    body = normal_case(strip_article(behind[1].text))
                    at_ = Span(start=view.sentence.start, end=view.sentence.end)
                    self.people.state_post(key, self._stated(title, body, at_))
