"""Sentence spans: line breaks split, abbreviations and initials do not, a missing space after a stop does."""

from __future__ import annotations

import re

LONGEST = 2000
LETTER = re.compile(r"[^\W_]")
# each way begins with the sign itself, so that the search runs from sign to sign
END = re.compile(
    r"[.!?。！？](?:(?<![.!?。！？][.!?。！？])[.!?。！？]*+[”’\"')\]）]*+(?=\s|$)"
    r"|(?<=[a-z0-9)”\"’%]\.)(?=[“\"]?[A-Z][a-z])"
    r"|(?<=[。！？])(?<![.!?。！？][.!?。！？])[。！？]*+[”’\"')\]）]*+)"
)
TITLES = (
    "Ing|Lic|Dra|Gral|Mr|Mrs|Ms|Mx|Messrs|Mses|Mmes?|Mlle|Dr|Drs|Profs?|Cllrs?|Clrs?|Crs?|Ald|Rev|Revd|Revs|Ven|Fr|Hons?|Rt|Gen|Lt|Lieut|Col|Maj|Capt|Sgt|Cpl|Cdr|Cmdr|Adm|Brig|"
    "Barr|Engr?|Arc|Surv|Smt|Sri|Shri|Er|Adv|Rtd|Retd|Alh|Haj|Ir|Drg|Chas|Wm|Geo|Jas|Thos|Jos|Robt|Edw|Saml|Benj|Alex|Fredk|Jno|Richd|Ts|Ch|Sh|Kh|Zh|Dz|"
    "Gov|Sen|Rep|Amb|Supt|Insp|St|Ste|Sr|Jr|jun|sen|Esq|Bart|No|Nos|Art|Sec|Vol|pp|vs|v|viz|cf|al|approx|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|"
    "Bros?|Sis|Atty|Dept|Govt|Soc|Assn|Assoc|Com|Cttee|Comm|Hosp|Md|Mt|Ft|Rd|Univ|Inst|Min|Dir|Hr|Ag|Asst|Dep"
)
STYLE = re.compile(r"(?:^|[\s(\[“\"/])(?:H\.E|H\.R\.H|H\.H|H\.M|S\.E)\.$")
NEVER = re.compile(
    rf"(?:^|[\s(\[“\"/]|\d\.|[A-Z][a-z]{{1,4}}\.?-)(?:{TITLES}|i\.e|e\.g|H\.E|H\.R\.H|Ph\.D|M\.P|(?:[A-Z]\.)*[A-Z])\.$"
)
MAYBE = re.compile(
    r"(?:^|[\s(\[“\"/])(?:[ap]\.m|U\.S|U\.K|U\.N|E\.U|D\.C|U\.S\.S\.R|Co|Corp|Inc|Ltd|Plc|etc|St|Rd|Ph\.D|M\.P|(?:[A-Z]\.)*[A-Z])\.$"
)
OPENERS = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|On|In|At|This|That|These|Those|There|After|During|Before|Since|When|While|As|For|If|"
    r"By|Present|Absent|Apologies|Attendance|Also|Meanwhile|However|Then|To|From|His|Her|Their|Our|All|Both|Each|No|"
    r"Mr|Mrs|Ms|Messrs|Dr|Cllr|Cr|Members|Council|Minutes|Chairman|Under|With|Following)\b"
)
CLOCK_TAIL = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|EST|EDT|GMT|CST|Beijing|Eastern"
)
NUMBERING = re.compile(r"[\W_]*(?:\d{1,4}(?:[.)]\d{1,3})*[a-z]{0,4}|[ivxlc]{1,5}|[a-zA-Z])[.)]{1,2}")
HONORIFIC = re.compile(r"(?<![,.]) (?=(?:Mr|Mrs|Ms|Messrs|Mses|Dr|Cllrs?|Crs?|Councillor|Sir|Prof)\b)")
CUTS = (
    re.compile(r"(?<=[;；])\s"),
    HONORIFIC,
    re.compile(r"(?<=,)\s(?=(?:and|but|which|who|so|while|as|to)\b)"),
    re.compile(r"(?<=[,，])\s(?=[a-z])"),
    re.compile(r"(?<=[,，])\s"),
    re.compile(r"\s(?=[a-z])"),
    re.compile(r"\s"),
)


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut `text[start:end]` into sentences without the white space around them; linear in its length.

    A sentence of more than 2,000 characters (minutes on one line, a list of hundreds) is cut where a list entry
    or a clause ends, never inside a name where there is any other place.
    """
    out: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        _split_line(text, at, stop, out)
        at = stop + 1
    return out


def _split_line(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    at = start
    for match in END.finditer(text, start, end):
        stop = match.end()
        if stop <= at or not _ends(text, at, match.start(), stop, end):
            continue
        _add(text, at, stop, out)
        at = stop
    _add(text, at, end, out)


def _ends(text: str, start: int, mark: int, stop: int, end: int) -> bool:
    """Decide whether the stop at `mark:stop` ends the sentence that began at `start`."""
    if text[mark] != ".":
        return True
    following = text[stop : min(end, stop + 24)].lstrip(" ")
    if following[:1].islower() or following[:1] in (",", ";", ":", "，"):
        return False
    if mark - start <= 12 and NUMBERING.fullmatch(text[start:stop].strip()):
        return False
    word = text[max(start, mark - 14) : mark + 1]
    if STYLE.search(word):
        return False
    if MAYBE.search(word):
        clock = re.search(r"[ap]\.m\.$", word) is not None
        if following[:1].isdigit() or (clock and CLOCK_TAIL.match(following)):
            return False
        if clock or re.search(r"\betc\.$", word):
            return True
        return not following or bool(OPENERS.match(following))
    return not NEVER.search(word)


def _add(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _safe_place(text, start + LONGEST // 2, start + LONGEST)
        _keep(text, start, cut, out)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    _keep(text, start, end, out)


def _safe_place(text: str, low: int, high: int) -> int:
    """The last place between `low` and `high` where the best kind of cut is found; `high` if there is none."""
    for pattern in CUTS:
        places = [match.end() for match in pattern.finditer(text, low, high)]
        if places:
            return places[-1]
    return high


def _keep(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and LETTER.search(text, start, end):
        out.append((start, end))
