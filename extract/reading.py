"""Read one report: from sentences to people, gatherings, roles, posts and the ledger. A pure function of its input."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from corpus.records import Document
from extract.bodies import own_name
from extract.clauses import Act
from extract.codec import from_json, to_json
from extract.dates import find_dates
from extract.folding import fold
from extract.gatherings import GatheringMention, gathering_name, host_in_name, ordinal_of
from extract.headings import HeadedList, headed_lists
from extract.invoked import invocation
from extract.jurisdiction import Jurisdiction, infer_jurisdiction, place_for, settle
from extract.lists import Entry
from extract.local import (
    LocalLedger,
    LocalMeeting,
    LocalParticipation,
    Reading,
    Span,
    StatedPost,
)
from extract.model import Model
from extract.names import NameSpan
from extract.people import People
from extract.places import Place, PlaceSpan, find_places, fold_place
from extract.posts import PostPhrase, level_of, normal_case
from extract.records import PRESENT, Role
from extract.scenes import TRANSITION, VISITS, Scene, Scenes, is_generic
from extract.sentences_read import SentenceView, view_sentences
from extract.vocabulary import RULES
from extract.when import date_of

AT_THE_MEETING = re.compile(
    r"^\W*(?:at|during|in) (?:the|this|a) (?:\S+ ){0,3}?(?:meeting|conference|symposium|session|forum|ceremony|seminar|summit|event|discussion|debate|talks)\b",
    re.IGNORECASE,
)
CITING_SENTENCE = re.compile(
    r"\b(?:convey(?:ed|ing|s)?|relay(?:ed|ing)|stud(?:y|ied|ying) and implement\w*|the spirit of|implement\w* the)\b",
    re.IGNORECASE,
)
NATIONAL_TITLE = re.compile(r"\b(?:General Secretary|President|Premier)\s*$")
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
EMPTY = re.compile(r"^\W*$")


def reading_to_json(reading: Reading) -> str:
    """Write a reading for the store."""
    return to_json(reading)


def reading_from_json(text: str) -> Reading:
    """Read what `reading_to_json` wrote."""
    return from_json(Reading, text)


@lru_cache(maxsize=8)
def _code_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted((*RULES.glob("*"), *Path(__file__).parent.glob("*.py"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def fingerprint(model: Model | None) -> str:
    """Name what a reading depends on besides the report: the code and rules of this stage, and the model."""
    return f"{_code_digest()[:16]}-{model.digest[:16] if model is not None else 'none'}"


@dataclass(slots=True)
class _Statement:
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


class _Reader:
    """The state of one report's reading; `read_report` is its only user."""

    def __init__(self, document: Document, model: Model | None) -> None:
        self.document = document
        self.text = document.text
        spans = [(zone.start, zone.end) for zone in document.zones if zone.kind in ("title", "body")]
        self.lists: tuple[HeadedList, ...] = headed_lists(self.text, spans)
        press_spans = [(credit.start, credit.end) for credit in document.press]
        masked = [*((part.start, part.end) for part in self.lists), *press_spans]
        self.views: tuple[SentenceView, ...] = view_sentences(document, model, masked)
        self.starts = [view.sentence.start for view in self.views]
        self.press = frozenset(fold(credit.name) for credit in document.press)
        name_spans = tuple((n.start, n.end) for view in self.views for n in view.names)
        self.jurisdiction: Jurisdiction = infer_jurisdiction(document, name_spans=name_spans)
        self.people = People()
        self.scenes = Scenes()
        self.statements: list[_Statement] = []
        self.soft: list[tuple[int, Act, Scene | None]] = []
        self.early: list[tuple[int, Act, str | None]] = []
        self.ledger: list[LocalLedger] = []
        self.first_mention: dict[str, Span] = {}
        self.subject: str | None = None
        self.closed = any(part.role == "attended" for part in self.lists)

    # -- walking ---------------------------------------------------------------------------------------------

    def walk(self) -> None:
        body = [n for n, view in enumerate(self.views) if view.sentence.zone != "title"]
        title = [n for n, view in enumerate(self.views) if view.sentence.zone == "title"]
        for number in body:
            for span in self.views[number].names:
                if span.style != "single" and not span.within and fold(span.name) not in self.press:
                    self._note_first(span, number)
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
        self._soft_acts()

    def _note_first(self, span: NameSpan, number: int) -> None:
        sentence = self.views[number].sentence
        self.first_mention.setdefault(fold(span.name), Span(start=sentence.start, end=sentence.end))

    def _sentence_gatherings(self, number: int) -> None:
        view = self.views[number]
        words = self.text[view.sentence.start : view.sentence.end]
        transition = bool(TRANSITION.match(words))
        for mention in view.gatherings:
            if mention.held and not mention.cited:
                # 'The fair and the expo were held': what one sentence reports as held is one gathering
                self.scenes.held(mention, number, transition=transition)
                break
        else:
            self._minutes_heading(number, words)

    def _minutes_heading(self, number: int, words: str) -> None:
        """'Valley Town Council 29 October.': a body and a day, and no verb, head the minutes of a meeting."""
        view = self.views[number]
        if view.acts or view.gatherings or len(words.split()) > 9:
            return
        body = next((c for c in view.chunks if c.kind == "body"), None)
        if body is None or body.start > view.sentence.start + 4 or not body.text[:1].isupper():
            return
        if any(
            d.kind in ("full", "month-day")
            for d in find_dates(self.text, view.sentence.start, view.sentence.end)
        ):
            host = normal_case(body.text)
            self.scenes.held(
                GatheringMention(
                    name=f"meeting of the {host}",
                    kind="meeting",
                    start=body.start,
                    end=body.end,
                    held=True,
                    cited=False,
                    host=host,
                ),
                number,
                transition=True,
            )

    def _sentence(self, number: int) -> None:
        view = self.views[number]
        self._sentence_gatherings(number)
        self._introduce(number)
        subject_before = self.subject
        for act in view.acts:
            if act.strength == "soft":
                self.soft.append((number, act, self.scenes.current))
                self._remember_subject(act, number)
                continue
            if act.perfect:
                self._note(
                    "background", "a role verb in the perfect tells what was before", act.start, act.end
                )
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

    def _introduce(self, number: int) -> None:
        """'X made the remarks when addressing the forum': the sentence's own gathering serves all its verbs."""
        view = self.views[number]
        if self.scenes.current is not None:
            return
        for act in view.acts:
            mention = next(
                (m for m in view.gatherings if act.gathering and m.start == act.gathering.start), None
            )
            if mention is not None and not mention.cited and not act.perfect and act.strength == "strong":
                self.scenes.named(mention, number)
                return

    def _cites(self, view: SentenceView, act: Act) -> bool:
        if act.gathering is None or act.rule == "announce":
            return False
        mention = next((m for m in view.gatherings if m.start == act.gathering.start), None)
        return mention is not None and mention.cited

    def _remember_subject(self, act: Act, number: int) -> None:
        people = [entry for entry in act.entries if entry.name is not None]
        if act.rule in ("entrusted",):
            return
        if len(people) >= 1 and people[0].name is not None:
            self.subject = self.people.find(people[0].name) or (
                fold(people[0].name.name) if people[0].name.style != "single" else self.subject
            )

    def _scene_of(self, number: int, act: Act) -> Scene | None:
        view = self.views[number]
        words = self.text[view.sentence.start : view.sentence.end]
        transition = bool(TRANSITION.match(words))
        mention = None
        if act.gathering is not None:
            mention = next((m for m in view.gatherings if m.start == act.gathering.start), None)
        if act.strength == "visit":
            if (
                mention is not None
                and mention.kind not in VISITS
                and not is_generic(mention.name)
                and act.rule == "inspect"
            ):
                pass
            first = next((e for e in act.entries if e.name is not None), None)
            if first is None and not any(e.pronoun for e in act.entries):
                return None
            return self.scenes.visit(
                self._visit_name(act, view),
                "inspection" if "nspect" in words or "nvestigat" in words else "visit",
                act.start,
                act.end,
                number,
                transition=transition,
            )
        if act.rule.startswith("accompany"):
            visit = next((s for s in reversed(self.scenes.all) if s.kind in VISITS), None)
            return (
                visit
                or self.scenes.current
                or self.scenes.visit(
                    self._visit_name(act, view), "visit", act.start, act.end, number, transition=False
                )
            )
        if act.rule == "meet":
            if mention is not None and mention.kind != "talks" and not is_generic(mention.name):
                return self.scenes.named(mention, number)
            names = [e.name.name for e in act.entries if e.name is not None]
            if len(names) < 2 and "with" not in words[max(0, act.start - view.sentence.start) :][:40]:
                return None
            return self.scenes.talks(f"talks of {' and '.join(names[:2])}", act.start, act.end, number)
        if mention is not None:
            return self.scenes.named(mention, number)
        if self.scenes.current is not None:
            return self.scenes.current
        before = [m for m in view.gatherings if m.start < act.start and not m.cited]
        if before:
            return self.scenes.named(before[-1], number)
        if act.rule == "sign" and "behalf" not in self.text[act.start : act.end]:
            name, kind = "signing ceremony", "ceremony"
        else:
            name, kind = "meeting", "meeting"
        if act.role in ("chaired", "attended", "observed") and act.rule != "present":
            return self.scenes.named(
                GatheringMention(name=name, kind=kind, start=act.start, end=act.end, held=False, cited=False),
                number,
            )
        return None

    def _visit_name(self, act: Act, view: SentenceView) -> str:
        first = next((e.name.name for e in act.entries if e.name is not None), "")
        places = find_places(self.text, act.end, view.sentence.end)
        where = f" to {places[0].name}" if places else ""
        return f"visit of {first}{where}".strip() if first else f"visit{where}"

    # -- stating ---------------------------------------------------------------------------------------------

    def _state(self, number: int, act: Act, scene: Scene, subject_before: str | None) -> None:
        sentence = self.views[number].sentence
        at = Span(start=sentence.start, end=sentence.end)
        people = [e for e in act.entries if e.name is not None]
        for order, entry in enumerate(act.entries, 1):
            position = order if len(people) > 1 else 0
            if entry.group:
                if not EMPTY.match(entry.group) and act.role in PRESENT:
                    role = "attended" if act.role == "led" else act.role
                    self._add(
                        _Statement("", " ".join(entry.group.split()), role, act.rule, at, entry.group, scene)
                    )
                continue
            key, antecedent = self._who(entry, number, subject_before, at)
            if key is None:
                continue
            surface = (
                self.text[entry.name.start : entry.name.end]
                if entry.name
                else self.text[entry.start : entry.end]
            )
            self._posts(key, entry.posts, at)
            if entry.name is not None:
                self._styled(key, entry.name, entry.affiliation, at)
            role = act.role
            if role == "led" and len(people) > 1 and entry is not people[0]:
                role = "attended"  # several visit together: the first leads
            self._add(
                _Statement(
                    key,
                    "",
                    role,
                    act.rule,
                    at,
                    surface,
                    scene,
                    position=position,
                    qualifiers=act.qualifiers,
                    antecedent=antecedent,
                )
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
            key = self.people.add(entry.name) or self._only_full_name(entry.name)
            if key is None:
                self._note(
                    "ambiguous name",
                    f"{entry.name.surface}: more than one person, or nobody, of this report fits",
                    entry.start,
                    entry.end,
                )
                return None, None
            return key, self._antecedent(key, entry.name)
        if entry.pronoun in ("he", "she") and subject_before is not None and subject_before in self.people:
            return subject_before, self.first_mention.get(subject_before)
        if entry.posts:
            post = entry.posts[0]
            key = self.people.holder(post.title, post.body)
            if key is not None:
                return key, self.first_mention.get(key)
            self._note(
                "post without a name",
                f"{post.title}: no one person of this report is stated to hold it",
                entry.start,
                entry.end,
            )
        return None, None

    def _styled(self, key: str, name: NameSpan, host: str, at: Span) -> None:
        """'Cllr. Moss' and 'Councillors Moss and Bell' state a seat on the council."""
        title = STYLES.get(name.honorific.lower().strip(". "), "")
        if title and not self.people.posts(key):
            self.people.state_post(
                key, self._stated(title, host if "Council" in host or title in ACADEMIC else "", at)
            )

    def _only_full_name(self, name: NameSpan) -> str | None:
        """'Ding made the remarks': the one person of this family whom the report names in full, if there is one."""
        if name.style != "single" or any(self.people.family(key) == name.family for key in self.people):
            return None
        full = {
            fold(span.name): span
            for view in self.views
            for span in view.names
            if span.family == name.family and span.style != "single" and not span.within
        }
        spans = [span for key, span in full.items() if key not in self.press]
        return self.people.add(spans[0]) if len(spans) == 1 else None

    def _antecedent(self, key: str, name: NameSpan) -> Span | None:
        """The sentence that names the person in full, where this mention ('Gao', 'Mr. Brady', 'T. Lark') does not."""
        return None if fold(name.name) == key else self.first_mention.get(key)

    def _posts(self, key: str, posts: Sequence[PostPhrase], at: Span) -> None:
        body = ""
        for post in posts:
            words = post.body
            if not words and body and "seat" not in _flags(post):
                words = body  # 'member of X and deputy chief': the second post is of X as well
            body = words or body
            self.people.state_post(key, self._stated(post.title, words, at, post.level))

    def _stated(self, title: str, body: str, at: Span, said: str = "") -> StatedPost:
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

    def _add(self, statement: _Statement) -> None:
        for other in self.statements:
            if (other.person, other.group, other.role) == (
                statement.person,
                statement.group,
                statement.role,
            ) and other.scene is statement.scene:
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

    # -- headed lists, titles, soft verbs -----------------------------------------------------------------------

    def _headed(self, part: HeadedList, number: int) -> None:
        scene = self.scenes.current or self._scene_from_title(number, part)
        for order, entry in enumerate(part.entries, 1):
            at = Span(start=entry.start, end=entry.end)
            if entry.name is None:
                if entry.group and part.role in PRESENT:
                    self._add(
                        _Statement(
                            "",
                            " ".join(entry.group.split()),
                            part.role,
                            f"list:{part.heading.lower()}",
                            at,
                            entry.group,
                            scene,
                        )
                    )
                continue
            if fold(entry.name.name) in self.press:
                continue
            key = self.people.add(entry.name)
            if key is None:
                self._note(
                    "ambiguous name",
                    f"{entry.name.surface}: more than one person of this report fits",
                    entry.start,
                    entry.end,
                )
                continue
            self.first_mention.setdefault(key, at)
            host = scene.host if scene else ""
            if not entry.posts:
                self._styled(key, entry.name, host, at)
            for post in entry.posts:
                words = post.body or (host if "seat" not in _flags(post) else "")
                self.people.state_post(key, self._stated(post.title, words, at, post.level))
            surface = self.text[entry.name.start : entry.name.end]
            self._add(
                _Statement(
                    key, "", part.role, f"list:{part.heading.lower()}", at, surface, scene, position=order
                )
            )

    def _scene_from_title(self, number: int, part: HeadedList) -> Scene:
        title = self.document.title or "meeting"
        return self.scenes.named(
            GatheringMention(
                name=gathering_name(title),
                kind="meeting",
                start=part.start,
                end=part.start + len(part.heading),
                held=True,
                cited=False,
                host=host_in_name(title),
                ordinal=ordinal_of(title),
            ),
            number,
        )

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
            ):
                main.name, main.kind = mention.name, mention.kind if main.kind not in VISITS else main.kind
        if not has_body:
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
                and (self.people.find(e.name) or fold(e.name.name) in self.first_mention)
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

    def _early_acts(self) -> None:
        """'X made the report. Y presided over the meeting.': a role told before its gathering is named."""
        only = self.scenes.all[0] if len(self.scenes.all) == 1 else None
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

    def _soft_acts(self) -> None:
        """'X stressed': X spoke, if X is known to have been there; else the sentence must place X itself."""
        for number, act, scene in self.soft:
            view = self.views[number]
            sentence = view.sentence
            at = Span(start=sentence.start, end=sentence.end)
            words = self.text[sentence.start : sentence.end]
            for entry in act.entries:
                if entry.group:
                    continue
                if entry.pronoun:
                    key = self._subject_before(number)
                    antecedent = self.first_mention.get(key) if key else None
                elif entry.name is not None:
                    if fold(entry.name.name) in self.press:
                        continue
                    if invocation(self.text, entry.name.start, entry.name.end, at.start, at.end):
                        continue
                    key = self.people.find(entry.name)
                    antecedent = self._antecedent(key, entry.name) if key else None
                    if key is None or self._scene_with(key) is None:
                        if act.perfect or not self._placed(number, entry.name, words, scene, sentence.zone):
                            continue
                        key = self.people.add(entry.name) or self._only_full_name(entry.name)
                else:
                    key = (
                        self.people.holder(entry.posts[0].title, entry.posts[0].body) if entry.posts else None
                    )
                    antecedent = self.first_mention.get(key) if key else None
                if key is None or key not in self.people or act.perfect:
                    continue
                where = self._scene_with(key) or scene or self.scenes.main()
                if where is None:
                    continue
                surface = (
                    self.text[entry.name.start : entry.name.end]
                    if entry.name
                    else self.text[entry.start : entry.end]
                )
                self._posts(key, entry.posts, at)
                self._add(_Statement(key, "", act.role, act.rule, at, surface, where, antecedent=antecedent))

    def _subject_before(self, number: int) -> str | None:
        """Whom 'he' means: the one person who is the subject of the sentence before."""
        for back in range(number - 1, max(-1, number - 3), -1):
            for act in reversed(self.views[back].acts):
                names = [e.name for e in act.entries if e.name is not None]
                if len(names) == 1 and names[0] is not None:
                    return self.people.find(names[0])
                if len(names) > 1:
                    return None
        return None

    def _scene_with(self, key: str) -> Scene | None:
        return next(
            (
                s.scene
                for s in self.statements
                if s.person == key and s.role in PRESENT and s.scene is not None
            ),
            None,
        )

    def _placed(self, number: int, span: NameSpan, words: str, scene: Scene | None, zone: str) -> bool:
        """Whether the page itself puts a speaker at the gathering."""
        if (scene or self.scenes.main()) is None or self.closed or zone == "title":
            return False
        if AT_THE_MEETING.match(words):
            return True
        # Digests and minutes name their speakers by honorific and have a person in the chair.
        return span.style in ("honorific", "initials") and any(
            s.role == "chaired" and s.rule == "take-chair" for s in self.statements
        )

    # -- results ---------------------------------------------------------------------------------------------

    def finish(self) -> Reading:
        self._name_hosts()
        used = [s for s in self.scenes.all if any(st.scene is s for st in self.statements)]
        keep = [s for s in self.scenes.all if s in used or s.sure]
        meetings = tuple(self._meeting(scene) for scene in keep)
        self._complete_bodies(tuple(m.host for m in meetings if m.host))
        participations = [
            self._participation(s) for s in self.statements if s.scene is None or s.scene in keep
        ]
        participations += self._invoked(keep)
        self._nameless()
        return Reading(
            people=self.people.records(),
            meetings=meetings + self._cited(),
            participations=tuple(participations),
            ledger=tuple(self.ledger),
            province=self.jurisdiction.province,
            prefecture=self.jurisdiction.prefecture,
            county=self.jurisdiction.county,
        )

    def _name_hosts(self) -> None:
        """'Members of the X attended the meeting' names its host where nothing else does."""
        for scene in self.scenes.all:
            if not scene.host and scene.kind not in VISITS:
                for s in self.statements:
                    match = re.match(
                        r"(?:standing members and |all )?members of (?:the )?(.+)$", s.group, re.IGNORECASE
                    )
                    if s.scene is scene and match:
                        scene.host = normal_case(match.group(1).split(" and ")[0])
                        break
            if (
                scene.host
                and scene.kind not in VISITS
                and " of " not in scene.name
                and not _names(scene.host, scene.name)
            ):
                scene.name = f"{scene.name} of the {scene.host}"

    def _participation(self, s: _Statement) -> LocalParticipation:
        role: Role = s.role  # type: ignore[assignment]
        return LocalParticipation(
            role=role,
            rule=s.rule,
            at=s.at,
            surface=s.surface,
            meeting=s.scene.key if s.scene else "",
            person=s.person,
            group=s.group,
            position=s.position,
            qualifiers=s.qualifiers,
            antecedent=s.antecedent,
        )

    def _meeting(self, scene: Scene) -> LocalMeeting:
        date, rule = date_of(self.document, scene, self.views)
        sentence = self.views[scene.sentence].sentence if self.views else None
        start, end = (sentence.start, sentence.end) if sentence else (scene.start, scene.end)
        if not start <= scene.start < end:
            start, end = scene.start, scene.end
        if date is None:
            self.ledger.append(
                LocalLedger(
                    reason="undated meeting", detail=f"{scene.name}: {rule}", at=Span(start=start, end=end)
                )
            )
        level = level_of(scene.host or scene.name)
        inside = self._place_in(scene.host, level) if scene.host else None
        if inside is not None:
            level = level or LEVEL_OF_PLACE.get(inside[0].level, "")
            place = inside[1].label if inside[1] else ""
        else:
            place = place_for(level, self.jurisdiction) if level else ""
        if level in ("provincial", "municipal", "county") and not place:
            self.ledger.append(
                LocalLedger(
                    reason="unknown place",
                    detail=f"{scene.host or scene.name}: the report does not say of which {level} unit",
                    at=Span(start=start, end=end),
                )
            )
        return LocalMeeting(
            key=scene.key,
            name=scene.name,
            kind=scene.kind,
            at=Span(start=start, end=end),
            ordinal=scene.ordinal,
            date=date,
            date_rule=rule,
            place=self._venue_place(scene),
            host=scene.host,
            host_level=level,
            host_place=place,
            host_place_reason="stated" if inside else "report" if place else "",
        )

    def _venue_place(self, scene: Scene) -> str:
        if not self.views:
            return ""
        sentence = self.views[scene.sentence].sentence
        taken = [(n.start, n.end) for n in self.views[scene.sentence].names]
        places = find_places(self.text, sentence.start, sentence.end, taken)
        for place in places:
            if re.search(
                r"\b(?:in|at|to)\s+(?:the\s+)?$", self.text[sentence.start : place.start], re.IGNORECASE
            ):
                return place.name
        return ""

    def _cited(self) -> tuple[LocalMeeting, ...]:
        out: list[LocalMeeting] = []
        seen: set[str] = set()
        for view in self.views:
            for mention in view.gatherings:
                if (
                    mention.cited
                    and not is_generic(mention.name)
                    and mention.name.lower() not in seen
                    and len(mention.name.split()) > 1
                ):
                    seen.add(mention.name.lower())
                    out.append(
                        LocalMeeting(
                            key=f"c{len(out) + 1}",
                            name=mention.name,
                            kind=mention.kind,
                            at=Span(start=view.sentence.start, end=view.sentence.end),
                            ordinal=mention.ordinal,
                            host=mention.host,
                            host_level=level_of(mention.host),
                            cited=True,
                        )
                    )
        return tuple(out)

    def _invoked(self, keep: list[Scene]) -> list[LocalParticipation]:
        """People named in a frame of invocation and nowhere as present."""
        main = self.scenes.main()
        meeting = main.key if main is not None and main in keep else ""
        stated = {s.person for s in self.statements if s.role in PRESENT or s.role == "absent"}
        out: dict[str, LocalParticipation] = {}
        for view in self.views:
            at = Span(start=view.sentence.start, end=view.sentence.end)
            for span in view.names:
                key = self.people.find(span) or fold(span.name)
                if key in stated or key in out or key in self.press or span.style == "single":
                    continue
                frame = invocation(self.text, span.start, span.end, at.start, at.end)
                if span.within == "doctrine":
                    frame = frame or "doctrine"
                if not frame or span.within in ("institution", "work"):
                    continue
                found = self.people.add(replace(span, within=""))
                if found is None or found in stated:
                    continue
                out[key] = LocalParticipation(
                    role="invoked",
                    rule=f"invoked:{frame}",
                    at=at,
                    surface=self.text[span.start : span.end],
                    meeting=meeting,
                    person=found,
                    national=bool(NATIONAL_TITLE.search(self.text[at.start : span.start])),
                )
        return [out[key] for key in sorted(out)]

    def _nameless(self) -> None:
        """Names that no rule could place are told in the ledger, once each."""
        told: set[str] = set()
        for view in self.views:
            for span in view.names:
                key = fold(span.name)
                if (
                    span.style == "single"
                    or key in told
                    or key in self.press
                    or span.within in ("institution", "work")
                ):
                    continue
                if self.people.find(span) is None:
                    told.add(key)
                    self._note(
                        "named without a role",
                        f"{span.surface}: the report does not say that this person was there",
                        span.start,
                        span.end,
                    )

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


