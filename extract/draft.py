"""What is known of one report while it is being read: its sentences, people, gatherings, statements and doubts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from corpus.needed import guarded
from corpus.records import Document
from extract.acronyms import acronyms_of
from extract.clause_act import Act
from extract.folding import fold
from extract.headings import HeadedList, families_of, headed_lists
from extract.jurisdiction import Jurisdiction
from extract.jurisdiction_inferred import infer_jurisdiction
from extract.local import LocalLedger, Span
from extract.model import Model
from extract.names_span import NameSpan
from extract.namesakes import namesakes_in
from extract.people import People
from extract.roles import PRESENT
from extract.scenes import Scene, Scenes
from extract.sentences_read import SentenceView, view_sentences
from extract.unnamed import CHINAS

RECORD = guarded(
    r"^\W*(?:(?:draft|unconfirmed|confirmed) )?minutes of (?:the |an? )|^(?=[^\n.]{0,120}(?:\n|$))[^\n.]*?\b(?:minutes(?! (?:later|past|ago|before|to|after|from|long|walk))|summary records?|verbatim record|"
    r"record of (?:the )?(?:meeting|proceedings)|proceedings of the|roll[- ]call|call(?:ed)? to order)\b"
    r"|\bcalled (?:the |this )?(?:\w+ ){0,3}(?:meeting|session) (?:back )?to order\b|\bseconded the motion\b|\banswer(?:ed|ing) (?:to )?(?:the )?roll\b|\bmotion (?:was )?(?:carried|passed)\b|\b(?:meeting|committee|board|body) was quorate\b",
    re.IGNORECASE | re.MULTILINE,
)
LISTED = guarded(
    r"^[ \t*]*(?:(?:members|board|council|trustees|commissioners|directors|councillors|those|others|also) )?(?:roll call|present|attendance|attendees|attending)[ \t*]*:|\b(?:trustees|members|commissioners|directors) present:|^(?:directors|trustees|commissioners|members|board|council|staff)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
BESIDE = guarded(
    r"^[ \t*]*(?:(?:members|staff|also|others|officers) )?(?:absent|apologies|excused|regrets|in attendance|also present|staff present|public comments?|adjourn\w*)\b"
    r"|\b(?:regular|special|annual|monthly|quarterly|board|organizational|organisational) (?:\w+ ){0,2}meeting\b|\bpledge of allegiance\b|\bseconded\b|\bothers present:",
    re.IGNORECASE | re.MULTILINE,
)
"""What else the page of a record has: a list of those absent, a part for the public, the rhythm of the meetings."""
RECORD_HEAD = 1500  # characters in which minutes say what they are


def is_record(document: Document) -> bool:
    """Whether a line at the head calls the text the record of a meeting: whoever speaks in one was there."""
    if RECORD.search(document.text, 0, RECORD_HEAD) is not None:
        return True
    listed = LISTED.search(document.text, 0, RECORD_HEAD)
    return listed is not None and BESIDE.search(document.text, 0, 2 * RECORD_HEAD) is not None


@dataclass(slots=True)
class Statement:
    """A participation while the report is read."""

    person: str
    group: str
    role: str
    rule: str
    at: Span
    surface: str
    scene: Scene | None
    position: int = 0
    qualifiers: tuple[str, ...] = ()
    antecedent: Span | None = None


class Draft:
    """The state of one report's reading; the layers above read it and add to it."""

    def __init__(self, document: Document, model: Model | None) -> None:
        self.document = document
        self.text = document.text
        self.model = model.name if model is not None else ""
        spans = [(zone.start, zone.end) for zone in document.zones if zone.kind in ("title", "body")]
        self.record = is_record(document)
        self.lists: tuple[HeadedList, ...] = headed_lists(self.text, spans)
        press_spans = [(credit.start, credit.end) for credit in document.press]
        masked = [*((part.start, part.end) for part in self.lists), *press_spans]
        self.views: tuple[SentenceView, ...] = view_sentences(
            document, model, masked, families_of(self.lists), self.record
        )
        self.starts = [view.sentence.start for view in self.views]
        self.press = frozenset(fold(credit.name) for credit in document.press)
        name_spans = tuple((n.start, n.end) for view in self.views for n in view.names)
        self.jurisdiction: Jurisdiction = infer_jurisdiction(document, name_spans=name_spans)
        self.people = People(namesakes_in(self.lists, self.views) if self.record else frozenset())
        self.acronyms = acronyms_of(document.text)
        self.scenes = Scenes(minutes=self.record)
        self.statements: list[Statement] = []
        self.soft: list[tuple[int, Act, Scene | None]] = []
        self.placed_at: dict[tuple[int, int], Scene] = {}
        self.early: list[tuple[int, Act, str | None]] = []
        self.late: list[tuple[int, Act, Scene]] = []
        self.ledger: list[LocalLedger] = [doubt for view in self.views for doubt in view.doubts]
        self.first_mention: dict[str, Span] = {}
        self.subject: str | None = None
        self.closed = any(part.role == "attended" for part in self.lists)
        pinyin = any(span.style == "pinyin" for view in self.views for span in view.names)
        self.chinese = pinyin and "party" in self.text.lower()
        self.of_china = self.chinese or (pinyin and CHINAS.search(self.text) is not None)

    def _note_first(self, span: NameSpan, number: int) -> None:
        key = fold(span.name)
        if key not in self.first_mention:
            sentence = self.views[number].sentence
            self.first_mention[key] = Span(start=sentence.start, end=sentence.end)

    def _add(self, statement: Statement) -> None:
        said = (statement.person, statement.group, statement.role)
        for other in self.statements:
            if other.scene is statement.scene and (other.person, other.group, other.role) == said:
                if statement.position and not other.position:
                    other.position = statement.position
                return
        self.statements.append(statement)

    def _note(self, reason: str, detail: str, start: int, end: int) -> None:
        number = bisect_right(self.starts, start) - 1
        sentence = self.views[number].sentence if number >= 0 else None
        inside = sentence is not None and start < sentence.end
        at = (
            Span(start=sentence.start, end=sentence.end)
            if sentence and inside
            else Span(start=start, end=end)
        )
        self.ledger.append(LocalLedger(reason=reason, detail=detail, at=at))

    def _scene_with(self, key: str) -> Scene | None:
        return next(
            (
                s.scene
                for s in self.statements
                if s.person == key and s.role in PRESENT and s.scene is not None
            ),
            None,
        )
