"""Bytes to text, and the repairs that make it readable, each recorded by name.

UTF-8 first, then GB18030 where the high bytes pair up as Chinese, then Windows-1252. Text that was GBK and was read as
Latin-1 somewhere on its way ('Party¡¯s') is repaired run by run: a run of Latin-1 high characters that decodes as
GB18030 to punctuation or Chinese is replaced by what it decodes to.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

MOJIBAKE = re.compile(r"[\u00a1-\u00fe]{2,}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b]")


class NotTextError(ValueError):
    """The bytes are no text (a binary file, whatever its name says)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Readable text and the names of the repairs that made it so."""

    text: str
    repairs: tuple[str, ...]


def decode(data: bytes) -> Decoded:
    """Decode a file's bytes and repair the text.

    Raises NotTextError where the bytes hold NULs or mostly control characters.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return repair(data.decode("utf-16"), ("read as UTF-16",))
        except UnicodeDecodeError as error:
            raise NotTextError(f"broken UTF-16: {error.reason}") from error
    if b"\x00" in data:
        raise NotTextError("holds NUL bytes: a binary file")
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    repairs: tuple[str, ...] = ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text, repairs = _decode_legacy(data)
    odd = len(CONTROL.findall(text))
    if odd > 8 and odd * 20 > len(text):
        raise NotTextError("holds mostly control characters: a binary file")
    return repair(text, repairs)


def _decode_legacy(data: bytes) -> tuple[str, tuple[str, ...]]:
    """GB18030 where high bytes come in pairs that make Chinese or its punctuation, else Windows-1252."""
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        chinese = ""
    if chinese:
        foreign = [ch for ch in chinese if ord(ch) > 0x7F]
        plausible = sum(_is_chinese(ch) for ch in foreign)
        if foreign and plausible * 10 >= len(foreign) * 9:
            return chinese, ("read as GB18030",)
    try:
        return data.decode("cp1252"), ("read as Windows-1252",)
    except UnicodeDecodeError:
        return data.decode("utf-8", errors="replace"), ("undecodable bytes replaced",)


def _is_chinese(character: str) -> bool:
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3000 <= code <= 0x303F
        or 0xFF00 <= code <= 0xFFEF
        or 0x2010 <= code <= 0x2026
    )


def repair(text: str, repairs: tuple[str, ...] = ()) -> Decoded:
    """Repair text that is already decoded: line ends, mojibake, invisible and control characters, NFC."""
    done = list(repairs)

    def note(before: str, after: str, name: str) -> str:
        if before != after and name not in done:
            done.append(name)
        return after

    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    text = note(text, MOJIBAKE.sub(_unmangle, text), "GBK read as Latin-1")
    text = note(text, CONTROL.sub(" ", text), "control characters removed")
    text = note(text, INVISIBLE.sub("", text), "invisible characters removed")
    text = SPACES.sub(" ", text)
    text = note(text, unicodedata.normalize("NFC", text), "composed to NFC")
    if "\ufffd" in text:
        done.append("holds replacement characters")
    # A lone surrogate cannot be written as UTF-8: it is shown as the replacement character.
    text = note(text, re.sub(r"[\ud800-\udfff]", "\ufffd", text), "lone surrogates replaced")
    return Decoded(text=text, repairs=tuple(done))


def _unmangle(match: re.Match[str]) -> str:
    run = match.group()
    try:
        fixed = run.encode("latin-1").decode("gb18030")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run
    return fixed if all(_is_chinese(ch) for ch in fixed) else run
