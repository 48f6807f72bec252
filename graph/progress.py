"""What a build tells of how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int, int], None]
"""Told of a stage, how much of it is done, of how much, and the words read in it so far."""


@contextmanager
def told(progress: Progress, stage: str) -> Iterator[None]:
    """Tell of a stage that is done at once."""
    progress(stage, 0, 1, 0)
    yield
    progress(stage, 1, 1, 0)
