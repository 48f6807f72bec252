"""Posts as one report states them: title, body, level and place, completed from what the report says elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from extract.acronyms import written_out
from extract.bodies import body_kind, own_name
from extract.body_shape import shaped
from extract.chunk_record import Chunk
from extract.completing import completed
from extract.countries import country_of
from extract.draft import Draft
from extract.folding import fold
from extract.fuller_names import bodies_in
from extract.host_headings import host_in_heading
from extract.jurisdiction import place_for, settle
from extract.local import Span, StatedPost
from extract.names_span import NameSpan
from extract.own_places import is_pinyin, named_after, place_of_seat, unit_in_heading
from extract.page_owner import of_owner, page_owner
from extract.places import PlaceSpan, places_in
from extract.places_gazetteer import Place, fold_place
from extract.post_phrase import PostPhrase, with_field
from extract.post_settled import INSIDE
from extract.post_sharing import inherited
from extract.post_words import SEAT_LEVELS, level_of, normal_case, strip_article
from extract.posts_before import HERS, Said
from extract.styles import ACADEMIC, OF_A_COUNCIL, style_of
from extract.unnamed import unnamed, unsaid

IMPLIED = frozenset(
    ["provincial", "municipal", "city", "county"]
)  # levels that 'governor', 'mayor', 'magistrate' say
LEVEL_OF_PLACE = {"province": "provincial", "prefecture": "municipal", "county": "county"}


HEADING = 8
"""Lines in which minutes say whose they are."""
OF_NO_LEVEL = frozenset(["university", "enterprise", "hospital"])
"""Kinds of bodies that lie in a city or a county without being of its level."""
NAMESAKES = "two places have this name"
"""Why a place that a post names stays open: the post is of no other place for that."""
HIS = re.compile(r"\b(?:his|her) $")
ITS = re.compile(r"\bits $")
PART_OF = re.compile(r"^party (?:leadership )?group of (?:the )?", re.IGNORECASE)


class Seats(Draft):
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

    def _stated(
        self,
        title: str,
        body: str,
        at: Span,
        said: str = "",
        ranked: str = "",
        shared: bool = False,
        whole: bool = False,
        his: str = "",
    ) -> StatedPost:
        body = shaped(written_out(body, self.acronyms), self._full_names)
        level = said or level_of(body if body else f"{title} {body}") or level_of(title)
        place, reason = "", ""
        sent = country_of(body)  # 'Ambassador to Peru' of China is of China
        named = self._place_in(body if sent else f"{title} {body}", level)
        if named is not None:
            span, found = named
            place, reason = (found.label, "stated") if found else ("", NAMESAKES)
            body = own_name(body, span.name)
            if body and any(fold_place(body) == fold_place(body[a.start : a.end]) for a in places_in(body)):
                body = ""  # 'governor of Fujian': a place is no body
            if not level and body_kind(body) not in OF_NO_LEVEL:
                level = LEVEL_OF_PLACE.get(span.level, "")
        elif own := place_of_seat(title, body):
            place, reason, body = own, "stated", ""
        elif own := named_after(body) if level else "":
            place, reason = ("", "") if self.chinese and is_pinyin(own) else (own, "stated")
        else:
            place = self._reports_own(body, level)
            reason = "report" if place else ""
        reason = reason if place or reason else unsaid(body, level, chinese=self.chinese)
        return StatedPost(
            title=title,
            body=body,
            at=at,
            level=level,
            place=place,
            place_reason=reason,
            ranked=ranked,
            own=shared,
            whole=whole,
            his=his,
        )

    def _place_in(self, words: str, level: str) -> tuple[PlaceSpan, Place | None] | None:
        """The place that the words of a post or a body name: of several the one of the body's own level, else the last.

        'Hong Kong and Macao Affairs Office of Yunnan Province' is of Yunnan; what is between two countries is of neither. The
        second part is None where two places have the name and the report does not tell which.
        """
        spans = places_in(words)
        if not spans or len({span.name for span in spans if span.level == "country"}) > 1:
            return None
        fitting = [span for span in spans if LEVEL_OF_PLACE.get(span.level) == level]
        span = fitting[-1] if fitting else spans[-1]
        return span, settle(span, self.jurisdiction)

    def _reports_own(self, body: str, level: str) -> str:
        """The place of a body that does not name its own: that of the report's unit of the level, or of the minutes' town."""
        place = place_for(level, self.jurisdiction) if level else ""
        own, unit = self._own_unit if self.record and not place and unnamed(body) else ("", "")
        return own if own and level in ("", unit) else place

    @cached_property
    def _own_unit(self) -> tuple[str, str]:
        """The one town or county that the first lines of minutes name, and its level: 'TOWN OF MILBURY' above 'Planning Board'."""
        lines = self.text.splitlines()[:HEADING] if self.record else []
        bodies = [body for line in lines if (body := unit_in_heading(line) or host_in_heading(line))]
        named = {(named_after(body), level_of(body)) for body in bodies if named_after(body)}
        return named.pop() if len(named) == 1 else ("", "")

    @cached_property
    def _full_names(self) -> tuple[str, ...]:
        """The people whom the report names with more than one word."""
        names = {
            name.name for view in self.views for name in view.names if " " in name.name and not name.within
        }
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    @cached_property
    def _owner(self) -> str:
        """The enterprise, university or hospital whose page the report is, or ''."""
        if not self.chinese:
            return ""
        heads = [c for view in self.views if view.sentence.zone == "title" for c in view.chunks]
        return page_owner(self.text, heads)

    @cached_property
    def _bodies_named(self) -> tuple[str, ...]:
        """All bodies that the report names."""
        return bodies_in(chain.from_iterable(view.chunks for view in self.views))

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

    def _of_host(self, post: StatedPost, host: str) -> StatedPost:
        """In minutes the mayor and the county clerk are those of the town or county that met, where its name says which."""
        own, unit = (place, level_of(host)) if (place := named_after(host)) else self._own_unit
        fits = post.level == unit or post.title.lower().endswith("mayor")
        if not own or not post.level or not fits or post.body or post.place or post.place_reason:
            return post
        return replace(post, place=own, place_reason="report")

    def _restated(self, post: StatedPost, title: str, body: str) -> StatedPost:
        """The same post of a fuller body, of the level that this body's words say; a place that was stated stays."""
        new = self._stated(title, body, post.at, level_of(body) or post.level)
        if post.place_reason == "stated" and new.place_reason != "stated":
            new = replace(
                new, place=post.place, place_reason=post.place_reason, level=new.level or post.level
            )
        return new


def title_flags(post: PostPhrase) -> frozenset[str]:
    from extract.vocabulary import vocabulary

    word = vocabulary().titles.get(tuple(post.head.split()))
    return word.flags if word is not None else frozenset()


def _goes_round(chunk: Chunk) -> bool:
    """Whether a verb may have swallowed the body: 'the report of the federation, delivered by'."""
    return chunk.frame is not None and chunk.frame.frame.voice in ("passive", "inverted")
