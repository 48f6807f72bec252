"""Walk through one report: body, headed lists, headline, and what can only be told when the rest is known."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from extract.anecdotes import is_anecdote
from extract.clause_act import Act
from extract.draft import Statement
from extract.folding import fold
from extract.headings import HeadedList
from extract.local import Span
from extract.records import PRESENT
from extract.scenes import VISITS, is_generic
from extract.seats import title_flags
from extract.sentences_read import SentenceView
from extract.speaking import Speaking
from extract.styles import carries, style_of

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
LAST_SEASON = re.compile(
    r"(?<!than )(?<!of )(?<!with )(?<!from )(?<!to )(?<!over )(?<!on )(?<!half )(?<!period )(?<!since )\blast (?:year|spring|summer|autumn|fall|winter)\b(?!['’]s)",
    re.IGNORECASE,
)  # 'four fewer than last year' compares, and tells nothing of that year
LISTED = re.compile(
    r"(?:[\s,;]|\([^()]*\)|\band\b|&|\b(?:Mrs|Ms|Mr|Miss|Dr)\b\.?)*"
)  # what may divide the names of one list
CHAIR_BEHIND = re.compile(
    r"[)\s,.]{0,4}(?:\([^()\n]{0,60}\))?[\s,(–-]{0,4}(?:presiding )?in the chair\b", re.IGNORECASE
)
"""Behind a name of a list: 'Mr. Abel Moss in the Chair', 'Cllr A. Reed (in the chair)', 'the Chancellor (Dr K. Low) in the Chair'."""
LIST_OF_SURNAMES = 2  # names beside which a bare surname under a heading is one
LAST_SEEN = re.compile(
    r"\blast (?:appear(?:ed|ance)|seen|attended)|\bas a young \w+|\b(?:has|have) died\b|\bpassed away\b|\bdecease of\b",
    re.IGNORECASE,
)
SPAN_OF_YEARS = re.compile(
    r"\b(?:from|between) (?:1[89]|20)\d\d (?:to|until|and|till) (?:(?:1[89]|20)\d\d)\b", re.IGNORECASE
)
READ_FOR = re.compile(
    r"\b(?:speech|address|statement|message|remarks|paper|call) (?:\w+ ){0,2}?(?:read|delivered|presented) (?:for (?:him|her)|on (?:his|her) behalf)\b",
    re.IGNORECASE,
)
RECALLED = re.compile(
    r"\b(?:recall(?:ed|s|ing)|remember(?:ed|s)|reminisced|look(?:ed|ing) back)\b", re.IGNORECASE
)
WHEN = re.compile(r"\W*(?:when|once|back)\b", re.IGNORECASE)
WHO = re.compile(r"\bwho (?:\w+ )?$")
CLAUSE = 80  # letters behind a verb in which its year stands
BARE_YEAR = re.compile(r"\b(?:in|since|until|back in) (?:1[89]|20)\d\d\b")
FICTION = re.compile(r"\W*(?:chapter|prologue|epilogue)\b|[^.]{0,300}\n\W{0,9}chapter \d+\b", re.IGNORECASE)


class Walking(Speaking):
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
            if act.perfect and not self._news_perfect(number, act):
                self._remember_subject(act, number)
                self._note(
                    "background", "a role verb in the perfect tells what was before", act.start, act.end
                )
                continue
            if self._long_ago(view, act):
                self._note("background", "the sentence tells of an earlier year", act.start, act.end)
                continue
            if is_anecdote(self.text[view.sentence.start : act.start], act, view.acts):
                self._note("background", "a visit that only leads to what somebody said", act.start, act.end)
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

    def _read_for(self, number: int, act: Act) -> bool:
        """'X made the call in an address read for him': X was not there; who read it may follow behind 'by'."""
        sentence = self.views[number].sentence
        return (
            not act.rule.endswith("-passive")
            and READ_FOR.search(self.text, act.start, sentence.end) is not None
        )

    def _goes_on(self, number: int, act: Act) -> bool:
        """'Others were X and Y', 'Also Z': opens a sentence and goes on the list before, of those who were there."""
        opens = number > 0 and act.start - self.views[number].sentence.start <= len("The ")
        return opens and any(
            other.role == "attended" and other.strength in ("strong", "weak") and not other.perfect
            for other in self.views[number - 1].acts
        )

    def _unshared(self, family: str) -> bool:
        return not any(self.people.family(key) == family for key in self.people)

    def _long_ago(self, view: SentenceView, act: Act) -> bool:
        """'visited in 1992', 'last autumn': what the sentence tells was not at the gathering reported."""
        words = self.text[view.sentence.start : view.sentence.end]
        behind = self.text[act.end : min(view.sentence.end, act.end + CLAUSE)]
        if WHO.search(self.text[view.sentence.start : act.start]) and BARE_YEAR.search(behind):
            return True  # 'X, who chaired the task force in 2014': what is told of X besides
        if RECALLED.search(self.text, view.sentence.start, act.start):
            return True
        if LAST_SEASON.search(words) or LAST_SEEN.search(words) or SPAN_OF_YEARS.search(words):
            return True
        page = (self.document.published or "")[:4]
        years = YEAR.findall(words)
        if not page.isdigit():
            # no day on the page: a bare year before the latest one that the report names, or a century ago
            bare = BARE_YEAR.search(words)
            return bare is not None and (max(years) < self._latest_year or WHEN.match(words) is not None)
        return bool(years) and max(int(year) for year in years) < int(page) - 1

    @cached_property
    def _latest_year(self) -> str:
        return max(YEAR.findall(self.text), default="")

    def _headed(self, part: HeadedList, number: int) -> None:
        scene = self.scenes.current or self._scene_from_title(number, part)
        carried, behind = "", part.start
        for order, entry in enumerate(part.entries, 1):
            at = Span(start=entry.start, end=entry.end)
            if entry.name is None:
                if entry.group and part.role in PRESENT:
                    self._add(
                        Statement(
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
            if not entry.name.family:
                entry = replace(entry, name=replace(entry.name, family=entry.name.name))
            assert entry.name is not None
            key = self.people.add(entry.name) or self._only_full_name(entry.name)
            addressed = any(e.name and e.name.honorific for e in part.entries[: order - 1])
            others = sum(e.name is not None for e in part.entries) > LIST_OF_SURNAMES
            if (
                key is None
                and (addressed or others)
                and entry.name.style == "single"
                and self._unshared(entry.name.family)
            ):
                # 'Present - Messrs. Hext, Keogh and Pascoe': the form of address goes for the surnames behind it
                key = self.people.add(replace(entry.name, style="honorific"))
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
            plain = LISTED.fullmatch(self.text[behind : entry.name.start]) is not None
            carried = carried if plain else ""
            self._styled(key, entry.name, host, at, carried)
            if carries(self.text, entry.name):
                carried = style_of(self.text, entry.name)
            behind = entry.name.end
            for post in entry.posts:
                own = not post.ranked and not {"seat", "job"} & title_flags(post)
                self.people.state_post(key, self._phrased(post, post.body or (host if own else ""), at))
            surface = self.text[entry.name.start : entry.name.end]
            chair = part.role == "attended" and CHAIR_BEHIND.match(self.text, entry.name.end)
            self._add(
                Statement(
                    key,
                    "",
                    "chaired" if chair else part.role,
                    f"list:{part.heading.lower()}",
                    at,
                    surface,
                    scene,
                    position=order,
                )
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

    def _caption(self, view: SentenceView) -> bool:
        """'(Tan Heng made the report)': what a picture between headlines shows happened."""
        words = self.text[view.sentence.start : view.sentence.end].strip()
        return words[:1] in "(（" and words.rstrip(".")[-1:] in ")）"

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


def _one_number(a: str, b: str) -> bool:
    """Whether two ordinals can number one gathering: 'First session: the presidium holds its second meeting' has two."""
    return not (a and b) or a.casefold() == b.casefold()
