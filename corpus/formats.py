"""What a reader of one file format gives: the reports of a file, each as text with metadata."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """One report as a file gives it; `row` counts from 1 in files that hold several, 0 elsewhere."""

    text: str
    row: int = 0
    metadata: dict[str, str] = field(default_factory=dict)
    repairs: tuple[str, ...] = ()


class UnreadableError(ValueError):
    """A file or a row cannot be read; the message is the clear line for the ledger."""
