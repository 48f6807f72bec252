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


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """The reports of a file, and the rows that hold none, each with the reason."""

    reports: tuple[RawReport, ...]
    bad_rows: tuple[tuple[int, str], ...] = ()


class UnreadableError(ValueError):
    """A file cannot be read; the message is the clear line for the ledger."""
