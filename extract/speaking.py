"""Who spoke: 'X stressed' counts where X is known to have been there, or where the sentence itself places X.

'The vice minister said at a press briefing on Friday' places its speaker; 'said at the congress of 2007' tells of
another time. A gathering is entered on the strength of such words only where the sentence is news: in the lead, or
with a day that is not of an earlier year.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.clause_act import Act
from extract.dates import find_dates
from extract.draft import Statement
from extract.folding import fold
from extract.gathering_record import GatheringMention
from extract.invoked import invocation
from extract.list_record import Entry
from extract.local import Span
from extract.names_span import NameSpan
from extract.placing import Placing
from extract.records import PRESENT
from extract.scenes import VISITS, Scene, is_generic, one_host
from extract.sentences_read import SentenceView

AT_THE_MEETING = re.compile(
    r"^\W*(?:at|during|in|addressing|speaking at) (?:the|this|a|an|today['’]s|yesterday['’]s|\w+day['’]s) (?:\S+ ){0,4}?(?:meeting|conference|symposium|session|forum|ceremony|seminar|summit|event|discussion|debate|talks|briefing|reception|banquet|dinner|luncheon|durbar|audience|celebration)\b",
    re.IGNORECASE,
)
DAY = r"(?:,? (?:on )?(?:\w+day|yesterday|today|the day)(?: (?:morning|afternoon|evening))?,?| on the (?:morning|afternoon|evening)(?: of (?:the )?\w+(?: \w+)?)?,?| here| earlier)?"
SAID_AT = re.compile(
    rf"^(?: (?:this|that|so|it),?)?{DAY}(?:,? (?:at|in) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,3}},?)? ?(?:(?:the remarks?|so|this|that) )?(?:at|during|to|(?:when|while|as (?:he|she)) ?(?:addressing|chairing|attending|speaking at|presiding over|addressed|attended|chaired)|"
    r"in (?:his|her|a|an|the) (?:\w+ ){0,2}?(?:speech|address|remarks|report) (?:at|to|during))(?: (?:the|a|an|this|his|her|its|their|today's))?(?: [\w'’-]+){0,3}? ?$",
    re.IGNORECASE,
)
# 'emphasised the importance of X at a plenary meeting of Y': an object between, and a gathering that is news
STRESSED_AT = re.compile(
    r"^ (?!that\b)(?![^.;]{0,200}\b(?:speech|spirit|remarks|instructions?|decisions?|requirements?|made|given|taken)\b)[^.;:“”\"]{1,200}(?<!ed) at an?(?: [\w'’-]+){0,2} ?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^(?: (?:newsmen|reporters|journalists|newspapers|the|press|media|this|so|it|to|state|house|correspondents|briefly))*"
    rf"{DAY} (?:at the end of|(?:shortly |soon |immediately )?after)(?: the| a| his| her| its| today's)?(?: [\w'’-]+){{0,2}} ?$",
    re.IGNORECASE,
)  # who tells newsmen of a meeting at its end was there
IN_A_SPEECH = re.compile(
    r"^\W*in (?:his|her) (?:(?:welcom\w+|opening|closing|keynote|concluding|congratulatory) )?(?:speech|remarks|address|speeches),",
    re.IGNORECASE,
)  # opens a sentence behind one that names the gathering: the speech is one made there
ON_THE_WAY = re.compile(
    r"^\W*(?:[Aa]t|[Ii]n) (?:the |a |an )?(?:[a-z-]+ )?[A-Z\d]"
)  # a stop of a tour opens the sentence
ARTICLE = re.compile(r"^ (?:the|a|an)? ?(?:\w+ )?$", re.IGNORECASE)
ASIDE = re.compile(
    r"\b(?:(?:as|like|what|which|whom|because|since|when|while) (?:[\w,'’-]+ ){0,6}|(?:after|before) (?:[\w'’-]+ ){0,6})$",
    re.IGNORECASE,
)
IN_OWN_WORDS = re.compile(
    r",? in (?:the|his|her) (?:opening|welcome|welcoming|closing|concluding|keynote|introductory|inaugural) (?:words?|speech|remarks|address|statement)\b",
    re.IGNORECASE,
)  # behind a name: 'X in her welcome words thanked ...'
CLAUSE = re.compile(r";|,\s+(?:and|while|whereas|but)\s")
REPORTED = re.compile(
    r"[\"“”]|\b(?:that|whether|which|who|whom|whose|because|letters?|e-?mails?|correspondence|report from|petition)\b",
    re.IGNORECASE,
)  # in front of a name: its verb is told by somebody else, or elsewhere
COMPANY = 2  # people whom the report itself puts at the gathering
ELSEWHERE = re.compile(
    r"\b(?:told (?:\w+ ){0,3}?(?:reporters?|newsmen|journalists|correspondents?|agency|[A-Z]{3,})|interview\w*|(?:by|over the) (?:phone|telephone)"
    r"|(?:a|his|her) (?:\w+ )?statement|twitter|facebook|weibo|wechat|according to|residents?|villagers?|analysts?|experts?|critics?"
    r"|professor|scholars?|opposition|once|former|the late|meanwhile|earlier|separately|reacting|commenting|outside|named|passer-?by|bystanders?|onlookers?)\b",
    re.IGNORECASE,
)
HERE = re.compile(r"\b(?:here|today|yesterday|\w+day)\b", re.IGNORECASE)
LEARNED = re.compile(
    r"\b(?:universit\w+|institutes?|academy|research\w*|think tank|economists?|specialists?|author|spokes\w+|lawyers?|merchants?|farmers?|"
    r"letters?|e-?mails?|telegrams?|messages?|tweet\w*|releases?|articles?|columns?|website|blog|petition)\b",
    re.IGNORECASE,
)  # whom a report may quote from anywhere, and what it may quote from
IN_TURN = re.compile(
    r",? (?:in turn|for (?:his|her) part|on (?:his|her) part|in reply|in response|in return|replying),? ",
    re.IGNORECASE,
)  # behind a name: 'X, for his part, thanked ...' answers who spoke before
NEAR = 2  # sentences from the last who is told to have been there to an officer who goes on
OPENING = 2
TITLE_BEFORE = 80  # letters of a title in front of a speaker
LEAD = 4  # body sentences in which news tells what happened
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ROUND = re.compile(r"\b(?:congress|anniversary)\b", re.IGNORECASE)


class Speaking(Placing):
    """Verbs of speech, told when the rest of the report is known."""

    def _said_at(self, number: int, act: Act) -> GatheringMention | None:
        """The gathering at which the sentence itself lets its subject speak, if the sentence is news."""
        view = self.views[number]
        sentence = view.sentence
        first = min((entry.start for entry in act.entries), default=act.start)
        aside = ASIDE.search(self.text[sentence.start : first])
        if (act.perfect and not self._news_perfect(number, act)) or sentence.zone == "title" or aside:
            return None
        for mention in view.gatherings:
            if mention.cited:
                continue
            if mention.start >= act.end:
                between = self.text[act.end : mention.start]
                told = self.text[act.start : act.end].lower().startswith("told") and ARTICLE.match(between)
                if told or any(words.match(between) for words in (SAID_AT, AFTER, STRESSED_AT)):
                    return mention
            elif max((e.end for e in act.entries if e.name), default=act.start) <= mention.start < act.start:
                return mention  # 'X at the symposium pointed out'
            elif mention.start < act.start and AT_THE_MEETING.match(
                self.text[sentence.start : mention.end + 1]
            ):
                return mention
        return None

    def _is_news(self, number: int, mention: GatheringMention) -> bool:
        """Whether the sentence may bring a gathering in: a day of no earlier year, or the lead of the report."""
        if ROUND.search(mention.name) and not is_generic(mention.name):
            return False
        view = self.views[number]
        years = YEAR.findall(self.text[view.sentence.start : view.sentence.end])
        page = (self.document.published or "")[:4]
        latest = page if page.isdigit() else max(YEAR.findall(self.text), default="")
        if any(year < latest for year in years):
            return False
        if any(act.strength == "strong" and not act.perfect for act in view.acts):
            return True  # 'said at the end of a meeting chaired by Y': reported as held
        body = [n for n, v in enumerate(self.views) if v.sentence.zone != "title"]
        days = find_dates(self.text, view.sentence.start, view.sentence.end)
        if number in body[:OPENING] and AT_THE_MEETING.match(
            self.text[view.sentence.start : view.sentence.end]
        ):
            return True  # 'At the reception, X affirmed ...' opens the report
        dated = any(d.kind in ("full", "month-day", "weekday", "day", "relative", "month") for d in days)
        return dated or (mention.kind in ("press conference", "briefing") and number in body[:LEAD])

    def _place_soft(self, number: int, act: Act) -> Scene | None:
        """Enter or find the gathering at which a soft act takes place; None where the sentence names none."""
        mention = self._said_at(number, act)
        if mention is None:
            return None
        if self.scenes.current is None and not self._is_news(number, mention):
            return None
        known = self.scenes.fitting(mention)
        if known is None and not self._is_news(number, mention):
            return None
        return known or self.scenes.named(mention, number)

    def _soft_acts(self) -> None:
        """'X stressed': X spoke, if X is known to have been there; else the sentence must place X itself."""
        for number, act, scene in self.soft:
            placed = self.placed_at.get((number, act.start))
            sentence = self.views[number].sentence
            at = Span(start=sentence.start, end=sentence.end)
            beside = False  # somebody of the same clause speaks there
            for entry in sorted(act.entries, key=_of_one_word):
                reviewed = act.rule == "tell" and self.text.startswith("reviewed", act.start)
                if (
                    entry.group
                    or (reviewed and not self.record)
                    or (act.perfect and not self._news_perfect(number, act))
                ):
                    continue
                key, antecedent = None, None
                if entry.pronoun and entry.pronoun not in ("he", "she"):
                    continue  # 'they stressed': no one person
                if entry.pronoun:
                    key = self._subject_before(number)
                    antecedent = self.first_mention.get(key) if key else None
                elif entry.name is not None:
                    key, antecedent = self._speaker(number, entry, entry.name, placed or scene, placed, at)
                    if key is None and beside and entry.name.style == "foreign" and _of_one_word(entry):
                        key = self.people.add(entry.name)  # 'Members Erdeni and Ma Chunyu spoke of it'
                    beside = beside or key is not None
                elif entry.posts:
                    post = entry.posts[0]
                    key = self.people.holder(post.title, post.body)
                    if key is None and placed is not None:
                        key = self._named_elsewhere(post, number)
                    antecedent = self.first_mention.get(key) if key else None
                if key is None or key not in self.people:
                    continue
                where = placed or self._scene_with(key) or scene or self.scenes.main()
                if where is None:
                    continue
                span = entry.name or entry
                surface = self.text[span.start : span.end]
                self._posts(key, entry.posts, at)
                self._add(Statement(key, "", act.role, act.rule, at, surface, where, antecedent=antecedent))
                if placed is not None and placed.kind in VISITS:
                    # 'stressed during an inspection': who speaks there is whose visit it is
                    self._add(Statement(key, "", "led", act.rule, at, surface, placed, antecedent=antecedent))

    def _speaker(
        self, number: int, entry: Entry, name: NameSpan, scene: Scene | None, placed: Scene | None, at: Span
    ) -> tuple[str | None, Span | None]:
        """The person who speaks, where they are known to be there or the page itself puts them there."""
        if fold(name.name) in self.press:
            return None, None
        led = self._opens_occasion(number, scene)
        if invocation(self.text, name.start, name.end, at.start, at.end) and not led:
            return None, None
        key = self.people.find(name)
        if key is None or self._scene_with(key) is None:
            there = placed is not None or self._placed(number, name, scene)
            if not there and not self._goes_on_there(number, entry, scene):
                return None, None
            key = self.people.add(self._in_full(name)) or self._only_full_name(name)
        return key, self._antecedent(key, name) if key else None

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
        return (
            scene.kind not in VISITS
            and (
                len(there) >= COMPANY
                or any(s.scene is scene and s.group and s.role == "spoke" for s in self.statements)
            )
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
        if self.closed or self.views[number].sentence.zone == "title":
            return False
        told = [
            s.at.start
            for s in self.statements
            if s.scene is scene and s.person and s.role in PRESENT and s.at.start < sentence.start
        ]
        if _of_host(entry, scene):
            told.append(self.views[scene.sentence].sentence.start)
        last = bisect_right(self.starts, max(told)) - 1 if told else -NEAR - 1
        words = self.text[sentence.start : sentence.end]
        return number - last <= NEAR and ELSEWHERE.search(words) is None and LEARNED.search(words) is None

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


def _of_one_word(entry: Entry) -> bool:
    return entry.name is not None and " " not in entry.name.name
