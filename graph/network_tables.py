"""The tables of a `Network`, as data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.records import Records

if TYPE_CHECKING:
    import pandas as pd


class Frames:
    """The tables of a build; mixed into `Network`."""

    records: Records

    def _frame(self, table: str) -> pd.DataFrame:
        import pandas as pd

        from graph.tables import COLUMNS, rows_of

        return pd.DataFrame(rows_of(self.records)[table], columns=[column for column, _ in COLUMNS[table]])

    def people(self) -> pd.DataFrame:
        """People with their labels and numbers of meetings (columns of people.csv)."""
        return self._frame("people")

    def meetings(self) -> pd.DataFrame:
        """Meetings with dates, hosts and numbers of people (columns of meetings.csv)."""
        return self._frame("meetings")

    def organizations(self) -> pd.DataFrame:
        """Bodies with kind, level and place (columns of organizations.csv)."""
        return self._frame("organizations")

    def posts(self) -> pd.DataFrame:
        """Seats (columns of posts.csv)."""
        return self._frame("posts")

    def participations(self) -> pd.DataFrame:
        """Who was at which meeting in which role, with the sentence (columns of participations.csv)."""
        return self._frame("participations")

    def ledger(self) -> pd.DataFrame:
        """What was read and not believed, and why (columns of unresolved.csv)."""
        return self._frame("unresolved")
