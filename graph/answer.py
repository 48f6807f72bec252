"""What a query answers: named columns and rows, whatever the language of the query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class QueryError(ValueError):
    """A query that is not understood or not allowed; the message is one clear line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that a query gave, in the order in which it gave them; `columns` may repeat a name."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def aspandas(self) -> pd.DataFrame:
        """The rows as a data frame; numbers stay numbers, and what is not known is missing."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))
