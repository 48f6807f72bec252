"""Who made the report, and when and where it was filed: credits, datelines, source lines.

A credit may stand on a line of its own ('Editor: A B Responsible editor: C D'), in brackets before the first
sentence or after the last ('(Reporter: A B)'), or open a paragraph ('Reported by chief correspondent A B: ...'). The
stretch that it takes is cut out of the text that is read, whatever stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.records import PressFunction, PressName
from corpus.textrules import press_labels

NOT_A_NAME = r"(?:Editors?|Edit|Edited|Responsible|Executive|Chief|Duty|Managing|Reporters?|Correspondents?|Journalists?|Authors?|Photo\w*|Source|Time|Text|Proofread\w*|Review\w*|Translat\w*|Date|Published?|Release|Font|Initial|Final|Intern|Trainee|Hits|Views|News)\b"
WORD = rf"(?!{NOT_A_NAME})[A-Z][\w’'\-]*\.?"
NAME = rf"{WORD}(?: {WORD}){{1,3}}|[A-Z]{{2,}} {WORD}|[A-Z][a-z]+[A-Z][a-z]+"
NAMES = re.compile(rf"({NAME})")
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
AGENCY = r"(?:Xinhua(?: News Agency)?|[A-Z][\w ]{1,40}?(?:Daily|News|News Agency|News Network|Online|Net|Evening News|Morning Post|TV|Media|Television|Times|Herald|Gazette|Radio|newspaper|Client|client)(?: News)?|CNA|CNS|AP|AFP|Reuters|TASS|Yonhap|Bernama|VNA)"
DATELINE = re.compile(
    rf"^[ \t]*(?P<town>[A-Z][A-Za-z'’ .\-]{{1,40}}),\s+(?P<date>(?:{MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?P<year>\d{{4}}))?\s*\((?P<agency>[^()\n]{{2,60}})\)\s*(?:--?|—|–|:)?\s*",
    re.MULTILINE,
)
AGENCY_DATELINE = re.compile(
    rf"^[ \t]*(?:Report from |News from |\(|\[)?(?P<agency>{AGENCY}),?\s+(?:(?P<town>[A-Z][A-Za-z'’\-]+(?: [A-Z][A-Za-z'’\-]+)?),?\s+)?(?:on )?(?P<date>(?:{MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?P<year>\d{{4}}))?(?: news| report| electric| telegram)?[)\]]?,?[:\s]*(?:--?|—|–)?\s*",
    re.MULTILINE,
)
DAY_DATELINE = re.compile(
    r"^[ \t]*(?:News from (?:our|this) newspaper|(?:Our|This) newspaper(?:'s|’s)? (?:news|report)?|[A-Z][\w ]{2,40} (?:news|News))\s*(?:,\s*)?(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: news)?\s*(?=[(\[])",
    re.MULTILINE,
)
SOURCE = re.compile(
    r"(?:^|(?<=[\s\[(]))(?:source|news source|from|article source)\s*[:：]\s*(?P<source>[^\n|\]\)]{2,60}?)(?=\s*(?:$|\n|\]|\||\s{2,}|\)|(?:author|editor|edit|time|reporter|date|release)\b))",
    re.IGNORECASE | re.MULTILINE,
)
BARE_AGENCY = re.compile(rf"^[ \t]*[(\[](?P<agency>{AGENCY})[)\]]\s*(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Press names, the spans that are not read, and what the dateline says ('' where it says nothing)."""

    press: tuple[PressName, ...]
    spans: tuple[tuple[int, int], ...]
    town: str
    filed: str
    source: str


@lru_cache(maxsize=1)
def _credit() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    labels = "|".join(f"(?:{label})" for _, _, label in press_labels())
    # Names run on by commas, spaces, 'and'; the label ends in a colon, a slash or a space.
    names = rf"(?:{NAME})(?:[ ]*(?:,|、|and|&|/|;|[ ])[ ]*(?:{NAME}))*"
    whole = re.compile(rf"(?P<label>(?i:\b(?:{labels}))\.?)(?:[ ]*[:：/][ ]*|[ ]+)(?P<names>{names})")
    kinds = tuple(
        (re.compile(rf"(?:{label})\.?", re.IGNORECASE), function) for _, function, label in press_labels()
    )
    return whole, kinds


