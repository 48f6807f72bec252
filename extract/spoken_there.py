"""Whether the page itself puts a speaker at the gathering: one gathering and its people, an officer who goes on, a turn, a record."""

from __future__ import annotations

from bisect import bisect_right

from extract.bystanders import may_be_anywhere
from extract.list_record import Entry
from extract.names_span import NameSpan
from extract.placing import Placing
from extract.roles import PRESENT
from extract.scenes import VISITS, Scene
from extract.scenes_alike import is_generic, one_host
from extract.sentences_read import SentenceView
from extract.speakers_words import (
    AT_THE_MEETING,
    CLAUSE,
    ELSEWHERE,
    HERE,
    IN_A_SPEECH,
    IN_OWN_WORDS,
    IN_TURN,
    LEARNED,
    ON_THE_WAY,
    OPENS_IT,
    READ_OUT,
    REPORTED,
)

OPENING = 2  # sentences behind the news of a press conference
TITLE_BEFORE = 80  # letters of a title in front of a speaker
HEADS = frozenset(["President", "Prime Minister", "Premier", "Chancellor", "King", "Emir", "Sultan"])
"""Offices of a state's first people."""
COMPANY = 2  # people whom the report itself puts at the gathering
NEAR = 2  # sentences from the last who is told to have been there to an officer who goes on


