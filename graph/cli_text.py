"""What the command line prints: one console, text of documents made harmless, errors in one line."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that a terminal obeys or cannot show: controls, direction marks, lone surrogates."""


MISTAKE, IN_USE, NO_ROOM, STOPPED = 2, 3, 4, 130
"""Exit statuses: a mistake in the command or its input, another build in the folder, a full disk, stopped by Ctrl-C.
0 is done, and 1 is a finding (of `doctor`, `labels`)."""


class UserError(Exception):
    """Something the user can put right; printed as one line, and the command ends with `status`."""

    def __init__(self, message: str, *, status: int = MISTAKE) -> None:
        super().__init__(message)
        self.status = status


def plain(text: str) -> str:
    """Make text from a document or a file name harmless for a terminal: white space to blanks, no unseen characters."""
    spaced = (" " if char.isspace() else char for char in text)
    return "".join(char for char in spaced if unicodedata.category(char) not in UNSEEN)


def printed(*parts: str | tuple[str, str]) -> Text:
    """Assemble a line of `plain` parts, each alone or with its style; square brackets stay what they are."""
    from rich.text import Text

    line = Text()
    for part in parts:
        text, style = (part, "") if isinstance(part, str) else part
        line.append(plain(text), style=style or None)
    return line


def console(*, stderr: bool = False) -> Console:
    """Return the console for results (standard output) or for errors and progress.

    It leaves long lines to the terminal, so that a path can be copied and grep finds a whole sentence.
    """
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, soft_wrap=True)