def read_byline(text: str) -> Byline:
    """Find the credits, the dateline and the source line of a report."""
    press: list[PressName] = []
    spans: list[tuple[int, int]] = []
    town = filed = source = ""
    head = text[:6000]
    dateline = DATELINE.search(head) or AGENCY_DATELINE.search(head)
    if dateline is not None:
        spans.append((dateline.start(), dateline.end()))
        town = _town(dateline.group("town") or "")
        filed = (
            f"{dateline.group('date')}, {dateline.group('year')}"
            if dateline.group("year")
            else dateline.group("date")
        )
        source = dateline.group("agency")
    else:
        day = DAY_DATELINE.search(head)
        if day is not None:
            spans.append((day.start(), day.end()))
    bare = BARE_AGENCY.search(head)
    if bare is not None:
        spans.append((bare.start(), bare.end()))
        source = source or bare.group("agency")
    stated = SOURCE.search(text)
    if stated is not None:
        source = stated.group("source").strip(" .-")
        spans.append((stated.start(), stated.end()))
    for start, end, names in _credits(text):
        spans.append((start, end))
        press.extend(names)
    return Byline(
        press=tuple(sorted(press, key=lambda p: (p.start, p.end))),
        spans=tuple(_merged(spans)),
        town=town,
        filed=filed,
        source=source.strip(),
    )


def _town(words: str) -> str:
    return words.title().strip() if words.isupper() else words.strip()


def _credits(text: str) -> list[tuple[int, int, list[PressName]]]:
    whole, kinds = _credit()
    out: list[tuple[int, int, list[PressName]]] = []
    at = 0
    while True:
        match = whole.search(text, at)
        if match is None:
            return out
        at = match.end()
        span = _frame(text, match.start(), match.end())
        if span is None:
            at = match.start("names")
            continue
        function = _function(kinds, match.group("label"))
        names = _names(text, match.start("names"), match.end("names"), function, kinds)
        end = max(span[1], names[-1].end) if names else span[1]
        out.append((span[0], end, names))
        at = max(match.end(), 0)


def _function(kinds: tuple[tuple[re.Pattern[str], str], ...], label: str) -> PressFunction:
    for pattern, function in kinds:
        if pattern.fullmatch(label.strip()):
            return function  # type: ignore[return-value]
    return "reporter"


def _names(
    text: str, start: int, end: int, function: PressFunction, kinds: tuple[tuple[re.Pattern[str], str], ...]
) -> list[PressName]:
    """The names of a credit; a label that is glued behind a name ('Editor: A B Responsible editor: C D') ends it."""
    out = []
    for match in re.finditer(rf"{WORD}(?: {WORD})*", text[start:end]):
        words = match.group()
        label = re.search(
            r"\s(?i:(?:responsible|executive|chief|duty|photo|editors?|edit|reporters?|correspondents?|source|author|review|time|proofread\w*|publish\w*|text|initial|first|second|final|intern|all)\b.*)",
            words,
        )
        if label:
            words = words[: label.start()]
        for piece_start, piece in _split(words):
            left = start + match.start() + piece_start
            out.append(PressName(name=piece, function=function, start=left, end=left + len(piece)))
    return out


def _split(words: str) -> list[tuple[int, str]]:
    """'Wang Lei Li Na' is two people where the words come in pairs and there are four of them."""
    parts = [(m.start(), m.group()) for m in re.finditer(r"\S+", words)]
    if len(parts) in (4, 6, 8) and all(p[1][:1].isupper() and p[1].isalpha() for p in parts):
        return [
            (parts[n][0], words[parts[n][0] : parts[n + 1][0] + len(parts[n + 1][1])])
            for n in range(0, len(parts), 2)
        ]
    return [(0, words)] if words.strip() else []


def _frame(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span a credit takes: its brackets, its line, or the opening of its paragraph; None where it is plain prose."""
    before = text[max(0, start - 60) : start]
    after = text[end : end + 40]
    label = text[start:end]
    opened = re.search(r"[(\[（【]([^()\[\]（）【】\n]{0,60})$", before)
    if opened:
        close = re.match(r"[^()\[\]（）【】\n]{0,80}[)\]）】]\.?\s*,?", text[end : end + 120])
        if close:
            return start - len(before) + opened.start(), end + close.end()
    line_start = text.rfind("\n", 0, start) + 1
    ahead = text[line_start:start].strip()
    colon = bool(re.search(r"[:：/]", label[: label.find(" ") if " " in label else None] + label)) and bool(
        re.match(r"[^:：/\n]{0,40}[:：/]", label)
    )
    if colon and (not ahead or re.search(r"[:：\d]|[A-Z][a-z]+$", ahead) or len(ahead) < 80):
        return start, end
    if not ahead and re.match(r"\s*(?:$|\n|[|/,;:])", after):
        return start, end
    if re.fullmatch(
        r"(?i:reported by|report by|by|text and photos? by|compiled by|photo by|story by)", ahead
    ) and re.match(r"\s*(?:$|\n|[:,|/-])", after):
        return line_start, end + (1 if after[:1] == ":" else 0)
    return None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
