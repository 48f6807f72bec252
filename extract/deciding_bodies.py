"""Decisions on bodies: which place or which body is meant, and which bodies of two reports are one, or two."""

from __future__ import annotations

from dataclasses import replace

from extract.deciding_stated import Change, StatedBody, body_of, rewritten
from extract.decisions import Decision, Reference
from extract.identity_bodies import UNRESOLVED
from extract.local import Reading
from extract.post_words import LOCAL_LEVELS
from extract.unnamed import UNSAID


def change_bodies(decision: Decision, reading: Reading) -> Reading:
    """Apply place-is, place-is-not or body-is to the reading of the report that is meant."""
    change = {"body-is": _named, "place-is": _placed, "place-is-not": _not_placed}[decision.verb]
    out = rewritten(reading, change(decision, reading), decision.subject)
    if decision.verb == "place-is":
        ending = f"of which {decision.subject.name} unit"
        rest = (r for r in reading.ledger if not (r.reason == "unknown place" and r.detail.endswith(ending)))
        out = replace(out, ledger=tuple(rest))
    return out


def _named(decision: Decision, reading: Reading) -> Change:
    key = body_of(decision.subject, reading).key
    return lambda body: replace(body, name=decision.object) if body.name and body.key == key else None


def _placed(decision: Decision, _: Reading) -> Change:
    """Give the bodies of a level that are of no known place the place that is meant."""
    level, place = decision.subject.name, decision.object
    return lambda body: replace(body, place=place) if body.level == level and not body.place else None


def _not_placed(decision: Decision, _: Reading) -> Change:
    """Take a place from the bodies of a level that have it by what else the report says, not by their own words."""
    level, place = decision.subject.name, decision.object

    def changed(body: StatedBody) -> StatedBody | None:
        if body.level != level:
            return None
        inferred = body.place == place and body.reason != "stated"
        return replace(body, place="") if inferred else body

    return changed


def body_joined_to(reference: Reference, there: str, reading: Reading) -> StatedBody:
    """What a body becomes that is joined to the one that is meant, in the report at `there`: its name, level and place.

    Where that report does not say of which place its body is, both are of the place that is unresolved there.
    """
    found = body_of(reference, reading)
    unknown = not found.place and (found.level in LOCAL_LEVELS or found.reason == UNSAID)
    return replace(found, place=f"{UNRESOLVED}{there}") if unknown else found


def join_bodies(subject: Reference, reading: Reading, joined: StatedBody) -> Reading:
    """Apply same-body: the subject's body becomes the other one wherever its report has it."""
    return rewritten(reading, _becoming(joined, body_of(subject, reading)), subject)


def part_bodies(
    subject: Reference, reading: Reading, path: str, object_: Reference, other: Reading
) -> Reading:
    """Apply not-same-body: the subject's body is no longer of the place that its report at `path` seems to say.

    Two bodies of two names, levels or places are two already, and stay as they are.
    """
    found = body_of(subject, reading)
    if found.key != body_of(object_, other).key:
        return reading
    place = "" if found.level in LOCAL_LEVELS else f"{UNRESOLVED}{path}"
    return rewritten(reading, _becoming(replace(found, place=place), found), subject)


def _becoming(new: StatedBody, old: StatedBody) -> Change:
    return lambda stated: new if stated.name and stated.key == old.key else None
