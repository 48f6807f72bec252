"""Whom a name that is not printed in full means: 'Ding made the remarks', 'Hon. Moss said'."""

from __future__ import annotations

from extract.folding import fold
from extract.local import Span
from extract.names_run import FATHERS
from extract.names_span import NameSpan
from extract.people import WITH_GIVEN_NAMES
from extract.posts_meant import PostsMeant
from extract.same_person import same_person_within_report


class NamesMeant(PostsMeant):
    """The full names behind the short ones of one report."""

    def _in_full(self, name: NameSpan) -> NameSpan:
        """'Hon. Moss said' behind 'the Minister, Hon. Anna Moss': the one full name with an office or a form of address that fits."""
        if self.people.find(name) is not None:
            return name
        if name.honorific in WITH_GIVEN_NAMES:
            return self._of_the_line(name)
        if name.rule == "minority-single":
            return self._of_one_word(name)
        if name.style != "honorific" or " " in name.name:
            return name
        held = {fold(other.name) for _, other in self._holders}
        full = {
            fold(span.name): span
            for view in self.views
            if view.sentence.start <= name.start
            for span in view.names
            if name.name == span.family and " " in span.name and not span.within and span.style != "single"
            if span.honorific or fold(span.name) in held
        }
        fits = [span for key, span in full.items() if key not in self.press]
        one = len(fits) == 1 and same_person_within_report(fits[0], name) == "same"
        return fits[0] if one else name

    def _of_one_word(self, name: NameSpan) -> NameSpan:
        """'Prime Minister Thinley' behind 'Lyonchhen Jigmi Y. Thinley': the one full name that ends with the word."""
        full = {
            fold(span.name): span
            for view in self.views
            if view.sentence.start <= name.start
            for span in view.names
            if span.name.endswith(f" {name.name}") and span.honorific and not span.within
        }
        return next(iter(full.values())) if len(full) == 1 else name

    def _of_the_line(self, name: NameSpan) -> NameSpan:
        """'Prince Salim bin Hamad' behind 'Prince Salim bin Hamad bin Isa Al Noor': the one full name that goes on from it."""
        begins = fold(name.name) + " "
        full = {
            fold(span.name): span
            for view in self.views
            if view.sentence.start <= name.start
            for span in view.names
            if span.honorific in WITH_GIVEN_NAMES
            and not span.within
            and FATHERS & set(span.name[len(name.name) :].lower().split())
            and fold(span.name).startswith(begins)
        }
        return next(iter(full.values())) if len(full) == 1 else name

    def _only_full_name(self, name: NameSpan) -> str | None:
        """'Ding made the remarks': the one person of this family whom the report names in full, if there is one."""
        if name.style != "single" or any(self.people.family(key) == name.family for key in self.people):
            return None
        full = {
            fold(span.name): span
            for view in self.views
            for span in view.names
            if name.family in span.called and span.style != "single" and not span.within
        }
        spans = [span for key, span in full.items() if key not in self.press]
        return self.people.add(spans[0]) if len(spans) == 1 else None

    def _antecedent(self, key: str, name: NameSpan) -> Span | None:
        """The sentence that names the person in full, where this mention ('Gao', 'Mr. Brady', 'T. Lark') does not."""
        return None if fold(name.name) == key else self.first_mention.get(key)
