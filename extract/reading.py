"""Read one report: from sentences to people, gatherings, roles, posts and the ledger. A pure function of its input."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from corpus.records import Document
from corpus.uncollected import uncollected
from extract.codec import from_json, to_json
from extract.local import Reading
from extract.model import Model
from extract.vocabulary import RULES


def reading_to_json(reading: Reading) -> str:
    """Write a reading for the store."""
    return to_json(reading)


def reading_from_json(text: str) -> Reading:
    """Read what `reading_to_json` wrote."""
    return from_json(Reading, text)


@lru_cache(maxsize=8)
def _code_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted((*RULES.glob("*"), *Path(__file__).parent.glob("*.py"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def fingerprint(model: Model | None) -> str:
    """Name what a reading depends on besides the report: the code and rules of this stage, and the model."""
    return f"{_code_digest()[:16]}-{model.digest[:16] if model is not None else 'none'}"


def is_complete(reading: Reading) -> bool:
    """Whether nothing failed that may come right at the next reading (a model's server that did not answer)."""
    return all(row.reason != "model failed" for row in reading.ledger)


def read_report(document: Document, model: Model | None) -> Reading:
    """Read one report into what it states.

    The result depends on the document, the rules and the model alone. Never raises on any text.
    """
    from extract.results import (
        Results,
    )  # the rules are loaded where a report is read, not by a build whose workers read

    with uncollected():
        reader = Results(document, model)
        reader.walk()
        return reader.finish()
