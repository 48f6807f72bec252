"""Role verbs: which words of a sentence say that somebody chaired, spoke, attended, led, was absent.

The rows of the rules are in `extract.frame_rows`. `voice` says where the people stand: before the verb (`active`),
after it (`passive`: 'chaired by', `inverted`: 'attending were'), on both sides (`mutual`: 'met with'), or after the
comma that follows (`fronted`: 'In his speech, X ...').
`strength` says what the verb proves: `strong` (was there), `weak` (was there, at a gathering that something else must
name), `visit` (was there, of a visit), `soft` (spoke, but perhaps elsewhere). `other` is the role of whoever stands on
the verb's other side ('X was accompanied by Y': X led), or ''. A verb that is not of this world (will, should, did not, had once) is not returned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.frame_rows import Frame, matches_of
from extract.unreal import (
    TO_BE,
    is_infinitive,
    is_irreal,
    is_perfect,
    is_to_come,
    is_unreal,
    is_unsure,
    not_given,
)

CAPITAL_BEHIND = re.compile(r" (?:of |and )?[A-Z]")
CAPITAL_BEFORE = re.compile(r"(?<![^\W_])[A-Z][\w-]* $")
# 'the fifth touring guidance group', 'visiting scholars': what kind of people they are, not what they did
MODIFIER = re.compile(
    r"(?:touring|visiting|inspecting|investigating|attending|presiding|reporting) (?:(?!the |a |an |all |this |that |his |her |its |their )\w+ ){0,2}?"
    r"(?:groups?|teams?|scholars?|professors?|fellows?|physicians?|judges?|officers?|officials?|personnel|cadres|comrades|guests?|delegations?)\b",
    re.IGNORECASE,
)
VISITOR = re.compile(r"visiting (?:[A-Z][a-z]+ )?[A-Z]")  # 'met with visiting Vice President Tan'
RECEIVED = re.compile(r"\b(?:with|met|received|welcomed|hosted|by|and|the) $", re.IGNORECASE)
HOSTS_AHEAD = re.compile(r"\b(?:received|met|met with|welcomed|hosted|greeted) [^,;.]{0,80}$")
"""Ahead of whom somebody received, behind the place and the time: 'received here today at the palace visiting Mr. Lund'."""
ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:the|an?|its|his|her|their)(?: \w+)? $", re.IGNORECASE)
LOWER = re.compile(r"(?<![^\W_])[a-z]{3,}")
RUNNING_TEXT = 4  # words in lower case that a headline does not hold
WILL = re.compile(
    r"\b(?:[Ww]ill|would|may|might|could|should|[Ee]xpected|[Ss]cheduled|due|slated|anticipated)\b|\b[Ii]nvited (?:\w+ )?(?:include|are)\b"
)
"""In the words of a list of those who are still to come: 'leaders attending will include', 'scheduled speakers include'."""
QUOTED = re.compile(r"“[^“”]{1,1500}”|\"[^\"]{1,1500}\"|《[^《》]{1,200}》|「[^「」]{1,200}」")


UNCLOSED = re.compile(r"\s*(?:“[^”]*|\"[^\"]*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameHit:
    """A frame found at `start:end` of the text; `gerund` where the verb ends in -ing, `perfect` after has/had."""

    frame: Frame
    start: int
    end: int
    gerund: bool
    perfect: bool
    infinitive: bool


def quoted_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches between quotation marks: speech and titles of works, never the report's own statement.

    A quotation that opens the sentence and is closed in none but a later one is speech to the end.
    """
    sentence = text[start:end]
    if not ('"' in sentence or "“" in sentence or "《" in sentence or "「" in sentence):
        return ()
    spans = [(match.start(), match.end()) for match in QUOTED.finditer(text, start, end)]
    if UNCLOSED.match(text, start, end):
        spans.append((start, end))
    return tuple(spans)


def find_frames(
    text: str,
    start: int,
    end: int,
    taken: Sequence[tuple[int, int]] = (),
    names: Sequence[tuple[int, int]] = (),
) -> tuple[FrameHit, ...]:
    """Find the role verbs of `text[start:end]` outside the `taken` spans; the longest wins where two overlap.

    Outside the `names` too, but that an inverted one goes round them: 'Accompanying Tan Heng were ...'.
    """
    sentence = text[start:end]
    found: list[FrameHit] = []
    for frame, matches in matches_of(sentence):
        for match in matches:
            left, right = start + match.start(), start + match.end()
            if left == right or (taken and any(a < right and left < b for a, b in taken)):
                continue
            met = [(a, b) for a, b in names if a < right and left < b]
            if met and any(crosses(frame, left, right, a, b) for a, b in met):
                continue
            first = match.group().split(" ", 1)[0].lower()
            gerund = first.endswith("ing")
            if _of_a_name(sentence, match.start(), match.end()) or (
                gerund and _modifies(sentence, match.start())
            ):
                continue
            before = sentence[max(0, match.start() - 60) : match.start()]
            if not_given(frame.id, sentence, match.start()) or is_unsure(sentence, match.start()):
                continue
            if match.group()[:3].lower() == "to ":
                before += "to"  # 'is scheduled' in front of 'to attend'
            if frame.voice == "inverted" and WILL.search(sentence, max(0, match.start() - 12), match.end()):
                continue  # 'leaders attending will include', 'invited guests include'
            done = frame.voice in ("active", "mutual") and frame.role != "absent"
            if done and is_unreal(before, match.group()):
                continue
            if frame.voice == "passive" and (
                is_irreal(before)
                or TO_BE.search(before)
                or (frame.role in ("chaired", "led") and is_to_come(sentence, match.start()))
            ):
                continue  # 'will be met by', 'a forum to be chaired by'
            found.append(
                FrameHit(
                    frame=frame,
                    start=left,
                    end=right,
                    gerund=gerund,
                    perfect=first not in ("a", "an", "the") and is_perfect(before),
                    infinitive=is_infinitive(before),
                )
            )
    if len(found) < 2:
        return tuple(found)
    found.sort(
        key=lambda hit: (-(hit.end - hit.start), hit.start, hit.frame.strength == "soft", hit.frame.id)
    )
    kept: list[FrameHit] = []
    for hit in found:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _of_a_name(sentence: str, start: int, end: int) -> bool:
    """'the Fifth Touring Guidance Group': one word with a capital between words with capitals, outside headlines."""
    if not sentence[start].isupper():
        return False
    word = sentence[start:end]
    if word == "States" and CAPITAL_BEFORE.search(sentence, max(0, start - 30), start) is not None:
        return True  # 'the Community of Independent States has met'
    if " " in word or CAPITAL_BEHIND.match(sentence, end) is None:
        return False
    return CAPITAL_BEFORE.search(sentence, max(0, start - 30), start) is not None and (
        len(LOWER.findall(sentence)) >= RUNNING_TEXT
    )


def _modifies(sentence: str, start: int) -> bool:
    if VISITOR.match(sentence, start) and (
        RECEIVED.search(sentence, max(0, start - 12), start)
        or HOSTS_AHEAD.search(sentence, max(0, start - 90), start)
    ):
        return True
    return MODIFIER.match(sentence, start) is not None and (
        ARTICLE_BEFORE.search(sentence, max(0, start - 30), start) is not None
    )


def crosses(frame: Frame, left: int, right: int, start: int, end: int) -> bool:
    """Whether a name at `start:end` stands in the way of a verb at `left:right`."""
    if start >= right or left >= end:
        return False
    return not (frame.voice == "inverted" and left < start and end < right)
