"""The commands that ask a build: what each takes. What they print stands in `cli_answers`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[
    Path, typer.Argument(metavar="OUT", help="The folder that a build wrote.", show_default=False)
]
Since = Annotated[
    str, typer.Option(metavar="DATE", help="Only meetings on or after DATE: 2023, 2023-05, 2023-05-17.")
]
Until = Annotated[str, typer.Option(metavar="DATE", help="Only meetings on or before DATE.")]


def query(
    out: Out,
    text: Annotated[
        str, typer.Argument(metavar="QUERY", help="What to ask; without it, what can be asked.")
    ] = "",
    cypher: Annotated[bool, typer.Option("--cypher", help="QUERY is Cypher, not SQL.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print: table, csv or json.")
    ] = "table",
) -> None:
    """Ask the store in SQL, or the network in Cypher.

    Both only read. Without QUERY, lists the views and columns, or the labels, types and properties.
    """
    from graph.cli_query import show_query, show_schema

    if text:
        show_query(out, text, cypher=cypher, form=form)
    else:
        show_schema(cypher=cypher)


def search(
    out: Out,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="All must stand in the sentence.", show_default=False)
    ],
    limit: Annotated[int, typer.Option(min=1, help="Sentences to print.")] = 20,
) -> None:
    """Find sentences of the reports, best first, with whom they are evidence for."""
    from graph.cli_answers import show_sentences

    show_sentences(out, words, limit=limit)


def path(
    out: Out,
    a: Annotated[str, typer.Argument(metavar="A", help="A name or a label.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.", show_default=False)],
    how: Annotated[
        str, typer.Option(metavar="HOW", help="shortest: fewest steps; strongest: by most meetings.")
    ] = "shortest",
    through: Annotated[
        str, typer.Option(metavar="WHAT", help="meetings, or bodies in which both hold posts.")
    ] = "meetings",
    limit: Annotated[int, typer.Option(min=1, help="Ways to print.")] = 3,
    since: Since = "",
    until: Until = "",
) -> None:
    """Print how two people are connected, step by step, with the sentences for both ends."""
    from graph.cli_answers import show_ways

    show_ways(out, a, b, how=how, through=through, limit=limit, since=since, until=until)


def missing(
    out: Out,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A body or a person; without it, everybody.")
    ] = "",
    recent: Annotated[int, typer.Option(min=1, help="The latest meetings of a body to look at.")] = 3,
    limit: Annotated[int, typer.Option(min=1, help="Lines to print.")] = 20,
) -> None:
    """Print who was at earlier meetings of a body and is named at none of its latest.

    The least likely to be chance first. Absence from reports is not absence from office.
    """
    from graph.cli_answers import show_missing

    show_missing(out, name, recent=recent, limit=limit)


def protocol(
    out: Out,
    body: Annotated[str, typer.Argument(metavar="BODY", help="A body; without it, all of them.")] = "",
    year: Annotated[str, typer.Option(metavar="YEAR", help="Only this year.")] = "",
) -> None:
    """Print the order in which a body's lists print people, year by year, and who moved.

    Lists in stroke order or by the alphabet are left out and counted.
    """
    from graph.cli_lists import show_protocol

    show_protocol(out, body, year=year)


def centrality(
    out: Out,
    measure: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="What to measure; may be given several times.", show_default=False),
    ] = None,
    intervals: Annotated[
        bool, typer.Option("--intervals", help="With 95 % intervals by drawing the meetings anew.")
    ] = False,
    draws: Annotated[int, typer.Option(min=2, help="How often they are drawn.")] = 200,
    weight: Annotated[
        str, typer.Option(metavar="WEIGHT", help="count, newman, jaccard, cosine or overlap.")
    ] = "newman",
    limit: Annotated[int, typer.Option(min=1, help="People to print.")] = 20,
    since: Since = "",
    until: Until = "",
) -> None:
    """Print the people by a measure of the network, the highest first.

    strength without --measure. Betweenness has its interval in any case.
    """
    from graph.cli_lists import show_centrality

    show_centrality(
        out,
        measure or ["strength"],
        draws=draws,
        intervals=intervals,
        weight=weight,
        limit=limit,
        since=since,
        until=until,
    )


def export(
    out: Out,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="graphml, gexf, json, pajek, csv, parquet, ftm or neo4j.",
            show_default=False,
        ),
    ],
    graph: Annotated[
        str,
        typer.Option(metavar="GRAPH", help="affiliation, people, meetings, bodies or backbone."),
    ] = "",
    to: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The file or folder to write.", show_default=False),
    ] = None,
) -> None:
    """Write the network for other programs.

    Into OUT/export, unless --to says where. GRAPH is for graphml, gexf, json and pajek.
    """
    from graph.cli_answers import write_export

    write_export(out, form, graph=graph, to=to)


COMMANDS = (query, search, path, missing, protocol, centrality, export)
