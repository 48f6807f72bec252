"""Whom an entry of an act means, by its name, its pronoun or its post."""

from __future__ import annotations

from extract.folding import fold
from extract.invoked import invocation
from extract.list_record import Entry
from extract.local import Span
from extract.names_span import NameSpan
from extract.pronouns_meant import PronounsMeant


class PeopleMeant(PronounsMeant):
    """The people of one report as its acts refer to them."""

    def _conveyed(self, span: NameSpan) -> bool:
        """'The speeches of Secretary X were conveyed. Secretary X demanded ...': whose words from elsewhere are retold."""
        return any(
            other.name == span.name
            and invocation(self.text, other.start, other.end, view.sentence.start, view.sentence.end)
            for view in self.views
            if view.sentence.start < span.start
            for other in view.names
        )

    def _who(
        self, entry: Entry, number: int, subject_before: str | None, at: Span
    ) -> tuple[str | None, Span | None]:
        """The person an entry means, with the sentence that names them where the entry does not."""
        if entry.name is not None:
            folded = fold(entry.name.name)
            if folded in self.press and entry.name.style != "single":
                return None, None
            frame = invocation(self.text, entry.name.start, entry.name.end, at.start, at.end)
            if frame:
                return None, None
            key = self.people.add(self._in_full(entry.name)) or self._only_full_name(entry.name)
            if key is None:
                self._note(
                    "ambiguous name",
                    f"{entry.name.surface}: more than one person, or nobody, of this report fits",
                    entry.start,
                    entry.end,
                )
                return None, None
            return key, self._antecedent(key, entry.name)
        if entry.pronoun in ("he", "she") and (one := self._named_in_front(entry, number)) is not None:
            return one, self.first_mention.get(one)
        if entry.pronoun in ("he", "she") and subject_before is not None and not self._another(entry, number):
            key = subject_before if subject_before in self.people else self._named_just_before(number)
            if key is not None:
                return key, self.first_mention.get(key)
        if entry.posts:
            post = entry.posts[0]
            key = self._holder(post) or self._named_elsewhere(post, number)
            if key is not None:
                return key, self.first_mention.get(key)
            self._note(
                "post without a name",
                f"{post.title}: no one person of this report is stated to hold it",
                entry.start,
                entry.end,
            )
        return None, None
