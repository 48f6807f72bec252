"""Which gathering a sentence or an act belongs to."""

from __future__ import annotations

import re

from extract.clause_act import Act
from extract.gathering_names import gathering_name, ordinal_of
from extract.gathering_record import GatheringMention
from extract.headings import HeadedList
from extract.host_names import host_in_name
from extract.meeting_places import NAMED_AFTER
from extract.places import find_places
from extract.placing_apart import PlacingApart
from extract.scenes import TRANSITION, VISITS, Scene
from extract.scenes_alike import is_generic
from extract.sentences_read import SentenceView

SINCE = re.compile(r"\b(?:since|before|prior to|until)\b")
FAREWELL = re.compile(
    r"(?:paid|pay|bid|bade|said) (?:a |their |his |her )?(?:\w+ )?(?:respects|farewell)\b", re.IGNORECASE
)
"""Of the dead: who takes leave of them stands at a ceremony that the sentence need not name."""
GUESTS = re.compile(
    r"(?:met|meets) (?:his|her) (?:cabinet|ministers|council of ministers)\b|(?:\w+ ){1,3}(?:the|a|an) (?:[\w'’-]+ ){0,4}?(?:delegation|mission|team|group|party|guests|visitors)\b"
)
WHOSE_HOUSE = re.compile(r" [a-z]+['’]s ")  # 'went to the US envoy's house': in another country
WITH_ALL = re.compile(
    r"(?:\w+ ){1,4}with (?:everyone|everybody|the participants|all (?:the )?(?:participants|those present))\b",
    re.IGNORECASE,
)
"""'He discussed with everyone from time to time': at the gathering at hand."""


class Placing(PlacingApart):
    """The gatherings of one report to which its acts belong."""

    def _cites(self, view: SentenceView, act: Act) -> bool:
        if act.gathering is None or act.rule == "announce":
            return False
        mention = next((m for m in view.gatherings if m.start == act.gathering.start), None)
        if mention is None or SINCE.search(self.text, act.end, mention.start):
            return False  # 'reported on the markets since the January meeting'
        return mention.cited

    def _scene_of(self, number: int, act: Act) -> Scene | None:
        view = self.views[number]
        words = self.text[view.sentence.start : view.sentence.end]
        transition = bool(TRANSITION.match(words))
        mention = None
        if act.gathering is not None:
            mention = next((m for m in view.gatherings if m.start == act.gathering.start), None)
        if mention is not None and mention.cited:
            mention = (
                None  # 'conveyed the spirit of the eighth plenum': the act is one of the gathering at hand
            )
        if act.strength == "visit":
            if self.record:
                return None  # minutes tell of visits; they report none
            if (
                mention is not None
                and mention.kind not in VISITS
                and not is_generic(mention.name)
                and act.rule == "inspect"
            ):
                pass
            first = next((e for e in act.entries if e.name is not None), None)
            if first is None and not any(e.pronoun for e in act.entries) and self.scenes.all:
                return None  # 'the delegates visited the works': no gathering of its own beside others
            return self.scenes.visit(
                self._visit_name(act, view),
                "inspection" if "nspect" in words or "nvestigat" in words else "visit",
                act.start,
                act.end,
                number,
                transition=transition,
                another=first is not None and (self._other_day(number) or self._other_leader(act, first)),
            )
        if act.rule.startswith("accompany") and self._before_the_press(number):
            return self._aside("press conference", act, number)
        if act.rule in ("accompany-passive", "receive-passive") and self._on_the_way(number, act):
            return self._aside("visit", act, number)
        if act.rule.startswith("accompany") and self._with_what_was_before(number, act):
            return self._aside("visit", act, number)
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
            if mention is not None and mention.held and mention.start == act.start:
                return self.scenes.current  # 'A meeting was held between X and Y'
            if mention is not None and mention.kind != "talks" and not is_generic(mention.name):
                return self.scenes.named(mention, number)
            names = [e.name.name for e in act.entries if e.name is not None]
            behind = words[max(0, act.start - view.sentence.start) :]
            if self.scenes.current is not None and WITH_ALL.match(behind):
                return self.scenes.current
            received = any((e.name or e.posts or e.group) and e.start > act.start for e in act.entries)
            if (
                len(names) < 2
                and not received
                and not behind.startswith(("paid", "accept"))
                and "with" not in behind[:40]
                and GUESTS.match(behind) is None
            ):
                return None
            return self.scenes.talks(
                f"talks of {' and '.join(names[:2])}" if names else "talks", act.start, act.end, number
            )
        mention = mention or self._review(act)
        if mention is not None:
            return self.scenes.named(mention, number, another=self._meeting_of_another_day(number, mention))
        if self.scenes.current is not None:
            return self.scenes.current
        before = [m for m in view.gatherings if m.start < act.start and not m.cited]
        if before:
            return self.scenes.named(before[-1], number)
        if act.rule == "sign" and "behalf" not in self.text[act.start : act.end]:
            name, kind = "signing ceremony", "ceremony"
        elif act.rule.startswith("hand-over"):
            name, kind = "handover ceremony", "ceremony"
        elif act.rule == "testify":
            name, kind = "hearing", "meeting"
        elif act.rule == "attend" and FAREWELL.match(self.text, act.start):
            name, kind = "farewell ceremony", "ceremony"
        else:
            name, kind = "meeting", "meeting"
        several = sum(entry.name is not None for entry in act.entries) > 1
        gathers = act.role in ("chaired", "attended", "observed") or act.rule == "testify"
        if gathers and (act.rule != "present" or several):
            return self.scenes.named(
                GatheringMention(name=name, kind=kind, start=act.start, end=act.end, held=False, cited=False),
                number,
            )
        return None

    def _visit_name(self, act: Act, view: SentenceView) -> str:
        first = next((e.name.name for e in act.entries if e.name is not None), "")
        places = [
            place
            for place in find_places(self.text, act.end, view.sentence.end)
            if not WHOSE_HOUSE.match(self.text, place.end) and not NAMED_AFTER.match(self.text, place.end)
        ]
        where = f" to {places[0].name}" if places else ""
        return f"visit of {first}{where}".strip() if first else f"visit{where}"

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
