"""In which roles people stand in a report, and which of these make co-attendance."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal[
    "chaired",
    "spoke",
    "reported",
    "attended",
    "observed",
    "led",
    "accompanied",
    "invoked",
    "absent",
]
ROLES: tuple[Role, ...] = get_args(Role)
PRESENT: frozenset[str] = frozenset(ROLES) - {"invoked", "absent"}
"""The roles that make co-attendance."""
