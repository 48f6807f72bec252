"""Repairs that make decoded text readable, each recorded by name; made before the text is final.

Text that was GBK and was read as Latin-1 somewhere on its way ('Party¡¯s') is repaired pair by pair: a pair of Latin-1
characters that GB18030 reads as punctuation always, pairs that it reads as Chinese only in runs that no European
language writes. UTF-8 that was read as Windows-1252 ('Partyâ€™s') and Windows-1252 that was read as Latin-1 are put
right too. Chinese characters are never changed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.tabs import without_tabs

ODD = re.compile("[^\n -~‘’“”–—…]|[a-zA-Z]–[a-zA-Z]")
"""What any repair could touch: a text without it is readable as it is."""
HIGH_RUN = re.compile(r"[\u00a1-\u00fe]{2,}")
DASHES = re.compile(r"\u00a8[CD](?![a-z])")  # GBK dashes whose second byte is an ASCII letter
CP1252_HIGH = (
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
UTF8_RUN = re.compile(rf"[\u00c2-\u00f4][\u0080-\u00bf{CP1252_HIGH}]{{1,3}}")
C1_QUOTES = re.compile(r"[\x91-\x97]")
C1 = re.compile(r"[\x80-\x9f]")
LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\ufff9-\ufffb]")
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
DASHED_OFFICE = re.compile(
    r"(?<=\b[Ee]x)–(?=[Oo]fficio)|(?<=\b[Vv]ice)–(?=[A-Za-z])|(?<=[a-z])–(?=[Ee]lect\b)|(?<=\bNon)–(?=[A-Za-z])|(?<=\b[Cc]o)–(?=[A-Za-z])"
)
SURROGATE = re.compile(r"[\ud800-\udfff]")
POUND_FRACTION = re.compile("\u00a3[\u00bc-\u00be]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Readable text and the names of the repairs that made it so."""

    text: str
    repairs: tuple[str, ...]


def repair(text: str, repairs: tuple[str, ...] = ()) -> Decoded:
    """Repair decoded text: mojibake, line ends, control and invisible characters, spaces, NFC."""
    if ODD.search(text) is None:
        return Decoded(text=text, repairs=repairs)
    steps = (
        ("Windows-1252 read as Latin-1", _c1_to_cp1252),
        ("UTF-8 read as Windows-1252", lambda old: UTF8_RUN.sub(_utf8, old)),
        ("GBK read as Latin-1", _gbk),
        ("", lambda old: LINE_ENDS.sub("\n", old)),
        ("control characters removed", lambda old: CONTROL.sub(" ", old)),
        ("invisible characters removed", lambda old: INVISIBLE.sub("", old)),
        ("", without_tabs),
        ("", lambda old: SPACES.sub(" ", old)),
        ("", lambda old: DASHED_OFFICE.sub("-", old)),
        ("lone surrogates replaced", lambda old: SURROGATE.sub("\ufffd", old)),
        ("composed to NFC", _compose),
    )
    done = list(repairs)
    for name, step in steps:
        after = step(text)
        if name and after != text and name not in done:
            done.append(name)
        text = after
    if "\ufffd" in text and "holds replacement characters" not in done:
        done.append("holds replacement characters")
    return Decoded(text=text, repairs=tuple(done))


def _c1_to_cp1252(text: str) -> str:
    """C1 codes are curly quotes and dashes of Windows-1252 where such quotes are among them."""
    if not C1_QUOTES.search(text):
        return text
    return C1.sub(lambda match: match.group().encode("latin-1").decode("cp1252", errors="replace"), text)


def _utf8(match: re.Match[str]) -> str:
    """Read a run as the UTF-8 that it was; a run that is none, or a lone accent, stays."""
    data = bytearray()
    for character in match.group():
        code = ord(character)
        data += bytes([code]) if code < 0x100 else character.encode("cp1252")
    for size in range(len(data), 1, -1):
        try:
            fixed = bytes(data[:size]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        # two Latin-1 letters may stand side by side in a real word; three code units in a row do not
        if size == 2 and match.group()[0] not in "\u00c2\u00c3":
            return match.group()
        return fixed + match.group()[size:]
    return match.group()


def _gbk(text: str) -> str:
    repaired = HIGH_RUN.sub(_gbk_run, text)
    if repaired != text or DASHES.search(text):
        other = repaired != text
        repaired = DASHES.sub(
            lambda match: ("\u2013" if match.group()[1] == "C" else "\u2014") if other else match.group(),
            repaired,
        )
    return repaired


def _gbk_run(match: re.Match[str]) -> str:
    run = match.group()
    long = (
        len(run) >= 4 and len(run) % 2 == 0 and all(_level_one(run[n : n + 2]) for n in range(0, len(run), 2))
    )
    out, at = [], 0
    while at < len(run):
        pair = run[at : at + 2]
        fixed = _pair(pair)
        if fixed and (long or "\u00a1" <= pair[0] <= "\u00a3") and not POUND_FRACTION.match(pair):
            out.append(fixed)
            at += 2
        else:
            out.append(run[at])
            at += 1
    return "".join(out)


def _pair(pair: str) -> str:
    if len(pair) < 2:
        return ""
    try:
        fixed = pair.encode("latin-1").decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return fixed if len(fixed) == 1 and not "\ue000" <= fixed <= "\uf8ff" else ""


def _level_one(pair: str) -> bool:
    """A pair of the rows of GB2312 that hold punctuation, digits and the 3,755 common characters."""
    return len(pair) == 2 and ("\u00a1" <= pair[0] <= "\u00a3" or "\u00b0" <= pair[0] <= "\u00d7")


def _compose(text: str) -> str:
    """NFC, except for the compatibility ideographs, which it would exchange for other characters."""
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = re.split(r"([\uf900-\ufaff\U0002f800-\U0002fa1f]+)", text)
    return "".join(part if n % 2 else unicodedata.normalize("NFC", part) for n, part in enumerate(parts))
