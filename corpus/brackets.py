"""Credits in brackets: '(Reporter: A B)', '[Editor in charge: A B]', '(Photo by A B/Xinhua)', '(Xinhua)'.

A bracket is a credit if it holds labels with names and nothing else but an outlet, or an outlet alone at the edge of
a line. '(left in image)' and '(journalists who were there were told)' are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.dateline import is_outlet
from corpus.fields import read_fields
from corpus.pressnames import NameList, press_names, read_names
from corpus.records import PressName
from corpus.textrules import field_rules, lead_pattern, outlet_patterns

BRACKET = re.compile(r"(?:\(|\[|（|【)([^()\[\]（）【】\n]{2,240})(?:\)|\]|）|】)")
TAIL = re.compile(
    r"(?:[\s,，、;；/|·.:：-]|\b(?-i:(?:from|in) (?:the (?:[A-Z][\w’'-]+ ?){1,6}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))|\b(?:and|report(?:s|ed|ing)?|text|words|photos?|pictures?|images?|video|from|in|file|provided|intern)\b)*",
    re.IGNORECASE,
)
SENTENCE_ENDS = (".", "!", "?", "”", '"', "。")
PROSE = re.compile(r"(?:\S+ ){6}\S+[.!?](?=\s|$)")  # seven words that end as a sentence: no page furniture
SIGNATURES = 4
LONGEST_LEAD = 90  # letters of an outlet and a day in front of who wrote for it
FILED = re.compile(
    r"[^\n.!?()]*\b(?:Network|News|Online|Daily|Client|Net|Media|Agency|Times|Newspaper|Post)\b[^\n.!?()]{0,40}"
)
SIZES = re.compile(
    r"\b(?:Large|Medium|Middle|Small|Font|Print|Share)\b"
)  # '(Large Middle Small)': how big the letters are
OPENS = re.compile(r"\s*[:：]?\s*(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The span of a credit with its brackets, the names in it, and the outlet ('' if none).

    `pictures` is true where only a photographer or a picture's source is named.
    """

    start: int
    end: int
    press: tuple[PressName, ...]
    source: str = ""
    pictures: bool = False


@cache
def _spaced() -> re.Pattern[str]:
    """Any label, with a colon or a space before the name."""
    parts = "|".join(
        f"(?P<r{n}>{rule.label})"
        for n, rule in enumerate(field_rules())
        if rule.kind == "press" and rule.style == "any"
    )
    return re.compile(
        rf"(?<![\w’'-])(?:{parts})(?:\s?[:：/|]\s*|\s+|$|(?<=by)(?=(?-i:[A-Z])))", re.IGNORECASE
    )


def bracket_credits(text: str) -> Iterator[Credit]:
    """Find the credits in brackets, in order."""
    for match in BRACKET.finditer(text):
        credit = _credit(text, match.start(1), match.end(1))
        if credit is not None:
            yield Credit(
                start=match.start(),
                end=match.end(),
                press=credit.press,
                source=credit.source,
                pictures=credit.pictures,
            )
            continue
        inside = match.group(1)
        signed = _signature(text, match) or _filed_by(text, match)
        if signed:
            yield Credit(start=match.start(), end=match.end(), press=tuple(signed))
        elif is_outlet(inside) and _at_edge(text, match.start(), match.end()):
            yield Credit(start=match.start(), end=match.end(), press=(), source=inside.strip())


def read_credit(text: str, start: int, end: int) -> Credit | None:
    """Read a stretch that holds a credit and nothing else ('Our reporter A B, Correspondent C D')."""
    found = list(_spaced().finditer(text, start, end))
    if not found or not _lead(text[start : found[0].start()]):
        return None
    press: list[PressName] = []
    for number, match in enumerate(found):
        limit = found[number + 1].start() if number + 1 < len(found) else end
        rule = field_rules()[int(next(k for k, v in match.groupdict().items() if v is not None)[1:])]
        at = match.end()
        while True:  # 'A B/Text C D/Photo': names go on behind what the first one did
            names = read_names(text, at, limit)
            if not names.spans:
                names = _one_word_first(text, at, limit)
            if not names.spans:
                break
            press += press_names(text, names, rule.function)
            done = TAIL.match(text, names.stop, limit)
            at = done.end() if done else names.stop
        if not _tail(text[at:limit]):
            return None
    # without a name, only a credit that consists of its label ('(Reporter)')
    if not press and found[0].end() < end:
        return None
    pictures = all(name.function == "photographer" for name in press) and "ext" not in text[start:end]
    return Credit(start=start, end=end, press=tuple(press), pictures=pictures)


