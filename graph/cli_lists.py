"""What the commands about printed lists and ranks print: protocol, and measures of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from graph.cli_show import open_network
from graph.cli_text import console, plain, printed
from graph.cli_told import mistakes_told, names_told, print_columns


def show_protocol(out: Path, body: str, *, year: str) -> None:
    """Print the orders of a body's lists by year, with the moves since the year before. Raises UserError."""
    network = open_network(out)
    with names_told(body):
        frame, moved = network.protocol(body or None, year=year or None), network.protocol_moves(body or None)
    what = {(m.host_id, m.year, m.person_id): m for m in moved.itertuples()}
    screen = console()
    for (host, own_year), order in frame.groupby(["host_id", "year"]):
        first = order.iloc[0]
        tau = f"Kendall's tau {first['order_agreement']:.2f}"
        title = f"{first['body']} {own_year}"
        screen.print(printed((title, "bold underline"), f"  {first['lists']} lists, {tau}"))
        for row in order.itertuples():
            move = what.get((host, own_year, row.person_id))
            change = "" if move is None else f"  {move.what}{_by(move.change)} since {move.year_before}"
            part = "" if row.part == 1 else f" (part {row.part}: in no common list with the others)"
            screen.print(
                printed(f"  {row.place:>3}  ", (row.person, "bold"), f"  in {row.listed}{change}{part}")
            )
        gone = moved[(moved["host_id"] == host) & (moved["year"] == own_year) & (moved["what"] == "gone")]
        if len(gone):
            screen.print(printed(f"  gone since {gone['year_before'].iloc[0]}: {', '.join(gone['person'])}"))
    left_out = frame.attrs["left_out"]
    screen.print(printed(f"{len(left_out)} list{'' if len(left_out) == 1 else 's'} not by rank left out"))


def _by(change: Any) -> str:
    import pandas as pd

    return "" if pd.isna(change) or not change else f" by {abs(change)}"


def show_centrality(
    out: Path,
    measures: Sequence[str],
    *,
    intervals: bool,
    draws: int,
    weight: str,
    limit: int,
    since: str,
    until: str,
) -> None:
    """Print the highest people of a measure, others beside it, and what the data may not carry. Raises UserError."""
    from graph.uncertainty import NEVER_ALONE

    network = open_network(out)
    wanted = draws if intervals or NEVER_ALONE & set(measures) else 0
    values: Callable[..., Any] = network.centrality
    with mistakes_told():
        frame = values(measures, weight=weight, intervals=wanted, since=since or None, until=until or None)
    heads = ["", "person"]
    cells: list[list[str]] = [[str(n), plain(person)] for n, person in enumerate(frame["person"][:limit], 1)]
    for name in measures:
        heads.append(name)
        for row, value in zip(cells, frame[name], strict=False):
            row.append(f"{value:.4g}")
        if wanted:
            heads.append("95 % interval")
            ends = zip(frame[f"{name}_low"], frame[f"{name}_high"], strict=True)
            for row, (low, high) in zip(cells, ends, strict=False):
                row.append(f"{low:.4g} to {high:.4g}")
    print_columns(heads, cells)
    for warning in frame.attrs["warnings"]:
        console(stderr=True).print(printed(f"note: {warning}"))