def _names(host: str, name: str) -> bool:
    """Whether a gathering's name says its host already, in most of its words."""
    words = {word for word in re.findall(r"\w+", host.lower()) if len(word) > 3}
    return bool(words) and len(words & set(re.findall(r"\w+", name.lower()))) * 2 >= len(words)


def _extends(full: str, short: str, hosts: tuple[str, ...]) -> bool:
    """Whether `full` is a fuller name of `short`: 'X of Y' of 'X'; the host 'Gansu Water Leading Group' of 'leading group'."""
    low, part = full.lower(), short.lower()
    if low.startswith(f"{part} of "):
        return True
    # 'Standing Committee of the Gansu Party Committee' is a part of the Party Committee, not its fuller name
    front = low.removesuffix(f" {part}")
    return full in hosts and len(part.split()) > 1 and front != low and " of " not in f"{front} "


def _flags(post: PostPhrase) -> frozenset[str]:
    from extract.vocabulary import vocabulary

    word = vocabulary().titles.get(tuple(post.head.split()))
    return word.flags if word is not None else frozenset()


def read_report(document: Document, model: Model | None) -> Reading:
    """Read one report into what it states.

    The result depends on the document, the rules and the model alone. Never raises on any text.
    """
    reader = _Reader(document, model)
    reader.walk()
    return reader.finish()
