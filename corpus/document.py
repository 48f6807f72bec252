"""One report's text to a `Document`: repaired, divided into zones and sentences, with its credits and its date."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from corpus.byline import merged, read_byline
from corpus.pagedate import page_date
from corpus.records import Document, Sentence
from corpus.reflow import reflow, without_line_numbers
from corpus.repair import repair
from corpus.sentences import split_sentences
from corpus.unwrap import unwrap
from corpus.zones import zones_of

METADATA = ("title", "date", "published", "source", "url", "author", "language")


def document_from_text(
    text: str, *, path: str, metadata: Mapping[str, str] | None = None, repairs: tuple[str, ...] = ()
) -> Document:
    """Make a document of a report's text.

    `metadata` may give title, date or published, source, url, author, language; `repairs` names what a reader did to
    the text before. Any text is accepted: a page without a sentence makes a document without one.
    """
    given = {
        key: " ".join(repair(str(metadata[key])).text.split())
        for key in METADATA
        if metadata and metadata.get(key)
    }
    decoded = repair(text, repairs)
    unnumbered = without_line_numbers(decoded.text)
    text, wrapped = unwrap(unnumbered)
    text, broken = reflow(text)
    done = (
        *decoded.repairs,
        *(["line numbers left out"] if unnumbered != decoded.text else []),
        *(["hard line breaks joined"] if wrapped else []),
        *(["flattened minutes broken into lines"] if broken else []),
    )
    byline = read_byline(text)
    date = page_date(
        text,
        metadata=given.get("published") or given.get("date", ""),
        url=given.get("url", ""),
        filed=byline.filed,
    )
    cut = merged([*byline.spans, *([date.span] if date.span else [])])
    page = zones_of(text, cut=cut, pictures=byline.pictures, title=given.get("title", ""))
    sentences = tuple(
        Sentence(start=start, end=end, zone=zone.kind)
        for zone in page.zones
        if zone.kind in ("title", "body")
        for start, end in split_sentences(text, zone.start, zone.end)
    )
    digest = hashlib.sha256(json.dumps([text, given], ensure_ascii=True, sort_keys=True).encode())
    return Document(
        id=f"d{digest.hexdigest()[:16]}",
        path=path,
        title=page.headline,
        text=text,
        published=date.day,
        source=given.get("source") or byline.source or page.outlet,
        url=given.get("url", ""),
        language=given.get("language") or _language(text),
        dateline_place=byline.town,
        press=byline.press,
        zones=page.zones,
        sentences=sentences,
        repairs=done,
    )


CHINESE = re.compile("[\u4e00-\u9fff]")


def _language(text: str) -> str:
    """'zh' where most letters are Chinese characters, else 'en' (what the next stage reads)."""
    head = text[:20_000]
    chinese = len(CHINESE.findall(head))
    return "zh" if chinese and chinese * 2 > sum(character.isalpha() for character in head) else "en"