class SpokenThere(Placing):
    """Speakers whom no role puts at a gathering, and the report does."""

    def _one_gathering(self, number: int, span: NameSpan) -> bool:
        """Whether the report tells of one gathering and its people, and then, in full, of this speaker among them."""
        so_far = [scene for scene in self.scenes.all if scene.sentence <= number] or self.scenes.all
        if span.style == "single" or " " not in span.name or len(so_far) != 1:
            return False
        scene = so_far[0]
        view = self.views[number]
        there = {s.person for s in self.statements if s.scene is scene and s.person and s.role in PRESENT}
        told = self.text[view.sentence.start : view.sentence.end]
        body = [n for n, v in enumerate(self.views) if v.sentence.zone != "title"]
        here = number in body[:2] and HERE.search(told) is not None
        lead = here or self._opens_occasion(number, scene)
        crowd = any(s.scene is scene and s.group and s.role == "spoke" for s in self.statements)
        if not crowd and may_be_anywhere(self.text, view.sentence.start, span.start, span.end):
            return False
        return (
            scene.kind not in VISITS
            and scene.kind != "talks"  # of two sides: 'the ambassador affirmed' elsewhere what they talked of
            and (len(there) >= COMPANY or crowd)
            and (number > scene.sentence or lead)
            and ELSEWHERE.search(told) is None
        )

    def _goes_on_there(self, number: int, entry: Entry, scene: Scene | None) -> bool:
        """Whether the sentences right before have people at this gathering, and an officer, named in full, goes on."""
        name, sentence = entry.name, self.views[number].sentence
        if name is None or " " not in name.name or scene is None or scene.kind in VISITS:
            return False
        turn = IN_TURN.match(self.text, name.end) is not None
        if not entry.posts and not turn:
            return False
        if self.closed or self.views[number].sentence.zone == "title" or self._conveyed(name):
            return False
        told = [
            s.at.start
            for s in self.statements
            if s.scene is scene and s.person and s.role in PRESENT and s.at.start < sentence.start
        ]
        if _of_host(entry, scene) or self._of_city(entry, scene):
            told.append(self.views[scene.sentence].sentence.start)
        last = bisect_right(self.starts, max(told)) - 1 if told else -NEAR - 1
        words = self.text[sentence.start : sentence.end]
        near = 1 if scene.kind == "talks" else NEAR  # of what two talked of, others speak soon, and elsewhere
        return number - last <= near and ELSEWHERE.search(words) is None and LEARNED.search(words) is None

    def _heads_state(self, number: int, entry: Entry, scene: Scene | None) -> bool:
        """'A, B and C attended. President X said ...': who heads a state is quoted from anywhere, where the page does not put him there."""
        if scene is None or self.record or scene.host or not entry.posts or entry.posts[0].body:
            return False
        if number <= scene.sentence or self.text[entry.start].islower():
            return False  # 'the newly elected president': of whatever meets
        words = self.text[self.views[number].sentence.start : self.views[number].sentence.end]
        there = AT_THE_MEETING.match(words) or IN_A_SPEECH.match(words) or OPENS_IT.match(words)
        return entry.posts[0].title in HEADS and there is None

    def _of_city(self, entry: Entry, scene: Scene) -> bool:
        """'Linhe held a reception for the envoys. X, mayor of Linhe, said ...': an officer of the place that opens the news of it."""
        sentence = self.views[scene.sentence].sentence
        news = self.text[sentence.start : scene.start]
        return scene.sure and any(
            post.body
            and news.startswith((f"{post.body} held ", f"{post.body} hosted ", f"{post.body} gave "))
            for post in entry.posts
        )

    def _briefs(self, number: int, span: NameSpan, scene: Scene | None) -> bool:
        """'The commission held a press conference on the 13th. X said ...': who speaks right behind the news of a press conference."""
        if scene is None or scene.kind != "press conference" or not 0 <= number - scene.sentence <= OPENING:
            return False
        view = self.views[number]
        told = self.text[view.sentence.start : view.sentence.end]
        opens = view.sentence.start + TITLE_BEFORE >= span.start or number > scene.sentence
        return scene.sure and opens and span.style != "single" and ELSEWHERE.search(told) is None

    def _opens_occasion(self, number: int, scene: Scene | None) -> bool:
        """'The Chief Minister said ... . The Chief Secretary, X, and Y were present.': whose words open a report that names no gathering."""
        scene = scene or self.scenes.main()
        first = next((n for n, view in enumerate(self.views) if view.sentence.zone != "title"), None)
        return (
            scene is not None
            and number == first
            and not self.chinese
            and is_generic(scene.name)
            and any(s.scene is scene and s.rule == "present" for s in self.statements)
        )

    def _met_elsewhere(self, span: NameSpan) -> bool:
        """'Residents had met with Hugh Pym AM. Mr. Pym advised ...': only named before, in full, with no role."""
        return any(
            other.family == span.family and other.style != "honorific" and self.people.find(other) is None
            for view in self.views
            if view.sentence.end <= span.start and any(chunk.kind == "verb" for chunk in view.chunks)
            for other in view.names
        )

    def _placed(self, number: int, span: NameSpan, scene: Scene | None) -> bool:
        """Whether the page itself puts a speaker at the gathering."""
        view: SentenceView = self.views[number]
        if (scene or self.scenes.main()) is None or view.sentence.zone == "title":
            return False
        if self.record and span.style != "single":
            clauses = CLAUSE.split(self.text[view.sentence.start : span.start])
            told = REPORTED.search(clauses[-1])
            return told is None and not self._met_elsewhere(span)
        words = self.text[view.sentence.start : view.sentence.end]
        if scene is not None and IN_A_SPEECH.match(words) and ELSEWHERE.search(words) is None:
            return scene.kind not in VISITS
        opens = OPENS_IT.match(words)
        if scene is not None and opens and not ELSEWHERE.search(words, opens.end()):
            return scene.kind not in VISITS and READ_OUT.search(words) is None
        if scene is not None and scene.kind in VISITS and ON_THE_WAY.match(words):
            # 'At the Longwang mill, manager X told the mayor ...': who explains a stop of the tour
            return span.style != "single" and " " in span.name and ELSEWHERE.search(words) is None
        if self.closed:
            return False
        if AT_THE_MEETING.match(self.text[view.sentence.start : view.sentence.end]):
            return True
        if IN_OWN_WORDS.match(self.text, span.end):
            return True
        if self._one_gathering(number, span) or self._briefs(number, span, scene):
            return True
        # Digests and minutes name their speakers by honorific and have a person in the chair.
        return span.style in ("honorific", "initials") and any(
            s.role == "chaired" and s.rule == "take-chair" for s in self.statements
        )


def _of_host(entry: Entry, scene: Scene) -> bool:
    """Whether a speaker is an officer of the body that held the gathering."""
    bodies = {post.body for post in entry.posts if post.body}
    return bool(scene.host) and any(len(body.split()) > 1 and one_host(scene.host, body) for body in bodies)
