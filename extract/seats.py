"""Posts as one report states them: title, body, level and place, completed from what the report says elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from extract.acronyms import written_out
from extract.bodies import own_name
from extract.draft import Draft
from extract.jurisdiction import place_for, settle
from extract.local import Span, StatedPost
from extract.names import NameSpan
from extract.places import Place, PlaceSpan, find_places, fold_place
from extract.posts import PostPhrase, level_of

ACADEMIC = frozenset({"Professor", "Academician"})
LEVEL_OF_PLACE = {"province": "provincial", "prefecture": "municipal", "county": "county"}
STYLES = {
    "cllr": "Councillor",
    "cr": "Councillor",
    "councillor": "Councillor",
    "councilor": "Councilor",
    "alderman": "Alderman",
    "county councillor": "County Councillor",
    "county cllr": "County Councillor",
    "cllrs": "Councillor",
    "councillors": "Councillor",
    "senator": "Senator",
    "professor": "Professor",
    "prof": "Professor",
    "academician": "Academician",
    "mayor": "Mayor",
}


class Seats(Draft):
    """The posts of the people of one report."""

    def _styled(self, key: str, name: NameSpan, host: str, at: Span) -> None:
        """'Cllr. Moss' and 'Councillors Moss and Bell' state a seat on the council."""
        title = STYLES.get(name.honorific.lower().strip(". "), "")
        if title and not self.people.posts(key):
            self.people.state_post(
                key, self._stated(title, host if "Council" in host or title in ACADEMIC else "", at)
            )

    def _posts(self, key: str, posts: Sequence[PostPhrase], at: Span) -> None:
        body = ""
        for post in posts:
            words = post.body
            if not words and body and "seat" not in title_flags(post):
                words = body  # 'member of X and deputy chief': the second post is of X as well
            body = words or body
            self.people.state_post(key, self._stated(post.title, words, at, post.level))

    def _stated(self, title: str, body: str, at: Span, said: str = "") -> StatedPost:
        body = written_out(body, self.acronyms)
        level = said or level_of(body if body else f"{title} {body}") or level_of(title)
        place, reason = "", ""
        named = self._place_in(f"{title} {body}", level)
        if named is not None:
            span, found = named
            place, reason = (found.label, "stated") if found else ("", "two places have this name")
            body = own_name(body, span.name)
            if body and any(
                fold_place(body) == fold_place(body[a.start : a.end]) for a in find_places(body, 0, len(body))
            ):
                body = ""  # 'governor of Fujian': a place is no body
            level = level or LEVEL_OF_PLACE.get(span.level, "")
        elif level:
            place = place_for(level, self.jurisdiction)
            reason = "report" if place else ""
        return StatedPost(title=title, body=body, at=at, level=level, place=place, place_reason=reason)

    def _place_in(self, words: str, level: str) -> tuple[PlaceSpan, Place | None] | None:
        """The place that the words of a post or a body name: of several the one of the body's own level, else the last.

        'Hong Kong and Macao Affairs Office of Yunnan Province' is of Yunnan. The second part is None where two
        places have the name and the report does not tell which.
        """
        spans = find_places(words, 0, len(words))
        if not spans:
            return None
        fitting = [span for span in spans if LEVEL_OF_PLACE.get(span.level) == level]
        span = fitting[-1] if fitting else spans[-1]
        return span, settle(span, self.jurisdiction)

    def _complete_bodies(self, hosts: tuple[str, ...]) -> None:
        """'Director of the National Security Committee': complete a body from the one fuller name on the page."""
        names = set(hosts)
        for key in self.people:
            names |= {post.body for post in self.people.posts(key) if post.body}
        for key in self.people:
            posts = []
            for post in self.people.posts(key):
                fuller = sorted(n for n in names if _extends(n, post.body, hosts)) if post.body else []
                body = fuller[0] if len(fuller) == 1 else post.body
                posts.append(self._stated(post.title, body, post.at) if body != post.body else post)
            self.people.replace_posts(key, posts)


def _extends(full: str, short: str, hosts: tuple[str, ...]) -> bool:
    """Whether `full` is a fuller name of `short`: 'X of Y' of 'X'; the host 'Gansu Water Leading Group' of 'leading group'."""
    low, part = full.lower(), short.lower()
    if low.startswith(f"{part} of "):
        return True
    # 'Standing Committee of the Gansu Party Committee' is a part of the Party Committee, not its fuller name
    front = low.removesuffix(f" {part}")
    return full in hosts and len(part.split()) > 1 and front != low and " of " not in f"{front} "


def title_flags(post: PostPhrase) -> frozenset[str]:
    from extract.vocabulary import vocabulary

    word = vocabulary().titles.get(tuple(post.head.split()))
    return word.flags if word is not None else frozenset()
