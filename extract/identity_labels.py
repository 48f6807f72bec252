"""What tells people of one name apart in their labels: 'Wang Wei (Lanzhou)' and 'Wang Wei (Hebei)'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from extract.identity_evidence import CENTRAL_SEATS
from extract.local import LocalPerson, Reading
from extract.seat import seat_of

Cluster = Sequence[tuple[str, LocalPerson]]  # (document path, person as that report has them)


def contexts_of(clusters: Sequence[Cluster], readings: Mapping[str, Reading]) -> list[str]:
    """Say of each of several people of a name what keeps them apart: the place; with the post, and the report, if need be."""
    found = [_context(cluster, readings) for cluster in clusters]
    for add in (_post, _report):
        counts = Counter(found)
        found = [
            context if counts[context] == 1 else "; ".join(filter(None, (context, add(cluster))))
            for context, cluster in zip(found, clusters, strict=True)
        ]
    return found


def _context(cluster: Cluster, readings: Mapping[str, Reading]) -> str:
    """The level, the places, a body, or the report."""
    seats = [seat for _, person in cluster for seat in map(seat_of, person.posts)]
    if any(CENTRAL_SEATS.search(f"{seat.title}, {seat.body}") for seat in seats):
        return "Central"
    if places := sorted({seat.place for seat in seats if seat.place}):
        return ", ".join(places)
    own = {
        readings[path].county or readings[path].prefecture or readings[path].province for path, _ in cluster
    }
    if own - {""}:
        return ", ".join(sorted(own - {""}))
    bodies = sorted({post.body for _, person in cluster for post in person.posts if post.body})
    return bodies[0] if bodies else f"in {cluster[0][0]}"


def _post(cluster: Cluster) -> str:
    """The title that most reports state, in lower case; '' for none."""
    titles = Counter(post.title.lower() for _, person in cluster for post in person.posts)
    return max(sorted(titles), key=lambda title: titles[title], default="")


def _report(cluster: Cluster) -> str:
    return cluster[0][0]
