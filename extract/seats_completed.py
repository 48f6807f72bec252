"""Posts completed when all of a report is read: from its bodies, its hosts, and the owner of the page."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import chain

from extract.completing import completed
from extract.fuller_names import bodies_in
from extract.local import StatedPost
from extract.own_places import named_after
from extract.page_owner import of_owner, page_owner
from extract.post_words import level_of
from extract.posts_before import Said
from extract.seats_stated import NAMESAKES, SeatsStated


class SeatsCompleted(SeatsStated):
    """Posts with the bodies that the rest of one report gives them."""

    def _complete_bodies(self, hosts: dict[str, str]) -> None:
        """Complete the bodies of all posts from what the report says; `hosts`: person -> the host of their meeting."""
        said = self.people.said()
        if not said:
            return
        told = completed(
            [
                Said(
                    key=key,
                    title=post.title,
                    body=post.body,
                    ranked=post.ranked,
                    whole=post.whole,
                    placed=post.whole
                    or post.place_reason == NAMESAKES
                    or (bool(post.place) and post.place_reason == "stated"),
                    own=post.own,
                    his=post.his,
                    at=post.at.start,
                )
                for key, post in said
            ],
            named=self._bodies_named,
            stated={*hosts.values(), *(post.body for _, post in said if post.body)},
            hosts=hosts,
            chinese=self.chinese,
            minutes=self.record,
        )
        for (key, post), (title, body) in zip(said, told, strict=True):
            if self._owner and not (post.place or post.ranked or post.whole):
                body = of_owner(title, body, self._owner)
            new = post if (title, body) == (post.title, post.body) else self._restated(post, title, body)
            if self.record and key in hosts:
                new = self._of_host(new, hosts[key])
            if new is not post:
                self.people.replace_post(key, post, new)

    def _restated(self, post: StatedPost, title: str, body: str) -> StatedPost:
        """The same post of a fuller body, of the level that this body's words say; a place that was stated stays."""
        new = self._stated(title, body, post.at, level_of(body) or post.level)
        if post.place_reason == "stated" and new.place_reason != "stated":
            new = replace(
                new, place=post.place, place_reason=post.place_reason, level=new.level or post.level
            )
        return new

    def _of_host(self, post: StatedPost, host: str) -> StatedPost:
        """In minutes the mayor and the county clerk are those of the town or county that met, where its name says which."""
        own, unit = (place, level_of(host)) if (place := named_after(host)) else self._own_unit
        fits = post.level == unit or post.title.lower().endswith("mayor")
        if not own or not post.level or not fits or post.body or post.place or post.place_reason:
            return post
        return replace(post, place=own, place_reason="report")

    @cached_property
    def _bodies_named(self) -> tuple[str, ...]:
        """All bodies that the report names."""
        return bodies_in(chain.from_iterable(view.chunks for view in self.views))

    @cached_property
    def _owner(self) -> str:
        """The enterprise, university or hospital whose page the report is, or ''."""
        if not self.chinese:
            return ""
        heads = [c for view in self.views if view.sentence.zone == "title" for c in view.chunks]
        return page_owner(self.text, heads)
