"""Records of the corpus stage: what was published, and where in it a statement stands.

Every offset is a code point in `Document.text`, which is final: repairs are made before it, never after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ZoneKind = Literal["title", "body", "byline", "caption", "chrome", "notice"]
PressFunction = Literal["reporter", "editor", "photographer", "translator", "author", "source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of a document's text of one kind; the zones of a document follow each other, half open.

    `title` and `body` are read for participants. `byline` (reporters, editors, sources, page stamps),
    `caption`, `chrome` (navigation, share buttons) and `notice` (special statements) are set apart: kept in
    the text so that offsets stay true, and not read.
    """

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a `title` or `body` zone, without the white space around it; half open."""

    start: int
    end: int
    zone: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PressName:
    """A person who made the report (never one who sat in the meeting), where the page prints the name."""

    name: str
    function: PressFunction
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report, as it will be cited.

    `id` is a hash of what was read (text and metadata); `path` is relative to the folder given, with
    `#row` for a table row or a JSON line. `published` is the page's own date in EDTF (`XXXX-07-25` where the
    year is not printed), None where the page has none. `dateline_place` is the town of the dateline.
    `source` is the outlet as printed. `repairs` names what was done to the text before it became final.
    """

    id: str
    path: str
    title: str
    text: str
    published: str | None = None
    source: str = ""
    url: str = ""
    language: str = "en"
    dateline_place: str = ""
    press: tuple[PressName, ...] = ()
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quotation: `quote` stands at `start:end` of the text of the document at path `document`."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """Something read and not believed, or a file that could not be read, and why.

    `reason` is a short code (see `docs/LEDGER.md`), `detail` one clear line; `quote` with its offsets is
    empty where there is no text to quote.
    """

    document: str
    reason: str
    detail: str
    quote: str = ""
    start: int = 0
    end: int = 0


def evidence_of(document: Document, start: int, end: int) -> Evidence:
    """Quote `document` from `start` to `end`.

    Raises ValueError where the span is empty or outside the text.
    """
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"{document.path}: no text at {start}:{end} of {len(document.text)}")
    return Evidence(document=document.path, start=start, end=end, quote=document.text[start:end])
