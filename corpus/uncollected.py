"""Spare Python's search for reference cycles where none are made and millions of objects would be looked through."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do not look for cycles inside (measured: a fifth of a second build's time); what is counted is freed as ever."""
    before = gc.isenabled()
    if before:
        gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.freeze()  # what was made inside stays: to look through it now would cost what was spared
            gc.enable()


def collect_young() -> None:
    """Look for cycles among what was made lately alone: what a model's library leaves behind it."""
    gc.collect(1)
