"""Read one sentence of the body: the gatherings that it brings in, and each of its acts in the order of the verbs."""

from __future__ import annotations

from extract.anecdotes import is_anecdote
from extract.clause_act import Act
from extract.headed_people import Headed
from extract.told_in_works import told_in_work


class SentencesWalked(Headed):
    """The sentences of one report."""

    def _sentence(self, number: int) -> None:
        view = self.views[number]
        self._sentence_gatherings(number)
        self._introduce(number)
        subject_before = self.subject
        for act in view.acts:
            if self._read_for(number, act):
                self._note("read for another", "the words were read by somebody else", act.start, act.end)
                continue
            if act.strength == "soft":
                placed = self._place_soft(number, act)
                if placed is not None:
                    self.placed_at[number, act.start] = placed
                self.soft.append((number, act, placed or self.scenes.current))
                self._remember_subject(act, number)
                continue
            reported = self._told_of_gathering(view, act)
            if act.perfect and not reported and not self._news_perfect(number, act):
                self._remember_subject(act, number)
                self._note(
                    "background", "a role verb in the perfect tells what was before", act.start, act.end
                )
                continue
            if self._long_ago(view, act) or self._in_passing(view, act):
                self._note("background", "the sentence tells of an earlier time", act.start, act.end)
                continue
            if self._studied(view, act):
                self._note("background", "a visit whose lessons a meeting studied", act.start, act.end)
                continue
            if is_anecdote(self.text[view.sentence.start : act.start], act, view.acts):
                self._note("background", "a visit that only leads to what somebody said", act.start, act.end)
                continue
            if told_in_work(
                self.text[view.sentence.start : view.sentence.end], act.start - view.sentence.start
            ):
                self._note("background", "a work or the story of a life tells of it", act.start, act.end)
                continue
            if act.rule == "others-inverted" and not self._goes_on(number, act):
                continue
            if self._cites(view, act):
                self._note(
                    "cited gathering",
                    "the people stand at a gathering that is only cited",
                    act.start,
                    act.end,
                )
                continue
            scene = self._scene_of(number, act)
            if scene is None and act.strength == "strong":
                self.early.append((number, act, subject_before))
                continue
            if scene is None:
                self._note(
                    "role without gathering",
                    "no gathering is reported that this verb could belong to",
                    act.start,
                    act.end,
                )
                continue
            self._state(number, act, scene, subject_before)
            self._remember_subject(act, number)

    def _goes_on(self, number: int, act: Act) -> bool:
        """'Others were X and Y', 'Also Z': opens a sentence and goes on the list before, of those who were there."""
        opens = number > 0 and act.start - self.views[number].sentence.start <= len("The ")
        return opens and any(
            other.role in ("attended", "led") and other.strength != "soft" and not other.perfect
            for other in self.views[number - 1].acts
        )
