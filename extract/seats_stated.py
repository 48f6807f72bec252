"""A post as a report states it: title, body, level, and the place that its words name or that of the report's own organs."""

from __future__ import annotations

from functools import cached_property

from extract.acronyms import written_out
from extract.bodies import body_kind, own_name
from extract.body_shape import shaped
from extract.countries import country_of
from extract.draft import Draft
from extract.host_headings import host_in_heading
from extract.jurisdiction import place_for, settle
from extract.local import Span, StatedPost
from extract.own_places import is_pinyin, named_after, place_of_seat, unit_in_heading
from extract.places import PlaceSpan, places_in
from extract.places_gazetteer import Place, fold_place
from extract.post_words import level_of
from extract.unnamed import unnamed, unsaid

LEVEL_OF_PLACE = {"province": "provincial", "prefecture": "municipal", "county": "county"}
HEADING = 8
"""Lines in which minutes say whose they are."""
OF_NO_LEVEL = frozenset(["university", "enterprise", "hospital"])
"""Kinds of bodies that lie in a city or a county without being of its level."""
NAMESAKES = "two places have this name"
"""Why a place that a post names stays open: the post is of no other place for that."""


class SeatsStated(Draft):
    """Posts with the level and the place of their words, in one report."""

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
        reason = reason if place or reason else unsaid(body, level, chinese=self.of_china)
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
