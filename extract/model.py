"""The model that sees the people whom the grammar cannot see: a plug-in behind one method, `annotate`.

The pinned small English model of spaCy by default; another spaCy pipeline, a GLiNER folder or an LLM at an address instead.
What any of them finds passes through the same merging and role rules: it can put nobody into a meeting by itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ENVIRONMENT = "SEDERUNT_MODEL"
SCHEMES = ("http://", "https://")
PERSON = "PERSON"


class ModelError(ValueError):
    """A model cannot be used; the message names it and says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpan:
    """What a model found at `start:end` of a text, half open; `label` is spaCy's (PERSON, ORG, GPE ...)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What a model says of one text: `spans`; what it said and cannot be used (`refused`); why it said nothing (`failed`)."""

    spans: tuple[ModelSpan, ...] = ()
    refused: tuple[str, ...] = ()
    failed: str = ""


class Model(Protocol):
    """Anything that finds entities; `digest` changes where its files or its prompt change, and goes into the manifest."""

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str: ...

    def annotate(self, texts: Sequence[str]) -> list[Mentions]: ...


def load_model(name: str | None = None, *, answers: Path | None = None) -> Model | None:
    """Load the model to use: `name`, else the environment's SEDERUNT_MODEL, else the pinned small model.

    `name` is an installed spaCy pipeline, a folder with one, a folder with a GLiNER model, or the address of a server that
    speaks OpenAI's protocol, with the model behind '#' (`http://localhost:11434/v1#qwen3:8b`), whose answers are kept in
    the file `answers`; 'none' means the grammar alone. Returns None for 'none', and where nothing is named and the pinned
    model is not installed (`describe_model` says which).

    Raises FileNotFoundError where a model is named and not found, ModelError where it cannot be used.
    """
    chosen = name or os.environ.get(ENVIRONMENT, "") or None
    if chosen == "none":
        return None
    if is_address(chosen):
        from extract.model_llm import LlmModel

        if not name:
            raise ModelError(f"an address is taken from --model alone, not from {ENVIRONMENT}")
        assert chosen is not None
        return LlmModel(chosen, answers)
    from extract.model_gliner import GlinerModel, is_gliner
    from extract.model_spacy import PINNED, SpacyModel, find_model

    if chosen and is_gliner(Path(chosen)):
        return GlinerModel(Path(chosen))
    path = find_model(chosen)
    return SpacyModel(path, Path(chosen or PINNED).name) if path is not None else None


def is_pinned(name: str | None = None) -> bool:
    """Whether `load_model` gives the pinned small model for this name: it is one of our own dependencies."""
    from extract.model_spacy import CARRIERS, PINNED

    return (name or os.environ.get(ENVIRONMENT, "") or PINNED) in (PINNED, *CARRIERS)


def is_address(name: str | None) -> bool:
    """Whether a model's name is the address of a server."""
    return name is not None and name.lower().startswith(SCHEMES)


def describe_model(name: str | None = None) -> str:
    """Say in one line which model would be used and why. Raises what `load_model` raises."""
    chosen = name or os.environ.get(ENVIRONMENT, "") or None
    source = "argument" if name else (ENVIRONMENT if chosen else "default")
    if chosen == "none":
        return f"no model ({source}): names by grammar alone"
    model = load_model(name)
    if model is None:
        from extract.model_spacy import PINNED

        return f"no model: {PINNED} is not installed; names by grammar alone"
    return f"{model.name} ({source}), digest {model.digest[:12]}"
