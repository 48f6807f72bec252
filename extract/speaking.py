"""Who spoke: 'X stressed' counts where X is known to have been there, or where the sentence itself places X.

'The vice minister said at a press briefing on Friday' places its speaker; 'said at the congress of 2007' tells of
another time. A gathering is entered on the strength of such words only where the sentence is news: in the lead, or
with a day that is not of an earlier year.
"""

from __future__ import annotations

import re

from extract.clause_act import Act
from extract.dates_find import find_dates
from extract.draft import Statement
from extract.folding import fold
from extract.gathering_record import GatheringMention
from extract.invoked import invocation
from extract.list_record import Entry
from extract.local import Span
from extract.names_span import NameSpan
from extract.scenes import VISITS, Scene
from extract.scenes_alike import is_generic
from extract.speakers_words import AT_THE_MEETING
from extract.spoken_there import SpokenThere

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
ARTICLE = re.compile(r"^ (?:the|a|an)? ?(?:\w+ )?$", re.IGNORECASE)
ASIDE = re.compile(
    r"\b(?:(?:as|like|what|which|whom|because|since|when|while) (?:[\w,'’-]+ ){0,6}|(?:after|before) (?:[\w'’-]+ ){0,6})$",
    re.IGNORECASE,
)
OPENING = 2
LEAD = 4  # body sentences in which news tells what happened
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ROUND = re.compile(r"\b(?:congress|anniversary)\b", re.IGNORECASE)


class Speaking(SpokenThere):
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
                    key = self._named_in_front(entry, number)
                    if key is None and not self._another(entry, number):
                        key = self._subject_before(number, entry.pronoun)
                    antecedent = self.first_mention.get(key) if key else None
                elif entry.name is not None:
                    key, antecedent = self._speaker(number, entry, entry.name, placed or scene, placed, at)
                    if key is None and beside and entry.name.style == "foreign" and _of_one_word(entry):
                        # 'Members Erdeni and Ma Chunyu spoke of it'
                        key = self.people.add(self._in_full(entry.name))
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
            there = placed is not None
            if not there and self._heads_state(number, entry, scene):
                return None, None
            there = there or self._placed(number, name, scene)
            if not there and not self._goes_on_there(number, entry, scene):
                return None, None
            key = self.people.add(self._in_full(name)) or self._only_full_name(name)
        return key, self._antecedent(key, name) if key else None


def _of_one_word(entry: Entry) -> bool:
    return entry.name is not None and " " not in entry.name.name
