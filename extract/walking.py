"""Walk through one report: body, headed lists, headline, and what can only be told when the rest is known."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.folding import fold
from extract.names_span import NameSpan
from extract.scenes import VISITS
from extract.scenes_alike import is_generic
from extract.sentences_read import SentenceView
from extract.sentences_walked import SentencesWalked

FICTION = re.compile(r"\W*(?:chapter|prologue|epilogue)\b|[^.]{0,300}\n\W{0,9}chapter \d+\b", re.IGNORECASE)


class Walking(SentencesWalked):
    """The order in which a report is read."""

    def walk(self) -> None:
        body = [n for n, view in enumerate(self.views) if view.sentence.zone != "title"]
        title = [n for n, view in enumerate(self.views) if view.sentence.zone == "title"]
        for number in body:
            for span in self.views[number].names:
                if span.style != "single" and not span.within and fold(span.name) not in self.press:
                    self._note_first(span, number)
        if FICTION.match(self.text):
            self._note(
                "fiction", "the text is headed as a chapter: its people are no officials", 0, len(self.text)
            )
            return
        pending = list(self.lists)
        for number in body:
            view = self.views[number]
            while pending and pending[0].start < view.sentence.end:
                self._sentence_gatherings(number)
                self._headed(pending.pop(0), number)
            self._sentence(number)
        for part in pending:
            self._headed(part, body[-1] if body else 0)
        for number in title:
            self._title(number, bool(body))
        self._early_acts()
        for (
            number,
            act,
            scene,
        ) in self.late:  # 'Mayor Hart called the meeting to order', above the list that names him
            self._state(number, act, scene, None, final=True)
        self._soft_acts()

    def _title(self, number: int, has_body: bool) -> None:
        """A headline adds roles to people whom the body names; alone it proves nobody's presence."""
        view = self.views[number]
        main = self.scenes.main()
        for mention in view.gatherings:
            if (
                main is not None
                and is_generic(main.name)
                and not is_generic(mention.name)
                and not mention.cited
                and _one_number(main.ordinal, mention.ordinal)
            ):
                main.name, main.kind = mention.name, mention.kind if main.kind not in VISITS else main.kind
        if not has_body or self._caption(view):
            self._sentence(number)
            return
        for act in view.acts:
            if act.perfect:
                continue
            if act.strength == "soft":
                self.soft.append((number, act, main))
                continue
            entries = tuple(
                e
                for e in act.entries
                if e.name is not None
                and (
                    self.people.find(e.name)
                    or fold(e.name.name) in self.first_mention
                    or self._told_again(e.name)
                )
            )
            if not entries:
                continue
            scene = main
            if act.strength == "visit" or act.rule.startswith("accompany"):
                scene = next((s for s in self.scenes.all if s.kind in VISITS), None)
                if scene is None and main is not None and act.rule != "inspect":
                    continue
            if scene is None:
                scene = self._scene_of(number, act)
            if scene is not None:
                self._state(number, replace(act, entries=entries), scene, None)

    def _told_again(self, name: NameSpan) -> bool:
        """Whether the body names by the family alone whom the headline names in full: 'Mr Orley agreed'.

        Not where the body has somebody of this family in full: 'Shen KaiyuMao Zhenglei' glues two of its people.
        """
        spans = [
            span
            for view in self.views
            if view.sentence.zone != "title"
            for span in view.names
            if span.family == name.family
        ]
        short = [span for span in spans if span.style in ("honorific", "single")]
        return " " in name.name and bool(short) and len(short) == len(spans)

    def _caption(self, view: SentenceView) -> bool:
        """'(Tan Heng made the report)': what a picture between headlines shows happened."""
        words = self.text[view.sentence.start : view.sentence.end].strip()
        return words[:1] in "(（" and words.rstrip(".")[-1:] in ")）"

    def _early_acts(self) -> None:
        """'X made the report. Y presided over the meeting.': a role told before its gathering is named."""
        only = self.scenes.reported[0] if len(self.scenes.reported) == 1 else None
        for number, act, subject in self.early:
            if only is not None and only.kind not in VISITS and act.rule not in ("meet", "sign"):
                self._state(number, act, only, subject)
            else:
                self._note(
                    "role without gathering",
                    "no gathering is reported that this verb could belong to",
                    act.start,
                    act.end,
                )


def _one_number(a: str, b: str) -> bool:
    """Whether two ordinals can number one gathering: 'First session: the presidium holds its second meeting' has two."""
    return not (a and b) or a.casefold() == b.casefold()
