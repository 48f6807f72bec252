"""Bytes to text: UTF-8 first, then GB18030 where the high bytes pair up as Chinese, then Windows-1252."""

from __future__ import annotations

import codecs
import re

from corpus.repair import Decoded

HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
ODD_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class NotTextError(ValueError):
    """The bytes are no text (a binary file, whatever its name says)."""


def decode(data: bytes) -> Decoded:
    """Decode a file's bytes and say how; the text is not yet repaired.

    Raises NotTextError where the bytes hold many NULs or control characters.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, "utf-16")
    nulls = data[:100_000].count(0)
    if nulls * 10 > len(data[:100_000]) * 4:
        # every second byte of Latin text in UTF-16 is NUL
        even, odd = data[:100_000:2].count(0), data[1:100_000:2].count(0)
        if min(even, odd) * 20 <= max(even, odd):
            return _utf16(data, "utf-16-be" if even > odd else "utf-16-le")
    strange = len(ODD_BYTES.findall(data))
    if strange > 2 and strange * 100 > len(data):
        raise NotTextError("holds NUL or control bytes throughout: a binary file, whatever its name says")
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    try:
        return Decoded(text=data.decode("utf-8"), repairs=())
    except UnicodeDecodeError:
        return _legacy(data)


def _utf16(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(text=data.decode(codec), repairs=("read as UTF-16",))
    except UnicodeDecodeError as error:
        raise NotTextError(f"broken UTF-16: {error.reason} at byte {error.start}") from error


def _legacy(data: bytes) -> Decoded:
    if _pairs_up(data):
        return Decoded(text=data.decode("gb18030", errors="replace"), repairs=("read as GB18030",))
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken * 10 <= sum(character > "\x7f" for character in text):
        # UTF-8 with a few bytes lost is nearer than Windows-1252, which would turn all of it to mojibake
        return Decoded(text=text, repairs=("undecodable bytes replaced",))
    return Decoded(text=data.decode("cp1252", errors="replace"), repairs=("read as Windows-1252",))


def _pairs_up(data: bytes) -> bool:
    """Nearly all high bytes stand in even runs of pairs from the rows of punctuation and common characters.

    Windows-1252 has lone high bytes (quotes, accents) or pairs of accented letters, which are other rows.
    """
    pairs = common = lone = 0
    for match in HIGH_BYTES.finditer(data):
        run = match.group()
        if len(run) % 2:
            lone += 1
            continue
        for lead in run[::2]:
            pairs += 1
            common += 0xA1 <= lead <= 0xA3 or 0xB0 <= lead <= 0xD7
    return pairs > 0 and lone * 20 <= pairs and common * 10 >= pairs * 8
