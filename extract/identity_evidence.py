"""What proves that two mentions of one name are one person: shared posts, places, levels and meetings.

Conservative (Fegley and Torvik 2013: lumping two people ruins a network, splitting one barely matters). Two
mentions in different reports are one person only if the folded names are equal and the reports give
compatible evidence: the same post in the same place, or the same known jurisdiction at the same level, or the same
meeting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.bodies import normal_body
from extract.identity_bodies import LOCAL_LEVELS
from extract.local import LocalPerson, Reading

CENTRAL_SEATS = re.compile(
    r"\b(?:cpc central committee|central committee of the (?:communist party of china|cpc)|politburo|political bureau|state council|"
    r"central military commission|national people's congress|central commission|central national security|"
    r"general secretary|national committee of the (?:cppcc|chinese people's))\b",
    re.IGNORECASE,
)
NATIONAL_RULES = frozenset({"invoked:doctrine", "invoked:core-before", "invoked:core-after"})
"""Doctrine and 'the core' are said of one national leader only; other invocations unite nobody by themselves."""


def keys_of(
    path: str, person: LocalPerson, reading: Reading, meeting_ids: Mapping[tuple[str, str], str]
) -> frozenset[str]:
    """What proves that a mention is the same person as another of that name: any one shared key unites."""
    keys = {f"document:{path}"}
    own = [s for s in reading.participations if s.person == person.key]
    there = [s for s in own if s.role != "invoked"]
    for s in there:
        if s.meeting:
            keys.add(f"meeting:{meeting_ids[path, s.meeting]}")
    if any(s.rule in NATIONAL_RULES or s.national for s in own):
        keys.add("central")
    for post in person.posts:
        if post.place and post.level:
            keys.add(f"place:{post.place}:{post.level}")
        if CENTRAL_SEATS.search(f"{post.title}, {post.body}") or (post.level == "central" and post.body):
            keys.add("central")
        if post.body and post.level not in LOCAL_LEVELS:
            keys.add(f"post:{post.title.lower()}:{normal_body(post.body).lower()}")
    if there and not any(key.startswith(("place:", "post:")) or key == "central" for key in keys):
        keys |= _company_of(there[0].meeting, reading)
    return frozenset(keys)


def _company_of(meeting_key: str, reading: Reading) -> set[str]:
    """A bare name belongs where its meeting does: to the host's level and place, else to the report's own unit."""
    meeting = next((m for m in reading.meetings if m.key == meeting_key), None)
    if meeting is not None and meeting.host_level == "central":
        return {"central"}
    if meeting is not None and meeting.host_level and meeting.host_place:
        return {f"place:{meeting.host_place}:{meeting.host_level}"}
    if meeting is not None and meeting.host:
        return set()  # a host whose place is unknown: the report's own place need not be its place
    for name, level in (
        (reading.county, "county"),
        (reading.prefecture, "municipal"),
        (reading.province, "provincial"),
    ):
        if name:
            return {f"place:{name}:{level}"}
    return set()


def context_of(group: Sequence[tuple[str, LocalPerson]], readings: Mapping[str, Reading]) -> str:
    """Say what keeps one of several people of a name apart: the level, the places, a body, or the report."""
    places = sorted({post.place for _, person in group for post in person.posts if post.place})
    if any(
        CENTRAL_SEATS.search(f"{post.title}, {post.body}") for _, person in group for post in person.posts
    ):
        return "Central"
    if places:
        return ", ".join(places)
    own = sorted(
        {readings[p].county or readings[p].prefecture or readings[p].province for p, _ in group} - {""}
    )
    if own:
        return ", ".join(own)
    bodies = sorted({post.body for _, person in group for post in person.posts if post.body})
    return bodies[0] if bodies else f"in {group[0][0]}"
