"""GLiNER (Zaratiana et al., NAACL 2024): a model that finds what a label names, from a folder on this machine.

The library is an optional extra, imported when such a folder is given, and kept from asking any hub for files.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extract.model import PERSON, Mentions, ModelError, ModelSpan
from extract.model_spacy import full_digest

CONFIG = "gliner_config.json"
THRESHOLD = 0.5
"""The score from which a span counts: the library's own default."""
BATCH_SIZE = 8
OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


def is_gliner(path: Path) -> bool:
    """Whether a folder holds a GLiNER model."""
    return (path / CONFIG).is_file()


class GlinerModel:
    """A GLiNER model in a folder, asked for people."""

    def __init__(self, path: Path) -> None:
        if importlib.util.find_spec("gliner") is None:
            raise ModelError(
                f"model {path.name!r} needs the library gliner: install sederunt with the extra 'gliner'"
            )
        self.path = path
        self.name = path.name
        self.digest = full_digest(path)
        self._gliner: Any = None

    def annotate(self, texts: Sequence[str]) -> list[Mentions]:
        """Return the people of each text, in order; loads the model at the first call."""
        if self._gliner is None:
            self._gliner = self._load()
        if not texts:
            return []
        found = self._gliner.inference(list(texts), ["person"], threshold=THRESHOLD, batch_size=BATCH_SIZE)
        return [_mentions(text, rows) for text, rows in zip(texts, found, strict=True)]

    def _load(self) -> Any:
        for variable in OFFLINE:
            os.environ[variable] = "1"
        from gliner import GLiNER

        try:
            return GLiNER.from_pretrained(str(self.path), local_files_only=True)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise ModelError(f"model {self.name!r}: {' '.join(str(error).split())[:300]}") from error


def _mentions(text: str, rows: Sequence[dict[str, Any]]) -> Mentions:
    spans = []
    refused = []
    for row in rows:
        start, end = row["start"], row["end"]
        if 0 <= start < end <= len(text) and row.get("text", text[start:end]) == text[start:end]:
            spans.append(ModelSpan(start=start, end=end, label=PERSON))
        else:
            refused.append(f"a person at {start}:{end}, where the sentence has no such words")
    return Mentions(spans=tuple(spans), refused=tuple(refused))