def _one_word_first(text: str, start: int, end: int) -> NameList:
    """'(Reporters Tana, Wu Yan)': a list in which names of one word stand beside others, to the end of the credit."""
    names = read_names(text, start, end, single=True)
    return names if len(names.spans) > 1 and names.stop == end else NameList(spans=(), stop=start)


def _credit(text: str, start: int, end: int) -> Credit | None:
    fields = read_fields(text, start, end)
    if fields is not None:
        whole = _tail(text[fields.end : end]) and _lead(text[start : fields.start])
        if whole and (fields.press or fields.source):
            pictures = {name.function for name in fields.press} == {"photographer"}
            return Credit(start=start, end=end, press=fields.press, source=fields.source, pictures=pictures)
    if fields is not None and fields.end == end and fields.start == start:
        return Credit(start=start, end=end, press=fields.press, pictures=True)
    slash = re.match(r"[^/]{2,40}/\s?", text[start:end])
    if slash and is_outlet(
        re.sub(r"(?i)\b(?:file )?(?:photo|picture)\b", "", slash.group()[:-1]).strip(" /") or "News"
    ):
        names = read_names(text, start + slash.end(), end)
        agency, _ = outlet_patterns()
        if names.spans and names.stop == end:
            return Credit(
                start=start, end=end, press=tuple(press_names(text, names, "photographer")), pictures=True
            )
        if agency.fullmatch(text[start + slash.end() : end]):
            return Credit(start=start, end=end, press=(), pictures="hoto" in slash.group())
    return read_credit(text, start, end)


def _signature(text: str, match: re.Match[str]) -> list[PressName]:
    """Names alone in the last bracket of a page, behind a sentence that ended: '... to the end. (A B, C D)'."""
    if not text[: match.start()].rstrip().endswith(SENTENCE_ENDS) or PROSE.search(text, match.end()):
        return []
    if text[match.end() : match.end() + 1] not in ("", "\n", " ") or BRACKET.search(text, match.end()):
        return []
    names = read_names(text, match.start(1), match.end(1))
    if not names.spans or names.stop != match.end(1) or len(names.spans) > SIGNATURES:
        return []
    return press_names(text, names, "author")


def _filed_by(text: str, match: re.Match[str]) -> list[PressName]:
    """Names alone in a bracket behind the outlet that opens the report: 'Linhe Daily Client News (A B, C D) On May 9 ...'."""
    line = text.rfind("\n", 0, match.start()) + 1
    if match.start() - line > LONGEST_LEAD or FILED.fullmatch(text, line, match.start()) is None:
        return []
    if OPENS.match(text, match.end()) is None or SIZES.search(match.group(1)):
        return []
    names = read_names(text, match.start(1), match.end(1))
    if not names.spans or names.stop != match.end(1) or len(names.spans) > SIGNATURES:
        return []
    return press_names(text, names, "author")


def _lead(words: str) -> bool:
    """Before the first label: nothing, an outlet, a stock phrase, or a bullet."""
    plain = words.strip(" \t,，:：·■□◎●◆▲*-–—/|")
    plain = lead_pattern().sub("", plain).strip(" ,")
    return (
        not plain
        or is_outlet(plain)
        or bool(re.fullmatch(r"(?:[A-Z][\w’'-]+ ?){1,2}", plain) and is_outlet(plain))
    )


def _tail(words: str) -> bool:
    rest = TAIL.sub("", words.strip(), count=1) if words.strip() else ""
    return not rest or is_outlet(rest)


def _at_edge(text: str, start: int, end: int) -> bool:
    """A bracket opens its line or closes it (with its full stop)."""
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t.。":
        end += 1
    return start == 0 or text[start - 1] == "\n" or end == len(text) or text[end] == "\n"
