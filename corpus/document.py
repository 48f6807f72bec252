"""One report's text to a `Document`: repaired, divided into zones and sentences, with its credits and its date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from corpus.byline import read_byline
from corpus.decoding import repair
from corpus.pagedate import published_of
from corpus.records import Document, Sentence
from corpus.sentences import split_sentences
from corpus.unwrap import unwrap
from corpus.zones import zones_of

METADATA = ("title", "date", "published", "source", "url", "author", "language")


def document_from_text(
    text: str, *, path: str, metadata: Mapping[str, str] | None = None, repairs: tuple[str, ...] = ()
) -> Document:
    """Make a document of a report's text.

    `metadata` may give title, date or published, source, url, author, language. Any text is accepted.
    """
    given = {key: " ".join(str(value).split()) for key, value in (metadata or {}).items() if value}
    decoded = repair(text, repairs)
    text, wrapped = unwrap(decoded.text)
    done = (*decoded.repairs, "hard line breaks joined") if wrapped else decoded.repairs
    byline = read_byline(text)
    published, stamp = published_of(
        text,
        metadata=given.get("published") or given.get("date", ""),
        url=given.get("url", ""),
        filed=byline.filed,
    )
    cut = sorted([*byline.spans, *([stamp] if stamp else [])])
    zones, headline = zones_of(text, cut=cut, title=given.get("title", ""))
    sentences = tuple(
        Sentence(start=start, end=end, zone=zone.kind)
        for zone in zones
        if zone.kind in ("title", "body")
        for start, end in split_sentences(text, zone.start, zone.end)
    )
    digest = hashlib.sha256(
        json.dumps(
            [text, {key: given.get(key, "") for key in METADATA}], ensure_ascii=True, sort_keys=True
        ).encode()
    ).hexdigest()
    return Document(
        id=f"d{digest[:16]}",
        path=path,
        title=headline,
        text=text,
        published=published,
        source=given.get("source") or byline.source,
        url=given.get("url", ""),
        language=given.get("language", "en"),
        dateline_place=byline.town,
        press=byline.press,
        zones=zones,
        sentences=sentences,
        repairs=done,
    )
