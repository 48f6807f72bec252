"""Visits that a speech only tells of: 'When the mayor went to the village, a fisherman told him that ...'."""

from __future__ import annotations

from collections.abc import Sequence

from extract.clause_act import Act


def is_anecdote(opening: str, act: Act, acts: Sequence[Act]) -> bool:
    """Whether a visit in a clause with 'when' only leads to what somebody else said; `opening` is the sentence's start.

    'When the mayor inspected the dyke, he stressed' reports a visit: the one who went is the one who speaks.
    """
    if act.strength != "visit" or not opening.lstrip("\"“' ").lower().startswith("when "):
        return False
    others = [other for other in acts if other is not act]
    if not others or any(other.strength != "soft" or other.carried for other in others):
        return False
    went = {entry.name.family or entry.name.name for entry in act.entries if entry.name is not None}
    return not any(
        entry.pronoun or (entry.name is not None and {entry.name.name, entry.name.family} & went)
        for other in others
        for entry in other.entries
    )
