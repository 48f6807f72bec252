"""The order of printed lists that a `Network` offers in one line, and its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.network_base import Asked

if TYPE_CHECKING:
    import pandas as pd


class Protocol(Asked):
    """Orders of the lists of a body; mixed into `Network`."""

    def protocol(self, body: str | None = None, *, year: str | None = None) -> pd.DataFrame:
        """The order in which people are printed, per body and year, a row a person; see `graph.protocol.protocol_orders`.

        Columns `body`, `year`, `place`, `person`, `lists` (of the body and year), `listed` (those with the person), `agreement`
        (Kendall's tau of the pairs with the person), `order_agreement` (of all pairs), `part`, `person_id`, `host_id`.
        `attrs["left_out"]` has the lists that are not by rank: document, meeting, order (strokes, alphabet), people.
        """
        from graph.protocol import protocol_orders
        from graph.protocol_lists import printed_lists

        hosts = {self.find_body(body).id} if body else None
        labels, names = self._labels(), {o.id: o.name for o in self.records.organizations}
        rows = [
            (names.get(order.host_id, order.host_id), order.year, p.place, labels[p.person_id], order.lists, p.lists,
             p.agreement, order.agreement, p.part, p.person_id, order.host_id)
            for order in protocol_orders(self.records, hosts=hosts)
            if year in (None, order.year)
            for p in order.places
        ]  # fmt: skip
        columns = ["body", "year", "place", "person", "lists", "listed", "agreement", "order_agreement", "part", "person_id", "host_id"]  # fmt: skip
        frame = self._frame_of(rows, columns)
        frame.attrs["left_out"] = tuple(
            (own.document, own.meeting_id, own.order, len(own.people))
            for own in printed_lists(self.records)
            if own.order != "rank" and (hosts is None or own.host_id in hosts)
        )
        return frame

    def protocol_moves(self, body: str | None = None) -> pd.DataFrame:
        """Who rises, falls, stays, is new or gone between the years of a body's lists; see `graph.protocol_moves.moves`."""
        from graph.protocol import protocol_orders
        from graph.protocol_moves import moves

        hosts = {self.find_body(body).id} if body else None
        labels, names = self._labels(), {o.id: o.name for o in self.records.organizations}
        rows = [
            (names.get(m.host_id, m.host_id), m.year_before, m.year, labels[m.person_id], m.what, m.place_before, m.place,
             m.change, m.person_id, m.host_id)
            for m in moves(protocol_orders(self.records, hosts=hosts))
        ]  # fmt: skip
        columns = ["body", "year_before", "year", "person", "what", "place_before", "place", "change", "person_id", "host_id"]  # fmt: skip
        whole = ["place_before", "place", "change"]
        return self._frame_of(rows, columns).astype(dict.fromkeys(whole, "Int64"))

    @staticmethod
    def _frame_of(rows: list[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(rows, columns=columns)
