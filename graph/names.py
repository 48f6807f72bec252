"""What is raised where a name leads to nobody, or to several."""

from __future__ import annotations

from collections.abc import Sequence


class UnknownName(LookupError):  # noqa: N818 -- reads as what it says: an unknown name
    """Nobody in the network has this name; the message suggests the nearest ones."""


class AmbiguousName(LookupError):  # noqa: N818 -- reads as what it says: an ambiguous name
    """Several people (or bodies) have this name; `labels` tells them apart."""

    def __init__(self, name: str, labels: Sequence[str], what: str = "people") -> None:
        self.labels = tuple(labels)
        super().__init__(f"'{name}' is {len(self.labels)} {what}: {'; '.join(self.labels)}")
