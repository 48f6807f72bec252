"""Posts that a report tells beside the people: next to a name in any sentence, or by a verb ('who chairs the Federation')."""

from __future__ import annotations

from extract.bare_posts import posts_beside
from extract.local import Span
from extract.meetings_told import MeetingsTold
from extract.post_words import normal_case, strip_article

OFFICES = {"chairs": "Chair", "heads": "Head", "leads": "Leader", "runs": "Head", "directs": "Director"}


class OfficesTold(MeetingsTold):
    """The posts that one report tells outside its role sentences."""

    def _bare_posts(self) -> None:
        """State the posts that stand beside a name in a sentence without a role, for people who have none so far."""
        none = {key for key in self.people if not self.people.posts(key)}
        for view in self.views:
            at = Span(start=view.sentence.start, end=view.sentence.end)
            for entry in posts_beside(self.text, view.chunks) if none else ():
                key = self.people.find(entry.name) if entry.name is not None else None
                if key in none:
                    self._posts(key, entry.posts, at)

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
