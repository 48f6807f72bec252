"""Cycles are left alone where that was asked for, and found again after it: nothing piles up from report to report."""

from __future__ import annotations

import gc
import weakref

from corpus.uncollected import uncollected


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


def test_a_cycle_is_found_after_the_block() -> None:
    for _ in range(3):
        with uncollected():
            assert not gc.isenabled()
            lost = weakref.ref(Circle())
        assert gc.isenabled()
        gc.collect()
        assert lost() is None


def test_what_stays_is_not_looked_through_until_the_next_time() -> None:
    with uncollected(stays=True):
        lost = weakref.ref(Circle())
        with uncollected():  # inside another it changes nothing
            pass
        assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    with uncollected(stays=True):
        pass
    gc.unfreeze()
    gc.collect()
    assert lost() is None


def test_nothing_is_switched_on_that_was_off() -> None:
    gc.disable()
    try:
        with uncollected(stays=True):
            pass
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()
